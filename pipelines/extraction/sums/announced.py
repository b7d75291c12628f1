"""Lists that words announce and a sum confirms: 从来源看，执业律师71名，工作者41名 behind a whole of 112.

Here belongs what such a list makes of figures that have been read as wholes, of the same indicator or of
another field. Announced lists that do not add up are divisions.py.
"""

from __future__ import annotations

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import same_unit
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.around_parts import TOLD_NOW
from pipelines.extraction.sums.restating import Restating
from pipelines.extraction.text import views
from pipelines.model import Measure

_FAR = 12  # figures between a list and its whole
_LEAST = 2
_WITHIN = 60  # figures between a list and the whole of what its own words name
_LARGE = 100  # a sum that does not come out by chance


class Announced(Restating):
    """Finds announced lists whose figures were read as wholes."""

    def settle(self, text: str) -> None:
        """Restate the figures of every announced list that adds up to a whole before it."""
        at = 0
        while at < len(self._figures):
            run = self._run(at, text)
            whole, size = self._whole_of(run)
            if whole is not None and self._may_be_parts(run[:size], whole):
                for part in run[:size]:  # its own words name it, whatever rule they fitted
                    if not self._is_part(part):
                        self._told.state(part, [], self._reasons[part])
                self._restate(whole, run[:size])
            at = run[-1] + 1 if run else at + 1

    def _run(self, first: int, text: str) -> list[int]:
        """The figures of an announced list from one on, to the end of its sentence."""
        begins = self._figures[first]
        if begins.number.unit_class == "money":  # 食品类298宗、罚没302万元
            return []
        if not views.DIVIDING.search(text, begins.sentence_start, begins.number.start):
            return []
        run: list[int] = []
        for at in range(first, len(self._figures)):
            figure = self._figures[at]
            if figure.sentence_start != begins.sentence_start:
                break
            if (
                figure.role in TOLD_NOW
                and figure.bracket is None
                and figure.number.unit == begins.number.unit
            ):
                run.append(at)
        return run if any(self._drafts[at] for at in run) else []

    def _whole_of(self, run: list[int]) -> tuple[Draft | None, int]:
        """The whole of a list, and how many of its figures make it: 甲512件，乙1334件，其中丙447件最多."""
        for size in range(len(run), _LEAST - 1, -1):
            total = sum(self._figures[at].number.value for at in run[:size])
            whole = self._told_before(run[0], total)
            if whole is not None and self._told.one_code(total, run[0]):
                return whole, size
        return None, 0

    def _told_before(self, first: int, total: float) -> Draft | None:
        """The whole of a value among the figures before a list; a large one may be paragraphs away."""
        figure = self._figures[first]
        for head in self._told.of_value(total, first):
            near = self._figures[head].paragraph == figure.paragraph and head >= first - _FAR
            if not near and total < _LARGE:
                return None
            whole = self._whole(head)
            alike = same_unit(self._figures[head], figure) and self._figures[head].role in TOLD_NOW
            if whole and alike and whole.period == figure.period:
                return whole
        return None

    def _may_be_parts(self, run: list[int], whole: Draft) -> bool:
        """甲文件继续有效142件、废止31件；乙文件…: the outcomes of several bodies are no parts."""
        told = {self._drafts[at][0].indicator for at in run if self._drafts[at]}
        domain = indicators()[whole.indicator].domain
        alike = {code for code in told if indicators()[code].domain == domain}
        return len(alike) <= 1 and all(self._may_be_part(at, whole) for at in run)

    def _may_be_part(self, at: int, whole: Draft) -> bool:
        """Outcomes have codes of their own: 从处理看，维持12件; lawyers among advisers are a part of them."""
        told = self._drafts[at][0] if self._drafts[at] else None
        if told is None or (told.indicator == whole.indicator and "/" not in (told.breakdown or "")):
            return True
        alike = indicators()[told.indicator].domain == indicators()[whole.indicator].domain
        return (
            (not alike or self._told_else(at, told))
            and told.breakdown is None
            and told.measure is Measure.LEVEL
        )

    def _told_else(self, at: int, told: Draft) -> bool:
        """受理援助案件2936件，办结2708件。…社会律师承办1894件: a second figure of what is told as a whole."""
        wholes = self._told.wholes_of(told.indicator, at, at - _WITHIN)
        return any(whole.value > told.value and whole.period == told.period for whole in wholes)
