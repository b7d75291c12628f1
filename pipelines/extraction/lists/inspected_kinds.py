"""What was inspected or handed out of each kind: 检查食品经营主体9216家次、特种设备使用单位843家次.

Here belongs that each kind is a part. Other neighbours are beside.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.names import GOES_ON
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_ALL_KINDS = re.compile("各类|市场主体|经营主体")
_DONE = {
    "enforcement.inspections": re.compile(r"(?:共|累计)?(?:检查|巡查|抽查)([\u4e00-\u9fff]{4,12})"),
    "publicity.materials": re.compile(
        r"(?:全年|共|累计)*(?:印发|发放|印制|编印|派发|分发)((?:(?!宣传资料|各类)[\u4e00-\u9fff《》()]){4,20})"
    ),
}


class InspectedKinds:
    """Finds such kinds among the figures of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def of(self, index: int, figure: Figure, best: Candidate) -> list[Draft]:
        """检查食品经营主体9216家次、特种设备使用单位843家次: what was inspected of each is a part."""
        done = _DONE.get(best.indicator)
        kind = done.fullmatch(figure.left) if done else None
        if kind and not _ALL_KINDS.search(kind[1]) and self._told_whole(index, figure, best):
            return [self._walk.draft(index, best.indicator, figure.measure, kind[1], best)]
        told = self._walk.drafts[index - 1][:1] if index and figure.raw[:1] in GOES_ON else []
        if not told or done is None or told[0].indicator != best.indicator:
            return []
        before = self._walk.figures[index - 1]
        named = done.fullmatch(before.left)
        if not named or told[0].breakdown or before.number.unit != figure.number.unit or not figure.left:
            return []
        self._walk.drafts[index - 1] = [replace(told[0], breakdown=named[1])]
        return [self._walk.draft(index, best.indicator, figure.measure, figure.left, best)]

    def _told_whole(self, index: int, figure: Figure, best: Candidate) -> bool:
        """检查各类市场主体9826个，检查学校食堂437个: whether the sentence has told of all kinds before."""
        for at in range(index - 1, -1, -1):
            if self._walk.figures[at].sentence_start != figure.sentence_start:
                return False
            told = self._walk.drafts[at][:1]
            if told and told[0].indicator == best.indicator and told[0].breakdown is None:
                return bool(_ALL_KINDS.search(self._walk.figures[at].left))
        return False
