"""Rows of a table under another: 其中：简易程序 below 作出处罚决定 is a part of it, and so is the row after.

Here belongs which rows the one above holds. What a cell states by its own names is tables.py.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extraction.cells import CellRow, bare_name
from pipelines.model import Measure


class Nested:
    """The rows of one table as they come, by column."""

    def __init__(self) -> None:
        self._above: dict[int, CellRow] = {}
        self._held: dict[int, float] = {}

    def settle(self, column: int, label: str, stated: CellRow) -> CellRow:
        """Return the cell as a part of the row above where 其中 opened that row and it holds the figure."""
        above = self._above.get(column)
        if above is not None and label.startswith("其中"):
            self._held[column] = 0.0
        held = self._held.get(column)
        if above is None or held is None or not self._holds(above, stated, held):
            self._held.pop(column, None)
            self._above[column] = stated
            return stated
        self._held[column] = held + stated.number.value
        name = bare_name(label)
        return replace(
            stated,
            indicator=above.indicator,
            breakdown=f"{above.breakdown}/{name}" if above.breakdown else name,
            period=above.period,
            status=above.status,
            score=above.score,
            reason=None,
        )

    @staticmethod
    def _holds(above: CellRow, stated: CellRow, held: float) -> bool:
        """Whether nothing else says what the cell states, and the row above is large enough for it."""
        unread = stated.indicator is None and stated.reason == "no_rule" and stated.measure is Measure.LEVEL
        alike = above.indicator is not None and above.number.unit_class == stated.number.unit_class
        return unread and alike and held + stated.number.value <= above.number.value
