"""Identities that hold for every indicator: a figure against another statement of the same thing.

Here belongs their evaluation: stated changes, shares, parts, values quoted a year later. Same convention as
arithmetic.py: an identity fails only when no combination of the figures stated holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import polars as pl

from pipelines.catalogue.indicators import indicators
from pipelines.validation.arithmetic import TINY, as_results, best_of, judge_printed
from pipelines.validation.stated import FULL, PLACE, Figures

Evaluate = Callable[[str, Figures], pl.DataFrame]


def change_pct(identity: str, figures: Figures) -> pl.DataFrame:
    """同比 x% against this year's and last year's value in the same report."""
    return _judge_pct(figures.with_both_years("change_pct"), identity)


def change_abs(identity: str, figures: Figures) -> pl.DataFrame:
    """增加 n against this year's and last year's value in the same report."""
    return _judge_abs(figures.with_both_years("change_abs"), identity)


def change_pair(identity: str, figures: Figures) -> pl.DataFrame:
    """A stated per cent against the stated amount of change and this year's value."""
    stated = figures.changes("change_pct")
    amount = figures.changes("change_abs").rename(
        {"change_value": "amount", "change_precision": "amount_precision", "change_id": "amount_id"}
    )
    pairs = stated.join(amount, on=FULL, nulls_equal=True)
    joined = pairs.join(figures.levels("this"), on=FULL, nulls_equal=True)
    before = pl.col("this_value") - pl.col("amount")
    judged = judge_printed(
        joined.filter(before > 0),
        expected=100 * pl.col("amount") / before,
        found=pl.col("change_value"),
        precision=pl.col("change_precision"),
        slack=100 * (pl.col("this_precision") + pl.col("amount_precision")) / before,
        ids=pl.concat_list("change_id", "amount_id", "this_id"),
    )
    return as_results(best_of(judged, FULL), identity)


def share(identity: str, figures: Figures) -> pl.DataFrame:
    """占 x% against the part and the whole, or the part above it, in the same report."""
    stated = figures.changes("share_pct").filter(pl.col("breakdown").is_not_null())
    parts = stated.join(figures.levels("part"), on=FULL, nulls_equal=True)
    judged = judge_printed(
        figures.with_wholes(parts).filter(pl.col("whole_value") > 0),
        expected=100 * pl.col("part_value") / pl.col("whole_value"),
        found=pl.col("change_value"),
        precision=pl.col("change_precision"),
        slack=_pct_slack("part", "whole"),
        ids=pl.concat_list("change_id", "part_id", "whole_id"),
    )
    return as_results(best_of(judged, FULL), identity)


def part_of_whole(identity: str, figures: Figures) -> pl.DataFrame:
    """A part against the part right above it; rates have no parts in this sense."""
    counted = [code for code, known in indicators().items() if known.kind != "rate"]
    parts = figures.levels("part").filter(
        pl.col("breakdown").is_not_null() & pl.col("indicator").is_in(counted)
    )
    joined = figures.with_wholes(parts, nearest=True)
    judged = joined.with_columns(
        expected=pl.col("whole_value"),
        found=pl.col("part_value"),
        tolerance=(pl.col("part_precision") + pl.col("whole_precision")) / 2,
        observation_ids=pl.concat_list("part_id", "whole_id"),
    ).with_columns(passed=pl.col("found") <= pl.col("expected") + pl.col("tolerance") + TINY)
    return as_results(best_of(judged, FULL), identity)


def previous_year(identity: str, figures: Figures) -> pl.DataFrame:
    """Last year's value as this year's report quotes it, against last year's report."""
    quoted = figures.levels("found").filter(pl.col("report_year") == pl.col("year") + 1)
    own = figures.own_levels("own")
    judged = _judge_equal(quoted.join(own, on=[*PLACE, "year"], nulls_equal=True), "found", "own")
    return as_results(best_of(judged, FULL), identity)


def change_across(identity: str, figures: Figures) -> pl.DataFrame:
    """A stated change against last year's report, where this year's does not quote last year's value."""
    own = figures.own_levels("before").with_columns(pl.col("year") + 1)
    results = []
    for measure, judge in (("change_pct", _judge_pct), ("change_abs", _judge_abs)):
        quoted = figures.with_both_years(measure).select(FULL).unique()
        stated = figures.changes(measure).filter(pl.col("report_year") == pl.col("year"))
        unquoted = stated.join(quoted, on=FULL, how="anti", nulls_equal=True)
        joined = unquoted.join(figures.levels("this"), on=FULL, nulls_equal=True)
        results.append(judge(joined.join(own, on=[*PLACE, "year"], nulls_equal=True), identity))
    return pl.concat(results)


def stated_twice(identity: str, figures: Figures) -> pl.DataFrame:
    """One figure of one report against another statement of it in the same report."""
    key = ["report_id", "indicator", "period", "breakdown"]
    values = figures.levels("found")
    # Nearly all keys stand once: their hashes say so fast, and the join below settles the rest.
    first = values.filter(values.select(key).hash_rows().is_duplicated())
    second = first.rename({f"found_{name}": f"own_{name}" for name in ("value", "precision", "id")})
    pairs = first.join(second, on=FULL, nulls_equal=True).filter(pl.col("found_id") < pl.col("own_id"))
    # Here all pairs must agree: of several the worst is shown.
    worst = (
        _judge_equal(pairs, "found", "own")
        .sort("passed", "observation_ids")
        .group_by(FULL, maintain_order=True)
        .first()
    )
    return as_results(worst, identity)


GENERAL: Mapping[str, Evaluate] = MappingProxyType(
    {
        "change_pct": change_pct,
        "change_abs": change_abs,
        "change_pair": change_pair,
        "share": share,
        "part_of_whole": part_of_whole,
        "previous_year": previous_year,
        "change_across": change_across,
        "stated_twice": stated_twice,
    }
)


def _pct_slack(part: str, whole: str) -> pl.Expr:
    return 100 * (
        pl.col(f"{part}_precision") / 2 / pl.col(f"{whole}_value")
        + pl.col(f"{part}_value") * pl.col(f"{whole}_precision") / 2 / pl.col(f"{whole}_value") ** 2
    )


def _judge_pct(joined: pl.DataFrame, identity: str) -> pl.DataFrame:
    before = pl.col("before_value")
    judged = judge_printed(
        joined.filter(before > 0),
        expected=100 * (pl.col("this_value") - before) / before,
        found=pl.col("change_value"),
        precision=pl.col("change_precision"),
        slack=_pct_slack("this", "before"),
        ids=pl.concat_list("change_id", "this_id", "before_id"),
    )
    return as_results(best_of(judged, FULL), identity)


def _judge_abs(joined: pl.DataFrame, identity: str) -> pl.DataFrame:
    judged = judge_printed(
        joined,
        expected=pl.col("this_value") - pl.col("before_value"),
        found=pl.col("change_value"),
        precision=pl.col("change_precision"),
        slack=(pl.col("this_precision") + pl.col("before_precision")) / 2,
        ids=pl.concat_list("change_id", "this_id", "before_id"),
    )
    return as_results(best_of(judged, FULL), identity)


def _judge_equal(joined: pl.DataFrame, found: str, own: str) -> pl.DataFrame:
    coarser = pl.max_horizontal(f"{found}_precision", f"{own}_precision")
    return joined.with_columns(
        expected=pl.col(f"{own}_value"),
        found=pl.col(f"{found}_value"),
        tolerance=coarser,
        observation_ids=pl.concat_list(f"{found}_id", f"{own}_id"),
    ).with_columns(
        passed=(pl.col("expected") - pl.col("found")).abs() <= pl.col("tolerance") + TINY,
    )
