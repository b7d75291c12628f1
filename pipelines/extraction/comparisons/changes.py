"""Changes: which level a 同比, 较上年 or 增幅 speaks of, its own noun's or the figure's before it.

Here belongs the search for that level by words and place. What the figures right before say is
changed_before.py, which levels a change can be of at all comparable.py, and what the arithmetic of two years
tells sums/trends.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.anchors import LOOK_BACK, NO_NOUN, Anchors, of_year_changed
from pipelines.extraction.comparisons.changed_before import FORMER, LATTER, ChangedBefore
from pipelines.extraction.comparisons.comparable import comparable, may_change, of_year_before
from pipelines.extraction.comparisons.told_parts import (
    part_left_over,
    part_of_list,
    part_right_before,
    told_part,
    told_with,
)
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.bodies import Bodies

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_LOOSELY = re.compile("(?:受理|收案|审结|办结|立案)(?:数量?|量)")
_MORE_OF = re.compile(r"[多少]([\u4e00-\u9fff]{2})$")
_OF_ANY_CASE = re.compile(
    r"办理|调处|调解|化解|受理|审理|承办|完成|开展|实施|收到|新收|组织|举办|作出|发生|出现"
)
_IN_ORDER = re.compile("分别|依次")
_STEADY = re.compile(r"[、和及与](?:基本)?持平")
# 较五年前减少近百人, 比上月减少12件: against no year, or not the one before
_OTHER_SPAN = re.compile(
    r"[比较与](?:[两三四五六七八九十\d]{1,2}年前|上一?届|改革前|上个?(?:月|季度)|上一(?:月|季度))"
)
# 9月受理1620件，环比下降1.2%; of a whole year, 环比 is the year before
_BY_MONTHS = re.compile(r"(?:\d月|季度|本[月周季])[^。；]*环比")
_OF_SUM = re.compile(r"，?(?:合计|合并|两者)")


def _has(figure: Figure, stem: str) -> bool:
    """Whether a loose noun may mean a figure: any count of cases is a 案件总数, only an 申请 an 申请量."""
    if stem in ("案件", "办件", ""):
        return figure.number.unit_class == "case"
    return stem in figure.left


def _by_months(figure: Figure) -> bool:
    return "环比" in figure.raw and bool(
        _BY_MONTHS.search(figure.sentence, 0, figure.number.start - figure.sentence_start)
    )


class Changes:
    """Reads the changes of a walk."""

    def __init__(self, walk: Walk, anchors: Anchors, bodies: Bodies) -> None:
        self._walk, self._anchors, self._bodies = walk, anchors, bodies
        self._before = ChangedBefore(walk, anchors)

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """A change, of its own noun or of the figure before it."""
        if _OTHER_SPAN.search(figure.raw) or _by_months(figure):
            self._walk.reasons[index] = "benchmark"
            return []
        if figure.number.unit == "倍" or _OF_SUM.match(figure.raw):
            return []  # 增长1.2倍 is no difference, 合计比上年增加14件 of a sum that is not told
        if _IN_ORDER.search(figure.raw) and _STEADY.match(self._walk.text, figure.number.end):
            return []  # 分别下降3.2%和持平: of the former of two, and no word says which these are
        of_two = figure.noun in (FORMER, LATTER)
        named = self._of_noun(index, figure) if figure.noun and not of_two else None
        if named is not None:
            return named
        verb = _MORE_OF.search(figure.raw)
        counted = self._counted_by_verb(index, figure, verb[1]) if verb else []
        if counted or (verb and not _OF_ANY_CASE.fullmatch(verb[1])):
            return counted
        if self._before.of_unknown(index):
            return []
        if self._before.of_nothing(index):
            return []
        before = self._before
        changed_before = before.of_two(index, figure.noun) if of_two else before.of_unit(index)
        changed_before = changed_before or ([] if of_two else before.changed(index))
        if not changed_before and not figure.noun and figure.clause_start == figure.sentence_start:
            loosely = self._loosely_named(index, figure)
            if loosely:
                return loosely
        spoken_of = changed_before or self._before.counted_alike(index) or self._anchors.of(index)
        return [
            _changed(draft, index, figure)
            for draft in (of_year_changed(self._walk, figure, told) for told in spoken_of)
            if may_change(self._walk, figure, draft) and of_year_before(self._walk, index, draft)
        ]

    def _of_noun(self, index: int, figure: Figure) -> list[Draft] | None:
        """What the change's own noun names, a part, a code or the like; None where it names nothing."""
        part = self._of_part(index, figure, beyond=False)
        told = None if part else told_with(self._walk, index, figure.noun)
        if told is not None and comparable(figure, self._walk.figures[told.figure]):
            return [_changed(told, index, figure)]
        best = None if part else self._walk.own_match(index, figure, figure.noun, "", spread=True)
        listed = None if part else part_of_list(self._walk, index, figure.noun, best)
        if listed is not None:
            return [_changed(listed, index, figure)]
        if best and _LOOSELY.fullmatch(figure.noun):
            loosely, domain = self._loosely_named(index, figure), best.indicator.partition(".")[0]
            if loosely and loosely[0].indicator.partition(".")[0] == domain:
                return loosely  # 受理行政调解案件386件。与上年相比，受理数增加44件
        if best:
            label = self._bodies.in_segment(figure) or self._walk.label(figure, best)
            if not label and part_names.LOOSE.fullmatch(figure.noun):
                label = part_right_before(self._walk, index, best.indicator)
            label = label or part_left_over(self._walk, index, best)
            return [self._walk.draft(index, best.indicator, figure.measure, label, best)]
        if part or not NO_NOUN.fullmatch(figure.noun):
            return part or self._loosely_named(index, figure) or self._of_part(index, figure, beyond=True)
        return None

    def _of_part(self, index: int, figure: Figure, *, beyond: bool) -> list[Draft]:
        """处罚中交通2.71万件、环保0.62万件，其中环保类同比上升35.6%: of a part told before."""
        told = told_part(self._walk, index, figure.noun, beyond=beyond)
        if told is None:
            return []
        return [_changed(told, index, figure)]

    def _loosely_named(self, index: int, figure: Figure) -> list[Draft]:
        """收到申请30件，答复28件，申请量同比增长6%: of the only whole in its sentence with such words."""
        loose = part_names.LOOSE.fullmatch(figure.noun)
        if loose is None:
            return []
        alike: list[Draft] = []
        sentence = figure.sentence_start
        for at in range(index - 1, -1, -1):
            before = self._walk.figures[at]
            if before.sentence_start != sentence and (alike or before.paragraph != figure.paragraph):
                break
            sentence = before.sentence_start
            told = self._walk.drafts[at]
            whole = before.role in ("level", "linked") and told and told[0].breakdown is None
            if whole and _has(before, loose["stem"]) and comparable(figure, before):
                alike.append(told[0])
        if len(alike) != 1 or not of_year_before(self._walk, index, alike[0]):
            return []
        return [_changed(alike[0], index, figure)]

    def _counted_by_verb(self, index: int, figure: Figure, verb: str) -> list[Draft]:
        """检查1983户次，覆盖率99%，较上年多检查415户次: of the last figure of its verb and unit."""
        for at in range(index - 1, max(-1, index - LOOK_BACK), -1):
            before = self._walk.figures[at]
            if before.sentence_start != figure.sentence_start:
                break
            counted = before.role in ("level", "linked") and before.number.unit == figure.number.unit
            if counted and verb in before.left and self._walk.drafts[at]:
                told = self._walk.drafts[at][0]
                return [_changed(told, index, figure)] if of_year_before(self._walk, index, told) else []
        return []


def _changed(told: Draft, index: int, figure: Figure) -> Draft:
    """The change at ``index`` of what has been told."""
    return replace(told, figure=index, measure=figure.measure, value=signed_value(figure))
