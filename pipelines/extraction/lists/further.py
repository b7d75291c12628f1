"""Further parts: of a broken list (其中处罚类40件，增长12%；确认类20件), and 法医类占3860件.

Here belongs whether a whole has room for another part. Which figure heads a list is heads.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.extraction.lists.heads import OPENERS, Heads, without_asides
from pipelines.extraction.lists.list_sums import FAR, ListSums
from pipelines.extraction.lists.named_heads import list_start
from pipelines.extraction.rules.drafts import Draft
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_NEAR = 12  # figures before one among which its whole stands
_CLASS = re.compile(r"[，、]?(?!其[他它中])[\u4e00-\u9fff]{2,8}类")


class Further:
    """Finds such parts of the lists of a walk."""

    def __init__(self, walk: Walk, heads: Heads) -> None:
        self._walk, self._heads, self._sums = walk, heads, ListSums(walk)

    def of(self, index: int) -> Draft | None:
        """Return the head of the list that a figure of its unit may go on; None for none."""
        walk = self._walk
        start = list_start(walk, index)
        before = without_asides(walk.text[start : walk.figures[index].number.start])
        openers = [match.start() for match in OPENERS.finditer(before)]
        if not openers or walk.figures[index].bracket is not None:
            return None
        opener = start + openers[-1]
        first = bisect_left(walk.starts, opener)
        if index - first >= FAR or self._sums.of_change(index, opener):
            return None
        head = self._heads.opened(first, opener)
        return head if head is not None and self._has_room(head, first, index) else None

    def claimed(self, index: int) -> Draft | None:
        """鉴定4215件，法医类占3860件; 案卷428宗，处罚类296宗: the last whole of its unit in the sentence."""
        figure = self._walk.figures[index]
        if _CLASS.fullmatch(figure.raw):
            return self._of_class(index)
        if not figure.raw.endswith("占") or figure.number.unit_class in ("percent", "points"):
            return None
        for at in range(index - 1, max(-1, index - _NEAR), -1):
            before, told = self._walk.figures[at], self._walk.drafts[at][:1]
            if before.sentence_start != figure.sentence_start:
                return None
            whole = told and told[0].measure is Measure.LEVEL and told[0].breakdown is None
            if whole and self._heads.alike(told[0], figure):
                return told[0] if told[0].value > figure.number.value else None
        return None

    def _of_class(self, index: int) -> Draft | None:
        """公开信息1642条，规划类603条，土地类187条: classes right behind the whole, that leave room in it."""
        walk, here = self._walk, self._walk.figures[index]
        room = 0.0
        for at in range(index, max(-1, index - _NEAR), -1):
            figure, told = walk.figures[at], walk.drafts[at][:1]
            if figure.sentence_start != here.sentence_start:
                return None
            if at < index and told and told[0].breakdown is None:
                head = told[0].measure is Measure.LEVEL and self._heads.alike(told[0], here)
                return told[0] if head and told[0].value >= room else None
            if not _CLASS.fullmatch(figure.raw):
                return None
            room += figure.number.value
        return None

    def _has_room(self, head: Draft, first: int, index: int) -> bool:
        """Whether the parts told from one on are not yet the whole, and leave as much as a figure counts."""
        walk, room, parts = self._walk, head.value, set[str | None]()
        for at in range(first, index):
            part = walk.figures[at]
            alike = part.number.unit == walk.figures[index].number.unit and part.role in ("level", "linked")
            summed = walk.reasons[at] == "composite"  # 上述三类合计408件
            if part.bracket is not None or not alike or summed:
                continue
            told = walk.drafts[at]
            if told and told[0].breakdown in parts:
                continue  # 物业纠纷1204件，成功1161件: what came of a part takes no room
            if not told or told[0].indicator != head.indicator or told[0].breakdown is None:
                return False
            parts.add(told[0].breakdown)
            room -= part.number.value
        return walk.figures[index].number.value <= room < head.value
