"""Tables of one thing by body and by kind: what their caption counts, cut both ways, a 合计 in each row.

Here belongs telling such a table by its sums (行政处罚实施情况: 警告 41, 罚款 216, 合计 257). Totals that a
text tells elsewhere are table_sums.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.tables.cell_words import TOTAL
from pipelines.extraction.tables.cells import CellRow
from pipelines.model import Measure

_FEWEST = 2  # rows that add up, and columns that do
_LEAST = 10  # smaller totals agree by chance


def crossed(cells: Sequence[CellRow], counted: str | None) -> list[CellRow]:
    """Return the cells, those of a table of ``counted`` by row and column restated as its parts.

    Args:
        cells: what the cells of one table state by their names.
        counted: the indicator that the caption names; None for none.
    """
    rows = _rows(cells)
    if counted is None or not _adds_up(rows) or _of_several(rows, counted):
        return list(cells)
    restated = {
        cell.place: replace(cell, indicator=counted, breakdown=_part(cell), reason=None, rest="", member=None)
        for row in rows
        for cell in row
    }
    return [restated.get(cell.place, cell) for cell in cells]


def told_apart(cells: Sequence[CellRow]) -> list[CellRow]:
    """Return the cells, those of one body and code that name two things (不予许可, 撤销许可) told apart."""
    alike: dict[tuple[int, str | None, str | None, Measure, str | None], set[str | None]] = defaultdict(set)
    for cell in cells:
        alike[_named(cell)].add(cell.member)
    return [
        replace(cell, breakdown=f"{cell.breakdown}/{cell.member}", member=None)
        if cell.breakdown and cell.member and len(alike[_named(cell)]) > 1
        else cell
        for cell in cells
    ]


def _named(cell: CellRow) -> tuple[int, str | None, str | None, Measure, str | None]:
    return cell.place[1], cell.indicator, cell.breakdown, cell.measure, cell.period


def _rows(cells: Sequence[CellRow]) -> list[list[CellRow]]:
    """The counts of each row; 罚没金额 beside them is none."""
    rows: dict[int, list[CellRow]] = defaultdict(list)
    for cell in cells:
        count = cell.number.unit_class not in ("percent", "points", "money")
        if count and cell.measure is Measure.LEVEL and cell.reason != "year_unknown":
            rows[cell.place[1]].append(cell)
    return list(rows.values())


def _adds_up(rows: Sequence[Sequence[CellRow]]) -> bool:
    """Whether every row has one 合计 of all its kinds."""
    if len(rows) < _FEWEST:
        return False
    totals = [[cell for cell in row if TOTAL.match(cell.head)] for row in rows]
    if any(len(total) != 1 or len(row) <= _FEWEST for row, total in zip(rows, totals, strict=True)):
        return False
    sums = [sum(cell.number.value for cell in row) for row in rows]
    right = all(
        abs(2 * total[0].number.value - told) < _LEAST / 1000
        for told, total in zip(sums, totals, strict=True)
    )
    return right and max(sums) >= _LEAST


def _of_several(rows: Sequence[Sequence[CellRow]], counted: str) -> bool:
    """Whether columns or rows have codes of their own: 处罚, 许可, 强制 are no kinds of one of them."""
    of_columns = {cell.indicator for cell in rows[0] if not TOTAL.match(cell.head)}
    of_rows = {(row[0].indicator, row[0].status) for row in rows if row[0].indicator}
    return len(of_columns - {counted, None}) > 1 or len(of_rows) > 1


def _part(cell: CellRow) -> str | None:
    body = None if TOTAL.match(cell.label) else cell.label
    kind = None if TOTAL.match(cell.head) else cell.head
    return "/".join(name for name in (body, kind) if name) or None
