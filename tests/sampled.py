"""The samples as staging, from the truth about them: what a perfect reading of raw/ would stage.

Tests of questions and contradictions start from here, so that they say something of the warehouse alone.
"""

from __future__ import annotations

from pathlib import Path

from pipelines.catalogue.regions import Regions
from pipelines.model import Comparator, Measure, Problem, ReportKind, Status
from tests.samples import compose
from tests.staged import Report, Said, stage

PROJECT = Path(__file__).resolve().parents[1]
PLAN = "plan"


def sample_regions() -> Regions:
    """Return the regions with the samples' invented ones."""
    return Regions.load(PROJECT / "raw" / "regions.csv")


def sample_reports() -> tuple[Report, ...]:
    """Return every sample with the figures it states."""
    return tuple(_report(sample) for sample in compose.reports())


def stage_samples(warehouse: Path, before: int | None = None) -> None:
    """Stage the samples and a file that could not be read, or only those on the years before ``before``."""
    scan = Report(2025, region="990101", name="scan.pdf", problem=Problem("needs_ocr", "没有文字层"))
    reports = (*sample_reports(), scan)
    stage(warehouse, *(each for each in reports if before is None or each.year < before))


def _report(sample: compose.Report) -> Report:
    plan = PLAN in sample.stem
    figures = {
        (said.indicator, said.measure, said.status, said.period, said.value, said.breakdown): said
        for said in (
            Said(
                indicator=fact.indicator,
                value=fact.value,
                period=str(fact.period),
                measure=Measure(fact.measure),
                status=Status(fact.status),
                comparator=Comparator(fact.comparator),
                breakdown=fact.breakdown,
            )
            for fact in sample.facts
        )
    }
    return Report(
        year=sample.year,
        figures=tuple(figures.values()),
        region=sample.district,
        kind=ReportKind.PLAN if plan else ReportKind.ANNUAL_REPORT,
        name=f"{sample.stem}.{sample.format}",
        unassigned=("三批",) if plan else (),
        set_aside=("九件",) if plan else (),
    )
