"""Drafts become rows, each key once, and every quantity is accounted for.

Here belongs what decides between drafts of one key: equal ones merge with all their evidence; one headline
per
indicator, period and measure; what is left gets its reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from pipelines.catalogue.indicators import indicators
from pipelines.extraction import part_names, scope
from pipelines.extraction.campaigns import Campaigns
from pipelines.extraction.cells import CellRow
from pipelines.extraction.drafts import Draft
from pipelines.extraction.figures import Figure
from pipelines.extraction.normalise import Reading as ReadingText
from pipelines.extraction.quantities import TALLY, Number, class_of
from pipelines.extraction.reading import Reading
from pipelines.model import Comparator, Document, Evidence, Measure, Mention, Observation, Quantity, Status

_NUMBER = itemgetter(0)  # numbers are in the order of their starts
_Told = tuple[Number, str | None, str | None]
"""A number with the indicator that it states, or with the reason why it states none."""
_Key = tuple[str, str, str, str, str | None]


class Row(NamedTuple):
    """A draft with its number, and the figure that it was, unless it was a cell of a table."""

    number: Number
    measure: Measure
    status: Status
    value: float
    sentence: tuple[int, int]
    indicator: str | None
    period: str | None
    breakdown: str | None
    rest: str
    member: str | None = None
    figure: Figure | None = None
    table: bool = False

    @property
    def key(self) -> _Key:
        """What makes two rows speak of the same figure."""
        return (self.indicator or "", self.measure, self.status, self.period or "", self.breakdown)

    @property
    def partial(self) -> bool:
        """Whether the figure is of some months where the sentence gives the whole year's too."""
        return self.figure is not None and scope.part_of_year(self.figure.clause, self.figure.sentence)

    @property
    def strength(self) -> int:
        """What the words before the figure say for or against its being the total of the year."""
        if self.figure is None:
            return 0
        before = self.figure.clause[: self.number.start - self.figure.clause_start]
        told = bool(_ALL_TOLD.search(before)) + bool(_WHOLE_PLACE.search(before))
        return _CLEARLY * (told - bool(_AMONG_OTHERS.search(before)))


def rows_of(
    walk: Reading, cells: Iterable[CellRow], tallies: Iterable[Number]
) -> tuple[list[Row], list[_Told]]:
    """Return the rows that state an indicator, and each number with what it states first, or why nothing."""
    rows: list[Row] = []
    told: list[_Told] = [(number, None, TALLY) for number in tallies]
    for figure, drafts, reason in zip(walk.figures, walk.drafts, walk.reasons, strict=True):
        number = figure.number
        made = [_row(figure, draft) for draft in drafts if draft.period]
        rows += made
        told.append((number, made[0].indicator, None) if made else (number, None, reason or "no_rule"))
    for cell in cells:
        told.append((cell.number, cell.indicator, cell.reason))
        if cell.indicator:
            rows.append(_row_of_cell(cell))
    told.sort(key=_NUMBER)
    return rows, told


def _row(figure: Figure, draft: Draft) -> Row:
    start = figure.sentence_start
    return Row(
        figure.number,
        draft.measure,
        figure.status,
        draft.value,
        (start, start + len(figure.sentence)),
        draft.indicator,
        draft.period,
        draft.breakdown,
        draft.rest,
        draft.member,
        figure,
    )


def _row_of_cell(cell: CellRow) -> Row:
    return Row(
        cell.number,
        cell.measure,
        cell.status,
        cell.number.value,
        (cell.number.start, cell.number.end),
        cell.indicator,
        cell.period,
        cell.breakdown,
        cell.rest,
        cell.member,
        table=True,
    )


def resolve(
    rows: list[Row], document: Document, reading: ReadingText
) -> tuple[tuple[Observation, ...], dict[int, str]]:
    """Return the observations, and by number's start the reason that took a row away."""
    kept: dict[_Key, list[Row]] = {}
    lost: dict[int, str] = {}
    campaigns = Campaigns(reading.text)
    for row in _members(sorted(rows, key=_NUMBER)):
        key = row.key
        same = kept.get(key)
        if same is None:
            kept[key] = [row]
        elif _equal(same[0], row):
            same.append(row)
        elif same[0].partial and not row.partial:
            lost |= {earlier.number.start: "part_of_year" for earlier in same}
            kept[key] = [row]
        elif _outranks(row, same[0]):
            lost |= {earlier.number.start: "second_figure" for earlier in same}
            kept[key] = [row]
            for earlier in same:
                if _as_part(earlier, kept, campaigns):
                    lost.pop(earlier.number.start, None)
        elif not _as_part(row, kept, campaigns):
            lost[row.number.start] = "part_of_year" if row.partial else "second_figure"
    wide = document.text.count("（") >= document.text.count("(")
    return tuple(_observation(group, document, reading, wide=wide) for group in kept.values()), lost


def _in_cases(row: Row) -> bool:
    """Tell whether a row counts cases and its indicator does."""
    return row.number.unit_class == "case" == class_of(indicators()[row.indicator or ""].unit)


def _outranks(row: Row, first: Row) -> bool:
    """Of two figures for one key the exact one stands, or the one for the whole year; else the first."""
    if row.table or first.table or row.measure is not Measure.LEVEL:
        return False
    if _in_cases(row) and first.number.unit_class == "entity":
        return True  # 立案处罚4家, of one operation; 作出行政处罚228件
    if row.status is Status.ACTUAL and _rounded(first, row):
        return True
    bound = first.number.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    if row.status is Status.ACTUAL and bound and row.number.comparator is Comparator.EQUAL:
        return True
    return row.strength >= first.strength + _CLEARLY


def _rounded(first: Row, row: Row) -> bool:
    """6000余件 in the opening, 6214件 further on: the first is the second, told roughly."""
    rough = first.number.comparator is not Comparator.EQUAL and row.number.comparator is Comparator.EQUAL
    return rough and abs(row.value - first.value) <= _ROUGHLY * abs(row.value)


_ROUGHLY = 0.1
_RANK = ("级", "全国", "全省")
_CLEARLY = 8
_ALL_TOLD = re.compile(r"全年|年内|本年|共|累计|总计|合计|总量|总数|新收|新发")
_WHOLE_PLACE = re.compile(r"全[县市区州](?:各级|各类)")  # 调解室化解96起; 全县各级调解组织调处2236起
_AMONG_OTHERS = re.compile(r"其中|先后|仅|就")


def _members(rows: list[Row]) -> list[Row]:
    """建议58件、提案71件: figures of one code that name different things it counts are parts of it."""
    several = {row.indicator for row in rows if row.member and row.breakdown is None}
    if not several:
        return rows
    named: dict[_Key, set[str | None]] = defaultdict(set)
    for row in rows:
        if row.indicator not in several:
            continue
        if row.breakdown is None:
            named[row.key].add(row.member)
        elif row.breakdown.endswith(_RANK):  # 省级示范村3个、市级9个
            named[row._replace(breakdown=None).key].add(row.breakdown)
    # 防止民转刑37件、群体性上访52起，比上年增加6起: what is compared with a part is of that part
    parts = {
        (row.indicator, row.member)
        for row in rows
        if row.member and row.breakdown is None and _differ(row.member, named[row.key])
    }
    return [
        row._replace(breakdown=row.member)
        if row.breakdown is None and (row.indicator, row.member) in parts
        else row
        for row in rows
    ]


def _differ(member: str, named: set[str | None]) -> bool:
    return any(
        other is None or not other.endswith(_RANK) or member.endswith(_RANK) for other in named - {member}
    )


def _equal(left: Row, right: Row) -> bool:
    return left.value == right.value or abs(left.value - right.value) <= 1e-9 * max(
        1.0, abs(left.value), abs(right.value)
    )


def _campaign(row: Row, campaigns: Campaigns) -> str:
    return campaigns.of(row.figure, row.indicator or "") if row.figure else ""


def _as_part(row: Row, kept: dict[_Key, list[Row]], campaigns: Campaigns) -> bool:
    """A second figure for a key is a part named by the words the rule left over, or it is not stated."""
    if row.breakdown:
        return False
    label = part_names.part_label(row.rest[-16:]) if row.rest else ""
    label = label if label and part_names.restricts(label) else _campaign(row, campaigns)
    if not label:
        return False
    part = row._replace(breakdown=label)
    if part.key in kept:
        return False
    kept[part.key] = [part]
    return True


def _observation(group: list[Row], document: Document, reading: ReadingText, *, wide: bool) -> Observation:
    first = group[0]
    indicator = indicators()[first.indicator or ""]
    unit = indicator.unit
    if first.measure in (Measure.CHANGE_PCT, Measure.SHARE_PCT):
        unit = "%"
    elif first.measure is Measure.CHANGE_ABS and unit == "%":
        unit = "百分点"
    breakdown = first.breakdown
    if breakdown and wide:
        breakdown = breakdown.replace("(", "（").replace(")", "）")
    return Observation(
        indicator=indicator.code,
        measure=first.measure,
        status=first.status,
        period=first.period or "",
        value=round(first.value, 6),
        unit=unit,
        comparator=first.number.comparator,
        breakdown=breakdown,
        rule=indicator.code,
        evidence=tuple([_evidence(row, document, reading) for row in group]),
        flag="ocr" if document.ocr else "",
    )


def _evidence(row: Row, document: Document, reading: ReadingText) -> Evidence:
    start, end = reading.span(row.number.start, row.number.end)
    first, last = reading.span(*row.sentence)
    if row.table:
        first = document.text.rfind("\n", 0, start) + 1
        last = document.text.find("\n", end)
        last = last if last >= 0 else len(document.text)
    return Evidence(
        start,
        end,
        document.page_of(start),
        document.text[start:end],
        document.text[first:last].strip(),
        first,
    )


def account(
    told: list[_Told], lost: dict[int, str], document: Document, reading: ReadingText
) -> tuple[Mention, ...]:
    """Return every quantity with the indicator that it states or the reason why it states none."""
    made = []
    for number, indicator, why in told:
        start, end = reading.span(number.start, number.end)
        quantity = Quantity(
            start, end, document.text[start:end], number.value, number.unit, number.comparator
        )
        reason = lost.get(number.start) or (None if indicator else why or "no_rule")
        made.append(Mention(quantity, document.page_of(start), None if reason else indicator, reason))
    return tuple(made)
