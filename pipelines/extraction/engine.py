"""A Document becomes an Extraction: the passes in their order.

Here belongs the sequence only: normalise → facts and place → numbers → layout and topics → grids → figures →
cells → walk → totals → resolution and account. What a pass decides stands in its package.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from pipelines.catalogue.regions import Regions
from pipelines.extraction.facts.authors import court
from pipelines.extraction.facts.place import Place, place_report
from pipelines.extraction.facts.report import Facts, read_facts
from pipelines.extraction.facts.reporter import reporter_of, usual_topics
from pipelines.extraction.figures.settling import figures
from pipelines.extraction.quantities.numbers import Number, find_numbers
from pipelines.extraction.quantities.units import TALLY
from pipelines.extraction.resolution.groups import resolve
from pipelines.extraction.resolution.observations import account, observations
from pipelines.extraction.resolution.rows import Row, rows_of
from pipelines.extraction.rules.drafts import Known
from pipelines.extraction.rules.rule_files import rules_version
from pipelines.extraction.tables.cells import CellRow
from pipelines.extraction.tables.grid_cells import read_grid
from pipelines.extraction.tables.grids import Grid, find_grids
from pipelines.extraction.tables.table_sums import settle_by_totals
from pipelines.extraction.text.layout import layout
from pipelines.extraction.text.normalise import ReadingText, normalise
from pipelines.extraction.topics.in_force import Topics
from pipelines.extraction.walk import Walk
from pipelines.model import Document, Extraction, Measure, Problem, ReportFacts

__all__ = ["Context", "Passed", "conclude", "extract", "pass_through", "rules_version"]


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a file beside its text; year and region code are hints of folder or origin."""

    regions: Regions
    path: str
    report_year: int | None = None
    region_code: str | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """What the passes have made of a document when nothing is resolved yet."""

    reading: ReadingText
    facts: Facts
    place: Place
    walk: Walk
    cells: tuple[CellRow, ...]
    tallies: tuple[Number, ...]
    problems: tuple[Problem, ...]


def extract(document: Document, context: Context) -> Extraction:
    """Return the facts, observations, mentions and problems of one document."""
    return conclude(pass_through(document, context), document, context)


def pass_through(document: Document, context: Context) -> Passed:
    """Return what every pass up to the rules and sums decides about a document."""
    reading = normalise(document.text)
    facts, problems = _facts(reading, document, context)
    place = place_report(facts, reading.text, context.regions, context.region_code, context.path)
    facts = replace(facts, body=court(facts.body, place.level))
    numbers = find_numbers(reading.text)
    counted = [number for number in numbers if number.unit_class != TALLY]
    walk, cells = _figures(reading, facts, place, counted)
    tallies = tuple(number for number in numbers if number.unit_class == TALLY)
    return Passed(reading, facts, place, walk, tuple(cells), tallies, (*problems, *place.problems))


def conclude(passed: Passed, document: Document, context: Context) -> Extraction:
    """Return the rows that a document states, each once, and the account of all its quantities."""
    facts, place, reading = passed.facts, passed.place, passed.reading
    rows, told = rows_of(passed.walk, passed.cells, passed.tallies)
    groups, lost = resolve(rows, reading.text, reporter_of(facts, place).region)
    problems = [*passed.problems, *_nothing(rows, len(told), context)]
    report = ReportFacts(
        kind=facts.kind,
        title=facts.title,
        publisher=facts.publisher,
        body=facts.body,
        region_code=place.code,
        region_name=place.name,
        report_year=facts.year,
        published_on=facts.published_on,
    )
    stated = observations(groups, document, reading)
    return Extraction(report, stated, account(told, lost, document, reading), tuple(problems))


def _facts(reading: ReadingText, document: Document, context: Context) -> tuple[Facts, list[Problem]]:
    facts = read_facts(reading.text, document.hints)
    problems: list[Problem] = []
    if facts.year is None and context.report_year is not None:
        facts = facts.with_year(context.report_year)
    elif context.report_year is not None and facts.year != context.report_year:
        problems.append(
            Problem(
                "year_contradiction",
                f"the text says {facts.year}, its folder or origin record {context.report_year}",
                context.path,
            )
        )
    if facts.year is None:
        problems.append(Problem("year_unknown", "no year in the title, the text or the dates", context.path))
    return facts, problems


def _figures(
    reading: ReadingText, facts: Facts, place: Place, numbers: list[Number]
) -> tuple[Walk, list[CellRow]]:
    text = reading.text
    shape = layout(text)
    topics = Topics(text, shape, usual_topics(facts.body), facts.title)
    grids = find_grids(text)
    begins = [grid.start for grid in grids]
    if grids:
        numbers = [number for number in numbers if not _within(number.start, grids, begins)]
    found = figures(text, numbers, shape, topics, facts)
    cells = [cell for grid in grids for cell in read_grid(grid, text, topics, facts)]
    walk = Walk(found, text, reporter_of(facts, place, text), _wholes(cells))
    walk.read()
    return walk, settle_by_totals(cells, [*_wholes(cells), *walk.wholes()])


def _wholes(cells: list[CellRow]) -> list[Known]:
    return [
        Known(cell.indicator, cell.period, cell.number.value)
        for cell in cells
        if cell.indicator and cell.period and cell.breakdown is None and cell.measure is Measure.LEVEL
    ]


def _within(offset: int, grids: list[Grid], begins: list[int]) -> bool:
    before = bisect_right(begins, offset)
    return before > 0 and offset < grids[before - 1].end


def _nothing(rows: list[Row], numbers: int, context: Context) -> list[Problem]:
    if rows:
        return []
    return [
        Problem(
            "no_figures",
            f"{numbers} numbers, none of them of an indicator of the catalogue",
            context.path,
        )
    ]
