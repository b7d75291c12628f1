"""Ruled tables in the picture of a page: the lines are found in the picture, the texts are OCR's.

Not here: reading the texts (ocr), and cells from lines (pdf_tables).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import PIL.Image

from pipelines.documents.columns import visual_rows, with_tables
from pipelines.documents.glyphs import Line, Stroke, TableBlock
from pipelines.documents.pdf_tables import Grid, find_tables, in_order

# A ruling line is dark, thin and longer than a stroke of a character, in pixels at 200 dots an inch. One
# down the page may be as short as a row is high, which is little more than a character.
_DARK, _ACROSS, _DOWN, _THICKEST, _GAP = 160, 70, 46, 12, 4


def arrange(picture: PIL.Image.Image, lines: Sequence[Line], scale: float) -> list[Line | TableBlock]:
    """Return the lines of a page, and its tables: ruled ones, or else such that stand in columns.

    Args:
        picture: The page.
        lines: What OCR read, in points.
        scale: Points a pixel.
    """
    grids = [Grid(cells) for cells in find_tables(strokes(picture, scale)) if len({c.x0 for c in cells}) > 1]
    outside = []
    for line in sorted(lines, key=lambda line: (line.box.top, line.box.x0)):
        x, y = (line.box.x0 + line.box.x1) / 2, (line.box.top + line.box.bottom) / 2
        place = next(((grid, cell) for grid in grids if (cell := grid.cell_at(x, y)) is not None), None)
        if place is None:
            outside.append(line)
        else:
            grid, cell = place
            grid.texts[cell].append(line.text + "\n")
    return in_order(with_tables(visual_rows(outside)), [grid.block() for grid in grids])


def strokes(picture: PIL.Image.Image, scale: float) -> list[Stroke]:
    """Return the straight lines drawn across and down a picture, in points."""
    dark = np.asarray(picture.convert("L")) < _DARK
    across = [Stroke(x0 * scale, y * scale, x1 * scale, y * scale) for y, x0, x1 in _runs(dark, _ACROSS)]
    down = [Stroke(x * scale, y0 * scale, x * scale, y1 * scale) for x, y0, y1 in _runs(dark.T, _DOWN)]
    return across + down


def _runs(
    dark: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], shortest: int
) -> list[tuple[float, int, int]]:
    """Return (row, first, last) of long dark runs; rows that lie on each other are one line."""
    found: list[tuple[int, int, int]] = []
    for row in np.flatnonzero(dark.sum(axis=1) >= shortest):
        places = np.flatnonzero(dark[row])
        cuts = np.flatnonzero(np.diff(places) > _GAP)
        firsts, lasts = places[np.r_[0, cuts + 1]], places[np.r_[cuts, len(places) - 1]]
        found += [
            (int(row), int(first), int(last))
            for first, last in zip(firsts, lasts, strict=True)
            if last - first >= shortest
        ]
    return _thinned(found)


def _thinned(found: Sequence[tuple[int, int, int]]) -> list[tuple[float, int, int]]:
    """Join runs of neighbouring rows; what is thicker than a line is a picture or a letter's block."""
    open_lines: list[list[int]] = []
    for row, first, last in found:
        for line in open_lines:
            if 0 <= row - line[1] <= 2 and first <= line[3] and last >= line[2]:
                line[1], line[2], line[3] = row, min(line[2], first), max(line[3], last)
                break
        else:
            open_lines.append([row, row, first, last])
    return [((top + bottom) / 2, a, b) for top, bottom, a, b in open_lines if bottom - top <= _THICKEST]
