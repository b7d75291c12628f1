"""Two releases compared: what was added, removed and changed, as frames and as text.

    diff(warehouse, old, new) -> Diff

Here belongs the comparison of releases on disk and its wording. The comparison's SQL is in comparing.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipelines.warehouse import ddl
from pipelines.warehouse.comparing import COMPARED, counts_query, needed, rows_query
from pipelines.warehouse.inputs import INPUTS
from pipelines.warehouse.releases import find_release

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Diff:
    """What release ``new`` has that ``old`` had not, and the other way round.

    ``counts``: rows added, removed, changed by table, year, region, indicator (the columns of table
    release_diff). ``rows``: each such row with before and after, at most as many as asked for. ``skipped``:
    tables that one of the releases does not have in a comparable form.
    """

    old: str
    new: str
    counts: pl.DataFrame
    rows: pl.DataFrame
    skipped: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self.counts.is_empty()

    def as_text(self) -> str:
        """Return the comparison for reading, 中文 and English."""
        lines = [f"{self.old} → {self.new}"]
        if self.is_empty:
            lines.append("没有差异 / no difference")
        totals = self.counts.group_by("table_name", maintain_order=True).agg(
            pl.sum("added"), pl.sum("removed"), pl.sum("changed")
        )
        for table, added, removed, changed in totals.iter_rows():
            lines.append(f"{table}: 增加 {added} added, 删除 {removed} removed, 改动 {changed} changed")
            about = pl.col("table_name") == table
            lines += _listed(self.counts.filter(about), self.rows.filter(about))
        lines += [f"{table}: 无法比较 / not comparable between these releases" for table in self.skipped]
        return "\n".join(lines)


def diff(warehouse: Path, old: str, new: str, rows: int = 1000) -> Diff:
    """Compare two releases.

    Args:
        warehouse: the warehouse folder.
        old: the earlier version.
        new: the later version.
        rows: how many differing rows to return at most; the counts are always complete.

    Raises:
        UnknownRelease: one of them is not there.
    """
    paths = {"older": find_release(warehouse, old).path, "newer": find_release(warehouse, new).path}
    con = duckdb.connect(":memory:")
    try:
        for name, path in paths.items():
            con.execute(f"ATTACH {ddl.literal(str(path))} AS {name} (READ_ONLY)")
        tables = comparable(con, "older", "newer")
        counts = compare(con, tables, "older", "newer")
        listed = [
            con.sql(f"{rows_query(table, 'older', 'newer')} ORDER BY ALL LIMIT {rows}").pl()
            for table in tables
        ]
    finally:
        con.close()
    found = pl.concat(listed).head(rows) if listed else pl.DataFrame()
    return Diff(old, new, counts, found, tuple(table for table in COMPARED if table not in tables))


def comparable(con: duckdb.DuckDBPyConnection, old: str, new: str) -> tuple[str, ...]:
    """Return the tables that both attached databases have with all columns that are compared."""
    found = con.execute(
        "SELECT database_name, table_name, column_name FROM duckdb_columns() "
        f"WHERE schema_name = 'main' AND database_name IN ({ddl.literal(old)}, {ddl.literal(new)})"
    ).fetchall()
    have = {(database, table, column) for database, table, column in found}
    return tuple(
        table
        for table in COMPARED
        if all((side, table, column) in have for side in (old, new) for column in needed(table))
    )


def compare(con: duckdb.DuckDBPyConnection, tables: tuple[str, ...], old: str, new: str) -> pl.DataFrame:
    """Return the counts of what differs, in the schema and order of table release_diff."""
    schema = INPUTS["in_release_diff"]
    frames = [con.sql(counts_query(table, old, new)).pl().cast(schema) for table in tables]
    return pl.concat([schema.to_frame(), *frames]).sort("table_name", "year", "region_code", "indicator")


def _listed(counts: pl.DataFrame, rows: pl.DataFrame) -> list[str]:
    """The lines of a table: its rows where they are few, else how many where, those with most first kept."""
    total = sum(counts.select(pl.sum("added", "removed", "changed")).row(0))
    if rows.height == total <= _SHOWN:
        return [_row_line(row) for row in rows.iter_rows(named=True)]
    most = counts.top_k(_SHOWN, by=pl.sum_horizontal("added", "removed", "changed"))
    shown = counts.join(most, on=["year", "region_code", "indicator"], how="semi", nulls_equal=True)
    rest = counts.height - shown.height
    more = [f"  …另有 {rest} 处 / and in {rest} more places"] if rest else []
    return [_count_line(row) for row in shown.iter_rows(named=True)] + more


def _row_line(row: dict[str, Any]) -> str:
    sign = {"added": "+", "removed": "−", "changed": "~"}[row["happened"]]
    values = " → ".join(str(value) for value in (row["before"], row["after"]) if value is not None)
    return f"  {sign} {_place(row)}: {values}"


def _count_line(row: dict[str, Any]) -> str:
    return f"  {_place(row)}: +{row['added']} −{row['removed']} ~{row['changed']}"


def _place(row: dict[str, Any]) -> str:
    parts = (row["year"], row["region_name"] or row["region_code"], row["indicator"])
    return " ".join(str(part) for part in parts if part is not None)
