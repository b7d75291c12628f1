"""Columns and rows of other years beside levels that are known: 上年同期, 同比, 增幅.

Here belongs what a year or a change in a table is of by its place. What sums tell is table_sums.py, what
stands beside such cells cells_beside.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.tables.cell_words import CHANGE_ROW
from pipelines.extraction.tables.cells import CellRow
from pipelines.extraction.tables.cells_beside import Place, counts_alike
from pipelines.model import Measure

_LAST_YEAR = re.compile(r"(?:上年度?|去年)(?:同期)?(?:数|数量)?")
_ROUNDED = 0.06  # per cent: changes are printed with a decimal or two


def years_before(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 上年同期 behind the counts of this year: the same part of the one code that its row tells."""
    found: dict[Place, CellRow] = {}
    for row, levels in _rows(cells, restated):
        things = {(cell.indicator, cell.breakdown) for cell in levels}
        for cell in row:
            untold = cell.indicator is None and cell.measure is Measure.LEVEL and cell.reason == "no_rule"
            if (
                untold
                and len(things) == 1
                and _LAST_YEAR.fullmatch(cell.head)
                and counts_alike(cell, levels[0])
            ):
                code, part = levels[0].indicator, levels[0].breakdown
                found[cell.place] = replace(cell, indicator=code, breakdown=part, reason=None)
    return found


def changes_beside(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 同比 behind 2023年 and 2022年 of one code among others: the change that the two levels make."""
    found: dict[Place, CellRow] = {}
    for row, levels in _rows(cells, restated):
        for cell in row:
            if cell.measure is Measure.CHANGE_PCT and cell.indicator is None:
                grown = [level for level in levels if _grown(level, levels, cell.number.value)]
                if len({level.indicator for level in grown}) == 1:
                    code, part, year = grown[0].indicator, grown[0].breakdown, grown[0].period
                    found[cell.place] = replace(
                        cell, indicator=code, breakdown=part, period=year, reason=None
                    )
    return found


def told_in_percent(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 增长 without a unit that is in per cent by the two levels of its row: 78214, 86035, 10.0."""
    found: dict[Place, CellRow] = {}
    for row, levels in _rows(cells, restated):
        for cell in row:
            if cell.measure is not Measure.CHANGE_ABS or cell.number.unit_class in ("percent", "points"):
                continue
            same = [level for level in levels if level.indicator == cell.indicator]
            if any(_grown(level, same, cell.number.value) for level in same):
                number = cell.number._replace(unit="%", unit_class="percent")
                found[cell.place] = replace(cell, measure=Measure.CHANGE_PCT, number=number)
    return found


def _grown(level: CellRow, levels: Sequence[CellRow], change: float) -> bool:
    """Whether a level is that of the year before and so much per cent of it more."""
    thing = level.indicator, level.breakdown
    before = (
        one.number.value
        for one in levels
        if (one.indicator, one.breakdown) == thing
        and one.number.value
        and (one.period or "").isdigit()
        and str(int(one.period or "") + 1) == level.period
    )
    return any(abs((level.number.value / one - 1) * 100 - change) <= _ROUNDED for one in before)


def changes_below(cells: Sequence[CellRow], restated: dict[Place, CellRow]) -> dict[Place, CellRow]:
    """Return 增幅（%） under 2022年 and 2023年: the change of the last level over it in its column."""
    over: dict[tuple[int, int], CellRow] = {}
    found: dict[Place, CellRow] = {}
    for given in sorted(cells, key=lambda cell: cell.place):
        cell = restated.get(given.place, given)
        table, _, column = cell.place
        level = over.get((table, column))
        if cell.measure is Measure.LEVEL and cell.indicator is not None:
            over[table, column] = cell
        elif level is not None and cell.indicator is None and CHANGE_ROW.match(cell.label):
            found[cell.place] = replace(
                cell, indicator=level.indicator, breakdown=level.breakdown, period=level.period, reason=None
            )
    return found


def _rows(
    cells: Sequence[CellRow], restated: dict[Place, CellRow]
) -> Iterator[tuple[list[CellRow], list[CellRow]]]:
    """Each row as far as it is read, with the levels in it."""
    rows: dict[tuple[int, int], list[CellRow]] = defaultdict(list)
    for given in cells:
        rows[given.place[:2]].append(restated.get(given.place, given))
    for row in rows.values():
        yield row, [cell for cell in row if cell.indicator is not None and cell.measure is Measure.LEVEL]
