"""The class of cases that a figure is of: 全市新收涉企行政复议案件164件，纠错23件.

Here belongs that a class holds to the end of its sentence, and what ends it before. What words alone restrict
a figure to is restrictions.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import restrictions, whose
from pipelines.extraction.scope.respondents import OF_CASES, OF_SUITS

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_OF_ALL = re.compile(r"全[市县区省州]|共|行政机关")
_BY_MEANS = re.compile("在线|网上|线上|远程")  # how one count was made is not how the next one was
_ALL_BODIES = re.compile(r"及各|及其|各级|各部门|行政机关")
# 审结涉企案件389件；召开听证会58场: what is done besides is of no class of cases told before.
_OF_NO_CLASS = frozenset(
    {
        "reconsideration.hearings",
        "reconsideration.opinions_issued",
        "notary.fees_collected",
        "notary.fees_waived",
    }
)
_FAR_BEFORE = 60  # characters before a figure in which its cases' cause is named


class Classes:
    """Names them in a walk."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter
        self._held = (-1, "", "")

    def of(self, figure: Figure, best: Candidate) -> str | None:
        """Return the class of cases that a figure is of; None for all of them."""
        domain = indicators()[best.indicator].domain
        if best.indicator == "enforcement.inspections":
            return next((named for named in ("涉企", "入企检查") if named[:2] in figure.raw), None)
        if domain not in OF_CASES:
            return None
        near = max(figure.sentence_start, figure.number.start - _FAR_BEFORE)
        before = self._walk.text[near : figure.number.start]
        told = restrictions.of_disclosure(before) or restrictions.of_field(before)
        if told and domain in OF_SUITS:
            return told
        found = self._class_named(figure, best)
        named = restrictions.respondent(figure.raw) if not found and domain == "litigation" else None
        own = named is not None and whose.short_for(named, self._reporter.body)  # 镇政府 in a town's report
        if named and not own and not _ALL_BODIES.search(named):
            if not self._walk.stated(best.indicator):
                of_government = named.endswith("政府")
                self._held = (figure.sentence_start, domain, named) if of_government else self._held
                return named if of_government else None
            found = named
        if found and figure.raw.startswith("、"):
            self._held = (figure.sentence_start, domain, "")  # what is told behind the list is of none of it
            return found  # 国内公证5件、涉外公证1件: one of several kinds
        if found and not _BY_MEANS.match(found):
            self._held = (figure.sentence_start, domain, found)
        elif _OF_ALL.search(figure.raw):
            self._held = (-1, "", "")
        elif self._held[:2] == (figure.sentence_start, domain) and best.indicator not in _OF_NO_CLASS:
            found = self._held[2]
        return found

    def _class_named(self, figure: Figure, best: Candidate) -> str | None:
        """涉企行政复议案件, 受理医疗纠纷: the class of cases or kind of disputes that a figure names."""
        found = restrictions.restriction(figure.raw) or _field_concerned(best)
        of_people = best.indicator.startswith("mediation.") and "administrative" not in best.indicator
        if found or not of_people:
            return found
        goes_on = self._held[:2] == (figure.sentence_start, "mediation")
        listed = restrictions.listed_disputes(figure.raw) if goes_on else None
        return listed or restrictions.disputes(figure.raw, self._reporter.body)


def _field_concerned(best: Candidate) -> str | None:
    """涉自然资源领域行政诉讼46件，败诉3件: the field that suits are told to concern."""
    if indicators()[best.indicator].domain not in OF_SUITS or not best.rest:
        return None
    field = restrictions.qualifier(best.rest[-18:])
    return field if field and field.startswith("涉") else None
