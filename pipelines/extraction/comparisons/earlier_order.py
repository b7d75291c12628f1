"""Which figures levels of another year belong to, when no noun tells: by order, by unit, by size.

Here belongs the way from 上年的6起、20件 back to the figures before them. What a noun tells is earlier.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.anchors import LOOK_BACK, Anchors
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.quantities.units import COUNTING
from pipelines.extraction.rules.drafts import Draft
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_VERB = re.compile(r"(?:[上去]年|(?:19|20)\d\d年)度?(?:同期|全年)?([\u4e00-\u9fff]{2,6})$")
_OTHER_YEAR = ("previous", "dated")
_FAR_LARGER = 3  # times what it was, no figure of a report is expected to have been


class EarlierOrder:
    """Finds the figures of levels of other years in a walk."""

    def __init__(self, walk: Walk, anchors: Anchors) -> None:
        self._walk, self._anchors = walk, anchors

    def of(self, index: int) -> list[Draft]:
        """Return what a level of another year is of.

        较上年的6起、20件分别增长…; 2023年分别为820件和791件: several levels, in the order of theirs.
        """
        figures = self._walk.figures
        first, end = index, index + 1
        while first and self._goes_on(first):
            first -= 1
        while end < len(figures) and self._goes_on(end):
            end += 1
        if end - first == 1:
            return self._of_same_unit(index) or self._of_untold_years(index)
        beside = figures[index].sentence_start, figures[index].bracket
        levels = [
            at
            for at in range(max(0, first - LOOK_BACK), first)
            if (figures[at].sentence_start, figures[at].bracket) == beside
            and figures[at].role in ("level", "linked")
        ][first - end :]
        paired = zip(levels, range(first, end), strict=False)
        alike = all(self._alike(figures[at], figures[other]) for at, other in paired)
        whole = len(levels) == end - first and alike
        return self._walk.drafts[levels[index - first]] if whole else []

    def _goes_on(self, index: int) -> bool:
        """Whether a level of another year goes on a list of such levels."""
        one, two = self._walk.figures[index - 1 : index + 1]
        return one.role == two.role and one.role in _OTHER_YEAR and not two.raw.strip("、和及")

    def _of_same_unit(self, index: int) -> list[Draft]:
        """The anchor where it counts in the same unit, else the last figure of the sentence that does."""
        named = self._of_same_verb(index)
        if named:
            return named
        anchor = self._of_its_size(index, self._anchors.of(index))
        figures = self._walk.figures
        figure = figures[index]
        if not anchor or self._alike(figure, figures[anchor[0].figure]):
            return anchor
        for at in range(index - 1, -1, -1):
            if figures[at].sentence_start != figure.sentence_start:
                break
            if figures[at].role in ("level", "linked") and self._alike(figure, figures[at]):
                return self._anchors.of_list(index, at)
        return []

    def _of_untold_years(self, index: int) -> list[Draft]:
        """三年来共受理393件，其中2021年120件: of what is told of several years that are not named."""
        walk, figure = self._walk, self._walk.figures[index]
        for at in range(index - 1, -1, -1):
            whole = walk.figures[at]
            if whole.sentence_start != figure.sentence_start:
                break
            if walk.reasons[at] == "period_unknown" and self._alike(figure, whole):
                best = walk.match(whole, whole.left, whole.right)
                return [walk.draft(at, best.indicator, whole.measure, None, best)] if best else []
        return []

    def _of_same_verb(self, index: int) -> list[Draft]:
        """立案312件，移送4件；上年立案275件: the last figure of its sentence with the verb of the year."""
        figures = self._walk.figures
        figure = figures[index]
        verb = _VERB.search(figure.raw)
        if verb is None:
            return []
        for at in range(index - 1, max(-1, index - LOOK_BACK), -1):
            before = figures[at]
            if before.sentence_start != figure.sentence_start:
                break
            counted = before.role in ("level", "linked") and self._walk.drafts[at]
            if counted and verb[1] in before.left and self._alike(figure, before):
                return self._walk.drafts[at]
        return []

    def _of_its_size(self, index: int, anchor: list[Draft]) -> list[Draft]:
        """调解3846件，含疑难纠纷438件，上年同期为3592件: of the whole where a part is far too small."""
        value = self._walk.figures[index].number.value
        part = anchor[0] if anchor and anchor[0].breakdown is not None else None
        if part is None or value <= _FAR_LARGER * part.value:
            return anchor
        for at in range(index - 1, max(-1, index - LOOK_BACK), -1):
            told = self._walk.drafts[at]
            whole = told and told[0].indicator == part.indicator and told[0].breakdown is None
            if whole and told[0].measure is Measure.LEVEL and value <= _FAR_LARGER * told[0].value:
                return told
        return anchor

    def _alike(self, one: Figure, other: Figure) -> bool:
        classes = {one.number.unit_class, other.number.unit_class}
        return len(classes) == 1 or classes <= COUNTING or "zero" in classes
