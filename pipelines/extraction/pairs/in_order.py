"""Runs of figures that speak of the figures before them, in their order: 审结90件、82件，分别增长7%、5%.

Here belongs which figures such a run follows. Runs that names stand before are by_order.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.anchors import of_year_changed
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_FIRST_OF = re.compile(r"[，；]?前[两二三四五六七八]?[类项者位]?(?:[合共总]计)?占")
# 民事代理1894件，非诉讼742件，法律顾问285家，咨询1.27万人次；前三项分别增长…
_FIRST_CHANGED = re.compile(r"[，；]?前[两二三四五六七八][类项者]")
_STEADY = re.compile("持平|不变")
_UNCHANGED = re.compile(r"(?:(?:、|，|和|及|与|以及)(?:同比|基本|总体)?(?:持平|不变))+")
_AGAINST = re.compile(r"[比较与]((?:19|20)\d\d)年(?![、和及])")
_LOOK_BACK = 12


class InOrder:
    """Reads such runs of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def _speaks_of(self, first: Figure, chosen: list[int]) -> bool:
        """纠纷大幅下降，降幅分别达…: a new sentence with its own subject speaks of no earlier figures."""
        figures = self._walk.figures
        same = all(figures[at].sentence_start == first.sentence_start for at in chosen)
        return same or first.clause_start == first.sentence_start

    def _of_units(self, earlier: list[int], run: Sequence[Figure]) -> list[int]:
        """分别增加29场次和14份: of the figures before, the last of each unit, in the order of the run."""
        units = {self._walk.figures[at].number.unit: at for at in earlier}
        classes = {self._walk.figures[at].number.unit_class: at for at in earlier}  # 287名，增加19人
        found = (units.get(one.number.unit, classes.get(one.number.unit_class)) for one in run)
        return [at for at in found if at is not None]

    def _of_year_before(self, run: range) -> bool:
        """Whether a run is all of levels of the year before: 较上年的9起、22万元分别增长…."""
        figures = self._walk.figures
        beside = {figures[at].sentence_start for at in (*run, run.stop)}
        return len(beside) == 1 and all(figures[at].role == "previous" for at in run)

    def _changed(self, index: int, before: range) -> None:
        """State the changes of levels of the year before, each of its own."""
        walk = self._walk
        for at, level in enumerate(before, index):
            figure = walk.figures[at]
            walk.drafts[at] = [
                replace(
                    draft,
                    figure=at,
                    measure=figure.measure,
                    value=signed_value(figure),
                    period=self._year_compared(level, draft),
                )
                for draft in walk.drafts[level]
                if draft.period.isdigit()
            ]
            if not walk.drafts[at]:
                walk.reasons[at] = "no_rule"

    def _year_compared(self, level: int, draft: Draft) -> str:
        """2012年底有23家，相比2009年底20家增加了15%: the year of the level told before, else the next one."""
        for told in reversed(self._walk.drafts[max(0, level - _LOOK_BACK) : level]):
            same = told and (told[0].indicator, told[0].breakdown) == (draft.indicator, draft.breakdown)
            if same and told[0].measure is Measure.LEVEL and told[0].period > draft.period:
                return told[0].period
        return str(int(draft.period) + 1)

    def read(self, index: int, count: int) -> bool:
        """The figures before, as many, in their order: their names hold for this run too."""
        walk = self._walk
        first = walk.figures[index]
        if first.role == "change" and _against_another_year(first):
            walk.reasons[index : index + count] = ["benchmark"] * count
            return True
        before = range(index - count, index)
        if first.role == "change" and before.start >= 0 and self._of_year_before(before):
            self._changed(index, before)
            return True
        last = walk.figures[index + count - 1].number
        steady = len(_STEADY.findall(self._unchanged(last.end)))  # of as many at the end of them
        chosen, least = self._spoken_of(index, count, steady)
        chosen = [self._whole_of(at, chosen) for at in chosen[:count]]
        if first.role == "change" and not self._speaks_of(first, chosen):
            return False
        stated = [at for at in chosen if walk.drafts[at]]
        if len(chosen) < count or len(stated) < min(least, count):
            return False
        if first.role == "level" and any(walk.drafts[at][0].measure is Measure.LEVEL for at in stated):
            return False
        if first.role == "share" and any(walk.figures[at].number.unit_class == "percent" for at in chosen):
            return False  # a rate has no parts that could be shares of it
        self._state(index, chosen)
        return True

    def _whole_of(self, at: int, chosen: list[int]) -> int:
        """案件31件，其中刑事20件、民事11件，受援人34人，分别增长6%和8%: the whole of a part."""
        walk = self._walk
        part = next(iter(walk.drafts[at]), None)
        others = [walk.drafts[one][0] for one in chosen if one != at and walk.drafts[one]]
        if part is None or not part.breakdown or not others or any(one.breakdown for one in others):
            return at
        for before in range(at - 1, -1, -1):
            told = walk.drafts[before][:1]
            if walk.figures[before].sentence_start != walk.figures[at].sentence_start:
                return at
            if told and told[0].indicator == part.indicator and told[0].breakdown is None:
                return before
        return at

    def _unchanged(self, place: int) -> str:
        """分别下降3.2%、21.8%和持平: what stands behind a run of figures that have not changed."""
        found = _UNCHANGED.match(self._walk.text, place)
        return found[0] if found else ""

    def _spoken_of(self, index: int, count: int, steady: int) -> tuple[list[int], int]:
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
            for at in range(max(0, index - _LOOK_BACK), index)
            if figures[at].paragraph == first.paragraph and figures[at].role in roles
        ]

    def _beside(self, earlier: list[int], first: Figure, count: int) -> list[int]:
        """The last of them; 9起(涉企3起)、28件: an aside is none of them."""
        chosen = earlier[-count:]
        if len({self._walk.figures[at].bracket for at in chosen}) > 1:
            return [at for at in earlier if self._walk.figures[at].bracket == first.bracket][-count:]
        return chosen

    def _state(self, index: int, chosen: list[int]) -> None:
        walk = self._walk
        for at, told in enumerate(chosen, index):
            figure = walk.figures[at]
            if not walk.drafts[told]:
                walk.reasons[at] = "no_rule"
                continue
            value, level = signed_value(figure), walk.drafts[told][0]
            if figure.role == "change":
                level = of_year_changed(walk, figure, replace(level, figure=told))
            walk.drafts[at] = [replace(level, figure=at, measure=figure.measure, value=value)]
            walk.reasons[at] = None


def _against_another_year(figure: Figure) -> bool:
    """分别比2015年增加16家、347名, in a report of 2023: no change on the year."""
    year = _AGAINST.search(figure.raw)
    period = figure.period or ""
    return year is not None and period.isdigit() and int(year[1]) != int(period) - 1
