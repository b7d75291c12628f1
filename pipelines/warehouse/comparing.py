"""What two releases differ in: the SQL that compares their tables row by row.

Here belongs the comparison itself, for two databases attached to one connection. Who asks for it is in
diff.py (two releases on disk) and filling.py (a release being made against the one that is published).

Rows are matched by what they are about, not by their ids, so that a figure which a corrected file states anew
is a change and not a removal with an addition. Most of a warehouse stays as it is from release to release:
what belongs to a file or region that is alike in both is left out before rows are matched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipelines.warehouse import ddl


@dataclass(frozen=True, slots=True)
class _Compared:
    """How rows of a table are matched (``key``), what of them is compared, and where they belong.

    ``group``: what its rows fall into; groups that are alike are not looked at row by row.
    """

    key: tuple[str, ...]
    content: tuple[str, ...]
    year: str
    indicator: str | None
    value: str
    group: str | None = None
    through_report: bool = False


COMPARED: Mapping[str, _Compared] = MappingProxyType(
    {
        "report": _Compared(
            key=("raw_path",),
            content=(
                "sha256",
                "region_code",
                "body",
                "kind",
                "report_year",
                "problem",
                "quantities",
                "assigned",
            ),
            year="report_year",
            indicator=None,
            value="concat_ws(' ', t.raw_path, t.problem)",
        ),
        "observation": _Compared(
            key=("indicator", "measure", "status", "period", "breakdown"),
            content=("value", "unit", "comparator", "flag", "sentence"),
            year="report_year",
            indicator="indicator",
            value="t.surface",
            group="r.raw_path",
            through_report=True,
        ),
        "indicator_by_year": _Compared(
            key=("region_code", "body", "indicator", "period"),
            content=("value", "unit", "comparator", "conflict", "flag"),
            year="year",
            indicator="indicator",
            value="t.value_text",
            group="t.region_code",
        ),
    }
)


def needed(table: str) -> frozenset[str]:
    """Return the columns that comparing a table needs; older releases may lack some."""
    how = COMPARED[table]
    own = {
        *how.key,
        *how.content,
        how.year,
        "region_code",
        "region_name",
        how.value.split(".")[-1].strip(")"),
    }
    return frozenset(own | ({"report_id", "ordinal"} if how.through_report else set()))


def rows_query(table: str, old: str, new: str) -> str:
    """Return the query of all rows that differ: where they belong, what happened, before and after.

    Args:
        table: one of COMPARED.
        old: the name under which the older release is attached.
        new: the newer one's.
    """
    return f"""
    WITH alike AS ({_alike(table, old, new)}),
    before AS ({_side(table, old)}),
    after AS ({_side(table, new)})
    SELECT
        {ddl.literal(table)} AS table_name,
        coalesce(after.year, before.year)::INTEGER AS year,
        coalesce(after.region_code, before.region_code) AS region_code,
        coalesce(after.region_name, before.region_name) AS region_name,
        coalesce(after.indicator, before.indicator) AS indicator,
        CASE WHEN before.key IS NULL THEN 'added' WHEN after.key IS NULL THEN 'removed' ELSE 'changed' END
            AS happened,
        before.shown AS before,
        after.shown AS after,
        coalesce(after.key, before.key) AS key
    FROM before
    FULL JOIN after ON after.key = before.key AND after.n = before.n
    WHERE before.content IS DISTINCT FROM after.content OR before.key IS NULL OR after.key IS NULL
    """


def counts_query(table: str, old: str, new: str) -> str:
    """Return the query of the numbers of rows added, removed, changed, by year, region, indicator."""
    return f"""
    SELECT
        table_name, year, region_code, any_value(region_name) AS region_name, indicator,
        count(*) FILTER (happened = 'added') AS added,
        count(*) FILTER (happened = 'removed') AS removed,
        count(*) FILTER (happened = 'changed') AS changed
    FROM ({rows_query(table, old, new)})
    GROUP BY table_name, year, region_code, indicator
    """


def _alike(table: str, old: str, new: str) -> str:
    """Return the query of the groups whose rows are the same in both releases."""
    how = COMPARED[table]
    if how.group is None:
        return "SELECT NULL::VARCHAR AS name WHERE false"
    columns = [f"t.{ddl.quoted(name)}" for name in (*how.key, *how.content, how.year)]
    either = " INTERSECT ".join(
        f"""
        SELECT {how.group} AS name, count(*) AS rows, sum(hash({", ".join(columns)})::HUGEINT) AS digest
        FROM {_source(how, table, database)} GROUP BY {how.group}
        """
        for database in (old, new)
    )
    return f"SELECT name FROM ({either})"


def _source(how: _Compared, table: str, database: str) -> str:
    source = f"{database}.main.{ddl.quoted(table)} AS t"
    if how.through_report:
        source += f" JOIN {database}.main.report AS r ON r.report_id = t.report_id"
    return source


def _side(table: str, database: str) -> str:
    how = COMPARED[table]
    source = _source(how, table, database)
    keys = [f"t.{ddl.quoted(name)}" for name in how.key]
    order = "1"
    if how.through_report:
        keys.insert(0, "r.raw_path")
        order = "t.ordinal"
    if how.group is not None:
        source += f" ANTI JOIN alike ON alike.name = {how.group}"
    return f"""
        SELECT
            {_joined(keys)} AS key,
            row_number() OVER (PARTITION BY {_joined(keys)} ORDER BY {order}) AS n,
            {_joined([f"t.{ddl.quoted(name)}" for name in how.content])} AS content,
            t.{ddl.quoted(how.year)} AS year,
            t.region_code,
            t.region_name,
            {f"t.{how.indicator}" if how.indicator else "NULL::VARCHAR"} AS indicator,
            {how.value} AS shown
        FROM {source}
    """


def _joined(columns: list[str]) -> str:
    return f"concat_ws(chr(31), {', '.join(f'coalesce({column}::VARCHAR, chr(0))' for column in columns)})"
