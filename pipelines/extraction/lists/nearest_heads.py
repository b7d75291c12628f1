"""The head of a list by its place: the last count before the word that opens the list.

Here belongs which counts on the way there are passed over. What opens a list is heads.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.extraction.expressions.lexicon import lexicon
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.list_sums import LEFT_OVER, SETTLED, names_found, told_of_parts
from pipelines.extraction.rules.drafts import Draft

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_KIND_NAMED = re.compile(r"(?:涉|[\u4e00-\u9fff]{2,6}类)[\u4e00-\u9fff]{0,6}(?:案件|纠纷)[^，。；\d]{0,12}，")
# 案件主要集中在: of all the cases, whatever became of those told last
_OF_ALL_CASES = re.compile(r"(?:行政复议|复议|涉诉|涉案|应诉)?(?:案件|领域|案由)[^，。；\d]{0,6}$")
_INSTANCES = frozenset(f"litigation.{code}" for code in ("first_instance", "second_instance", "retrials"))


class NearestHeads:
    """Finds such heads among the drafts of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def of(self, index: int, opener: int) -> Draft | None:
        """Return the last count before the word that opens the list of a figure; None for none."""
        walk = self._walk
        figure = walk.figures[index]
        clause = walk.text[figure.sentence_start : opener].rpartition("，")[2]
        of_all = _OF_ALL_CASES.match(clause)
        for other in range(bisect_left(walk.starts, opener) - 1, -1, -1):
            head = walk.figures[other]
            if head.paragraph != figure.paragraph or self._named_anew(head, figure, opener):
                return None
            counted = head.number.end <= opener and head.role in ("level", "linked")
            if head.bracket is not None and head.bracket != figure.bracket:
                continue  # 处罚2846件（一般程序213件）。其中…
            if not counted or head.number.unit_class != figure.number.unit_class:
                continue
            if self._beside_total(other):
                continue
            if of_all and (self._tells_outcome(other) or self._of_instance(other)):
                continue  # 审结226件，终止41件。案件主要集中在公安71件
            if self._of_its_unit(other, figure):
                continue  # 审查312份，提出意见486条，其中合同128份
            if head.number.value < figure.number.value and figure.number.unit_class != "percent":
                return None  # 不予许可9件，其中货运类15842件: of another count
            found = walk.drafts[other][0] if walk.drafts[other] else None
            if found and (names_found(found, figure) or told_of_parts(walk, other, opener)):
                continue
            return self._taken_in(other, found) if of_all and found else found
        return None

    def _beside_total(self, other: int) -> bool:
        """调解879件，成功860件，其中婚姻类12件: not of those beside the total; 成功860件 alone is a head."""
        drafts, figures = self._walk.drafts, self._walk.figures
        if not drafts[other] or not drafts[other][0].indicator.endswith(LEFT_OVER):
            return False
        first = bisect_left(self._walk.starts, figures[other].sentence_start)
        totals = any(drafts[at] for at in range(first, other) if figures[at].role in ("level", "linked"))
        return totals or drafts[other][0].indicator != SETTLED

    def _of_its_unit(self, other: int, figure: Figure) -> bool:
        """Whether a count before another in the sentence is in the unit of a part, where the other is not."""
        walk = self._walk
        if walk.figures[other].number.unit == figure.number.unit:
            return False
        sentence = walk.figures[other].sentence_start
        for at in range(other - 1, -1, -1):
            before = walk.figures[at]
            if before.sentence_start != sentence:
                return False
            counted = before.role == "level" and before.bracket is None and walk.drafts[at]
            if counted and before.number.unit == figure.number.unit:
                return before.number.value >= figure.number.value
        return False

    def _taken_in(self, other: int, found: Draft) -> Draft:
        """受理243件，审结226件。案件主要集中在公安71件: of those taken in."""
        taken_in = lexicon().fates["cases"].of
        start = self._walk.figures[other].sentence_start
        for at in range(other - 1, bisect_left(self._walk.starts, start) - 1, -1):
            drafts = self._walk.drafts[at]
            if drafts and drafts[0].indicator in taken_in and drafts[0].period == found.period:
                return found if found.indicator in taken_in else drafts[0]
        return found

    def _tells_outcome(self, other: int) -> bool:
        """Whether a figure tells what became of cases."""
        drafts = self._walk.drafts[other]
        return bool(drafts) and drafts[0].indicator in lexicon().fates["cases"].outcomes

    def _of_instance(self, other: int) -> bool:
        """新收57件，其中一审36件、再审5件，案由集中在…: of all, not of those of one instance."""
        drafts = self._walk.drafts[other]
        return bool(drafts) and drafts[0].indicator in _INSTANCES

    def _named_anew(self, head: Figure, figure: Figure, opener: int) -> bool:
        """…251件。涉民生案件仍是重点，其中征收类64件: a list of what its own sentence only names."""
        if head.sentence_start == figure.sentence_start:
            return False
        return bool(_KIND_NAMED.match(self._walk.text, figure.sentence_start, opener))
