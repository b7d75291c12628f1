"""Whether a change can be one of a figure: by their units, and by the year that it compares with.

Here belongs what rules a level out. Which of those left a change speaks of is changes.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.quantities.units import COUNTING, class_of
from pipelines.extraction.rules.drafts import Draft

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

# 取消126项，压减率63.3%: what was cut is what there is fewer of, not what was cancelled
_CUT, _CANCELLED = re.compile(r"[压削精缩]减(?:率|比例|幅度)"), "service.cancelled_matters"
_NEVER_ALIKE = ({"time", "case"}, {"time", "piece"})  # 29场次 more are no papers


def may_change(walk: Walk, figure: Figure, of: Draft) -> bool:
    """Tell whether a change may be one of what was told: 上升19.2%，净增156件 tell it twice."""
    if of.indicator == _CANCELLED and _CUT.search(figure.raw):
        return False
    anchor = walk.figures[of.figure]
    counted = figure.number.unit_class not in ("percent", "points", "money")
    if counted and anchor.role == "change" and anchor.number.unit_class == "percent":
        unit = class_of(indicators()[of.indicator].unit)
        return unit == figure.number.unit_class or {unit, figure.number.unit_class} <= COUNTING
    return comparable(figure, anchor)


def comparable(figure: Figure, anchor: Figure) -> bool:
    """Tell whether a change may be one of a figure, by their units."""
    rate = anchor.number.unit_class == "percent"
    unit = figure.number.unit_class
    if unit in ("points", "percent"):
        return (unit == "points") == rate
    same = anchor.number.unit_class == unit
    if {anchor.number.unit_class, unit} in _NEVER_ALIKE:
        return False
    return not rate and (same or {anchor.number.unit_class, unit} <= COUNTING)


def of_year_before(walk: Walk, index: int, head: Draft) -> bool:
    """Tell whether the change at ``index`` is on the year before, and not against another."""
    if not head.period.isdigit():
        first, _, last = head.period.partition("/")
        return last == str(int(first) + 1)  # a year from August to July
    before = str(int(head.period) - 1)
    previous = walk.figures[index - 1] if index else None
    if previous and previous.role == "previous" and walk.drafts[index - 1]:
        return walk.drafts[index - 1][0].period in (before, head.period)
    year = re.search(r"[比较与](20\d\d)年", walk.figures[index].raw)
    return year is None or year[1] == before
