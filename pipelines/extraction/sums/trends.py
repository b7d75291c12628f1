"""What comparisons say where words do not: 案件总数较上年的24件增加7件 speaks of the 31 cases told before.

Here belongs the arithmetic of two years between figures already read: the level, the year before, the
difference and the rate. What the words of a comparison say is comparisons/changes.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.extraction.figures.figure import Figure, same_unit
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.told import Told
from pipelines.model import Comparator, Measure

_COMPARING = ("previous", "change")
_FAR = 40  # figures between a comparison and the level that it speaks of


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of one comparison by what they are: each the place of a figure, or None."""

    previous: int | None
    difference: int | None
    rate: int | None

    @property
    def places(self) -> tuple[int, ...]:
        """The places of its figures in the order of the text."""
        told = (self.previous, self.difference, self.rate)
        return tuple(sorted(place for place in told if place is not None))


class Trends:
    """Finds the levels that the comparisons of a document speak of, where the arithmetic leaves no other."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._figures, self._drafts, self._reasons = told.figures, told.drafts, told.reasons

    def settle(self) -> None:
        """State every comparison that no words name by the level that its figures give."""
        for comparison in self._unread():
            head = self._level_of(comparison)
            if head is not None:
                for place in comparison.places:
                    self._state(place, head)

    def _unread(self) -> Iterator[Comparison]:
        """The comparisons with two figures or three of which none has been read."""
        at = 0
        while at < len(self._figures):
            if self._figures[at].role not in _COMPARING:
                at += 1
                continue
            end = at
            while end < len(self._figures) and self._goes_on(at, end):
                end += 1
            comparison = self._comparison(range(at, end))
            if comparison is not None:
                yield comparison
            at = max(end, at + 1)

    def _goes_on(self, first: int, at: int) -> bool:
        figure = self._figures[at]
        unread = not self._drafts[at] and self._reasons[at] == "no_rule" and figure.reason is None
        beside = figure.sentence_start == self._figures[first].sentence_start
        named = at > first and figure.noun and not part_names.LOOSE.fullmatch(figure.noun)
        return unread and beside and figure.role in _COMPARING and not named

    def _comparison(self, run: range) -> Comparison | None:
        kinds = [self._kind(at) for at in run]
        if len(run) < 2 or len(set(kinds)) < len(kinds):
            return None
        place = dict(zip(kinds, run, strict=True))
        return Comparison(place.get("previous"), place.get("difference"), place.get("rate"))

    def _kind(self, at: int) -> str:
        figure = self._figures[at]
        if figure.role == "previous":
            return "previous"
        return "rate" if figure.measure is Measure.CHANGE_PCT else "difference"

    def _level_of(self, comparison: Comparison) -> Draft | None:
        """The nearest level before, in its paragraph, that all figures of a comparison fit."""
        first = comparison.places[0]
        for at in range(first - 1, max(-1, first - _FAR), -1):
            figure = self._figures[at]
            if figure.paragraph != self._figures[first].paragraph:
                return None
            told = self._drafts[at]
            counted = figure.role in ("level", "linked") and told and told[0].measure is Measure.LEVEL
            if counted and self._fits(comparison, figure) and self._year_before(comparison, told[0]):
                return told[0]
        return None

    def _fits(self, comparison: Comparison, level: Figure) -> bool:
        value = level.number.value
        counted = [place for place in (comparison.previous, comparison.difference) if place is not None]
        if any(not same_unit(self._figures[place], level) for place in counted):
            return False
        before = self._year_before_value(comparison, value)
        if before is None or before <= 0 or before == value:
            return False
        if comparison.rate is None:
            return True
        rate = self._figures[comparison.rate]
        decimals = len(f"{rate.number.value:g}".partition(".")[2])
        exact = rate.number.comparator is Comparator.EQUAL
        slack = 0.6 * 10.0**-decimals if exact else 1.0
        return abs((value / before - 1) * 100 - signed_value(rate)) <= slack

    def _year_before_value(self, comparison: Comparison, value: float) -> float | None:
        """The value of the year before, where those told agree with each other."""
        told = self._value(comparison.previous)
        difference = self._value(comparison.difference)
        if difference is None:
            return told
        if told is not None and abs(told + difference - value) > 1e-6:
            return None
        return value - difference

    def _value(self, place: int | None) -> float | None:
        return None if place is None else signed_value(self._figures[place])

    def _year_before(self, comparison: Comparison, head: Draft) -> bool:
        if comparison.previous is None:
            return head.period.isdigit()
        period = self._figures[comparison.previous].period
        return head.period.isdigit() and period == str(int(head.period) - 1)

    def _state(self, place: int, head: Draft) -> None:
        figure = self._figures[place]
        period = (figure.period or head.period) if figure.role == "previous" else head.period
        value = signed_value(figure)
        draft = replace(head, figure=place, measure=figure.measure, value=value, period=period, score=1)
        self._told.state(place, [draft], None)
