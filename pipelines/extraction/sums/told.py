"""What the figures of a document state so far: found by place, by value and by indicator.

Here belongs what sums ask of what has been read. What they make of it is told in a room for each kind of sum.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, Known
from pipelines.model import Measure

_DIGITS = 6  # of a value behind the point, by which two are one


class Told:
    """The figures of a document with the drafts of each, or the reason why it has none."""

    def __init__(
        self,
        figures: Sequence[Figure],
        drafts: list[list[Draft]],
        reasons: list[str | None],
        known: Sequence[Known] = (),
    ) -> None:
        """``known``: the wholes that tables state."""
        self.figures, self.drafts, self.reasons, self.known = figures, drafts, reasons, known
        self._by_value: dict[float, list[int]] = defaultdict(list)
        self._by_code: dict[str, list[int]] = defaultdict(list)
        for at, figure in enumerate(figures):
            self._by_value[round(figure.number.value, _DIGITS)].append(at)
            for draft in drafts[at][:1]:
                self._by_code[draft.indicator].append(at)

    def state(self, at: int, drafts: list[Draft], reason: str | None) -> None:
        """Let a figure state other drafts than before, or none for a reason."""
        self.drafts[at], self.reasons[at] = drafts, reason
        for draft in drafts[:1]:
            if at not in self._by_code[draft.indicator]:
                insort(self._by_code[draft.indicator], at)

    def counted(self, at: int) -> Draft | None:
        """Return the level that a figure states, of the whole or of a part."""
        drafts = self.drafts[at]
        if not drafts or drafts[0].measure is not Measure.LEVEL:
            return None
        return None if self.figures[at].number.unit_class in ("percent", "points") else drafts[0]

    def whole(self, at: int) -> Draft | None:
        """Return the level of a whole that a figure states."""
        counted = self.counted(at)
        return counted if counted and counted.breakdown is None else None

    def is_part(self, at: int) -> bool:
        """Tell whether a figure states the level of a part."""
        drafts = self.drafts[at]
        return bool(drafts) and drafts[0].breakdown is not None and drafts[0].measure is Measure.LEVEL

    def of_value(self, value: float, before: int, since: int = 0) -> Iterator[int]:
        """Yield the places of the figures of a value before a place, the nearest first."""
        return _between(self._by_value.get(round(value, _DIGITS), ()), since, before)

    def of_indicator(self, code: str, before: int, since: int = 0) -> Iterator[int]:
        """Yield the places of the figures that state an indicator before a place, the nearest first."""
        for at in _between(self._by_code.get(code, ()), since, before):
            if self.drafts[at] and self.drafts[at][0].indicator == code:
                yield at

    def wholes_of(self, code: str, before: int, since: int = 0) -> Iterator[Draft]:
        """Yield the wholes of an indicator that are told before a place, the nearest first."""
        return (whole for whole in map(self.whole, self.of_indicator(code, before, since)) if whole)

    def one_code(self, value: float, before: int) -> bool:
        """Tell whether the wholes of a value before a place are of one code: of two, a sum says neither."""
        wholes = (self.whole(at) for at in self.of_value(value, before))
        return len({whole.indicator for whole in wholes if whole}) < 2


def _between(places: Sequence[int], since: int, before: int) -> Iterator[int]:
    for index in range(bisect_left(places, before) - 1, -1, -1):
        if places[index] < since:
            return
        yield places[index]
