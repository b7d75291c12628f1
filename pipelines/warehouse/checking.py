"""The checks over a database that is being made: expectations of the observations, keys of the tables.

Here belongs getting the frame out, and results in as rows. What is expected is said in pipelines.validation
and in the models' .yml.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from pipelines.validation.expectations import Check
from pipelines.validation.expected import expectation_names
from pipelines.validation.results import CheckResult
from pipelines.warehouse import ddl
from pipelines.warehouse.database import Database
from pipelines.warehouse.inputs import CHECK_RESULT
from pipelines.warehouse.models import Model

# The observations in groups that are alike in all that is expected of them (see validation/expectations.py).
_GROUPS = """
WITH grouped AS (
    SELECT
        o.indicator,
        o.measure,
        o.status,
        o.comparator,
        o.period,
        o.unit,
        o.report_year,
        r.known AS region_known,
        r.valid AS region_valid,
        count(*) AS rows,
        count(*) - count(DISTINCT hash(o.report_id, o.breakdown, o.value)) AS repeats,
        min(o.value) AS low,
        max(o.value) AS high,
        arg_min(o.observation_id, o.value) AS low_id,
        arg_max(o.observation_id, o.value) AS high_id
    FROM observation AS o
    JOIN (
        SELECT
            r.report_id,
            (r.region_code IS NOT NULL)::INTEGER AS known,
            CASE WHEN r.region_code IS NOT NULL THEN max((g.code IS NOT NULL)::INTEGER) END AS valid
        FROM report AS r
        LEFT JOIN region AS g
            ON g.code = r.region_code
            AND r.report_year BETWEEN coalesce(g.valid_from, 0) AND coalesce(g.valid_to, 9999)
        GROUP BY r.report_id, r.region_code
    ) AS r USING (report_id)
    GROUP BY ALL
),

ends AS (
    SELECT *, low AS value, low_id AS observation_id FROM grouped
    UNION ALL
    SELECT *, high AS value, high_id AS observation_id FROM grouped
)

SELECT
    e.observation_id,
    e.indicator,
    e.measure,
    e.status,
    e.comparator,
    e.period,
    e.unit,
    CASE
        WHEN e.measure IN ('change_pct', 'share_pct') THEN '%'
        WHEN e.measure = 'change_abs' AND i.kind = 'rate' THEN
            CASE WHEN e.unit IN ('%', '百分点', '个百分点') THEN e.unit ELSE '个百分点' END
        ELSE i.unit
    END AS unit_expected,
    CASE WHEN e.measure = 'level' AND i.kind = 'rate' THEN e.value END AS rate_level,
    CASE WHEN e.measure = 'level' AND i.kind <> 'rate' THEN e.value END AS count_level,
    CASE WHEN e.measure = 'share_pct' THEN e.value END AS share,
    CASE WHEN e.measure = 'change_pct' THEN e.value END AS change,
    try_cast(left(e.period, 4) AS INTEGER) - e.report_year AS years_from_report,
    e.region_known,
    e.region_valid,
    e.repeats,
    e.rows,
    e.low_id AS "group"
FROM ends AS e
LEFT JOIN indicator AS i USING (indicator)
ORDER BY ALL
"""


def check_observations(database: Database, check: Check) -> tuple[CheckResult, ...]:
    """Check the observations with Great Expectations, by ``check`` (see validation/expectations.py)."""
    groups = database.frame(_GROUPS)
    if groups.is_empty():
        # Great Expectations cannot tell the type of a column without values: nothing to check is no failure.
        return tuple(
            CheckResult(name, True, "info", blocking, 0, 0, (), "没有观测值 / there are no observations")
            for name, blocking in expectation_names()
        )
    return check(groups)


def check_models(database: Database, models: Sequence[Model]) -> tuple[CheckResult, ...]:
    """Check that the key of every table is unique; a failure blocks."""
    return tuple(_key_unique(database, model) for model in models if model.key and not model.view)


def result_frame(results: Sequence[CheckResult]) -> pl.DataFrame:
    """Return check results as rows of check_result."""
    expectations = {name for name, _ in expectation_names()}
    rows = [
        {
            "check_id": f"check:{result.name}",
            "check_kind": "expectation" if result.name in expectations else "model",
            "name": result.name,
            "severity": result.severity,
            "blocking": result.blocking,
            "passed": result.passed,
            "observation_ids": list(result.sample) or None,
            "rows_checked": result.rows_checked,
            "rows_failed": result.rows_failed,
            "message": result.message,
        }
        for result in results
    ]
    return pl.DataFrame(rows, schema=CHECK_RESULT)


def _key_unique(database: Database, model: Model) -> CheckResult:
    key = ", ".join(ddl.quoted(name) for name in model.key)
    table = f"wh.main.{ddl.quoted(model.name)}"
    [[rows]] = database.rows(f"SELECT count(*) FROM {table}")
    [[distinct]] = database.rows(f"SELECT count(DISTINCT hash({key})) FROM {table}")
    # Counting hashes is cheap; only where it is not conclusive are the keys themselves compared.
    repeated = (
        []
        if distinct == rows
        else database.rows(
            f"SELECT {key}, count(*) FROM {table} GROUP BY {key} HAVING count(*) > 1 ORDER BY {key} LIMIT 5"
        )
    )
    said = "; ".join(str(row[:-1]) for row in repeated)
    return CheckResult(
        name=f"{model.name}_key_unique",
        passed=not repeated,
        severity="error",
        blocking=True,
        rows_checked=rows,
        rows_failed=len(repeated),
        sample=(),
        message=f"{model.name} 的主键 ({', '.join(model.key)}) 唯一 / its key is unique"
        + (f"：重复 repeated {said}" if repeated else ""),
    )
