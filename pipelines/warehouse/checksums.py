"""Checksums of tables: over the rows in their order.

Here belongs that computation. Columns that say when or by what a release was made are left out, so that two
releases with equal content, made by one version of DuckDB, have equal checksums.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from pipelines.warehouse import ddl
from pipelines.warehouse.database import Database
from pipelines.warehouse.manifest import TableFacts
from pipelines.warehouse.models import Model

# The one row of `release` and the column of that name are what differs between equal releases.
_OF_THE_RELEASE = ("release", "version", "created_at", "previous", "duckdb_version")


def table_facts(database: Database, tables: Iterable[Model]) -> Mapping[str, TableFacts]:
    """Return rows and checksum of every table (views hold nothing of their own)."""
    return {table.name: _facts(database, table) for table in tables if not table.view}


def _facts(database: Database, table: Model) -> TableFacts:
    names = [column.name for column in table.columns if column.name not in _OF_THE_RELEASE]
    row = ", ".join(["rowid", *(ddl.quoted(name) for name in names)])
    # Every row's hash holds its place, so that sums of the hashes stand for the rows in their order.
    [said] = database.rows(
        f"SELECT count(*), coalesce(bit_xor(h), 0), coalesce(sum(h % 1000000007), 0)::BIGINT "
        f"FROM (SELECT hash({row}) AS h FROM wh.main.{ddl.quoted(table.name)})"
    )
    return TableFacts(rows=said[0], sha256=hashlib.sha256(repr(said).encode()).hexdigest())
