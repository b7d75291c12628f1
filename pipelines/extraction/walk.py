"""From figures to drafts of rows: which indicator each figure states, in the order of the text.

Here belongs the walk over the figures with what has been stated so far. The single decisions are elsewhere:
measure and period, which are settled before, in figures; which rules fit in scope/fits.py; whole or part in
scope and lists; what is stated in pairs, levels and comparisons; what arithmetic tells, at the end, in sums.
Those that read by the walk are handed it, and import its name for types only.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.comparisons.anchors import Anchors
from pipelines.extraction.comparisons.changes import Changes
from pipelines.extraction.comparisons.earlier import Earlier
from pipelines.extraction.comparisons.told_shares import ToldShares
from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.levels.level import Levels
from pipelines.extraction.lists.beside import Beside
from pipelines.extraction.lists.heads import Heads
from pipelines.extraction.lists.number_first import NumberFirst
from pipelines.extraction.lists.parts import Parts
from pipelines.extraction.lists.put_right import kind_put_right
from pipelines.extraction.pairs.again import Again
from pipelines.extraction.pairs.by_order import Pairs
from pipelines.extraction.rules.drafts import Draft, Known, signed_value
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import instances
from pipelines.extraction.scope.bodies import Bodies
from pipelines.extraction.scope.composites import of_outcomes
from pipelines.extraction.scope.fits import Fits
from pipelines.extraction.scope.labels import Labels
from pipelines.extraction.scope.own_names import OwnNames
from pipelines.extraction.scope.vetoes import Vetoes
from pipelines.extraction.sums.arithmetic import Sums
from pipelines.extraction.sums.told import Told
from pipelines.model import Measure


class Walk:
    """The walk over the figures of one document."""

    def __init__(
        self, found: Sequence[Figure], text: str, reporter: Reporter, known: Sequence[Known] = ()
    ) -> None:
        self.figures = found
        self.starts = [figure.number.start for figure in found]
        self.text = text
        self.known = known
        self.drafts: list[list[Draft]] = [[] for _ in found]
        self.reasons: list[str | None] = [figure.reason for figure in found]
        self.heads = Heads(self)
        self.of_bureau = not reporter.reviews
        fits = Fits(self, reporter)
        self._labels, self._own_names = Labels(self, reporter), OwnNames(self, reporter)
        parts = Parts(self)
        bodies = Bodies(self, reporter)
        self._beside = Beside(self)
        self._levels = Levels(self, parts, bodies, self._beside)
        self._pairs = Pairs(self, bodies)
        self._again = Again(self, self._pairs, self._beside)
        self._number_first = NumberFirst(self)
        anchors = Anchors(self)
        shares, changes = ToldShares(self, anchors), Changes(self, anchors, bodies)
        earlier = Earlier(self, anchors, bodies, shares)
        self._readers = {
            "level": self._levels.read,
            "whole": self._levels.read,
            "linked": earlier.linked,
            "previous": earlier.previous,
            "dated": earlier.dated,
            "goal": earlier.dated,
            "change": changes.read,
            "share": shares.read,
        }
        self._wholes: set[str] = set()
        self._at = range(0)
        self.match, self.own_match, self.fitting = fits.match, fits.own_match, fits.fitting
        self.label, self.veto = self._labels.of, Vetoes(text, reporter).of
        self.is_own = self._own_names.is_own

    def read(self) -> None:
        """Assign every figure that can be assigned; the others get a reason."""
        index = 0
        while index < len(self.figures):
            count = self._pairs.run(index)
            self._at = range(index, index + count)
            if count < 2 or not self._pairs.read(index, count):
                count = self._number_first.read(index) or 1
                if count == 1:
                    self.single(index)
            for draft in self._wholes_of(index, index + count):
                self._wholes.add(draft.indicator)
            index += count
        Sums(Told(self.figures, self.drafts, self.reasons, self.known)).settle(self.text)
        self._again.read()
        for at, drafts in enumerate(self.drafts):
            if drafts and of_outcomes(drafts[0].indicator, drafts[0].breakdown):
                self.drafts[at], self.reasons[at] = [], "composite"

    def wholes(self) -> list[Known]:
        """Return the wholes that the sentences state."""
        return [
            Known(draft.indicator, draft.period, draft.value)
            for draft in self._wholes_of(0, len(self.drafts))
        ]

    def _wholes_of(self, first: int, end: int) -> list[Draft]:
        return [
            draft
            for drafts in self.drafts[first:end]
            for draft in drafts
            if draft.breakdown is None and draft.measure is Measure.LEVEL
        ]

    def single(self, index: int) -> None:
        """Read one figure by its own words, unless it has a reason to state nothing."""
        figure = self.figures[index]
        if self.reasons[index]:
            return
        self.reasons[index] = None if figure.role == "goal" else self.veto(figure)
        if self.reasons[index]:
            return
        self.drafts[index] = self._readers[figure.role](index, figure)
        self.reasons[index] = None if self.drafts[index] else self.reasons[index] or "no_rule"

    def draft(
        self, index: int, indicator: str, measure: Measure, label: str | None, found: Candidate
    ) -> Draft:
        """Return the draft of a figure for the rule found."""
        figure = self.figures[index]
        share_of_rate = measure is Measure.SHARE_PCT and indicators()[indicator].kind == "rate"
        return Draft(
            index,
            indicator,
            Measure.LEVEL if share_of_rate else measure,  # 网办比例88.7%
            figure.period or "",
            None if label and self._own_names.is_whole(index, label, indicator) else label,
            signed_value(figure),
            found.score,
            found.rest,
            found.matched,
            found.member
            or instances.told_of(figure, indicator, self.text)
            or kind_put_right(self, index, indicator),
            found.narrow,
        )

    def stated(self, indicator: str) -> bool:
        """Tell whether a whole of the indicator stands before, or in the run that is being read."""
        here = self._wholes_of(self._at.start, self._at.stop)
        return indicator in self._wholes or any(draft.indicator == indicator for draft in here)
