"""Staging made without reading a file: what tests of the build, the checks and the releases start from.

A test says which reports state which figures; here they become the frames that the staging steps would have
written, through the same functions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from pipelines.catalogue.indicators import indicators
from pipelines.catalogue.regions import Regions
from pipelines.documents.reading import Limits
from pipelines.model import (
    Comparator,
    Document,
    Evidence,
    Extraction,
    Measure,
    Mention,
    Observation,
    Problem,
    Quantity,
    ReportFacts,
    ReportKind,
    Status,
)
from pipelines.sources.scan import RawFile
from pipelines.warehouse.document_rows import document_columns, failure_columns, file_columns
from pipelines.warehouse.extraction_rows import ReportRows, extracted, failed
from pipelines.warehouse.frames import DOCUMENTS, OBSERVATIONS, QUANTITIES, REPORTS
from pipelines.warehouse.store import Staging

WEIDU = "411002"
JIANAN = "411003"


@dataclass(frozen=True)
class Said:
    """One figure that a report states."""

    indicator: str
    value: float
    period: str | None = None
    measure: Measure = Measure.LEVEL
    status: Status = Status.ACTUAL
    comparator: Comparator = Comparator.EQUAL
    breakdown: str | None = None
    surface: str | None = None

    @property
    def unit(self) -> str:
        return (
            "%"
            if self.measure in (Measure.CHANGE_PCT, Measure.SHARE_PCT)
            else indicators()[self.indicator].unit
        )

    @property
    def shown(self) -> str:
        return self.surface or f"{self.value:.10g}{self.unit}"


@dataclass(frozen=True)
class Report:
    """One report and all that it states. With ``problem`` it could not be read.

    ``set_aside``: second values of what it has stated already.
    """

    year: int
    figures: tuple[Said, ...] = ()
    region: str | None = WEIDU
    body: str | None = "government"
    kind: ReportKind = ReportKind.ANNUAL_REPORT
    name: str = "report.txt"
    problem: Problem | None = None
    unassigned: tuple[str, ...] = field(default=())
    set_aside: tuple[str, ...] = field(default=())
    sha256: str | None = None

    @property
    def path(self) -> str:
        return f"{self.year}/{self.region or 'unknown'}/{self.name}"

    @property
    def digest(self) -> str:
        return self.sha256 or hashlib.sha256(repr(replace(self, sha256=None)).encode()).hexdigest()


def stage(warehouse: Path, *reports: Report) -> Staging:
    """Write the staging of these reports, each in the partition of its year."""
    staging = Staging.of(warehouse)
    years = {report.year for report in reports} | {int(each) for each in staging.partitions()}
    for year in sorted(years):
        _stage_year(staging, str(year), [report for report in reports if report.year == year])
    return staging


def series(first: int, values: Sequence[float], indicator: str = "mediation.cases") -> tuple[Report, ...]:
    """Return a report a year, each stating one value."""
    return tuple(Report(first + n, (Said(indicator, value),)) for n, value in enumerate(values))


def known_regions() -> Regions:
    """Return the regions of the catalogue."""
    return Regions.load()


def _stage_year(staging: Staging, partition: str, reports: Sequence[Report]) -> None:
    pairs = [_rows(report) for report in reports]
    rows = [rows for _, rows in pairs]
    staging.write_documents(
        partition, pl.DataFrame([document for document, _ in pairs], schema=DOCUMENTS).sort("relative")
    )
    staging.write_extracted(
        partition,
        pl.DataFrame([each.report for each in rows], schema=REPORTS).sort("relative"),
        pl.DataFrame([row for each in rows for row in each.observations], schema=OBSERVATIONS),
        pl.DataFrame([row for each in rows for row in each.quantities], schema=QUANTITIES),
    )


def _rows(report: Report) -> tuple[dict[str, object], ReportRows]:
    file = RawFile(
        path=Path("raw") / report.path,
        relative=report.path,
        sha256=report.digest,
        size=len(report.figures) * 20,
        origin=None,
        folder_year=report.year,
        folder_region=report.region,
        problem=None,
    )
    text, observations, mentions = _text(report)
    columns = (
        failure_columns(report.problem, Limits())
        if report.problem
        else document_columns(Document(text=text, reader="text/1", media_type="text/plain"), Limits())
    )
    row = {**dict.fromkeys(DOCUMENTS.names()), **file_columns(file), **columns}
    known = {**row, "inputs": report.digest, "rules_version": "test"}
    if report.problem:
        return row, failed(known, report.problem)
    facts = ReportFacts(
        kind=report.kind,
        title=f"{report.year}年度法治政府建设年度报告",
        body=report.body,
        region_code=report.region,
        region_name="某区" if report.region else None,
        report_year=report.year,
    )
    return row, extracted(known, Extraction(facts, observations, mentions))


def _text(report: Report) -> tuple[str, tuple[Observation, ...], tuple[Mention, ...]]:
    text, observations, mentions = "", [], []
    for said in report.figures:
        sentence = f"{indicators()[said.indicator].name_zh}为{said.shown}。"
        start = len(text) + sentence.index(said.shown)
        end = start + len(said.shown)
        place = Evidence(start, end, None, said.shown, sentence, len(text))
        observations.append(_observation(said, report, place))
        mentions.append(
            Mention(_quantity(said.shown, start, said.value, said.unit), None, said.indicator, None)
        )
        text += sentence
    left = [(surface, "no_rule") for surface in report.unassigned]
    for surface, reason in left + [(surface, "second_figure") for surface in report.set_aside]:
        mentions.append(Mention(_quantity(surface, len(text), 1.0, surface[1:]), None, None, reason))
        text += f"{surface}。"
    return text or "无数字。", tuple(observations), tuple(mentions)


def _quantity(surface: str, start: int, value: float, unit: str) -> Quantity:
    return Quantity(start, start + len(surface), surface, value, unit)


def _observation(said: Said, report: Report, place: Evidence) -> Observation:
    return Observation(
        indicator=said.indicator,
        measure=said.measure,
        status=said.status,
        period=said.period or str(report.year),
        value=said.value,
        unit=said.unit,
        comparator=said.comparator,
        breakdown=said.breakdown,
        rule="test",
        evidence=(place,),
    )
