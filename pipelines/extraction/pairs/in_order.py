"""Runs of figures that speak of the figures before them, in their order: 审结90件、82件，分别增长7%、5%.

Here belongs what such a run states. Which figures it speaks of is spoken_of.py; runs that names stand before
are by_order.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.anchors import of_year_changed
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.pairs.spoken_of import LOOK_BACK, SpokenOf
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_STEADY = re.compile("持平|不变")
_UNCHANGED = re.compile(r"(?:(?:、|，|和|及|与|以及)(?:同比|基本|总体)?(?:持平|不变))+")
_AGAINST = re.compile(r"[比较与]((?:19|20)\d\d)年(?![、和及])")


class InOrder:
    """Reads such runs of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._spoken_of = SpokenOf(walk)

    def _speaks_of(self, first: Figure, chosen: list[int]) -> bool:
        """纠纷大幅下降，降幅分别达…: a new sentence with its own subject speaks of no earlier figures."""
        figures = self._walk.figures
        same = all(figures[at].sentence_start == first.sentence_start for at in chosen)
        return same or first.clause_start == first.sentence_start

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
        for told in reversed(self._walk.drafts[max(0, level - LOOK_BACK) : level]):
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
        chosen, least = self._spoken_of.figures(index, count, steady)
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
