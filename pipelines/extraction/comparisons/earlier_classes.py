"""Classes of cases that are told by their levels of another year: 举报投诉类案件由29件增至81件.

Here belongs what names a class and whose it is. The levels themselves are read by earlier.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.told_parts import COUNTED
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.respondents import OF_CASES
from pipelines.extraction.text import views
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_CLASS = re.compile(r"类$|(?:案件|纠纷)$")
_TOLD = 24  # figures back from one among which a part may have been told by name


class EarlierClasses:
    """Finds them in a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def viewed(self, index: int, figure: Figure, noun: str) -> list[Draft]:
        """从受理的行政复议案件看，行政处罚类由2022年的41件上升到…: a class of what the sentence looks at."""
        viewed, _ = views.opening(figure.sentence) if noun.endswith("类") else ("", 0)
        if not viewed:
            return []
        best = self._walk.match(figure, viewed, "")
        if best is None or best.indicator.partition(".")[0] not in OF_CASES:
            return []
        name = part_names.part_label(COUNTED.sub("", noun))
        return [self._walk.draft(index, best.indicator, figure.measure, name, best)] if name else []

    def of_cases(self, index: int, figure: Figure, noun: str) -> list[Draft]:
        """举报投诉类案件由29件增至81件: a class of the cases that its paragraph tells of."""
        name = part_names.part_label(COUNTED.sub("", noun)) if _CLASS.search(noun) else ""
        whole = self._walk.heads.last(index, cases=True, least=figure.number.value) if name else None
        if whole is None or not figure.period or part_names.OUTCOME.search(name):
            return []
        if whole.indicator.partition(".")[0] not in OF_CASES or not self._walk.heads.alike(whole, figure):
            return []
        value = signed_value(figure)
        told = replace(whole, figure=index, measure=Measure.LEVEL, period=figure.period, value=value)
        return [replace(told, breakdown=name, score=1)]

    def told_by_name(self, index: int, indicator: str, words: str) -> str | None:
        """经济合同公证2947件…。经济合同公证由上年的3402件…: the part that has been told by that name."""
        for drafts in reversed(self._walk.drafts[max(0, index - _TOLD) : index]):
            named = drafts[0].breakdown if drafts and drafts[0].indicator == indicator else None
            if named and len(named) > 1 and words.startswith(named):
                return named
        return None
