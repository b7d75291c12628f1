"""Drafts become rows, each key once, and every quantity is accounted for.

Here belongs what decides between drafts of one key: equal ones merge with all their evidence; one headline per
indicator, period and measure; what is left gets its reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.catalogue.indicators import indicators
from pipelines.extraction import scope
from pipelines.extraction.normalise import Reading as ReadingText
from pipelines.extraction.quantities import Number
from pipelines.extraction.reading import Reading
from pipelines.extraction.tables import CellRow
from pipelines.model import Document, Evidence, Measure, Mention, Observation, Quantity, Status

_Key = tuple[str, str, str, str, str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A draft with its number, or a number with the reason why it states nothing (``indicator`` None)."""

    number: Number
    indicator: str | None
    measure: Measure
    status: Status
    period: str | None
    breakdown: str | None
    value: float
    score: int
    rest: str
    reason: str | None
    sentence: tuple[int, int]
    table: bool = False

    @property
    def key(self) -> _Key:
        """What makes two rows speak of the same figure."""
        return (self.indicator or "", self.measure, self.status, self.period or "", self.breakdown)


def rows_of(walk: Reading, cells: Iterable[CellRow]) -> tuple[list[Row], list[Row]]:
    """Return the rows that state an indicator, and one row for each number."""
    rows: list[Row] = []
    mentions: list[Row] = []
    for at, figure in enumerate(walk.figures):
        span = (figure.sentence_start, figure.sentence_start + len(figure.sentence))
        drafts = walk.drafts[at]
        made = [
            Row(
                figure.number,
                draft.indicator,
                draft.measure,
                figure.status,
                draft.period,
                draft.breakdown,
                draft.value,
                draft.score,
                draft.rest,
                None,
                span,
            )
            for draft in drafts
            if draft.period
        ]
        rows += made
        mentions.append(
            made[0]
            if made
            else Row(
                figure.number,
                None,
                figure.measure,
                figure.status,
                figure.period,
                None,
                figure.number.value,
                0,
                "",
                walk.reasons[at] or "no_rule",
                span,
            )
        )
    for cell in cells:
        span = (cell.number.start, cell.number.end)
        row = Row(
            cell.number,
            cell.indicator,
            cell.measure,
            cell.status,
            cell.period,
            cell.breakdown,
            cell.number.value,
            cell.score,
            "",
            cell.reason,
            span,
            table=True,
        )
        mentions.append(row)
        if cell.indicator:
            rows.append(row)
    mentions.sort(key=lambda row: row.number.start)
    return rows, mentions


def resolve(
    rows: list[Row], document: Document, reading: ReadingText
) -> tuple[tuple[Observation, ...], dict[int, str | None]]:
    """Return the observations, and for each number's start the reason that took its row away (None: it stays)."""
    kept: dict[_Key, list[Row]] = {}
    lost: dict[int, str | None] = {}
    for row in sorted(rows, key=lambda item: item.number.start):
        same = kept.get(row.key)
        if same is None:
            kept[row.key] = [row]
        elif _equal(same[0], row):
            same.append(row)
        else:
            moved = _as_part(row, kept)
            if moved is None:
                lost[row.number.start] = "second_figure"
    return tuple(_observation(group, document, reading) for group in kept.values()), lost


def _equal(left: Row, right: Row) -> bool:
    return abs(left.value - right.value) <= 1e-9 * max(1.0, abs(left.value), abs(right.value))


def _as_part(row: Row, kept: dict[_Key, list[Row]]) -> Row | None:
    """A second figure for a key is a part named by the words the rule left over, or it is not stated."""
    label = scope.part_label(row.rest[-16:]) if row.rest and not row.breakdown else ""
    if not label or not scope.restricts(label):
        return None
    part = Row(
        row.number,
        row.indicator,
        row.measure,
        row.status,
        row.period,
        label,
        row.value,
        row.score,
        row.rest,
        None,
        row.sentence,
        row.table,
    )
    if part.key in kept:
        return None
    kept[part.key] = [part]
    return part


def _observation(group: list[Row], document: Document, reading: ReadingText) -> Observation:
    first = group[0]
    indicator = indicators()[first.indicator or ""]
    unit = indicator.unit
    if first.measure in (Measure.CHANGE_PCT, Measure.SHARE_PCT):
        unit = "%"
    elif first.measure is Measure.CHANGE_ABS and unit == "%":
        unit = "百分点"
    return Observation(
        indicator=indicator.code,
        measure=first.measure,
        status=first.status,
        period=first.period or "",
        value=round(first.value, 6),
        unit=unit,
        comparator=first.number.comparator,
        breakdown=first.breakdown,
        rule=indicator.code,
        evidence=tuple(_evidence(row, document, reading) for row in group),
        flag="ocr" if document.ocr else "",
    )


def _evidence(row: Row, document: Document, reading: ReadingText) -> Evidence:
    start, end = reading.span(row.number.start, row.number.end)
    first, last = reading.span(*row.sentence) if row.sentence[1] > row.sentence[0] else (start, end)
    if row.table:
        first = document.text.rfind("\n", 0, start) + 1
        last = document.text.find("\n", end) if document.text.find("\n", end) >= 0 else len(document.text)
    return Evidence(
        start,
        end,
        document.page_of(start),
        document.text[start:end],
        document.text[first:last].strip(),
        first,
    )


def account(
    mentions: list[Row], lost: dict[int, str | None], document: Document, reading: ReadingText
) -> tuple[Mention, ...]:
    """Return every quantity with the indicator that it states or the reason why it states none."""
    made = []
    for row in mentions:
        start, end = reading.span(row.number.start, row.number.end)
        quantity = Quantity(
            start, end, document.text[start:end], row.number.value, row.number.unit, row.number.comparator
        )
        gone = row.number.start in lost
        indicator = None if gone else row.indicator
        reason = None if indicator else (lost.get(row.number.start) if gone else row.reason) or "no_rule"
        made.append(Mention(quantity, document.page_of(start), indicator, reason))
    return tuple(made)
