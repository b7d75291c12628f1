"""What the tests of extraction share: a sentence told as the body of an invented county's report of 2023."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipelines.catalogue.regions import Regions
from pipelines.extraction.engine import Context, extract
from pipelines.model import Document, Extraction, Hints, Observation

TITLE = "示例县人民政府关于2023年度法治政府建设情况的报告"


class Told(NamedTuple):
    """A row without its evidence, with the usual case as defaults."""

    indicator: str
    value: float
    measure: str = "level"
    period: str = "2023"
    breakdown: str | None = None
    status: str = "actual"
    comparator: str = "="


@cache
def regions() -> Regions:
    return Regions.load(None)


def read(text: str, *, year: int | None = None, hints: Hints | None = None) -> Extraction:
    """Return the extraction of a whole text."""
    document = Document(text, "text/1", "text/plain", hints=hints or Hints())
    return extract(document, Context(regions(), "told.txt", report_year=year))


def told(body: str, *, title: str = TITLE) -> set[Told]:
    """Return the rows that a body under a title states."""
    return rows(read(f"{title}\n\n{body}"))


def rows(extraction: Extraction) -> set[Told]:
    """Return the rows of an extraction."""
    return {row(observation) for observation in extraction.observations}


def row(observation: Observation) -> Told:
    """Return an observation as a row."""
    return Told(
        observation.indicator,
        observation.value,
        observation.measure.value,
        observation.period,
        observation.breakdown,
        observation.status.value,
        observation.comparator.value,
    )


def reasons(body: str, *, title: str = TITLE) -> dict[str, str | None]:
    """Return by surface what became of the numbers of a body: the indicator or the reason."""
    mentions = read(f"{title}\n\n{body}").mentions
    return {mention.quantity.surface: mention.indicator or mention.reason for mention in mentions}


def of(code: str, text: str, title: str = TITLE) -> set[Told]:
    """Return the rows of one indicator."""
    return {row for row in told(text, title=title) if row.indicator == code}


def parts(
    text: str, code: str = "reconsideration.received", title: str = TITLE, period: str = "2023"
) -> dict[str | None, float]:
    """Return what an indicator has come to in a period by part."""
    wanted = code, "level", "actual", period
    return {
        row.breakdown: row.value
        for row in told(text, title=title)
        if (row.indicator, row.measure, row.status, row.period) == wanted
    }


def levels(text: str, title: str = TITLE) -> set[tuple[str, float]]:
    """Return the whole-body levels."""
    return {
        (row.indicator, row.value)
        for row in told(text, title=title)
        if row.measure == "level" and row.breakdown is None
    }
