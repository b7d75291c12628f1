"""Tables that lost their layout: runs of lines with one cell each.

Here belongs which lines are such a run. In how many columns its cells stand is stack_rows.py; rows with bars
or tabs are barred.py. A run may be long and hold no table, and is asked about at each of its lines: what is
said of a cell and of the rows from a cell on is found once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipelines.extraction.tables.cells import GridCell
from pipelines.extraction.tables.stack_rows import FEWEST, UNIT, Line, Row, StackRows

_SHORT = 18
_SECTION = re.compile(r"[一二三四五六七八九十]+、[\u4e00-\u9fff]{2,12}$")
_AHEAD = 8  # lines in which the first figure under a section's name stands
_AMONG = re.compile("^其中：")
_PROSE = re.compile(
    r"[。；，：|\t]|^附?表[一二三四五六七八九十\d]{1,2}|^\(?[一二三四五六七八九十]+[、)]|^第.{1,3}[章节条]"
)


class Stacks:
    """The runs of lines with one cell each, with bars or without."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._end = 0
        self._run: StackRows | None = None

    def at(self, index: int) -> tuple[int, list[Row]] | None:
        """Return the table that a line begins, as its number of lines and its rows; None for none."""
        if index >= self._end:
            self._end, self._run = self._run_from(index)
        run = self._run
        found = run.rows(bisect_left(run.lines, index)) if run else None
        return (found[0] + 1 - index, found[1]) if found else None

    def _run_from(self, index: int) -> tuple[int, StackRows | None]:
        """Return the line after the run that begins at a line, and the run if it may hold a table.

        Its lines follow each other, or an empty line stands between any two.
        """
        cells: list[GridCell] = []
        lines: list[int] = []
        sections: dict[int, GridCell] = {}
        end = index
        spaced = index + 2 < len(self._lines) and not self._lines[index + 1][1].strip()
        for end in range(index, len(self._lines)):
            start, line = self._lines[end]
            cell = line.strip("| ")
            between = spaced and bool((end - index) % 2) and not line.strip()
            if _SECTION.match(cell) and cells and self._goes_on(end):
                sections[len(cells)] = GridCell(cell, start + line.index(cell))
                continue  # 一、律师工作, between the rows of one table
            if (
                len(cell) > _SHORT
                or _PROSE.search(_AMONG.sub("", cell))
                or (not cell and "|" not in line and not between)
            ):
                break
            if cell:
                cells.append(GridCell(cell, start + line.index(cell)))
                lines.append(end)
        else:
            end = len(self._lines)
        return end, StackRows(cells, lines, sections) if len(cells) >= FEWEST else None

    def _goes_on(self, section: int) -> bool:
        """Whether a name with its unit and its figures stands under the name of a section."""
        below = [line.strip("| ") for _, line in self._lines[section + 1 : section + 1 + _AHEAD]]
        told = [cell for cell in below if cell][:3]
        return len(told) == 3 and bool(UNIT.fullmatch(told[1])) and GridCell(told[2], 0).is_number
