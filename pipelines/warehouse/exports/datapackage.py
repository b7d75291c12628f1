"""A Frictionless Data Package: plain CSV files and a descriptor made from the models' descriptions.

Here belongs the package. Its CSV files hold the values exactly (no byte-order mark, nothing put before a
text).
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.warehouse.exports.source import Source, is_nested
from pipelines.warehouse.layout import write_atomically
from pipelines.warehouse.manifest import file_sha256
from pipelines.warehouse.models import Column, Model

_TYPES = {
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "VARCHAR": "string",
}
# Shown beside the data by catalogues that list packages.
_NAME = "fazhi-warehouse"


def write(source: Source, folder: Path) -> tuple[Path, ...]:
    """Write ``data/<table>.csv`` for each table, and ``datapackage.json``."""
    paths = []
    resources = []
    for table in source.tables():
        path = folder / "data" / f"{table.name}.csv"
        write_atomically(path, partial(_write_csv, source.flat(table)))
        paths.append(path)
        resources.append(_resource(table, path))
    descriptor = {
        "name": _NAME,
        "title": "法治统计仓 Rule-of-law statistics warehouse",
        "version": source.version,
        "resources": resources,
    }
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    target = folder / "datapackage.json"
    write_atomically(target, lambda filling: filling.write_text(text, encoding="utf-8"))
    return (target, *paths)


def _write_csv(frame: pl.DataFrame, target: Path) -> None:
    frame.write_csv(target, datetime_format="%Y-%m-%dT%H:%M:%S")


def _resource(table: Model, path: Path) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    # A key with an empty part, such as an unknown region, is no primary key in the sense of the standard.
    required = {column.name for column in table.columns if column.required}
    if table.key and required.issuperset(table.key):
        schema["primaryKey"] = list(table.key)
    return {
        "name": table.name,
        "title": table.label,
        "description": table.comment,
        "path": f"data/{path.name}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{file_sha256(path)}",
        "profile": "tabular-data-resource",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.label,
        "description": f"{column.zh} | {column.en}",
        "type": "array"
        if is_nested(column) and column.type.endswith("[]")
        else _TYPES.get(column.type, "object"),
    }
    if column.unit:
        field["unit"] = column.unit
    return field
