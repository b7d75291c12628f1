"""A figure: a number with the words around it, its measure, period and status.

Here belongs what a figure holds. How it is cut out of the text is placing.py; what comparison words make of
it is measures.py, what years make of it is periods.py; which indicator it states is decided later
(rules/matching.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.text.clauses import Clause
from pipelines.extraction.topics.in_force import TopicsInForce
from pipelines.model import Measure, Status

_CASES = frozenset({"件", "份", "宗", "起"})  # 下达决定书462份，其中甲县104件


@dataclass(slots=True)
class Figure:
    """A number with what is settled of it; offsets are of the reading text.

    ``raw``: the words since the clause, bracket or figure before. ``left``, ``right``: the same cleaned, and
    what follows. ``within``: its clause. ``until``: where its words end (其中188卷为行政处罚).
    ``role``: level, whole (占总数86件的…), previous (上年的…), linked (…增加到), dated (2022年为…), goal
    (完成目标任务210件的…), change or share. ``noun``, ``label``: what a comparison or a share says it is of.
    ``reason``: why it states nothing.
    """

    number: Number
    raw: str
    left: str
    right: str
    within: Clause
    clause: str
    sentence: str
    sentence_start: int
    clause_start: int
    paragraph: int
    topics: TopicsInForce
    until: int
    bracket: int | None = None
    heading: str = ""
    outlook: bool = False
    measure: Measure = Measure.LEVEL
    role: str = "level"
    sign: int = 1
    period: str | None = None
    status: Status = Status.ACTUAL
    label: str = ""
    noun: str = ""
    anchor: int | None = None
    reason: str | None = None
    listed: bool = False

    @property
    def end(self) -> int:
        """Where the number ends."""
        return self.number.end

    @property
    def before(self) -> str:
        """The words of the clause before."""
        return self.within.before


def same_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count in units of one class; a bare number counts in any."""
    if one.number.unit in _CASES and other.number.unit in _CASES:
        return True
    return not one.number.unit_class or one.number.unit_class == other.number.unit_class
