"""Ruled tables of a PDF page: cells from the lines drawn, text from the characters inside them.

The finding of cells is pdfplumber's own, fed with pdfium's ruling lines: the page is not parsed a second
time by a slower parser. Not here: rows cut by a page break (pdf_layout joins tables).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from pipelines.documents.assembling import GridCell
from pipelines.documents.glyphs import Box, GlyphPage, Line, Stroke, TableBlock

# pdfplumber's defaults, in points.
_SNAP, _JOIN, _MEET, _SHORTEST, _SHORTEST_MERGED = 3, 3, 3, 1, 3
_STRAIGHT = 0.5
# The search grows with the square of the crossings; no report's page comes near this.
_MAX_EDGES, _MAX_CROSSINGS = 3_000, 4_000


def divide(page: GlyphPage, paths: int) -> list[Line | TableBlock] | None:
    """Return a page's lines and ruled tables in reading order; None where it has no such table.

    What stands in a table is not among the lines.

    Args:
        page: The page.
        paths: Number of drawn paths beyond which no tables are looked for.
    """
    strokes = page.strokes(paths)
    found = [cells for cells in find_tables(strokes or []) if len({cell.x0 for cell in cells}) > 1]
    return _divide(page, [Grid(cells) for cells in found]) if found else None


def find_tables(strokes: Sequence[Stroke]) -> list[list[Box]]:
    """Return the cells of each table that the ruling lines draw."""
    edges = [edge for stroke in strokes if (edge := _edge(stroke)) is not None]
    if len(edges) < 4 or len(edges) > _MAX_EDGES:
        return []
    merged = [
        edge for edge in merge_edges(edges, _SNAP, _SNAP, _JOIN, _JOIN) if _length(edge) >= _SHORTEST_MERGED
    ]
    crossings = edges_to_intersections(merged, _MEET, _MEET)
    if len(crossings) < 6 or len(crossings) > _MAX_CROSSINGS:
        return []
    return [[Box(*cell) for cell in cells] for cells in cells_to_tables(intersections_to_cells(crossings))]


def _edge(stroke: Stroke) -> dict[str, Any] | None:
    width, height = abs(stroke.x1 - stroke.x0), abs(stroke.y1 - stroke.y0)
    if min(width, height) > _STRAIGHT or max(width, height) < _SHORTEST:
        return None
    return {
        "x0": stroke.x0,
        "x1": stroke.x1,
        "top": stroke.y0,
        "bottom": stroke.y1,
        "width": width,
        "height": height,
        "orientation": "h" if width > height else "v",
    }


def _length(edge: dict[str, Any]) -> float:
    return float(max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]))


class Grid:
    """A table while its cells are filled with characters."""

    def __init__(self, cells: Sequence[Box]) -> None:
        self.cells = cells
        self.texts: list[list[str]] = [[] for _ in cells]
        self.box = Box(
            min(cell.x0 for cell in cells),
            min(cell.top for cell in cells),
            max(cell.x1 for cell in cells),
            max(cell.bottom for cell in cells),
        )

    def cell_at(self, x: float, y: float) -> int | None:
        """Return the number of the cell that holds a point."""
        if not (self.box.x0 <= x < self.box.x1 and self.box.top <= y < self.box.bottom):
            return None
        inside = (n for n, c in enumerate(self.cells) if c.x0 <= x < c.x1 and c.top <= y < c.bottom)
        return next(inside, None)

    def end_line(self) -> None:
        """Mark that the line of text has ended in every cell."""
        for text in self.texts:
            if text and text[-1] != "\n":
                text.append("\n")

    def block(self) -> TableBlock:
        """Number rows and columns by the cells' edges; a cell spans the edges it passes over."""
        lefts, tops = sorted({cell.x0 for cell in self.cells}), sorted({cell.top for cell in self.cells})
        done = []
        for cell, lines in zip(self.cells, self.texts, strict=True):
            column, row = bisect_left(lefts, cell.x0), bisect_left(tops, cell.top)
            width = bisect_right(lefts, cell.x1 - _SNAP) - column
            height = bisect_right(tops, cell.bottom - _SNAP) - row
            done.append(GridCell(row, column, "".join(lines), max(height, 1), max(width, 1)))
        return TableBlock(self.box, len(lefts), tuple(done))


def _divide(page: GlyphPage, grids: list[Grid]) -> list[Line | TableBlock]:
    """Give each character to its cell, or to the lines outside the tables."""
    lines: list[Line | TableBlock] = []
    for start, end in page.spans():
        run, cell = start, None
        for index in range(start, end):
            character = page.characters[index]
            if character.isspace():
                # pdfium makes up the spaces between words; they have no place of their own.
                if cell is not None:
                    cell.append(character)
                continue
            cell = _cell_under(page.box(index), grids)
            if cell is not None:
                _add_line(page, run, index, lines)
                run = index + 1
                cell.append(character)
        for grid in grids:
            grid.end_line()
        _add_line(page, run, end, lines)
    return in_order(lines, [grid.block() for grid in grids])


def _cell_under(box: Box, grids: list[Grid]) -> list[str] | None:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    for grid in grids:
        number = grid.cell_at(x, y)
        if number is not None:
            return grid.texts[number]
    return None


def _add_line(page: GlyphPage, start: int, end: int, lines: list[Line | TableBlock]) -> None:
    text = page.characters[start:end]
    stripped = text.strip()
    if stripped:
        begin = start + text.index(stripped[0])
        lines.append(page.line(begin, begin + len(stripped)))


def in_order(lines: list[Line | TableBlock], tables: list[TableBlock]) -> list[Line | TableBlock]:
    """Put each table after the last line that lies above it (a foot may come first in the file)."""
    for table in tables:
        above = (n for n, item in enumerate(lines, 1) if item.box.bottom <= table.box.top + _SNAP)
        lines.insert(max(above, default=0), table)
    return lines
