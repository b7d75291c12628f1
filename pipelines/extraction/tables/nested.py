"""Rows of a table under another: 其中：简易程序 below 作出处罚决定 is a part of it, as may be those after.

国内 and 涉外 below 公证办理总量 are parts of it, too, where they add up to it. Here belongs which rows the
one above holds. What a cell states by its own names is grid_cells.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile
from math import isclose

from pipelines.extraction.scope import part_names
from pipelines.extraction.tables.cells import CellRow
from pipelines.model import Measure

_CONFIRMED = 2  # columns in which rows must add up, where no 其中 says that they are parts
Place = tuple[int, int, int]


def nest(cells: Sequence[CellRow], opened: Collection[int]) -> list[CellRow]:
    """Return the cells of a table, row by row, with those of the rows ``opened`` by 其中 as parts.

    The rows after such a row are parts too where together they make up the row above. Without 其中 rows are
    parts where in two columns at least they make it up.
    """
    settled = {cell.place: cell for cell in cells}
    columns: dict[int, list[CellRow]] = defaultdict(list)
    for cell in cells:
        columns[cell.place[2]].append(cell)
    made_up: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for column in columns.values():
        for above, *below in (column[at:] for at in range(len(column) - 1)):
            held = _held(settled[above.place], below)
            if below[0].place[1] in opened:
                for cell in held or _first(settled[above.place], below[0]):
                    settled[cell.place] = _part(settled[above.place], cell)
            elif len(held) > 1:
                made_up[above.place[1]].append(tuple(cell.place[1] for cell in held))
    for row, runs in made_up.items():
        if len(runs) >= _CONFIRMED and len(set(runs)) == 1:
            _hold(settled, row, runs[0])
    return [settled[cell.place] for cell in cells]


def within_parts(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 其中：餐饮环节 below 食品类, where sums or shares have made a part of that row."""
    rows = {(cell.place[0], cell.place[2], cell.label): cell for cell in restated.values() if cell.breakdown}
    found: dict[Place, CellRow] = {}
    for cell in cells:
        above = rows.get((cell.place[0], cell.place[2], cell.within)) if cell.within else None
        unread = cell.indicator is None and cell.reason == "no_rule"
        if above is not None and unread and cell.number.value <= above.number.value:
            found[cell.place] = replace(_part(above, cell), measure=above.measure)
    return found


def _hold(settled: dict[Place, CellRow], row: int, run: Sequence[int]) -> None:
    """Make the rows of a run parts of the row above it, in every column in which that states something."""
    for place, cell in settled.items():
        above = settled.get((place[0], row, place[2]))
        unread = cell.indicator is None and cell.reason == "no_rule"
        if place[1] in run and unread and above is not None and above.indicator is not None:
            settled[place] = replace(_part(above, cell), measure=above.measure)


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
