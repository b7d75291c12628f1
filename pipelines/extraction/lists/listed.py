"""A figure in a list: of the head's indicator, or one that its own words state.

Here belongs what the head decides of it. Which figure the head is: heads.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.parts import Parts
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.rules.rule import Candidate

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_DONE_IN_YEAR = re.compile(r"20\d\d年(?:度|共)?(受理|收案|新收|审结|办结|立案|查处)")
# What is at hand in a year, and the code of what was carried over into it.
_AT_HAND = {
    **{f"litigation.{code}": None for code in ("cases", "first_instance", "second_instance", "retrials")},
    "disclosure.requests_received": "disclosure.requests_carried_over",
}
_NEWLY_FILED = re.compile(r"(?:新收|新发)(?:案件)?")
_FROM_BEFORE = re.compile(r"(?:旧存|结存|(?:上年度?)?结转)(?:案件)?")
_ADDED_UP = re.compile(f"{_NEWLY_FILED.pattern}|{_FROM_BEFORE.pattern}")
_ENDED = "reconsideration.terminated"  # 终止案件中，因和解撤回的31件: why they ended


class Listed:
    """Reads such figures of a walk."""

    def __init__(self, walk: Walk, parts: Parts) -> None:
        self._walk, self._parts = walk, parts

    def head(self, figure: Figure, base: Draft | None) -> Draft | None:
        """受理4673件，审结4458件，其中2022年受理1748件: the head is the count that is told with the verb."""
        verb = _DONE_IN_YEAR.fullmatch(figure.left) if base is not None and base.figure >= 0 else None
        if base is None or verb is None or verb[1] in self._walk.figures[base.figure].left:
            return base
        for at in range(base.figure - 1, -1, -1):
            before, told = self._walk.figures[at], self._walk.drafts[at]
            if before.sentence_start != figure.sentence_start:
                break
            if told and verb[1] in before.left and before.number.unit == figure.number.unit:
                return told[0]
        return base

    def opened(self, figure: Figure, base: Draft, best: Candidate | None) -> bool:
        """Whether a figure is of the head of its list, whatever else its words alone would state."""
        if base.indicator in _AT_HAND and _ADDED_UP.fullmatch(figure.left):
            return True
        if best is None or best.indicator == base.indicator:
            return False
        persons = base.figure >= 0 and self._walk.figures[base.figure].number.unit_class == "person"
        return (persons and of_others(base, best)) or (base.indicator == _ENDED and "撤回" in figure.left)

    def read(
        self, index: int, figure: Figure, base: Draft, best: Candidate | None, body: str | None
    ) -> list[Draft]:
        """A figure in a list, of the head's indicator."""
        if base.indicator in _AT_HAND and base.breakdown is None and base.figure >= 0:
            if _NEWLY_FILED.fullmatch(figure.left):
                return self._newly_filed(index, figure, base)
            if _FROM_BEFORE.fullmatch(figure.left):
                code = _AT_HAND[base.indicator]
                return (
                    [replace(base, figure=index, indicator=code, value=signed_value(figure))] if code else []
                )
        if best is not None and body:
            return [self._walk.draft(index, best.indicator, figure.measure, body, best)]
        if body and figure.left and figure.left in base.matched:
            return [replace(base, figure=index, breakdown=body, value=signed_value(figure))]
        return self._parts.part(index, figure, base, best)

    def _newly_filed(self, index: int, figure: Figure, base: Draft) -> list[Draft]:
        """诉讼案件共128件，其中新收109件、旧存19件: the year's cases are the new ones, not all at hand."""
        self._walk.drafts[base.figure], self._walk.reasons[base.figure] = [], "composite"
        period = figure.period or base.period
        return [replace(base, figure=index, value=signed_value(figure), period=period)]


def of_others(base: Draft, best: Candidate) -> bool:
    """Tell whether a rule's persons are told among others: 法律明白人1456名，其中人民调解员418名."""
    kinds = indicators()[best.indicator], indicators()[base.indicator]
    counted = best.indicator != "counsel.public_lawyers"  # they are counted wherever they serve
    return (
        counted
        and not same_family(base.indicator, best.indicator)
        and all(kind.unit == "人" for kind in kinds)
    )


def same_family(one: str, other: str) -> bool:
    """Tell whether two indicators are of one domain."""
    return one.partition(".")[0] == other.partition(".")[0]
