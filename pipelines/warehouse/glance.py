"""A look into a published release, for those who show it: first rows, how the checks came out, coverage.

Here belongs reading a release, read-only. Not here: building one (build.py), comparing two (diff.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from pipelines.validation.results import CheckResult
from pipelines.warehouse.ddl import quoted

# An identity has a row per report it applies to; here it counts as one check.
_CHECKS = """
SELECT
    name,
    bool_and(passed) AS passed,
    any_value(severity) AS severity,
    any_value(blocking) AS blocking,
    sum(rows_checked)::BIGINT AS rows_checked,
    sum(rows_failed)::BIGINT AS rows_failed,
    list_slice(
        list_distinct(flatten(coalesce(list(observation_ids) FILTER (NOT passed), []))), 1, 5
    ) AS sample,
    coalesce(min(message) FILTER (NOT passed), min(message)) AS message
FROM check_result
GROUP BY name
ORDER BY name
"""
_COVERAGE = "SELECT coalesce(sum(quantities), 0)::BIGINT, coalesce(sum(assigned), 0)::BIGINT FROM report"


@dataclass(frozen=True, slots=True)
class Glance:
    """What a release holds: rows and first rows of tables and views, how its checks came out.

    ``quantities``: all numbers read; ``assigned``: those that state an indicator.
    """

    rows: Mapping[str, int]
    previews: Mapping[str, pl.DataFrame]
    checks: tuple[CheckResult, ...]
    quantities: int
    assigned: int


def glance(release: Path, tables: Sequence[str], preview: int = 10) -> Glance:
    """Look into a release.

    Args:
        release: its database file.
        tables: the tables and views to look into.
        preview: how many rows of each.
    """
    con = duckdb.connect(str(release), read_only=True)
    try:
        rows = {
            table: con.execute(f"SELECT count(*) FROM main.{quoted(table)}").fetchall()[0][0]
            for table in tables
        }
        previews = {
            table: con.sql(f"SELECT * FROM main.{quoted(table)} LIMIT {preview}").pl() for table in tables
        }
        checks = tuple(_check(row) for row in con.sql(_CHECKS).pl().iter_rows(named=True))
        [(quantities, assigned)] = con.execute(_COVERAGE).fetchall()
    finally:
        con.close()
    return Glance(rows, previews, checks, quantities, assigned)


def _check(row: dict[str, object]) -> CheckResult:
    sample = row.pop("sample")
    return CheckResult(sample=tuple(sample or ()), **row)  # type: ignore[arg-type]
