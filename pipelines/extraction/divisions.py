"""Divisions of cases: 从管理领域看，公安类689件，较上年增加338件…; parts that neither sums nor shares tell.

Here belongs whose parts such a division lists where its figures do not add up. Sums and shares, which are
surer, have been asked before (arithmetic.py, shares.py).
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extraction.drafts import Draft, Restating, signed_value
from pipelines.model import Measure

_VIEWED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[一二三四五]是)?[从按依][^，。；\d]{2,10}(?:来?看|划分|区分|分)[，：]"
)
_FAR = 40  # figures before a division among which the cases are told
_PARAGRAPHS = 2
_LONGEST_NAME = 14
# What reports divide, the likeliest first.
_DIVIDED = ("accepted", "penalties", "cases", "first_instance", "received", "cases_opened", "concluded")


class Divisions(Restating):
    """Finds the parts that divisions list."""

    def settle(self, text: str) -> None:
        """Restate every figure of a division that nothing else has read, and what changed in it."""
        at = 0
        while at < len(self._figures):
            run = self._run(at, text)
            whole = self._whole(run) if run else None
            if whole is not None:
                for part in run:
                    self._restate(whole, [part])
                    self._change_after(part)
            at = run[-1] + 1 if run else at + 1

    def _run(self, first: int, text: str) -> list[int]:
        """The unread figures of a division from one on, to the end of its sentence."""
        start = self._figures[first].sentence_start
        if not self._unread(first) or not _VIEWED.search(text, start, self._figures[first].number.start):
            return []
        run = [first]
        for at in range(first + 1, len(self._figures)):
            if self._figures[at].sentence_start != start:
                break
            if self._unread(at) and self._figures[at].number.unit == self._figures[first].number.unit:
                run.append(at)
        return run

    def _unread(self, at: int) -> bool:
        figure = self._figures[at]
        unread = not self._drafts[at] and self._reasons[at] == "no_rule" and figure.role == "level"
        return unread and figure.bracket is None and 0 < len(figure.left) <= _LONGEST_NAME

    def _whole(self, run: list[int]) -> Draft | None:
        """The whole, of its paragraph or the one before, that a division most likely divides."""
        at, figure = run[0], self._figures[run[0]]
        total = sum(self._figures[part].number.value for part in run)
        found: dict[str, Draft] = {}
        paragraphs = {figure.paragraph}
        for before in range(at - 1, max(-1, at - _FAR), -1):
            head = self._figures[before]
            paragraphs.add(head.paragraph)
            if len(paragraphs) > _PARAGRAPHS:
                break
            for told in self._drafts[before][:1]:
                whole = told.breakdown is None and told.measure is Measure.LEVEL
                room = told.value >= total and told.period == (figure.period or told.period)
                if whole and room and head.number.unit == figure.number.unit:
                    found.setdefault(told.indicator.partition(".")[2], told)
        return next((found[code] for code in _DIVIDED if code in found), None)

    def _change_after(self, at: int) -> None:
        """公安类689件，较上年增加338件: the change behind a part is its change."""
        after = at + 1
        if after >= len(self._figures) or self._drafts[after] or not self._drafts[at]:
            return
        figure = self._figures[after]
        beside = figure.sentence_start == self._figures[at].sentence_start and not figure.noun
        if beside and figure.role == "change":
            part = self._drafts[at][0]
            self._drafts[after] = [
                replace(part, figure=after, measure=figure.measure, value=signed_value(figure))
            ]
            self._reasons[after] = None
