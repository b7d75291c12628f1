"""Rows of a table under another: 其中：简易程序 below 作出处罚决定 is a part of it, as may be those after.

Here belongs which rows the one above holds. What a cell states by its own names is grid_cells.py.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile
from math import isclose

from pipelines.extraction.scope import part_names
from pipelines.extraction.tables.cells import CellRow
from pipelines.model import Measure


def nest(cells: Sequence[CellRow], opened: Collection[int]) -> list[CellRow]:
    """Return the cells of a table, row by row, with those of the rows ``opened`` by 其中 as parts.

    The rows after such a row are parts too where together they make up the row above; none is otherwise.
    """
    settled = {cell.place: cell for cell in cells}
    for column in {cell.place[2] for cell in cells}:
        rows = [cell for cell in cells if cell.place[2] == column]
        for at in [index for index, cell in enumerate(rows) if index and cell.place[1] in opened]:
            above = settled[rows[at - 1].place]
            for cell in _held(above, rows[at:]) or _first(above, rows[at]):
                settled[cell.place] = _part(above, cell)
    return [settled[cell.place] for cell in cells]


def _held(above: CellRow, below: Sequence[CellRow]) -> Sequence[CellRow]:
    """The rows that together make up the row above."""
    run = list(takewhile(lambda cell: _alike(above, cell) or _again(above, cell), below))
    for end in range(len(run), 0, -1):
        if isclose(sum(cell.number.value for cell in run[:end]), above.number.value):
            return run[:end]
    return []


def _first(above: CellRow, cell: CellRow) -> Sequence[CellRow]:
    """The row with 其中 alone, where no rows make up the row above."""
    part = _alike(above, cell) or _again(above, cell)
    return [cell] if part and cell.number.value <= above.number.value else []


def _again(above: CellRow, cell: CellRow) -> bool:
    """律师812人，其中：专职律师655人: a row of the same indicator is a part of the row above too."""
    same = cell.indicator is not None and (cell.indicator, cell.measure) == (above.indicator, above.measure)
    return same and cell.breakdown is None


def _alike(above: CellRow, cell: CellRow) -> bool:
    """Whether nothing else says what the cell states, and it counts in the unit of the row above."""
    unread = cell.indicator is None and cell.reason == "no_rule" and cell.measure is Measure.LEVEL
    alike = cell.number.unit_class in (above.number.unit_class, "bare")
    return unread and above.indicator is not None and alike


def _part(above: CellRow, cell: CellRow) -> CellRow:
    return replace(
        cell,
        indicator=above.indicator,
        breakdown=part_names.nested(above.breakdown, cell.label),
        period=above.period,
        status=above.status,
        score=above.score,
        reason=None,
    )
