"""The head of a list by what its parts make: the count beside it that holds them, or that they add up to.

Here belongs adding up a list. Heads by the words and the place of a list are heads.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

FAR = 16  # figures between a list and the figure that it adds up to
# What is told beside a total, rarely the head of a list.
SETTLED = "mediation.succeeded"  # 调解成功98件，其中邻里41件: of those settled, right behind them
LEFT_OVER = ("carried_over", "pending", SETTLED)
_VERB = re.compile(r"(?:共|已经?|全部|累计)*([\u4e00-\u9fff]{2,4}?)了?$")
_TOLD = re.compile(r"\d([\u4e00-\u9fff]{0,3})[，、](?:已经?|均)?([\u4e00-\u9fff]{2,4}?)了?(?=\d)")
_PUT_RIGHT, _FOUND = "enforcement.violations_rectified", re.compile("(?<!整改)(?<!消除)(?:隐患|违法行为)$")


def names_found(head: Draft, figure: Figure) -> bool:
    """排查隐患276项，整改268项，其中重大隐患87项，已整改85项: of those found, not of those put right."""
    return head.indicator == _PUT_RIGHT and _FOUND.search(figure.left) is not None


def told_of_parts(walk: Walk, at: int, opener: int) -> bool:
    """收到320件，审结298件。其中处罚类120件，审结110件: whether a count is told of the parts too."""
    head = walk.figures[at]
    words = _VERB.search(walk.text[head.sentence_start : head.number.start])
    told = walk.drafts[at - 1 : at + 1] if at else []
    kinds = {draft.indicator.partition(".")[0] for drafts in told for draft in drafts}
    if words is None or not all(told) or len(kinds) != 1:
        return False  # 行政诉讼22件、行政复议17件，其中甲分局行政诉讼12件、行政复议7件: what came of no part
    end = walk.text.find("。", opener)
    parts = _TOLD.findall(walk.text, opener, end if end >= 0 else len(walk.text))
    return (head.number.unit or "", words[1]) in parts


class ListSums:
    """Adds up the lists of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def right_before(self, index: int, opener: int) -> Draft | None:
        """行政诉讼案件11件，其中县政府为被告的3件、部门2件: the count beside its list, if it can hold it."""
        walk = self._walk
        first = at = bisect_left(walk.starts, opener)
        while at and walk.figures[at - 1].role == "share":
            at -= 1  # 建成13个，占76.5%，其中五星级2个
        head = walk.figures[at - 1] if at else None
        told = walk.drafts[at - 1] if at else []
        if head is None or head.role not in ("level", "linked") or not told:
            return None
        if told_of_parts(walk, at - 1, opener):
            return None
        last = walk.figures[first - 1]
        between = walk.text[last.number.end : opener]
        beside = told[0].indicator.endswith(LEFT_OVER) and (told[0].indicator != SETTLED or between != "，")
        if beside or between.strip("，。"):
            return None
        if index - first >= FAR or names_found(told[0], walk.figures[first]):
            return None
        total = 0.0
        for part in walk.figures[first : index + 1]:
            if part.role == "level" and part.bracket is None and part.number.unit == head.number.unit:
                total += part.number.value
        alike = walk.figures[index].number.unit == head.number.unit
        return told[0] if alike and total <= head.number.value else None

    def by_sum(self, index: int, opener: int) -> Draft | None:
        """收到17件，上年结转1件，其中自然人15件、法人2件: the list is of the figure that it adds up to.

        Of two such figures, it is of the one that more of the list adds up to.
        """
        walk, found = self._walk, None
        figure = walk.figures[index]
        total, count = 0.0, 0
        first = bisect_left(walk.starts, opener)
        if index - first >= FAR:
            return None
        for at in range(first, len(walk.figures)):
            part = walk.figures[at]
            if part.bracket != figure.bracket and part.sentence_start == figure.sentence_start:
                continue
            alike = part.number.unit_class == figure.number.unit_class and part.role == "level"
            if part.sentence_start != figure.sentence_start or not alike:
                break
            total, count = total + part.number.value, count + 1
            if count > 1 and part.number.start >= figure.number.start:
                found = self._whole_of(index, opener, total) or found
        return found

    def of_change(self, index: int, opener: int) -> bool:
        """较上年减少29人，其中退休16人、调离13人: what adds up to the change before it is of the change."""
        walk = self._walk
        figure = walk.figures[index]
        first = bisect_left(walk.starts, opener)
        change = walk.figures[first - 1] if first else None
        if change is None or change.role != "change" or change.sentence_start != figure.sentence_start:
            return False
        total = 0.0
        for part in walk.figures[first:]:
            alike = part.number.unit_class == change.number.unit_class and part.role == "level"
            if part.sentence_start != figure.sentence_start or not alike:
                break
            total += part.number.value
        return abs(total - change.number.value) < 1e-6

    def _whole_of(self, index: int, opener: int, total: float) -> Draft | None:
        walk = self._walk
        figure, told = walk.figures[index], False
        for at in range(index - 1, -1, -1):
            head = walk.figures[at]
            same = head.sentence_start == figure.sentence_start
            elsewhere = told and not same
            if head.paragraph != figure.paragraph or index - at > FAR or elsewhere:
                return None
            drafts = walk.drafts[at]
            counted = head.number.end <= opener and head.role in ("level", "linked") and drafts
            told = told or (same and bool(counted))
            if counted and abs(head.number.value - total) < 1e-6 and drafts[0].measure is Measure.LEVEL:
                return drafts[0]
        return None
