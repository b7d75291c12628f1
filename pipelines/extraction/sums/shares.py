"""What shares say where words do not: a figure whose share fits a whole told before is a part of that whole.

Here belongs the arithmetic of 占…的x% between figures already read. Lists that add up are arithmetic.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import isclose

from pipelines.extraction.figures.figure import Figure, same_unit
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.restating import Restating
from pipelines.model import Measure

_FAR = 60  # figures between a part with its share and the whole it is a share of
_SPARED = re.compile(r"不予|免予|免于|免罚")  # what was not done is no part of what was
_COMPARED = frozenset({"change", "previous", "dated"})
_ROUNDED = 0.06
_LEAST_PART = 3  # smaller ones fit by chance


def fits_share(part: Figure, whole: Figure, share: Figure) -> bool:
    """Tell whether ``share`` is what ``part`` is of ``whole``, to the digits that it is printed with."""
    if not same_unit(part, whole) or not part.number.value < whole.number.value:
        return False
    began = share.sentence_start
    printed = share.sentence[share.number.start - began : share.number.end - began]
    decimals = len(re.sub(r"[^\d.]", "", printed).partition(".")[2])  # 28.0% is no 28%
    return abs(part.number.value / whole.number.value * 100 - share.number.value) <= 0.6 * 10.0**-decimals


class Shares(Restating):
    """Finds the parts of a document that their shares betray."""

    def settle(self) -> None:
        """Restate every part that its share betrays, and the share with it."""
        for at in range(len(self._figures)):
            self._part_by_share(at)
            self._parts_by_shares(at)
            self._share_of_several(at)

    def _part_by_share(self, at: int) -> None:
        """区政府部门318件，占收到申请总数的65.4%: one figure and its share."""
        share = self._share_behind(at) if self._may_be_part(at) else None
        whole = self._whole_of([(at, share)]) if share is not None else None
        if share is not None and whole is not None:
            for told in range(at, share + 1):
                self._drafts[told] = []
            self._restate(whole, [at])
            self._rest_of(whole, at)

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
        """处罚类62件，占35.6%；工伤类19件；其他93件: what is unread of a list that makes up its whole."""
        part, told, unread = self._figures[at], 0.0, list[int]()
        for other in range(max(0, at - _FAR), min(len(self._figures), at + _FAR)):
            figure, drafts = self._figures[other], self._drafts[other]
            if figure.sentence_start != part.sentence_start or figure.number.unit != part.number.unit:
                continue
            if self._is_part(other) and drafts[0].indicator == whole.indicator:
                told += figure.number.value
            elif other > at and not drafts and figure.bracket is None and self._may_be_part(other):
                unread.append(other)
        rest = sum(self._figures[other].number.value for other in unread)
        if unread and isclose(told + rest, whole.value):
            self._restate(whole, unread)

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
        unread = all(self._may_be_part(at) or self._is_part(at) for at in parts)
        together = {self._figures[at].paragraph for at in (*parts, first)}
        whole = self._whole_of(list(zip(parts, range(first, last), strict=True)))
        if not unread or len(together) > 1 or whole is None:
            return
        for at in range(parts[0], last):
            self._drafts[at] = self._drafts[at] if self._is_part(at) else []
        self._restate(whole, [at for at in parts if not self._drafts[at]])
        for part, share in zip(parts, range(first, last), strict=True):
            figure = self._figures[share]
            self._drafts[share] = [
                replace(draft, figure=share, measure=Measure.SHARE_PCT, value=figure.number.value)
                for draft in self._drafts[part]
            ]
            self._reasons[share] = None if self._drafts[share] else self._reasons[share]

    def _share_of_several(self, at: int) -> None:
        """其中甲42场、乙65场，占全年的39.93%: what fits their sum, and none of them, is of no part."""
        share, told = self._figures[at], self._drafts[at]
        if not told or told[0].measure is not Measure.SHARE_PCT or told[0].breakdown is None or share.label:
            return
        parts = [
            part
            for part in range(max(0, at - _FAR), at)
            if self._figures[part].sentence_start == share.sentence_start
            and self._is_part(part)
            and self._drafts[part][0].indicator == told[0].indicator
        ]
        before = range(at - 1, max(-1, at - _FAR), -1)
        whole = next((one for one in before if self._told_whole(one, told[0])), None)
        if whole is None or len(parts) < 2 or not self._figures[whole].number.value:
            return
        of = self._figures[whole]
        total = sum(self._figures[part].number.value for part in parts)
        several = abs(total / of.number.value * 100 - share.number.value) <= _ROUNDED
        if several and not fits_share(self._figures[parts[-1]], of, share):
            self._drafts[at], self._reasons[at] = [], "composite"

    def _told_whole(self, at: int, told: Draft) -> bool:
        whole = self._whole(at)
        return whole is not None and (whole.indicator, whole.period) == (told.indicator, told.period)

    def _before(self, first: int, count: int) -> list[int]:
        """安全类34件(含扬尘13件)、质量类31件，占比39%、35%: as many figures, asides in brackets left out."""
        bracket = self._figures[first].bracket
        beside = [at for at in range(max(0, first - _FAR), first) if self._figures[at].bracket == bracket]
        return beside[-count:]

    def _whole_of(self, pairs: list[tuple[int, int]]) -> Draft | None:
        """The nearest whole told before of which every figure has the share that stands with it."""
        first = pairs[0][0]
        for head in range(first - 1, max(-1, first - _FAR), -1):
            told = self._drafts[head]
            if not told or told[0].breakdown is not None or told[0].measure is not Measure.LEVEL:
                continue
            figure = self._figures[head]
            if figure.number.unit_class in ("percent", "points"):
                continue
            if told[0].period != (self._figures[first].period or told[0].period):
                continue
            if all(self._fits(part, figure, share) for part, share in pairs):
                return told[0]
        return None

    def _fits(self, at: int, whole: Figure, share: int) -> bool:
        part = self._figures[at]
        return part.number.value >= _LEAST_PART and fits_share(part, whole, self._figures[share])

    def _is_part(self, at: int) -> bool:
        drafts = self._drafts[at]
        return bool(drafts) and drafts[0].breakdown is not None and drafts[0].measure is Measure.LEVEL

    def _may_be_part(self, at: int) -> bool:
        """A figure that no rule read, or that was read as another whole of a code told before."""
        figure, drafts = self._figures[at], self._drafts[at]
        if figure.role != "level" or not figure.left or part_names.DEED.match(figure.left):
            return False
        if _SPARED.search(figure.left):
            return False
        if not drafts:
            return self._reasons[at] == "no_rule"
        told = any(
            self._drafts[head] and self._drafts[head][0].indicator == drafts[0].indicator
            for head in range(max(0, at - _FAR), at)
        )
        return told and drafts[0].breakdown is None
