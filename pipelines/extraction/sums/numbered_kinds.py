"""Numbered kinds, each with its count and share: 1.住房类(437件，占比20%)。主要涉及物业251件、房产93件.

Here belongs such a list, whose shares betray the whole that it divides. Shares that stand alone in brackets
are bracket_shares.py, items whose counts add up itemised.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extraction.figures.proportions import fits_share
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.restating import Restating
from pipelines.model import Measure

_NAME = re.compile(
    r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]\s*)([\u4e00-\u9fff、“”]{2,14})\("
)
_SHARE = re.compile(r"[，,、]占(?:比|总量的?|总数的?)?")
_DIVIDED = re.compile(r"\)[。，：]?(?:主要|其中|包括|涉及|包含)")
_LEAST = 2  # items that one whole must fit
_FAR = 60  # figures between a whole and an item


class NumberedKinds(Restating):
    """Finds such items of a document."""

    def settle(self, text: str) -> None:
        """State count and share of every item as parts of the whole that they fit, and what divides them."""
        items = [at for at in range(1, len(self._figures) - 1) if self._name(at, text)]
        whole = next(filter(None, map(self._whole_of, items)), None)
        fitting = [at for at in items if whole and self._fits(at, whole)]
        if whole is None or len(fitting) < _LEAST:
            return
        for at in fitting:
            self._state(at, whole, self._name(at, text) or "", text)

    def _name(self, at: int, text: str) -> str | None:
        """The name that opens a line and the bracket with a count and its share; None for anything else."""
        count, share = self._figures[at], self._figures[at + 1]
        if count.bracket is None or share.number.unit_class != "percent" or self._drafts[at]:
            return None
        opened = _NAME.fullmatch(text, count.paragraph, count.number.start)
        shared = _SHARE.fullmatch(text, count.number.end, share.number.start)
        return opened[1] if opened and shared else None

    def _whole_of(self, at: int) -> Draft | None:
        for head in range(at - 1, max(-1, at - _FAR), -1):
            whole = self._whole(head)
            if whole and self._fits(at, whole):
                return whole
        return None

    def _fits(self, at: int, whole: Draft) -> bool:
        return fits_share(self._figures[at], self._figures[whole.figure], self._figures[at + 1])

    def _state(self, at: int, whole: Draft, name: str, text: str) -> None:
        count = self._figures[at].number.value
        self._told.state(at, [replace(whole, figure=at, value=count, breakdown=name)], None)
        share = replace(
            whole,
            figure=at + 1,
            measure=Measure.SHARE_PCT,
            value=self._figures[at + 1].number.value,
            breakdown=name,
        )
        self._told.state(at + 1, [share], None)
        if _DIVIDED.match(text, self._figures[at + 1].number.end):
            self._divide(at, whole, name)

    def _divide(self, item: int, whole: Draft, name: str) -> None:
        """主要涉及物业管理251件、房产交易93件: what an item names behind its bracket are its parts."""
        left = self._figures[item].number.value
        for at in range(item + 2, len(self._figures)):
            if self._figures[at].paragraph != self._figures[item].paragraph:
                return
            value = self._figures[at].number.value
            part = part_names.part_label(self._figures[at].left)
            if not (self._alike(item, at) and self._unnamed(at) and part) or value > left:
                return
            left -= value
            self._told.state(at, [replace(whole, figure=at, value=value, breakdown=f"{name}/{part}")], None)
