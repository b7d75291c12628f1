"""The figures that a run in their order speaks of: 受理36件、审结30件，分别增长7%、5%.

Here belongs the choice among the figures before a run. What the run then states is in_order.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

LOOK_BACK = 12  # figures
_FIRST_OF = re.compile(r"[，；]?前[两二三四五六七八]?[类项者位]?(?:[合共总]计)?占")
# 民事代理1894件，非诉讼742件，法律顾问285家，咨询1.27万人次；前三项分别增长…
_FIRST_CHANGED = re.compile(r"[，；]?前[两二三四五六七八][类项者]")


class SpokenOf:
    """Chooses them in a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def figures(self, index: int, count: int, steady: int) -> tuple[list[int], int]:
        """Return the figures that a run may speak of, and how many of them must state something.

        ``steady``: how many more there are, which have not changed.
        """
        walk = self._walk
        first, run = walk.figures[index], walk.figures[index : index + count]
        earlier, units = self._earlier(index), {figure.number.unit for figure in run}
        if steady == 0 and {figure.number.unit_class for figure in run} == {"percent", "points"}:
            chosen = self._beside(earlier, first, count)
            return (chosen if self._each_fits(chosen, run) else []), 1
        if first.number.unit_class == "points":
            earlier = [at for at in earlier if walk.figures[at].number.unit_class == "percent"]
        if first.role == "change" and len(units) == count > 1 and steady == 0:
            return self._beside(self._of_units(earlier, run), first, count), 1
        if first.role == "change" and first.number.unit_class not in ("percent", "points"):
            counted = [at for at in earlier if walk.figures[at].number.unit == first.number.unit]
            earlier = counted if len(counted) >= count else earlier
        if _FIRST_OF.match(first.raw):
            return self._parts_before(first, earlier)[:count], count
        if first.role == "change" and _FIRST_CHANGED.match(first.raw):
            told = [at for at in earlier if walk.figures[at].sentence_start == first.sentence_start]
            return told[: count + steady], 1
        chosen = self._beside(earlier, first, count + steady)
        before = range(index - count - steady, index)
        # 办结率和满意率分别达到98%和94%，分别提高1.6和2.2个百分点: of a run that long one may be unknown
        run_before = chosen == list(before) and all(walk.figures[at].listed for at in before[1:])
        alone = self._all_of_sentence(chosen, before) or self._all_rates(first, chosen, before)
        return chosen, 1 if run_before or alone else 2

    def _of_units(self, earlier: list[int], run: Sequence[Figure]) -> list[int]:
        """分别增加29场次和14份: of the figures before, the last of each unit, in the order of the run."""
        units = {self._walk.figures[at].number.unit: at for at in earlier}
        classes = {self._walk.figures[at].number.unit_class: at for at in earlier}  # 287名，增加19人
        found = (units.get(one.number.unit, classes.get(one.number.unit_class)) for one in run)
        return [at for at in found if at is not None]

    def _parts_before(self, first: Figure, earlier: list[int]) -> list[int]:
        """公安类29件、资源类17件、其他18件，前两类占比分别为45%、27%: the sentence's parts in order."""
        drafts, figures = self._walk.drafts, self._walk.figures
        return [
            at
            for at in earlier
            if figures[at].sentence_start == first.sentence_start and drafts[at] and drafts[at][0].breakdown
        ]

    def _all_of_sentence(self, chosen: list[int], before: range) -> bool:
        """受理387件，标的额9.4亿元，分别增长22%和35%: all that their sentence tells."""
        figures = self._walk.figures
        if before.start < 0:
            return False
        alone = not before.start or (
            figures[before.start - 1].sentence_start < figures[before.start].sentence_start
        )
        return alone and chosen == list(before) and len({figures[at].sentence_start for at in before}) == 1

    def _all_rates(self, first: Figure, chosen: list[int], before: range) -> bool:
        """受理387件，办结率99.1%，满意率96.3%，分别提升0.5、1.2个百分点: every rate of their sentence."""
        figures = self._walk.figures
        here = [at for at in before if figures[at].sentence_start == first.sentence_start]
        ahead = figures[before.start - 1] if before.start > 0 else None
        more = ahead and ahead.sentence_start == first.sentence_start and ahead.number.unit_class == "percent"
        return first.number.unit_class == "points" and chosen == here == list(before) and not more

    def _each_fits(self, chosen: list[int], run: Sequence[Figure]) -> bool:
        """分别增长8.1%、8.3%和0.2个百分点: rates change by points, all else by per cent."""
        return all(
            (self._walk.figures[at].number.unit_class == "percent") == (figure.number.unit_class == "points")
            for at, figure in zip(chosen, run, strict=False)
        )

    def _earlier(self, index: int) -> list[int]:
        """The levels of the paragraph before a run; for a run of levels its shares too."""
        figures = self._walk.figures
        first = figures[index]
        roles = ("level", "linked", "share") if first.role == "level" else ("level", "linked")
        return [
            at
            for at in range(max(0, index - LOOK_BACK), index)
            if figures[at].paragraph == first.paragraph and figures[at].role in roles
        ]

    def _beside(self, earlier: list[int], first: Figure, count: int) -> list[int]:
        """The last of them; 9起(涉企3起)、28件: an aside is none of them."""
        chosen = earlier[-count:]
        if len({self._walk.figures[at].bracket for at in chosen}) > 1:
            return [at for at in earlier if self._walk.figures[at].bracket == first.bracket][-count:]
        return chosen
