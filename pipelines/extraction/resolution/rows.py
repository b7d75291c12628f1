"""A row: a draft or a cell with its number, and how clearly its words say that it is the total of the year.

Here belongs what a row is. Which of two stands is groups.py, what the kept ones state observations.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.quantities.units import TALLY
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.tables.cells import CellRow
from pipelines.extraction.walk import Walk
from pipelines.model import Measure, Status

BY_NUMBER = itemgetter(0)  # numbers are in the order of their starts
CLEARLY = 8
Told = tuple[Number, str | None, str | None]
"""A number with the indicator that it states, or with the reason why it states none."""
Key = tuple[str, str, str, str, str | None]
_ALL_TOLD = re.compile(r"全年|年内|本年|共|累计|总计|合计|总量|总数|新收|新发")
# 2022年全市累计出动执法人员…，检查企业2.91万家次: said once, it holds for what the sentence goes on with.
_ALL_OPENS = re.compile(r"(?:(?:19|20)\d\d年，?)?全[县市区州](?:各级)?(?:全年|累计)")
_WHOLE_PLACE = re.compile(r"全[县市区州](?:各级|各类)")  # 调解室化解96起; 全县各级调解组织调处2236起
# 开展“法治同行”活动，9名律师…，共发放资料1500份: what one activity did is no total of the year.
_IN_ACTIVITY = re.compile(r"^[^，。；]{0,6}开展[“\"][^”\"，。]{2,20}[”\"](?:主题|系列|专项|宣传)*活动，")
_MONTHS = re.compile(r"\d{1,2}月?(?:至|-|到|~)\d{1,2}月|上半年|下半年|[一二三四]季度")
# 10月份，立案96起。前10个月，立案874起: the first is of one of the months of the second
_ONE_MONTH = re.compile(r"(?:20\d\d年)?\d{1,2}月份，")
_MONTHS_SO_FAR = re.compile(r"(?:20\d\d年)?(?:前[\d一二三四五六七八九十]+个月|1月?[至到-]\d{1,2}月)")
_AMONG_OTHERS = re.compile(r"其中|先后|仅|就|协助")


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
    narrow: bool = False

    @property
    def key(self) -> Key:
        """What makes two rows speak of the same figure."""
        return (self.indicator or "", self.measure, self.status, self.period or "", self.breakdown)

    @property
    def partial(self) -> bool:
        """Whether the figure is of some months where the sentence gives the whole year's too."""
        if self.figure is None or "全年" not in self.figure.sentence or "全年" in self.figure.clause:
            return False
        return _MONTHS.search(self.figure.clause) is not None

    def gives_way_to(self, other: Row) -> bool:
        """Whether the other figure is of the year, or of all the months that this one is some of."""
        month = self.figure is not None and _ONE_MONTH.match(self.figure.sentence)
        if month and other.figure is not None and _MONTHS_SO_FAR.match(other.figure.sentence):
            return True
        return self.partial and not other.partial

    @property
    def strength(self) -> int:
        """What the words before the figure say for or against its being the total of the year."""
        if self.figure is None:
            return 0
        before = self.figure.clause[: self.number.start - self.figure.clause_start]
        opens = _ALL_OPENS.match(self.figure.sentence)
        told = bool(opens or _ALL_TOLD.search(before)) + bool(_WHOLE_PLACE.search(before))
        among = _AMONG_OTHERS.search(before) or _IN_ACTIVITY.search(self.figure.sentence)
        return CLEARLY * (told - bool(among))

    def equals(self, other: Row) -> bool:
        """Whether two rows give the same value."""
        return self.value == other.value or abs(self.value - other.value) <= 1e-9 * max(
            1.0, abs(self.value), abs(other.value)
        )


def rows_of(walk: Walk, cells: Iterable[CellRow], tallies: Iterable[Number]) -> tuple[list[Row], list[Told]]:
    """Return the rows that state an indicator, and each number with what it states first, or why nothing."""
    rows: list[Row] = []
    told: list[Told] = [(number, None, TALLY) for number in tallies]
    for figure, drafts, reason in zip(walk.figures, walk.drafts, walk.reasons, strict=True):
        number = figure.number
        made = [_row(figure, draft) for draft in drafts if draft.period and _may_change(figure, draft)]
        rows += made
        told.append((number, made[0].indicator, None) if made else (number, None, reason or "no_rule"))
    for cell in cells:
        told.append((cell.number, cell.indicator, cell.reason))
        if cell.indicator:
            rows.append(_row_of_cell(cell))
    told.sort(key=BY_NUMBER)
    return rows, told


def _may_change(figure: Figure, draft: Draft) -> bool:
    """培训2480人次，参考率99.2%，提高1.7个百分点: a count changes by no points."""
    points = figure.number.unit_class == "points" and draft.measure is Measure.CHANGE_ABS
    return not points or indicators()[draft.indicator].kind == "rate"


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
        narrow=draft.narrow,
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
