"""Rows of a binary Word file become tables.

A row knows where its cells begin and end on the page; cells that end in other places than those of other
rows span columns. Not here: how the file says so (doc_properties).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from pipelines.documents.assembling import Assembler, GridCell
from pipelines.documents.doc_properties import Paragraph

# Edges nearer than this (in twips, a twentieth of a point) are the same edge.
_SAME_EDGE = 60


@dataclass(slots=True)
class _Row:
    texts: list[str]
    edges: tuple[int, ...]
    merged_down: tuple[bool, ...]


@dataclass(slots=True)
class _Open:
    """A table of one depth while its rows come in."""

    lines: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)


class TableCollector:
    """Collects the cells of rows and the rows of tables, nested ones too, until the outermost table ends."""

    def __init__(self, assembler: Assembler) -> None:
        self._assembler = assembler
        self._open: dict[int, _Open] = defaultdict(_Open)
        self._nested: list[list[GridCell]] = []

    def add_line(self, text: str, depth: int) -> None:
        """Add a paragraph inside a cell of the table at ``depth`` (1: not nested)."""
        self._open[depth].lines.append(text)

    def end_cell(self, text: str, depth: int) -> None:
        """End a cell with its last paragraph; tables nested in it end as well."""
        for deeper in sorted(level for level in self._open if level > depth):
            rows = self._open.pop(deeper).rows
            if rows:
                self._nested.append(_grid(rows))
        table = self._open[depth]
        table.cells.append("\n".join([*table.lines, text]))
        table.lines.clear()

    def end_row(self, found: Paragraph) -> None:
        """End a row; ``found`` says where its cells stand."""
        table = self._open[found.depth]
        cells, table.cells = table.cells, []
        known = len(found.edges) == len(cells) + 1
        edges = found.edges if known else tuple(1000 * number for number in range(len(cells) + 1))
        table.rows.append(_Row(cells, edges, found.merged_down))

    def end_table(self) -> None:
        """Write the table, if there was one, and the tables that were nested in it."""
        for _, table in sorted(self._open.items()):
            if table.rows:
                self._assembler.table(_grid(table.rows))
            # A damaged file may leave cells without the end of their row; their text is kept.
            for line in [*table.cells, *table.lines]:
                self._assembler.paragraph(line.strip())
        for cells in self._nested:
            self._assembler.table(cells)
        self._open.clear()
        self._nested.clear()


def _grid(rows: list[_Row]) -> list[GridCell]:
    columns = _columns(rows)
    cells: list[GridCell] = []
    above: dict[int, int] = {}
    for number, row in enumerate(rows):
        for place, text in enumerate(row.texts):
            left, right = columns[row.edges[place]], columns[row.edges[place + 1]]
            goes_on = place < len(row.merged_down) and row.merged_down[place]
            if goes_on and left in above:
                first = cells[above[left]]
                cells[above[left]] = replace(first, row_span=number - first.row + 1)
                continue
            above[left] = len(cells)
            cells.append(GridCell(number, left, text, 1, max(right - left, 1)))
    return cells


def _columns(rows: list[_Row]) -> dict[int, int]:
    """Number the places where cells begin or end."""
    numbers: dict[int, int] = {}
    number, before = -1, None
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if before is None or edge - before > _SAME_EDGE:
            number, before = number + 1, edge
        numbers[edge] = number
    return numbers
