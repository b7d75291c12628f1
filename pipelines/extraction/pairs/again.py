"""What is read again once sums have told which are parts: 甲局12件、乙局31件，较上年分别减少3件、增加6件.

Here belongs which figures speak of others that have been restated since. How they are read is by_order.py,
comparisons/told_parts.py and the walk itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.told_parts import changed_part
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.beside import Beside
from pipelines.extraction.pairs.by_order import Pairs
from pipelines.extraction.rules.drafts import signed_value
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_NEAR = 12  # figures before one among which this year's level stands
_SPEAKING = frozenset({"change", "share", "previous", "linked"})  # roles of what is told of other figures


class Again:
    """Reads such figures of a walk."""

    def __init__(self, walk: Walk, pairs: Pairs, beside: Beside) -> None:
        self._walk, self._pairs, self._beside = walk, pairs, beside

    def read(self) -> None:
        """Read what spoke of figures that are another's now, and what has found none before."""
        self._told_with_parts()
        self._told_anew()
        self._told_of_parts()
        self._told_by_change()

    def _told_with_parts(self) -> None:
        """食品类516件，罚没187万元；药品类387件，罚没126万元: a second figure of each part of a list."""
        for index, figure in enumerate(self._walk.figures):
            told = self._walk.drafts[index]
            level = figure.role == "level" and len(told) == 1 and told[0].measure is Measure.LEVEL
            if level and told[0].breakdown is None and figure.bracket is None:
                part = self._beside.companion(index, figure, told[0].indicator)
                if part is not None:
                    self._walk.drafts[index] = [replace(told[0], breakdown=part)]

    def _told_anew(self) -> None:
        """从类型看，行政处罚149件…。从被告看，县级占57%: a share of what sums have made a part of another."""
        told: set[str] = set()
        for index, figure in enumerate(self._walk.figures):
            drafts = self._walk.drafts[index]
            alone = not figure.listed and self._pairs.run(index) == 1  # 处罚、许可分别占14%、42%
            if figure.role == "share" and alone and drafts and drafts[0].indicator not in told:
                self._walk.drafts[index], self._walk.reasons[index] = [], None
                self._walk.single(index)
            told |= {draft.indicator for draft in drafts if draft.measure is Measure.LEVEL}

    def _told_of_parts(self) -> None:
        """甲局12件、乙局31件，较上年分别减少3件、增加6件: what speaks of parts that sums have found."""
        for index, figure in enumerate(self._walk.figures):
            count = self._pairs.run(index)
            speaks = figure.role in _SPEAKING or count > 1
            unread = self._walk.reasons[index] == "no_rule" and figure.reason is None
            if not speaks or figure.listed or not unread:
                continue
            if any(self._walk.drafts[index : index + count]):
                continue
            part = changed_part(self._walk, index) if count == 1 and figure.role == "change" else None
            if part is not None:
                value = signed_value(figure)
                self._walk.drafts[index] = [replace(part, figure=index, measure=figure.measure, value=value)]
                self._walk.reasons[index] = None
            elif count > 1:
                self._pairs.read_again(index, count)
            elif self._shared_out(index, figure):
                self._walk.reasons[index] = None
                self._walk.single(index)

    def _told_by_change(self) -> None:
        """调解386件。与去年的342件相比，受理数增加44件: what the level before this one was, by the change."""
        walk = self._walk
        for index, figure in enumerate(walk.figures[:-1]):
            change = next(iter(walk.drafts[index + 1]), None)
            before = figure.role == "previous" and figure.reason is None and figure.period
            if not before or change is None or change.measure is not Measure.CHANGE_ABS:
                continue
            levels = (draft for drafts in walk.drafts[max(0, index - _NEAR) : index] for draft in drafts)
            thing = change.indicator, change.period, change.breakdown, Measure.LEVEL
            for told in levels:
                same = (told.indicator, told.period, told.breakdown, told.measure) == thing
                if same and told.value - change.value == figure.number.value:
                    value = figure.number.value
                    walk.drafts[index] = [replace(told, figure=index, period=before, value=value)]
                    walk.reasons[index] = None

    def _shared_out(self, index: int, figure: Figure) -> bool:
        """Whether a figure is the share, by name, of something beside a figure that states something."""
        if figure.role == "linked":
            return figure.anchor is not None and bool(self._walk.drafts[figure.anchor])
        named = figure.measure is Measure.SHARE_PCT and (figure.label or figure.noun)
        return bool(named and index and self._walk.drafts[index - 1])
