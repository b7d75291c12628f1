"""The head of a list that opens a sentence: 其中… speaks of the first count of the sentence before.

Here belongs which of that sentence's counts it is. Lists within a sentence are heads.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.proportions import fits_share
from pipelines.extraction.rules.drafts import Draft
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_UNREAD = ("no_rule", "composite")
_PUNISHED = re.compile("查处|处罚")
_DEED, _DEEDS = 2, ("出庭",)


class HeadsBefore:
    """Finds such heads among the drafts of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def of(self, index: int) -> Draft | None:
        """Return the head of the list that opens the sentence of a figure; None for none."""
        walk = self._walk
        figure = walk.figures[index]
        end = bisect_left(walk.figures, figure.sentence_start, key=_sentence)
        if not end:
            return None
        sentence = walk.figures[end - 1].sentence_start
        deed = figure.left[-_DEED:] if len(figure.left) > _DEED else None
        for at in range(bisect_left(walk.figures, sentence, key=_sentence), end):
            head = walk.figures[at]
            alike = head.role == "level" and head.number.unit == figure.number.unit
            if alike and head.bracket is None and walk.reasons[at] in _UNREAD:
                return None  # 适用配套办法案件19件：查封扣押9件…。其中甲县8件: of what no rule knows
            same = head.paragraph == figure.paragraph
            counted = head.role in ("level", "linked") and head.number.unit_class == figure.number.unit_class
            if head.number.value < figure.number.value and figure.number.unit_class != "percent":
                continue  # 查办案件782件，移送公安机关5件。其中食品案件582件
            if same and counted and walk.drafts[at]:
                named = self._of_share(index, at, end) or self._of_deed(deed, at, end)
                named = named or self._punished(figure, at, end)
                return named or self._settled(at, end)
        return None

    def _of_share(self, index: int, first: int, end: int) -> Draft | None:
        """收到216件，答复213件。其中，公开87件，占40.85%: of the count that the share behind a part fits."""
        figures, drafts = self._walk.figures, self._walk.drafts
        share = figures[index + 1] if index + 1 < len(figures) else None
        if share is None or share.role != "share" or share.sentence_start != figures[index].sentence_start:
            return None
        counts = (at for at in range(first, end) if drafts[at] and drafts[at][0].measure is Measure.LEVEL)
        return next((drafts[at][0] for at in counts if fits_share(figures[index], figures[at], share)), None)

    def _of_deed(self, deed: str | None, first: int, end: int) -> Draft | None:
        """应诉418件，负责人出庭371件，出庭率88.8%。其中正职出庭57件: of those that did the same."""
        walk = self._walk
        if deed not in _DEEDS or deed in walk.figures[first].left:
            return None
        told = (
            walk.drafts[at][0]
            for at in range(first, end)
            if walk.drafts[at] and deed in walk.figures[at].left
        )
        return next((draft for draft in told if draft.measure is Measure.LEVEL), None)

    def _punished(self, figure: Figure, first: int, end: int) -> Draft | None:
        """许可2.1万件，处罚6873起。其中公安机关查处3105起: of the penalties, whatever is told before them."""
        walk = self._walk
        opening = walk.text[figure.sentence_start : figure.number.start]
        if not _PUNISHED.search(opening) or not walk.drafts[first][0].indicator.startswith("enforcement."):
            return None
        told = (drafts[0] for drafts in walk.drafts[first:end] if drafts)
        return next((draft for draft in told if draft.indicator == "enforcement.penalties"), None)

    def _settled(self, first: int, end: int) -> Draft:
        """排查纠纷12436起，调处12105起。其中医疗纠纷118起: of those settled, not of those found."""
        draft = self._walk.drafts[first][0]
        if draft.indicator != "mediation.disputes_found":
            return draft
        told = (drafts[0] for drafts in self._walk.drafts[first + 1 : end] if drafts)
        return next((one for one in told if one.indicator == "mediation.cases"), draft)


def _sentence(figure: Figure) -> int:
    return figure.sentence_start
