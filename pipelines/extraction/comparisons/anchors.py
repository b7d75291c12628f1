"""The level that a comparison or a share without a noun of its own speaks of: the figure before it.

Here belongs the way back to that figure, past brackets, records and goals.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope.vetoes import PASSED
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.figures.figure import Figure
    from pipelines.extraction.walk import Walk

LOOK_BACK = 12  # figures before a list that it may speak of
NO_NOUN = re.compile(
    r"的?基础上?|受[^，。；\d]{2,8}影响|(?:这一|该|此)(?:数据|数字|比[例率]|指标|数值)|相比|后者|一年间?|本年度?|全年|(?:总体|整体)?(?:总量|数量|人数|件数|场次|频次|规模|金额)?"
)
_SAID = re.compile(r"[^，。；\d]{2,10}(?:说|介绍|表示|指出|坦言)，")
_EACH = re.compile(r"[人户件次]均(?!经)")
_THIS_YEAR = re.compile(r"本年度?|今年")


def _of_later_year(walk: Walk, draft: Draft) -> Draft:
    """2024年新收186件，2023年新收87件，同比增长114%: of the later of two years told in one sentence."""
    figures, here = walk.figures, walk.figures[draft.figure]
    for at in range(draft.figure - 1, max(-1, draft.figure - LOOK_BACK), -1):
        if figures[at].sentence_start != here.sentence_start:
            break
        told = walk.drafts[at][0] if walk.drafts[at] else None
        same = told and (told.indicator, told.breakdown) == (draft.indicator, draft.breakdown)
        if told and same and told.measure is Measure.LEVEL and told.period > draft.period:
            return told
    return draft


def _of_year(walk: Walk, draft: Draft, year: str) -> Draft | None:
    """2021年、2022年分别为1208件、1342件，2022年增长11.09%: the level of a year told in the sentence."""
    figures, here = walk.figures, walk.figures[draft.figure]
    for at in range(draft.figure, max(-1, draft.figure - LOOK_BACK), -1):
        told = walk.drafts[at][0] if walk.drafts[at] else None
        if figures[at].sentence_start != here.sentence_start:
            return None
        same = told and (told.indicator, told.breakdown) == (draft.indicator, draft.breakdown)
        if told and same and told.measure is Measure.LEVEL and told.period == year:
            return told
    return None


def of_year_changed(walk: Walk, figure: Figure, told: Draft) -> Draft:
    """上年审结60件，本年增长30%; 2019年60件，2020年减少5件: of the year that a change names."""
    later, year = _of_later_year(walk, told), figure.period or ""
    if year.isdigit() and year != later.period and f"{year}年" in figure.raw:
        own = _of_year(walk, told, year)
        if own is not None:
            return own
    if not (year.isdigit() and later.period.isdigit() and int(later.period) + 1 == int(year)):
        return later
    since = walk.text[walk.figures[later.figure].number.end : figure.number.start]
    named = _THIS_YEAR.fullmatch(figure.noun) or re.search(rf"[，；]{year}年", since)
    return replace(later, period=year) if named else later


class Anchors:
    """Finds the anchors among the figures of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def of(self, index: int) -> list[Draft]:
        """The level that a comparison or a share speaks of: the figure before it, past a closed bracket."""
        figure = self._walk.figures[index]
        for at in range(index - 1, -1, -1):
            other = self._walk.figures[at]
            if self._out_of_reach(index, at):
                return []
            if other.bracket is not None and figure.bracket is None:
                continue
            if other.number.unit_class == "zero" or self._walk.reasons[at] == "benchmark":
                continue  # 应诉6件，无败诉案件，同比下降…; 低于全省92%的平均水平，比上年上升…
            if at == index - 1 and self._ends_series(at):
                return self._walk.drafts[at]  # 2022年164件，2023年增至201件，增幅23%
            if other.role in ("change", "previous", "share", "dated", "goal", "whole") or self._of_goal(at):
                continue
            if self._carried_over(at):
                continue
            if not self._walk.drafts[at] and PASSED.search(other.raw):
                continue  # 应诉86件，首次突破80件，同比增长…
            return self.of_list(index, at)
        return []

    def _out_of_reach(self, index: int, at: int) -> bool:
        """Whether a comparison can be of no figure from one before it on."""
        figure, other = self._walk.figures[index], self._walk.figures[at]
        if other.paragraph != figure.paragraph:
            return True
        if other.bracket is None and not self._walk.drafts[at] and _EACH.search(other.raw):
            return True  # 人均办案9.6件，比上年多1.2件: a mean has no rows to go by
        if other.sentence_start == figure.sentence_start:
            return False
        return not self._opens_sentence(figure) or index - at > 1

    def _opens_sentence(self, figure: Figure) -> bool:
        """同比上升6%; 院长介绍，这一数据比上年下降3个百分点: whether it is what a sentence begins with."""
        said = _SAID.match(self._walk.text, figure.sentence_start, figure.clause_start)
        return figure.clause_start in (figure.sentence_start, said.end() if said else -1)

    def _carried_over(self, at: int) -> bool:
        """新收47件，上年结转2件，比上年的36件增长30%: of what was received, told right before."""
        told = self._walk.drafts[at]
        if not told or not told[0].indicator.endswith("carried_over") or not at:
            return False
        one, other = self._walk.figures[at - 1 : at + 1]
        return one.sentence_start == other.sentence_start and one.number.value > other.number.value

    def _ends_series(self, at: int) -> bool:
        """Whether a figure tells a later year than the one it follows."""
        told, before = self._walk.drafts[at], self._walk.drafts[at - 1] if at else []
        dated = self._walk.figures[at].role == "dated" and told and before
        return bool(dated) and before[0].indicator == told[0].indicator and before[0].period < told[0].period

    def _of_goal(self, at: int) -> bool:
        """完成年度任务550件的112.18%: how much of a goal was reached is no level."""
        before = self._walk.figures[at - 1] if at else None
        return before is not None and before.role == "goal" and self._walk.figures[at].raw.startswith("的")

    def of_list(self, index: int, last: int) -> list[Draft]:
        """Return what a comparison with the figure at ``last`` is of: the head of a list that adds up."""
        whole = self._whole_of_list(index, last)
        return self._walk.drafts[last] if whole is None else whole

    def _whole_of_list(self, index: int, last: int) -> list[Draft] | None:
        """办理486件，其中刑事143件、民事343件，同比增长12.8%: behind a list that adds up, of its head.

        None where there is no such list.
        """
        figures, drafts = self._walk.figures, self._walk.drafts
        if figures[index].role not in ("change", "previous", "dated"):
            return None
        if not drafts[last] or drafts[last][0].breakdown is None:
            return self._head_of_kinds(last)
        code, total, count = drafts[last][0].indicator, 0.0, 0
        for at in range(last, -1, -1):
            if figures[at].sentence_start != figures[last].sentence_start or not drafts[at]:
                return None
            draft = drafts[at][0]
            if count > 1 and draft.indicator != code and draft.breakdown is None:
                continue  # 办理187件，成功185件，其中甲类98件、乙类89件: what came of them is told between
            if draft.indicator != code or draft.measure is not Measure.LEVEL:
                return None
            if draft.breakdown is None:
                return drafts[at] if count > 1 and abs(draft.value - total) < 1e-6 else None
            total, count = total + draft.value, count + 1
        return None

    def _head_of_kinds(self, last: int) -> list[Draft] | None:
        """审结18件，其中维持10件、驳回8件，同比增长5%: of the head of a list of other codes."""
        figures = self._walk.figures
        total, count = 0.0, 0
        for at in range(last, max(-1, last - LOOK_BACK), -1):
            figure = figures[at]
            if figure.sentence_start != figures[last].sentence_start or figure.role != "level":
                return None
            if count > 1 and abs(figure.number.value - total) < 1e-6:
                among = self._walk.text.startswith("其中", figure.number.end + 1)
                return self._walk.drafts[at] if among else None
            if figure.number.unit != figures[last].number.unit:
                return None
            total, count = total + figure.number.value, count + 1
        return None
