"""Shares that stand alone in brackets: 审结152件，其中维持66件(43.42%)、驳回13件(8.55%).

Here belongs what a bracket with nothing but a percentage says of the figure before it. One alone may be a
rate or a change; several of one sentence that fit one and the same whole are its shares. Shares that words
tell are comparisons/told_shares.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.proportions import fits_share
from pipelines.extraction.sums.restating import Restating
from pipelines.model import Measure

_FAR = 24  # figures between a list and the whole that it divides
_LEAST, _SURELY = 2, 3
_BESIDE = ("", "、", "，")  # 城建类166件、15.9%


class BracketShares(Restating):
    """Finds the shares of a document that brackets hold."""

    def settle(self) -> None:
        """State every bracket's share of the figure before it, and what that figure is a part of."""
        lists: dict[int, list[int]] = defaultdict(list)
        for at in range(1, len(self._figures)):
            if self._alone(at) and self._figures[at - 1].bracket is None:
                lists[self._figures[at].sentence_start].append(at)
        for shares in lists.values():
            whole = self._whole_of(shares) if len(shares) >= _LEAST else None
            if whole is not None:
                self._state(shares, whole)

    def _alone(self, at: int) -> bool:
        figure = self._figures[at]
        unread = not self._drafts[at] and self._reasons[at] == "no_rule"
        within = figure.bracket is not None and figure.bracket + 1 == figure.number.start
        behind = figure.raw in _BESIDE and figure.bracket is None
        return unread and (within or behind) and figure.number.unit_class == "percent" and not figure.right

    def _whole_of(self, shares: list[int]) -> int | None:
        """The figure before a list of which every part has its share."""
        first = shares[0] - 1
        for head in self._before(first, far=len(shares) >= _SURELY):
            if all(
                fits_share(self._figures[at - 1], self._figures[head], self._figures[at]) for at in shares
            ):
                return head
        return None

    def _before(self, first: int, *, far: bool) -> Iterator[int]:
        for head in range(first - 1, max(-1, first - _FAR), -1):
            if self._figures[head].paragraph != self._figures[first].paragraph and not far:
                return
            if self._figures[head].role == "level":
                yield head

    def _state(self, shares: list[int], head: int) -> None:
        whole = self._whole(head)
        if whole is not None:
            self._restate(whole, [at - 1 for at in shares if not self._drafts[at - 1]])
        for at in shares:
            part: Figure = self._figures[at]
            told = [draft for draft in self._drafts[at - 1] if draft.measure is Measure.LEVEL]
            drafts = [
                replace(draft, figure=at, measure=Measure.SHARE_PCT, value=part.number.value)
                for draft in told
            ]
            self._told.state(at, drafts, None if drafts else self._reasons[at])
