"""Parquet: every table as it is, nested columns and types kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from pipelines.warehouse import ddl
from pipelines.warehouse.exports.source import Source
from pipelines.warehouse.layout import write_atomically
from pipelines.warehouse.models import Model


def write(source: Source, folder: Path) -> tuple[Path, ...]:
    """Write a Parquet file per table."""
    paths = []
    for table in source.tables():
        path = folder / f"{table.name}.parquet"
        write_atomically(path, partial(_copy, source, table))
        paths.append(path)
    return tuple(paths)


def _copy(source: Source, table: Model, target: Path) -> None:
    source.con.execute(
        f"COPY ({ddl.read(table)}) TO {ddl.literal(str(target))} (FORMAT parquet, COMPRESSION zstd)"
    )
