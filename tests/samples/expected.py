"""The truth about the samples: every observation that a careful reader takes from them."""

from __future__ import annotations

from tests.samples.compose import reports
from tests.samples.figures import load_yaml
from tests.samples.phrasing import Fact


def facts() -> tuple[Fact, ...]:
    """Return what all samples state, report by report, the deliberate contradictions as stated."""
    return tuple(fact for report in reports() for fact in report.facts)


def headlines() -> dict[tuple[str, int, str, int, str], float]:
    """Return the whole-body levels: (region, report year, indicator, period, status) → value."""
    return {
        (fact.region_code, fact.report_year, fact.indicator, fact.period, fact.status): fact.value
        for fact in facts()
        if fact.measure == "level" and fact.breakdown is None
    }


def series(indicator: str) -> list[tuple[str, str, float]]:
    """Return an indicator as each year's own report states it: (region, period, value)."""
    names = {code: district["name"] for code, district in load_yaml("samples.yaml")["districts"].items()}
    rows = {
        (names[region], str(period), value)
        for (region, year, code, period, status), value in headlines().items()
        if code == indicator and period == year and status == "actual"
    }
    return sorted(rows)


def contradictions() -> dict[str, dict[str, object]]:
    """Return by name what the reports get wrong on purpose."""
    return dict(load_yaml("samples.yaml")["contradictions"])
