"""What shares say where words do not: a figure whose share fits a whole told before is a part of that whole.

Here belongs the arithmetic of 占…的x% between figures already read. Lists that add up are arithmetic.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from math import isclose

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.proportions import fits_share
from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.restating import Restating
from pipelines.extraction.text import views
from pipelines.model import Measure

_FAR = 60  # figures between a part with its share and the whole it is a share of
_COMPARED = frozenset({"change", "previous", "dated"})
_NAMED = re.compile(r"占(?:全[市县区])?([\u4e00-\u9fff]{2,12}?)(?:总[数量])?的?$")
_IN_ALL = re.compile("[合总共]计")
_LEAST_PART = 3  # smaller ones fit by chance


class Shares(Restating):
    """Finds the parts of a document that their shares betray."""

    def settle(self) -> None:
        """Restate every part that its share betrays, and the share with it."""
        for at in range(len(self._figures)):
            self._part_by_share(at)
            self._parts_by_shares(at)

    def _part_by_share(self, at: int) -> None:
        """区政府部门318件，占收到申请总数的65.4%: one figure and its share."""
        share = self._share_behind(at) if self._may_have_share(at) else None
        whole = self._whole_of([(at, share)]) if share is not None else None
        if share is not None and whole is not None:
            for told in range(at, share + 1):
                self._told.state(told, [], self._reasons[told])
            self._restate(whole, [at])
            self._rest_of(whole, at)
            self._take_along(whole, at, share)

    def _take_along(self, whole: Draft, at: int, share: int) -> None:
        """从领域看，拆迁412件，占一审收案的25.4%；工伤187件: what the sentence divides is the whole named."""
        part = self._figures[at]
        named = _NAMED.search(self._figures[share].raw) and views.opening(part.sentence)[0]
        if not named or _IN_ALL.search(part.raw):
            return
        behind = takewhile(
            lambda other: self._figures[other].sentence_start == part.sentence_start,
            range(share + 1, len(self._figures)),
        )
        unread = (one for one in behind if not self._drafts[one] and self._may_have_share(one))
        alike = (one for one in unread if self._figures[one].number.unit == part.number.unit)
        self._restate(whole, [one for one in alike if self._share_behind(one) is None])

    def _share_behind(self, at: int) -> int | None:
        """处罚58件，较上年的66件下降12.12%，占4.59%: the share behind what a figure is compared with."""
        sentence = self._figures[at].sentence_start
        for beside in range(at + 1, len(self._figures)):
            share = self._figures[beside]
            if share.sentence_start != sentence:
                return None
            if share.role == "share":
                return beside if share.number.value and not share.label else None
            if share.role not in _COMPARED:
                return None
        return None

    def _rest_of(self, whole: Draft, at: int) -> None:
        """处罚类62件，占35.6%；工伤类19件。其他93件: what is unread of a list that makes up its whole."""
        part, told, unread = self._figures[at], 0.0, list[int]()
        for other in range(max(0, at - _FAR), min(len(self._figures), at + _FAR)):
            figure, drafts = self._figures[other], self._drafts[other]
            if figure.paragraph != part.paragraph or figure.number.unit != part.number.unit:
                continue
            beside = figure.sentence_start == part.sentence_start
            if self._is_part(other) and drafts[0].indicator == whole.indicator and beside:
                told += figure.number.value
            elif other > at and not drafts and figure.bracket is None and self._may_have_share(other):
                unread.append(other)
        within = [one for one in unread if self._figures[one].sentence_start == part.sentence_start]
        for rest in (*(within[:size] for size in range(len(within), 0, -1)), unread):
            if rest and isclose(told + sum(self._figures[one].number.value for one in rest), whole.value):
                self._restate(whole, rest)
                return

    def _parts_by_shares(self, first: int) -> None:
        """甲局268件；乙局204件，分别占受案总数的33.0%、25.1%: as many figures before as shares."""
        if self._figures[first].role != "share" or self._figures[first].listed:
            return
        last = first + 1
        while last < len(self._figures) and self._figures[last].listed:
            last += 1
        count = last - first
        parts = self._before(first, count)
        if count < 2 or len(parts) < count:
            return
        unread = all(self._may_have_share(at) or self._is_part(at) for at in parts)
        together = {self._figures[at].paragraph for at in (*parts, first)}
        whole = self._whole_of(list(zip(parts, range(first, last), strict=True)))
        if not unread or len(together) > 1 or whole is None:
            return
        for at in range(parts[0], last):
            self._told.state(at, self._drafts[at] if self._is_part(at) else [], self._reasons[at])
        self._restate(whole, [at for at in parts if not self._drafts[at]])
        for part, share in zip(parts, range(first, last), strict=True):
            figure = self._figures[share]
            shares = [
                replace(draft, figure=share, measure=Measure.SHARE_PCT, value=figure.number.value)
                for draft in self._drafts[part]
            ]
            self._told.state(share, shares, None if shares else self._reasons[share])
        self._rest_of(whole, parts[-1])

    def _before(self, first: int, count: int) -> list[int]:
        """安全类34件(含扬尘13件)、质量类31件，占比39%、35%: as many figures, asides in brackets left out."""
        bracket = self._figures[first].bracket
        beside = [at for at in range(max(0, first - _FAR), first) if self._figures[at].bracket == bracket]
        return beside[-count:]

    def _whole_of(self, pairs: list[tuple[int, int]]) -> Draft | None:
        """The whole told before of which every figure has the share that stands with it.

        The nearest, but the one that the share names where it names one: 占新受理案件的49.66%.
        """
        first, share = pairs[0]
        fits: dict[str, int] = {}
        for head in range(first - 1, max(-1, first - _FAR), -1):
            whole = self._whole(head)
            if whole is None or whole.period != (self._figures[first].period or whole.period):
                continue
            if all(self._fits(part, self._figures[head], beside) for part, beside in pairs):
                fits.setdefault(whole.indicator, head)
        named = _NAMED.search(self._figures[share].raw)
        heads = sorted(fits.values(), reverse=True)
        if len(heads) > 1 and named:
            heads.sort(key=lambda head: self._shared(head, named[1]), reverse=True)
        elif len(heads) > 1:
            heads.sort(key=lambda head: self._divided(head, first), reverse=True)
        return self._whole(heads[0]) if heads else self._whole_in_table(pairs)

    def _whole_in_table(self, pairs: list[tuple[int, int]]) -> Draft | None:
        """罚款8914件，占75.33%: the one whole of a table of which every figure has its share."""
        part = self._figures[pairs[0][0]]
        counted = (
            known
            for known in self._told.known
            if known.period == (part.period or known.period)
            and class_of(indicators()[known.indicator].unit) == part.number.unit_class
        )
        fits = [
            known for known in counted if all(self._precisely(at, known.value, share) for at, share in pairs)
        ]
        if len({known.indicator for known in fits}) != 1:
            return None
        one = fits[0]
        return Draft(pairs[0][0], one.indicator, Measure.LEVEL, one.period, None, one.value, 1, "")

    def _divided(self, head: int, part: int) -> bool:
        """甲类75件，占新受理案件的49.66%；乙类40件，占26.49%: whether its parts stand before."""
        whole, begins = self._whole(head), self._figures[part].sentence_start
        places = self._told.of_indicator(whole.indicator, part, head + 1) if whole else ()
        return any(self._is_part(at) and self._figures[at].sentence_start == begins for at in places)

    def _shared(self, head: int, words: str) -> int:
        """How many pairs of signs of some words stand in those of a figure."""
        left = self._figures[head].left
        return sum(words[at : at + 2] in left for at in range(len(words) - 1))

    def _fits(self, at: int, whole: Figure, share: int) -> bool:
        part = self._figures[at]
        return part.number.value >= _LEAST_PART and fits_share(part, whole, self._figures[share])
