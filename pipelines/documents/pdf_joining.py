"""Tables that go on over page breaks become one: repeated headers go, a row cut in two is made whole.

Not here: finding tables on a page (pdf_tables).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pipelines.documents.assembling import GridCell
from pipelines.documents.glyphs import TableBlock
from pipelines.documents.pdf_furniture import Item

# The same table keeps its sides within this, in points.
_SIDE = 10.0


@dataclass(slots=True)
class Flow:
    """The items of all pages after joining.

    ``begun`` holds the pages (0-based) that begin inside a table of a page before; their start is marked
    in that table's cells.
    """

    pages: list[list[Item]]
    begun: set[int] = field(default_factory=set)


def join_tables(pages: Sequence[Sequence[Item]]) -> Flow:
    """Move each table that opens a page and goes on from the page before into the table it belongs to."""
    flow = Flow([])
    home: tuple[int, int] | None = None
    for number, items in enumerate(pages):
        rest = list(items)
        first = rest[0] if rest else None
        if home is not None and isinstance(first, TableBlock):
            page, place = home
            open_table = flow.pages[page][place]
            if isinstance(open_table, TableBlock) and _same_shape(open_table, first):
                flow.pages[page][place] = _appended(open_table, first)
                flow.begun.add(number)
                del rest[0]
        flow.pages.append(rest)
        if rest:
            home = (number, len(rest) - 1) if isinstance(rest[-1], TableBlock) else None
        elif number not in flow.begun:
            home = None
    return flow


def _same_shape(above: TableBlock, below: TableBlock) -> bool:
    return (
        above.columns == below.columns
        and abs(above.box.x0 - below.box.x0) < _SIDE
        and abs(above.box.x1 - below.box.x1) < _SIDE
    )


def _rows(table: TableBlock) -> list[list[GridCell]]:
    ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    return [list(row) for _, row in groupby(ordered, key=lambda cell: cell.row)]


def _texts(row: Sequence[GridCell]) -> list[tuple[int, str]]:
    return [(cell.column, "".join(cell.text.split())) for cell in row]


def _appended(above: TableBlock, below: TableBlock) -> TableBlock:
    upper, lower = _rows(above), _rows(below)
    repeated = 0
    while repeated < min(len(upper), len(lower)) - 1 and _texts(upper[repeated]) == _texts(lower[repeated]):
        repeated += 1
    lower = lower[repeated:]
    if lower and _is_rest_of(upper[-1], lower[0], above.columns):
        upper[-1] = _completed(upper[-1], lower.pop(0))
    shift = upper[-1][0].row + 1 - (lower[0][0].row if lower else 0)
    moved = [replace(cell, row=cell.row + shift) for row in lower for cell in row]
    if moved:
        moved[0] = replace(moved[0], pages_before=moved[0].pages_before + 1)
    else:
        upper[-1][-1] = replace(upper[-1][-1], pages_after=upper[-1][-1].pages_after + 1)
    return replace(above, cells=(*(cell for row in upper for cell in row), *moved))


def _is_rest_of(above: Sequence[GridCell], below: Sequence[GridCell], columns: int) -> bool:
    """Tell a row cut by the page break: its first cell is blank and few others have a rest to show."""
    filled = {cell.column for cell in below if cell.text.strip()}
    open_columns = {cell.column for cell in above if cell.text.strip()}
    return bool(filled) and 0 not in filled and len(filled) * 2 <= columns and filled <= open_columns


def _completed(above: Sequence[GridCell], below: Sequence[GridCell]) -> list[GridCell]:
    rest = {cell.column: cell.text for cell in below}
    return [replace(cell, text=cell.text + rest.get(cell.column, "")) for cell in above]
