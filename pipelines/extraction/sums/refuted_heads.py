"""Parts whose shares refute the head that words gave them and fit another: of 新收1423件，审结1397件, which?

Here belongs what shares say against words. Parts that no words place are shares.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.figures.proportions import fits_share, printed
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.restating import Restating
from pipelines.model import Measure

_FAR = 60  # figures between a part and its whole
_SEVERAL = 2  # shares that do not fit by chance, with decimals


class RefutedHeads(Restating):
    """Finds the parts of a document that belong to another whole than that which was taken."""

    def settle(self) -> None:
        """Restate all that a sentence divides where each share of it tells of another whole."""
        told: dict[tuple[int, str], list[int]] = defaultdict(list)
        for at, figure in enumerate(self._figures[:-1]):
            if figure.role == "level" and self._is_part(at) and self._has_share(at):
                told[figure.sentence_start, self._drafts[at][0].indicator].append(at)
        for (sentence, code), parts in told.items():
            whole = self._refuting(code, parts)
            sure = len(parts) >= _SEVERAL or (whole and self._precisely(parts[0], whole.value, parts[0] + 1))
            if whole is not None and sure:
                self._of_other(whole, code, sentence, parts[0])

    def _has_share(self, at: int) -> bool:
        part, share = self._drafts[at][0], self._drafts[at + 1][:1]
        said = share and share[0].measure is Measure.SHARE_PCT and share[0].breakdown == part.breakdown
        return bool(said) and "/" not in (part.breakdown or "") and "." in printed(self._figures[at + 1])

    def _refuting(self, code: str, parts: Sequence[int]) -> Draft | None:
        """The one other whole of the field that all shares fit where none fits the one that was taken."""
        first = parts[0]
        domain, period = code.partition(".")[0], self._drafts[first][0].period
        fits: dict[str, Draft] = {}
        for at in range(first - 1, max(-1, first - _FAR), -1):
            whole = self._whole(at)
            if whole is None or whole.period != period or not whole.indicator.startswith(f"{domain}."):
                continue
            if self._figures[at].paragraph != self._figures[first].paragraph:
                break
            fitting = [fits_share(self._figures[p], self._figures[at], self._figures[p + 1]) for p in parts]
            if whole.indicator == code and any(fitting):
                return None
            if all(fitting):
                fits.setdefault(whole.indicator, whole)
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _of_other(self, whole: Draft, code: str, sentence: int, first: int) -> None:
        """Make all parts of the code in the rest of a sentence, and what is told of them, the whole's."""
        for at in range(first, len(self._figures)):
            if self._figures[at].sentence_start != sentence:
                return
            drafts = self._drafts[at]
            if drafts and drafts[0].indicator == code and drafts[0].breakdown:
                self._told.state(at, [replace(one, indicator=whole.indicator) for one in drafts], None)
