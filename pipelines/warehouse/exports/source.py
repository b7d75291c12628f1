"""Where exports take their rows from: a release, opened read-only.

Here belongs reading tables for export, with nested columns as JSON where a format has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from pipelines.warehouse import ddl
from pipelines.warehouse.models import Column, Model, models, published


class ExportError(ValueError):
    """What was asked for cannot be exported; the message says why."""


@dataclass(frozen=True, slots=True)
class Source:
    """An open release. ``chosen``: the tables that were asked for by name, None for a format's own choice."""

    con: duckdb.DuckDBPyConnection
    version: str
    chosen: tuple[Model, ...] | None

    def tables(self, leaving_out: Sequence[str] = ()) -> tuple[Model, ...]:
        """Return the tables to export: those asked for, else all but ``leaving_out``."""
        if self.chosen is not None:
            return self.chosen
        return tuple(model for model in published(models()) if model.name not in leaving_out)

    def flat(self, table: Model) -> pl.DataFrame:
        """Return a table with lists and structs as JSON text."""
        columns = ", ".join(
            f"to_json({ddl.quoted(column.name)})::VARCHAR AS {ddl.quoted(column.name)}"
            if is_nested(column)
            else ddl.quoted(column.name)
            for column in table.columns
        )
        return self.con.sql(ddl.read(table, columns)).pl()

    def rows(self, table: Model) -> int:
        """Return the number of rows of a table."""
        found = self.con.execute(f"SELECT count(*) FROM main.{ddl.quoted(table.name)}").fetchall()
        return int(found[0][0])


def is_nested(column: Column) -> bool:
    """Say whether a column holds lists or structs."""
    return column.type.endswith("[]") or column.type.startswith("STRUCT")


@contextmanager
def opened(path: Path, version: str, chosen: tuple[Model, ...] | None) -> Iterator[Source]:
    """Open a release for export."""
    con = duckdb.connect(str(path), read_only=True)
    try:
        yield Source(con, version, chosen)
    finally:
        con.close()
