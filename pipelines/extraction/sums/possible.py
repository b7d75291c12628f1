"""Shares that no count can have of the whole before them, and that words beside them say are another's.

Here belongs finding that other whole: 调解纠纷4318件，防止激化20件。婚姻类纠纷占24.1%, which 20 cannot have.
Shares that betray their part are shares.py.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from math import ceil, floor

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.proportions import makes_share, printed
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.restating import Restating
from pipelines.model import Comparator, Measure

_FAR = 60  # figures before a share among which its whole may be
_EXACT = 5000  # a larger whole has a count for nearly every share


class PossibleShares(Restating):
    """Finds such shares of a document."""

    def settle(self) -> None:
        """State every such share of the whole that its words name."""
        wholes: dict[str, Draft] = {}
        for at, figure in enumerate(self._figures):
            told = self._drafts[at]
            stated = self._whole(at)
            if stated is not None:
                wholes[stated.indicator] = stated
            shared = told and told[0].measure is Measure.SHARE_PCT and told[0].breakdown is not None
            if not shared or figure.number.comparator is not Comparator.EQUAL or "." not in printed(figure):
                continue  # a share without decimals fits nearly every whole
            whole = wholes.get(told[0].indicator)
            if whole is None or whole.period != told[0].period or self._possible(figure, whole):
                continue
            named = self._named(at, figure, whole)
            if named is not None:
                share = replace(told[0], indicator=named.indicator, period=named.period)
                self._told.state(at, [share], None)

    def _possible(self, share: Figure, whole: Draft) -> bool:
        """Whether some count has the share; any has where the whole is large, rounded or not in the text."""
        if whole.figure < 0 or whole.value > _EXACT:
            return True
        of = self._figures[whole.figure].number
        if of.comparator is not Comparator.EQUAL or of.value % 1:
            return True
        count = whole.value * share.number.value / 100
        return any(makes_share(one, whole.value, share) for one in (floor(count), ceil(count)))

    def _named(self, at: int, share: Figure, but: Draft) -> Draft | None:
        """The largest count of the paragraph that may have the share and whose words its sentence says."""
        said = share.sentence[: share.number.start - share.sentence_start]
        pairs = {said[start : start + 2] for start in range(len(said) - 1)}
        before = range(at - 1, max(-1, at - _FAR), -1)
        here = takewhile(lambda head: self._figures[head].paragraph == share.paragraph, before)
        wholes = [
            whole
            for head in here
            if (whole := self._whole(head)) is not None
            and whole.indicator != but.indicator
            and whole.period == but.period
            and self._figures[head].number.unit_class != "money"
            and _says(self._figures[head].left, pairs)
            and self._possible(share, whole)
        ]
        return max(wholes, key=lambda whole: whole.value, default=None)


def _says(words: str, pairs: set[str]) -> bool:
    """Whether some words hold one of the pairs of signs."""
    return any(words[start : start + 2] in pairs for start in range(len(words) - 1))
