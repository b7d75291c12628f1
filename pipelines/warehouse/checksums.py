"""Checksums of tables: sha256 over the rows in their order.

Here belongs that computation. Columns that say when or by what a release was made are left out, so that two
releases with equal content have equal checksums.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipelines.warehouse import ddl
from pipelines.warehouse.database import Database
from pipelines.warehouse.manifest import TableFacts
from pipelines.warehouse.models import Model

# The one row of `release` and the column of that name are what differs between equal releases.
_OF_THE_RELEASE = ("release", "version", "created_at", "previous", "duckdb_version")
_CHUNK = 100_000


def table_facts(database: Database, tables: Iterable[Model]) -> Mapping[str, TableFacts]:
    """Return rows and checksum of every table (views hold nothing of their own)."""
    return {table.name: _facts(database, table) for table in tables if not table.view}


def _facts(database: Database, table: Model) -> TableFacts:
    names = [column.name for column in table.columns if column.name not in _OF_THE_RELEASE]
    row = ", ".join(f"coalesce({ddl.quoted(name)}::VARCHAR, chr(0))" for name in names)
    # Rows are hashed one by one, then a chunk's hashes together, then the chunks': bounded memory at any
    # size.
    [[count, checksum]] = database.rows(
        f"""
        WITH hashed AS (
            SELECT rowid // {_CHUNK} AS chunk, rowid AS place, sha256(concat_ws(chr(31), {row})) AS digest
            FROM wh.main.{ddl.quoted(table.name)}
        ),
        chunks AS (
            SELECT chunk, count(*) AS rows, sha256(string_agg(digest, '' ORDER BY place)) AS digest
            FROM hashed GROUP BY chunk
        )
        SELECT coalesce(sum(rows), 0)::BIGINT, sha256(coalesce(string_agg(digest, '' ORDER BY chunk), ''))
        FROM chunks
        """
    )
    return TableFacts(rows=count, sha256=checksum)
