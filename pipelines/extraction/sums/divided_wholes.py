"""The wholes that a division of cases may divide, and which of them is the likeliest.

Here belongs the choice by what stands near and by words. Which figures are such a division is divisions.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.told import Told
from pipelines.model import Measure

_FAR = 40  # figures before a division among which the cases are told
_PARAGRAPHS = 2
_ASKED_OF = re.compile(
    r"从([\u4e00-\u9fff]{2,4})(?:案件)?(?:的)?(?:原因|案由|类型|类别|领域)(?:上)?看"
)  # 从败诉原因看
_ANY = ("行政", "案件", "情况", "执法")  # what many indicators have in their names
# What reports divide, the likeliest first.
_DIVIDED = (
    "accepted",
    "penalties",
    "cases",
    "cases_handled",
    "first_instance",
    "received",
    "cases_opened",
    "concluded",
    "lost",
    "corrected",
    "hotline_requests",
)


class Wholes:
    """Finds them in what has been read of a document."""

    def __init__(self, told: Told) -> None:
        self._figures, self._drafts, self._known = told.figures, told.drafts, told.known

    def near(self, first: int, counted: int, *, anywhere: bool) -> dict[str, Draft]:
        """Return the wholes that a division from a figure on may divide, the nearest of each indicator.

        ``counted``: how many figures before it belong to the division. ``anywhere``: they may stand farther
        than in its paragraph and the one before.
        """
        found = self._told_before(first - counted, anywhere=anywhere)
        unit_class = self._figures[first].number.unit_class
        for whole in self._known:
            code = whole.indicator
            if class_of(indicators()[code].unit) == unit_class:
                found.setdefault(
                    code, Draft(first, code, Measure.LEVEL, whole.period, None, whole.value, 1, "")
                )
        return found

    def _told_before(self, first: int, *, anywhere: bool) -> dict[str, Draft]:
        found: dict[str, Draft] = {}
        figure = self._figures[first]
        paragraphs = {figure.paragraph}
        for before in range(first - 1, -1 if anywhere else max(-1, first - _FAR), -1):
            head = self._figures[before]
            paragraphs.add(head.paragraph)
            if len(paragraphs) > _PARAGRAPHS and not anywhere:
                break
            for told in self._drafts[before][:1]:
                whole = told.breakdown is None and told.measure is Measure.LEVEL
                if whole and head.role != "previous" and _counted_alike(head, figure):
                    found.setdefault(told.indicator, told)
        return found


def likeliest(wholes: Sequence[Draft], first: Figure, words: str) -> Draft | None:
    """Return the whole that words name, else the kind that reports divide most; None for none.

    ``first``: the first figure of the division. ``words``: what its sentence calls the whole, if anything.
    """
    asked = _ASKED_OF.match(first.sentence)
    by_name = [whole for whole in wholes if asked and _shares_words(asked[1], whole)]
    if len(by_name) == 1:
        return by_name[0]
    kinds = {whole.indicator.partition(".")[2]: whole for whole in wholes}
    likely = [kinds[code] for code in _DIVIDED if code in kinds]
    named = words or first.heading
    return next((whole for whole in likely if _shares_words(named, whole)), next(iter(likely), None))


def _counted_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count in one unit; 件 and 起 are alike where cases are counted."""
    alike = one.number.unit_class == other.number.unit_class == "case"
    return alike or one.number.unit == other.number.unit


def _shares_words(words: str, whole: Draft) -> bool:
    """Whether words name the indicator of a whole: 处罚 in 占处罚总量的84%, 行政处罚 in a heading."""
    name = indicators()[whole.indicator].name_zh
    return any(words[at : at + 2] in name for at in range(len(words) - 1) if words[at : at + 2] not in _ANY)
