"""Parts and their shares in one sentence: 从类型看，甲类3964件，占30.86%；乙类1275件.

Here belongs that what one sentence divides is one whole. How a share betrays it is shares.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.restating import Restating
from pipelines.extraction.text import views
from pipelines.model import Measure


class BesideShares(Restating):
    """Finds such kinds in the sentences of a document that say what they look at."""

    def settle(self) -> None:
        """State every kind that only its place has made a part as one of the whole that the shares betray."""
        places = range(len(self._figures))
        for _, sentence in groupby(places, key=lambda at: self._figures[at].sentence_start):
            run = list(sentence)
            for at, share in pairwise(run):
                self._name_share(at, share)
            if not views.opening(self._figures[run[0]].sentence)[0]:
                continue
            betrayed = list(self._betrayed(run))
            codes = {self._drafts[at][0].indicator for at in betrayed}
            if len(codes) == 1:
                self._restate_kinds(betrayed[0], run, codes.pop())

    def _name_share(self, at: int, share: int) -> None:
        """网站25条，占14.29%；微信150条，占85.71%: a share of what its sum has made a part is that part's."""
        part, beside = self._drafts[at], self._drafts[share]
        if not self._is_part(at) or not beside or beside[0].measure is not Measure.SHARE_PCT:
            return
        unnamed = beside[0].breakdown is None and beside[0].indicator == part[0].indicator
        wholes = self._told.wholes_of(part[0].indicator, at) if unnamed else ()
        if any(self._precisely(at, whole.value, share) for whole in wholes):
            self._told.state(share, [replace(beside[0], breakdown=part[0].breakdown)], None)

    def _betrayed(self, run: list[int]) -> Iterator[int]:
        """The parts of a sentence of whose whole the share behind them is, with its decimals."""
        for at, share in pairwise(run):
            part, beside = self._drafts[at], self._drafts[share]
            if not self._is_part(at) or not beside or beside[0].measure is not Measure.SHARE_PCT:
                continue
            wholes = self._told.wholes_of(part[0].indicator, at)
            same = beside[0].breakdown == part[0].breakdown
            if same and any(self._precisely(at, whole.value, share) for whole in wholes):
                yield at

    def _restate_kinds(self, first: int, run: list[int], code: str) -> None:
        """Give the parts behind one, in its unit and by their names alone, and their shares to a code."""
        given = set[tuple[str, str | None]]()
        for at in run:
            told = self._drafts[at]
            if at <= first or not told or told[0].breakdown is None:
                continue
            key = told[0].indicator, told[0].breakdown
            alike = self._is_part(at) and self._alike(first, at)
            if alike and part_names.part_label(self._figures[at].left) == key[1]:
                given.add(key)
            if key in given and key[0] != code:
                self._told.state(at, [replace(told[0], indicator=code)], None)
