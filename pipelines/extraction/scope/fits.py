"""The rules that fit the words beside a figure, less those that the reporting body cannot mean.

Here belongs which of the rules that match is the one. Which expressions match is for rules/matching.py, whose
business a figure can be for own_business.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.quantities.units import COUNTING
from pipelines.extraction.rules.matching import best_first, candidates
from pipelines.extraction.rules.rule import BANNED, Candidate, Phrase
from pipelines.extraction.scope import whose
from pipelines.extraction.scope.composites import composite
from pipelines.extraction.scope.own_business import OwnBusiness
from pipelines.extraction.text.clauses import clean

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

# 以市市场监管局为被申请人的, in that bureau's own report: it means 我局.
_RESPONDENT = re.compile(r"[县市区州]?[\u4e00-\u9fff]{2,10}[局委](?=(?:作)?为被申请人)")
_CONTEXT = 60
_EITHER_WAY = re.compile("现场[和、及与]非$")  # 现场和非现场检查 are all
# 渔政39件(移送司法11件): what a bracket counts is not what the figure before it does
_OWN_FIGURE = re.compile(r"\([^()，]{2,12}\d")


class Fits:
    """Finds the rules that fit the figures of a walk."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter
        self._business = OwnBusiness(walk, reporter)

    def match(self, figure: Figure, left: str, right: str, *, spread: bool = False) -> Candidate | None:
        """Return the best rule for words beside a figure; None for none, a tie or a composite."""
        found = self._best(figure, left, right, spread=spread)
        return found if isinstance(found, Candidate) else None

    def own_match(
        self, index: int, figure: Figure, left: str, right: str, *, spread: bool = False
    ) -> Candidate | None:
        """Return the best rule for a figure's own words; a tie or a composite is the reason for none."""
        found = self._best(figure, left, right, spread=spread)
        if isinstance(found, str):
            self._walk.reasons[index] = found
            return None
        return found

    def _best(self, figure: Figure, left: str, right: str, *, spread: bool) -> Candidate | str | None:
        """Return the best rule, or why no one rule is it; None where no rule fits."""
        found = self.fitting(figure, left, right, spread=spread)
        if not found or (found[0].rest.endswith("非") and not _EITHER_WAY.search(found[0].rest)):
            return None  # 非现场检查
        best = found[0]
        if len(found) > 1 and found[1].score == best.score:
            return "tie"
        if composite(best):
            return "composite"
        return best

    def fitting(self, figure: Figure, left: str, right: str, *, spread: bool = False) -> list[Candidate]:
        """Return the rules that fit, best first. ``spread``: the noun has another unit than the figure."""
        if _OWN_FIGURE.match(right):
            right = ""
        unit = figure.number.unit_class
        units: tuple[str, ...] = (unit,)
        if unit == "points":
            units = ("percent",)
        elif spread:  # 给付比上年增加2100件 is of no money
            units = ("case", "person") if unit in COUNTING else ("case", "person", "money")
        first = max(figure.paragraph, figure.sentence_start - _CONTEXT)
        ends = figure.sentence_start + len(figure.sentence)
        context = self._walk.text[first : min(figure.number.end + _CONTEXT, ends)]
        words = self._in_own_name(clean(left)[-48:])
        told = self._domain_told(figure) if figure.topics.section in BANNED else None
        best: dict[str, Candidate] = {}
        for unit_class in units:
            phrase = Phrase(words, right, context, figure.number.unit, unit_class, figure.topics, told)
            for fit in candidates(phrase):
                candidate = self._business.told_as(figure, fit)
                if self._business.excludes(figure, candidate):
                    continue
                if candidate.indicator not in best or best[candidate.indicator].score < candidate.score:
                    best[candidate.indicator] = candidate
        return sorted(best.values(), key=best_first) if len(best) > 1 else list(best.values())

    def _domain_told(self, figure: Figure) -> str | None:
        """Return what domain the last figure before this one in its sentence is of; None for none."""
        walk = self._walk
        for index in range(bisect_left(walk.starts, figure.number.start) - 1, -1, -1):
            if walk.starts[index] < figure.sentence_start:
                return None
            if walk.drafts[index]:
                return walk.drafts[index][0].indicator.partition(".")[0]
        return None

    def _in_own_name(self, words: str) -> str:
        """Return the words with the reporting bureau's name for itself as 我局."""
        named = _RESPONDENT.search(words) if "为被申请人" in words else None
        name = named[0].removeprefix("以") if named else ""
        if not named or not whose.short_for(name, self._reporter.body):
            return words
        return f"{words[: named.end() - len(name)]}我局{words[named.end() :]}"
