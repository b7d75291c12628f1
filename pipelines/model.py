"""The words of the domain: what one step hands to the next.

Here belong the frozen records that travel between the steps (a Document, its Tables, a Quantity, an
Observation, what is known of a report, a Problem). Not here: how any of them is made, stored or shown.

Those of which a report has dozens are named tuples, which are made several times faster.
Names follow SDMX where it has one (region, period, indicator, measure, unit, status, breakdown).
Offsets are always characters (Unicode code points) into ``Document.text``, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    """What a figure says of its indicator."""

    LEVEL = "level"
    CHANGE_PCT = "change_pct"
    CHANGE_ABS = "change_abs"
    SHARE_PCT = "share_pct"


class Status(StrEnum):
    """Whether a figure has happened or is aimed at."""

    ACTUAL = "actual"
    TARGET = "target"


class Comparator(StrEnum):
    """How exactly the text states a value."""

    EQUAL = "="
    ABOUT = "~"
    AT_LEAST = ">="
    AT_MOST = "<="


class ReportKind(StrEnum):
    """What sort of text a file holds."""

    ANNUAL_REPORT = "annual_report"
    CASE_STATISTICS = "case_statistics"
    WORK_SUMMARY = "work_summary"
    PLAN = "plan"
    NEWS = "news"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know about a file. ``code`` is one of catalogue/problems.yaml."""

    code: str
    message: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its place in the grid (0-based) and its characters in the document text."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the reader saw as one; its cells stand in the text, a row a line, tabs between."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the file says of itself outside its text: HTML meta tags, file properties, an origin record."""

    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    r"""A file as text.

    ``text``: paragraphs are separated by ``\\n``; a table's row is one line with tabs between its cells.
    ``page_starts``: offset of the first character of each page, () where the format has no pages.
    ``reader``: name and version of the reader, e.g. ``pdf/1``. ``problems``: what the reader had to bear
    with.
    """

    text: str
    reader: str
    media_type: str
    page_starts: tuple[int, ...] = ()
    tables: tuple[Table, ...] = ()
    hints: Hints = field(default_factory=Hints)
    ocr: bool = False
    problems: tuple[Problem, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Return the 1-based page that holds the character at ``offset``; None without pages."""
        return bisect_right(self.page_starts, offset) or 1 if self.page_starts else None


class Quantity(NamedTuple):
    """A number with its unit, as the text has it, whether it has an indicator or not.

    ``value`` has 万 and 亿 folded in; ``unit`` is the unit as written (``件``, ``%``, ``个百分点``), ''
    where none.
    """

    start: int
    end: int
    surface: str
    value: float
    unit: str
    comparator: Comparator = Comparator.EQUAL


class Evidence(NamedTuple):
    """Where a figure was read: characters of the document text, the page, the sentence around it."""

    start: int
    end: int
    page: int | None
    surface: str
    sentence: str
    sentence_start: int


class Observation(NamedTuple):
    """One figure that states an indicator of the catalogue (docs/extraction.md, JSON lines).

    ``period``: ``2024`` or ``2021/2025``. ``value``: in ``unit``, the catalogue's, ``%`` or
    ``百分点``. ``evidence``: at least one place; the first is the one shown. ``rule``: the code whose
    entry holds it. ``flag``: '' or codes joined by a space.
    """

    indicator: str
    measure: Measure
    status: Status
    period: str
    value: float
    unit: str
    comparator: Comparator
    breakdown: str | None
    rule: str
    evidence: tuple[Evidence, ...]
    flag: str = ""


class Mention(NamedTuple):
    """A quantity with what became of it: the indicator it states, or the reason why it states none."""

    quantity: Quantity
    page: int | None
    indicator: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the text (confirmed by origin record and folder) says of the report itself.

    ``body``: ``government`` for a region's government or party committee and their offices, else the
    department's name without the region. ``published_on``: ISO date. Unknown is None, never a guess.
    """

    kind: ReportKind
    title: str | None = None
    publisher: str | None = None
    body: str | None = None
    region_code: str | None = None
    region_name: str | None = None
    report_year: int | None = None
    published_on: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one document."""

    report: ReportFacts
    observations: tuple[Observation, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...] = ()
