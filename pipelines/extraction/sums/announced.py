"""Lists that words announce and a sum confirms: 从来源看，执业律师71名，工作者41名 behind a whole of 112.

Here belongs what such a list makes of figures that have been read as wholes, of the same indicator or of
another field. Announced lists that do not add up are divisions.py.
"""

from __future__ import annotations

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.sums.around_parts import TOLD_NOW
from pipelines.extraction.sums.restating import Restating
from pipelines.extraction.text import views
from pipelines.model import Measure

_FAR = 12  # figures between a list and its whole
_LEAST = 2


class Announced(Restating):
    """Finds announced lists whose figures were read as wholes."""

    def settle(self, text: str) -> None:
        """Restate the figures of every announced list that adds up to a whole before it."""
        at = 0
        while at < len(self._figures):
            run = self._run(at, text)
            whole = self._whole_of(run) if len(run) >= _LEAST else None
            if whole is not None and all(self._may_be_part(part, whole) for part in run):
                for part in run:
                    self._drafts[part] = []  # its own words name it, whatever rule they fitted
                self._restate(whole, run)
            at = run[-1] + 1 if run else at + 1

    def _run(self, first: int, text: str) -> list[int]:
        """The figures of an announced list from one on, to the end of its sentence."""
        begins = self._figures[first]
        counted = self._drafts[first] and begins.number.unit_class != "money"  # 食品类298宗、罚没302万元
        if not counted or not views.ANNOUNCING.search(text, begins.sentence_start, begins.number.start):
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
        return run

    def _whole_of(self, run: list[int]) -> Draft | None:
        total = sum(self._figures[at].number.value for at in run)
        for head in range(run[0] - 1, max(-1, run[0] - _FAR), -1):
            if self._figures[head].paragraph != self._figures[run[0]].paragraph:
                return None
            whole = self._whole(head)
            if whole and self._alike(head, run[0]) and abs(whole.value - total) < 1e-6:
                return whole
        return None

    def _may_be_part(self, at: int, whole: Draft) -> bool:
        """Outcomes have codes of their own: 从处理看，维持12件; lawyers among advisers are a part of them."""
        told = self._drafts[at][0] if self._drafts[at] else None
        if told is None or (told.indicator == whole.indicator and told.breakdown is None):
            return True
        alike = indicators()[told.indicator].domain == indicators()[whole.indicator].domain
        return not alike and told.breakdown is None and told.measure is Measure.LEVEL
