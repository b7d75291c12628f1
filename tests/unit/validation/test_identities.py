"""Identities: each type holds where the arithmetic does, fails where it does not, and is silent otherwise."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from pipelines.validation.arithmetic import FIGURE_COLUMNS
from pipelines.validation.evaluate import disputes, evaluate
from pipelines.validation.identities import identities

BLANK: dict[str, Any] = {
    "report_id": "r",
    "region_code": "411002",
    "body": "government",
    "report_year": 2024,
    "measure": "level",
    "status": "actual",
    "period": "2024",
    "breakdown": None,
    "comparator": "=",
    "precision": 0.0,
}
TYPES: dict[str, Any] = {
    "breakdown": pl.String,
    "region_code": pl.String,
    "value": pl.Float64,
    "precision": pl.Float64,
    "report_year": pl.Int32,
}


def judged(*figures: dict[str, Any]) -> dict[tuple[str, str | None], bool]:
    """Evaluate figures; return whether each identity held, by its name and the report it is about."""
    rows = [{**BLANK, "observation_id": f"o{n}", **figure} for n, figure in enumerate(figures)]
    frame = pl.DataFrame(rows, schema_overrides=TYPES).select(FIGURE_COLUMNS)
    return {
        (row["identity"], row["report_id"]): row["passed"] for row in evaluate(frame).iter_rows(named=True)
    }


def level(indicator: str, value: float, **more: Any) -> dict[str, Any]:
    return {"indicator": indicator, "value": float(value), **more}


def success(succeeded: float, cases: float, rate: float, precision: float) -> bool:
    found = judged(
        level("mediation.succeeded", succeeded),
        level("mediation.cases", cases),
        level("mediation.success_rate", rate, precision=precision),
    )
    return found["mediation_success_rate", "r"]


def test_a_rate_may_be_rounded_or_cut_off_at_its_last_digit() -> None:
    assert success(2, 3, 66.67, 0.01)
    assert success(2, 3, 66.66, 0.01)
    assert success(2, 3, 67, 1)
    assert success(1971, 2000, 98.5, 0.1)
    assert success(1971, 2000, 98.6, 0.1)


def test_a_rate_beyond_its_rounding_fails() -> None:
    assert not success(2, 3, 66.65, 0.01)
    assert not success(2, 3, 66.68, 0.01)
    assert not success(1971, 2000, 98.7, 0.1)


def test_rounded_counts_widen_what_a_rate_may_be() -> None:
    found = judged(
        level("mediation.succeeded", 12000, precision=1000),
        level("mediation.cases", 12500),
        level("mediation.success_rate", 98.5, precision=0.1),
    )
    assert found["mediation_success_rate", "r"]


def test_about_and_targets_are_not_arithmetic() -> None:
    found = judged(
        level("mediation.succeeded", 2, comparator="~"),
        level("mediation.cases", 3),
        level("mediation.success_rate", 10, precision=1, status="target"),
    )
    assert found == {}


def test_figures_of_another_part_are_not_compared() -> None:
    found = judged(
        level("mediation.succeeded", 9, breakdown="某镇"),
        level("mediation.cases", 3, breakdown="另一镇"),
    )
    assert found == {}


def test_of_several_bases_the_one_that_fits_is_meant() -> None:
    figures = [
        level("reconsideration.accepted", 100),
        level("reconsideration.carried_over", 20),
        level("reconsideration.concluded", 108),
        level("reconsideration.conclusion_rate", 90, precision=1),
    ]
    assert judged(*figures)["reconsideration_conclusion_rate", "r"]
    figures[-1] = level("reconsideration.conclusion_rate", 80, precision=1)
    assert not judged(*figures)["reconsideration_conclusion_rate", "r"]


def test_a_rate_without_its_own_base_is_not_judged_by_another() -> None:
    found = judged(
        level("reconsideration.received", 200),
        level("reconsideration.concluded", 90),
        level("reconsideration.conclusion_rate", 95, precision=1),
    )
    assert ("reconsideration_conclusion_rate", "r") not in found


CORRECTED = ("revoked", "changed", "confirmed_illegal", "ordered_to_perform")


def test_a_total_is_the_sum_of_its_parts_where_all_are_stated() -> None:
    parts = [level(f"reconsideration.{name}", n) for n, name in enumerate(CORRECTED, start=1)]
    assert judged(level("reconsideration.corrected", 10), *parts)["reconsideration_corrected_sum", "r"]
    assert not judged(level("reconsideration.corrected", 12), *parts)["reconsideration_corrected_sum", "r"]
    incomplete = judged(level("reconsideration.corrected", 12), *parts[:3])
    assert ("reconsideration_corrected_sum", "r") not in incomplete


def test_parts_may_be_fewer_than_their_whole_but_not_more() -> None:
    whole = level("lawyer.litigation_cases", 100)
    fewer = judged(whole, level("lawyer.civil_cases", 60), level("lawyer.criminal_cases", 30))
    more = judged(whole, level("lawyer.civil_cases", 80), level("lawyer.criminal_cases", 30))
    assert fewer["lawyer_cases_of_total", "r"]
    assert not more["lawyer_cases_of_total", "r"]


def change(value: float, precision: float = 0.1, **more: Any) -> dict[str, Any]:
    return level("litigation.cases", value, measure="change_pct", precision=precision, **more)


def test_a_stated_change_fits_the_two_years_of_one_report() -> None:
    both = [level("litigation.cases", 125), level("litigation.cases", 100, period="2023")]
    assert judged(*both, change(25.0))["change_pct_of_levels", "r"]
    assert not judged(*both, change(20.0))["change_pct_of_levels", "r"]
    amount = level("litigation.cases", 30, measure="change_abs")
    assert not judged(*both, amount)["change_abs_of_levels", "r"]


def test_a_fall_is_compared_with_its_sign() -> None:
    both = [level("litigation.cases", 75), level("litigation.cases", 100, period="2023")]
    assert judged(*both, change(-25.0))["change_pct_of_levels", "r"]
    assert not judged(*both, change(25.0))["change_pct_of_levels", "r"]


def test_per_cent_and_amount_of_a_change_fit_each_other() -> None:
    this, amount = level("litigation.cases", 125), level("litigation.cases", 25, measure="change_abs")
    assert judged(this, amount, change(25.0))["change_pair", "r"]
    assert not judged(this, amount, change(31.0))["change_pair", "r"]


def test_a_share_fits_the_part_and_the_whole() -> None:
    figures = [level("litigation.cases", 200), level("litigation.cases", 50, breakdown="公安")]
    fits = level("litigation.cases", 25, measure="share_pct", precision=1, breakdown="公安")
    assert judged(*figures, fits)["share_of_levels", "r"]
    assert not judged(*figures, {**fits, "value": 35.0})["share_of_levels", "r"]


def test_a_share_may_be_of_the_part_above() -> None:
    found = judged(
        level("litigation.cases", 400),
        level("litigation.cases", 200, breakdown="公安"),
        level("litigation.cases", 50, breakdown="公安/交警"),
        level("litigation.cases", 25, measure="share_pct", precision=1, breakdown="公安/交警"),
    )
    assert found["share_of_levels", "r"]


def test_a_part_is_at_most_its_whole() -> None:
    parts = [level("litigation.cases", 200), level("litigation.cases", 250, breakdown="公安")]
    assert not judged(*parts)["part_of_whole", "r"]
    rates = [level("litigation.lost_rate", 5), level("litigation.lost_rate", 9, breakdown="公安")]
    assert judged(*rates) == {}


def last_year(value: float) -> dict[str, Any]:
    return level("litigation.cases", value, report_id="old", report_year=2023, period="2023")


def test_last_years_value_as_quoted_is_compared_with_last_years_report() -> None:
    quoted = level("litigation.cases", 100, period="2023")
    assert judged(quoted, last_year(100))["previous_year_value", "r"]
    assert not judged(quoted, last_year(103))["previous_year_value", "r"]


def test_another_body_of_the_region_is_another_series() -> None:
    quoted = level("litigation.cases", 100, period="2023")
    assert judged(quoted, {**last_year(103), "body": "司法局"}) == {}
    assert judged({**quoted, "region_code": None}, {**last_year(103), "region_code": None}) == {}


def test_a_stated_change_is_compared_with_last_years_report() -> None:
    this = level("litigation.cases", 125)
    assert judged(this, change(25.0), last_year(100))["change_against_last_report", "r"]
    assert not judged(this, change(25.0), last_year(110))["change_against_last_report", "r"]


def test_a_report_that_contradicts_itself_is_found() -> None:
    twice = judged(level("litigation.cases", 125), level("litigation.cases", 152))
    assert not twice["stated_twice", "r"]
    rounded = judged(level("mediation.cases", 12345), level("mediation.cases", 12000, precision=1000))
    assert rounded["stated_twice", "r"]


def test_a_failure_names_the_figure_that_is_checked_first() -> None:
    rows = [
        {**BLANK, "observation_id": name, "indicator": indicator, "value": value, "precision": 1.0}
        for name, indicator, value in (
            ("cases", "mediation.cases", 10.0),
            ("rate", "mediation.success_rate", 50.0),
            ("succeeded", "mediation.succeeded", 9.0),
        )
    ]
    frame = pl.DataFrame(rows, schema_overrides=TYPES)
    found = evaluate(frame).filter(pl.col("identity") == "mediation_success_rate").row(0, named=True)
    assert found["observation_ids"] == ["rate", "succeeded", "cases"]
    assert (found["expected"], found["found"], found["passed"]) == (90.0, 50.0, False)


def test_failures_that_share_a_figure_are_one_dispute() -> None:
    rows = [
        {**BLANK, "observation_id": name, "indicator": indicator, "value": value}
        for name, indicator, value in (
            ("a", "mediation.succeeded", 12.0),
            ("b", "mediation.cases", 10.0),
            ("c", "mediation.success_rate", 50.0),
            ("d", "lawyer.firms", 9.0),
            ("e", "lawyer.lawyers", 2.0),
        )
    ]
    results = evaluate(pl.DataFrame(rows, schema_overrides=TYPES))
    found = dict(zip(results["identity"], disputes(results), strict=True))
    assert found["mediation_success_rate"] == found["mediation_succeeded_of_cases"] == "a"
    assert found["lawyer_firms_of_lawyers"] == "d"


def test_no_figures_give_no_results() -> None:
    assert evaluate(
        pl.DataFrame(schema={name: TYPES.get(name, pl.String) for name in FIGURE_COLUMNS})
    ).is_empty()


def test_there_are_at_least_forty_identities_with_words_in_both_languages() -> None:
    assert len(identities()) >= 40
    assert all(identity.zh and identity.en for identity in identities())


@pytest.mark.parametrize("order", [1, -1])
def test_results_do_not_depend_on_the_order_of_figures(order: int) -> None:
    figures = [level("mediation.succeeded", 9), level("mediation.cases", 10), level("mediation.cases", 12)]
    rows = [{**BLANK, "observation_id": f"o{n}", **figure} for n, figure in enumerate(figures)][::order]
    frame = pl.DataFrame(rows, schema_overrides=TYPES)
    straight = evaluate(frame.sort("observation_id"))
    assert evaluate(frame).equals(straight)
