"""The whole told before whose parts a run pairs with names: 收案28件…被告以甲局、乙局为主，分别为11件、9件.

Here belongs how the words of a run, or its sum, tell which whole told before it divides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.text import views
from pipelines.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extraction.rules.drafts import Draft
    from pipelines.extraction.walk import Walk

_SUED = re.compile("被告(?:主要)?(?:以|为|是|集中)")
_SUITS = frozenset({"litigation.cases", "litigation.first_instance"})
_RANKS = re.compile(
    r"(?:^|[，；：])(收案|受案|受理|审结|立案|处罚|败诉)(?:数量?)?(?:排名?|位居|居)前[^，。；]{1,10}(?:为|是|有)"
)
_NOUN = 2  # characters
_LARGE_ENOUGH = 20  # smaller sums agree by chance


def whole_of_run(walk: Walk, at: int, together: float) -> Draft | None:
    """Of which whole the figure at `at` is a part, where its run adds up to `together`; None if untold."""
    figure = walk.figures[at]
    level = figure.role == "level"
    return (
        _ranked_by(walk, at)
        or _viewed(walk, at)
        or walk.heads.last(at, money=figure.number.unit_class == "money", least=together if level else 0)
        or (_made_up(walk, at, together) if level else None)
    )


def suits_of_defendants(walk: Walk, at: int) -> Draft | None:
    """被告以甲局、乙局为主，案件数分别为…: the suits told last, whose defendants a run names."""
    figure = walk.figures[at]
    if figure.role != "level" or figure.number.unit_class != "case" or not _SUED.search(figure.sentence):
        return None
    wholes = _told_before(walk, at, figure.period)
    return next((one for one in wholes if one.indicator in _SUITS), None)


def _told_before(walk: Walk, at: int, period: str | None) -> Iterator[Draft]:
    """The wholes of a period that were told before a figure, the last first."""
    for drafts in reversed(walk.drafts[:at]):
        one = drafts[0] if drafts else None
        if (
            one
            and one.measure is Measure.LEVEL
            and one.breakdown is None
            and one.period == (period or one.period)
        ):
            yield one


def _ranked_by(walk: Walk, at: int) -> Draft | None:
    """收案排名前三的领域为甲、乙，依次是402件和237件: of the whole whose rank the sentence tells."""
    figure = walk.figures[at]
    ranks = _RANKS.search(figure.sentence)
    best = walk.match(figure, f"{ranks[1]}数", "") if ranks else None
    if best is None:
        return None
    wholes = _told_before(walk, at, figure.period)
    return next((one for one in wholes if one.indicator == best.indicator), None)


def _viewed(walk: Walk, at: int) -> Draft | None:
    """从申请内容看，涉及甲、乙的居前，分别为102件、67件: of the whole whose words the view names."""
    figure = walk.figures[at]
    viewed, _ = views.opening(figure.sentence)
    for one in _told_before(walk, at, figure.period) if viewed else ():
        if walk.figures[one.figure].paragraph != figure.paragraph:
            return None
        if one.matched.endswith(viewed[:_NOUN]):
            return one
    return None


def _made_up(walk: Walk, at: int, together: float) -> Draft | None:
    """从类别看，甲类、乙类分别为391件、455件: of the whole that they add up to, however far before."""
    wholes = _told_before(walk, at, walk.figures[at].period) if together >= _LARGE_ENOUGH else ()
    return next((one for one in wholes if one.value == together), None)
