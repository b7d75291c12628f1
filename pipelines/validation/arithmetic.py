"""Identities inside a report: rates, sums, at most.

Here belongs their evaluation over a frame of figures, all reports at once. Figures that a report states twice
with different values are tried in every combination: an identity fails only when no combination holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import polars as pl

from pipelines.validation.identities import AtMost, Rate, Sum

# What a frame of figures must have; see sql/staging/stg_observation.yml.
FIGURE_COLUMNS = (
    "observation_id",
    "report_id",
    "region_code",
    "body",
    "report_year",
    "indicator",
    "measure",
    "status",
    "period",
    "breakdown",
    "value",
    "comparator",
    "precision",
)

# One result of one identity; the first of observation_ids is the figure that is checked.
_RESULT: dict[str, Any] = {
    "identity": pl.String,
    "report_id": pl.String,
    "region_code": pl.String,
    "body": pl.String,
    "period": pl.String,
    "breakdown": pl.String,
    "indicator": pl.String,
    "observation_ids": pl.List(pl.String),
    "expected": pl.Float64,
    "found": pl.Float64,
    "tolerance": pl.Float64,
    "passed": pl.Boolean,
}
RESULT = pl.Schema(_RESULT)

KEY = ["report_id", "region_code", "body", "period", "breakdown"]
TINY = 1e-6  # what floats may lose


def levels(figures: pl.DataFrame) -> pl.DataFrame:
    """Return the figures that arithmetic can use: exact values of what has happened."""
    return figures.filter(
        (pl.col("measure") == "level") & (pl.col("status") == "actual") & (pl.col("comparator") == "=")
    )


def rate(identity: Rate, figures: pl.DataFrame) -> pl.DataFrame:
    """Check a rate against its counts."""
    stated = named(figures, identity.rate, "rate").join(
        named(figures, identity.part, "part"), on=KEY, nulls_equal=True
    )
    tried = []
    for place, codes in enumerate(identity.whole):
        whole = _summed(figures, codes, "whole")
        tried.append(stated.join(whole, on=KEY, nulls_equal=True).with_columns(place=pl.lit(place)))
    part, whole_value = pl.col("part_value"), pl.col("whole_value")
    slack = 100 * (
        pl.col("part_precision") / 2 / whole_value + part * pl.col("whole_precision") / 2 / whole_value**2
    )
    judged = judge_printed(
        pl.concat(tried).filter(whole_value > 0),
        expected=100 * part / whole_value,
        found=pl.col("rate_value"),
        precision=pl.col("rate_precision"),
        slack=slack,
        ids=pl.concat_list("rate_id", "part_id").list.concat("whole_ids"),
    )
    if identity.at_least:
        judged = judged.with_columns(pl.col("passed") | (pl.col("found") > pl.col("expected")))
    best = best_of(judged, KEY)
    defined = judged.filter(pl.col("place") == 0).select(KEY).unique()
    kept = best.join(defined.with_columns(defined=True), on=KEY, how="left", nulls_equal=True)
    return as_results(kept.filter(pl.col("passed") | pl.col("defined")), identity.id, identity.rate)


def total(identity: Sum, figures: pl.DataFrame) -> pl.DataFrame:
    """Check a total against the sum of its parts."""
    joined = named(figures, identity.total, "total").join(
        _summed(figures, identity.parts, "whole"), on=KEY, nulls_equal=True
    )
    judged = joined.with_columns(
        expected=pl.col("whole_value"),
        found=pl.col("total_value"),
        tolerance=(pl.col("total_precision") + pl.col("whole_precision")) / 2,
        observation_ids=pl.concat_list("total_id").list.concat("whole_ids"),
    ).with_columns(
        passed=(pl.col("expected") - pl.col("found")).abs() <= pl.col("tolerance") + TINY,
    )
    return as_results(best_of(judged, KEY), identity.id, identity.total)


def at_most(identity: AtMost, figures: pl.DataFrame) -> pl.DataFrame:
    """Check that parts together are at most their whole; of a part stated twice the smaller counts."""
    parts = (
        figures.filter(pl.col("indicator").is_in(identity.parts))
        .sort("value", "observation_id")
        .group_by([*KEY, "indicator"], maintain_order=True)
        .first()
        .group_by(KEY, maintain_order=True)
        .agg(
            pl.col("value").sum().alias("part_value"),
            pl.col("precision").sum().alias("part_precision"),
            pl.col("observation_id").alias("part_ids"),
        )
    )
    joined = parts.join(_summed(figures, identity.whole, "whole"), on=KEY, nulls_equal=True)
    judged = joined.with_columns(
        expected=pl.col("whole_value"),
        found=pl.col("part_value"),
        tolerance=(pl.col("part_precision") + pl.col("whole_precision")) / 2,
        observation_ids=pl.col("part_ids").list.concat("whole_ids"),
    ).with_columns(passed=pl.col("found") <= pl.col("expected") + pl.col("tolerance") + TINY)
    return as_results(best_of(judged, KEY), identity.id, identity.parts[0])


def named(figures: pl.DataFrame, code: str, prefix: str) -> pl.DataFrame:
    """Return the figures of one indicator by key, their value, precision and id under ``prefix``."""
    return figures.filter(pl.col("indicator") == code).select(
        *KEY,
        pl.col("value").alias(f"{prefix}_value"),
        pl.col("precision").alias(f"{prefix}_precision"),
        pl.col("observation_id").alias(f"{prefix}_id"),
    )


def judge_printed(
    frame: pl.DataFrame,
    *,
    expected: pl.Expr,
    found: pl.Expr,
    precision: pl.Expr,
    slack: pl.Expr,
    ids: pl.Expr,
) -> pl.DataFrame:
    """Judge a printed figure against what it should be: rounded or cut off at its last digit, both are fair.

    Args:
        frame: one row per combination of figures.
        expected: what the arithmetic gives.
        found: the figure as printed.
        precision: one unit of its last digit.
        slack: how far the arithmetic itself is uncertain.
        ids: the observations, the printed figure's first.
    """
    judged = frame.with_columns(
        expected=expected, found=found, tolerance=precision / 2 + slack, observation_ids=ids
    )
    size, printed = pl.col("expected").abs(), pl.col("found").abs()
    rounded = (pl.col("expected") - pl.col("found")).abs() <= pl.col("tolerance") + TINY
    same_sign = pl.col("expected") * pl.col("found") >= 0
    cut_off = same_sign & (size >= printed) & (size < printed + precision + slack)
    return judged.with_columns(passed=rounded | cut_off)


def best_of(judged: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """Of all combinations with one key return the one that holds, else the one that fails least."""
    return (
        judged.with_columns(error=(pl.col("expected") - pl.col("found")).abs())
        .sort("passed", "error", "observation_ids", descending=[True, False, False])
        .group_by(key, maintain_order=True)
        .first()
    )


def as_results(judged: pl.DataFrame, identity: str, indicator: str | None = None) -> pl.DataFrame:
    """Return judged rows in the declared schema of results."""
    frame = judged.with_columns(pl.lit(identity).alias("identity"))
    if indicator is not None:
        frame = frame.with_columns(pl.lit(indicator).alias("indicator"))
    return frame.select(RESULT.names()).cast(RESULT)


def _summed(figures: pl.DataFrame, codes: Sequence[str], prefix: str) -> pl.DataFrame:
    """Return, by key, the sums of one figure of every code, in every combination."""
    frames = [named(figures, code, f"n{place}") for place, code in enumerate(codes)]
    joined = reduce(lambda left, right: left.join(right, on=KEY, nulls_equal=True), frames)
    places = range(len(codes))
    return joined.select(
        *KEY,
        pl.sum_horizontal(f"n{n}_value" for n in places).alias(f"{prefix}_value"),
        pl.sum_horizontal(f"n{n}_precision" for n in places).alias(f"{prefix}_precision"),
        pl.concat_list([f"n{n}_id" for n in places]).alias(f"{prefix}_ids"),
    )
