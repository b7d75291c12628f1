"""Tables as grids of cells: rows with bars or tabs, and cells that lost their layout.

Here belongs what makes lines a grid, and which rows head it. Not here: what a cell states (tables.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_RULE_ROW = re.compile(r"[|\t\s:-]+$")
_NUMBER = re.compile(
    r"[-+≥≤<>=~约]{0,2}\d[\d, ]*(?:\.\d+)?(?:万|亿)?[余多]?"
    r"(?:%|‰|个百分点|[件人场家]次|[万亿]?元|[件起宗例个项条份卷次场期人名家户所部册])?$|[零无]$"
)
_YEAR_CELL = re.compile(r"(?:19|20)\d\d年?(?:度)?$")
_EMPTY = re.compile(r"[-—/\\·.]*$")
_CAPTION = re.compile(
    r"^(?:附?[表图][\d一二三四五六七八九十]+|附?表[：: ]|.{2,40}表(?:[(（].*)?$"
    r"|.{4,40}(?:统计|情况|数量|业务量)(?:[(（].{0,16}[)）])?$|.*[(（]?单位[：:])"
)
_SHORT = 16


@dataclass(frozen=True, slots=True)
class GridCell:
    """The text of a cell and its place in the reading text."""

    text: str
    start: int

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a figure (a year is a heading, not a figure)."""
        return bool(_NUMBER.match(self.text)) and not _YEAR_CELL.match(self.text)

    @property
    def is_empty(self) -> bool:
        """Whether the cell holds nothing or a sign for nothing."""
        return bool(_EMPTY.match(self.text))


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; ``header``: how many rows head it; ``caption``: the lines above that name it."""

    start: int
    end: int
    rows: tuple[tuple[GridCell, ...], ...]
    header: int
    caption: str
    caption_start: int


def find_grids(text: str) -> list[Grid]:
    """Return the tables of a reading text in order."""
    lines: list[tuple[int, str]] = []
    offset = 0
    for line in text.split("\n"):
        lines.append((offset, line))
        offset += len(line) + 1
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        size = _barred(lines, index) or _stacked(lines, index)
        if size:
            rows = _rows(lines[index : index + size])
            grid = _grid(lines, index, size, rows)
            if grid:
                grids.append(grid)
            index += size
        else:
            index += 1
    return grids


def _barred(lines: list[tuple[int, str]], index: int) -> int:
    size = 0
    while index + size < len(lines) and _is_row(lines[index + size][1]):
        size += 1
    return size if size >= 2 else 0


def _is_row(line: str) -> bool:
    return ((line.count("|") >= 1 and "|" in line.strip("|")) or "\t" in line) and not re.search(
        r"[。；]", line
    )


def _stacked(lines: list[tuple[int, str]], index: int) -> int:
    """One cell a line: a run of short lines, headers first, then a name and its numbers again and again."""
    size = 0
    while index + size < len(lines) and _is_cell(lines[index + size][1]):
        size += 1
    if size < 6:
        return 0
    cells = [line for _, line in lines[index : index + size]]
    for width in range(2, min(9, size // 2 + 1)):
        if _fits(cells, width):
            return size - size % width
    return 0


def _is_cell(line: str) -> bool:
    return (
        0 < len(line) <= _SHORT
        and not re.search(r"[。；，：]|^\(?[一二三四五六七八九十]+[、)]|^第.{1,3}[章节]", line)
        and "|" not in line
        and "\t" not in line
    )


def _fits(cells: list[str], width: int) -> bool:
    rows = [cells[at : at + width] for at in range(0, len(cells) - len(cells) % width, width)]
    head, body = rows[0], rows[1:]
    if any(_NUMBER.match(cell) and not _YEAR_CELL.match(cell) for cell in head):
        return False
    return len(body) >= 1 and all(
        not _NUMBER.match(row[0]) and all(_NUMBER.match(cell) or _EMPTY.match(cell) for cell in row[1:])
        for row in body
    )


def _rows(lines: list[tuple[int, str]]) -> list[tuple[GridCell, ...]]:
    if not any("|" in line or "\t" in line for _, line in lines):
        cells = [GridCell(line, start) for start, line in lines]
        width = next(width for width in range(2, 10) if _fits([cell.text for cell in cells], width))
        return [tuple(cells[at : at + width]) for at in range(0, len(cells), width)]
    rows = []
    for start, line in lines:
        if _RULE_ROW.match(line):
            continue
        rows.append(_cells(start, line))
    return rows


def _cells(start: int, line: str) -> tuple[GridCell, ...]:
    separator = "|" if "|" in line else "\t"
    body = line
    offset = start
    if separator == "|":
        if body.startswith("|"):
            body, offset = body[1:], offset + 1
        body = body.removesuffix("|")
    cells = []
    for part in body.split(separator):
        stripped = part.strip()
        cells.append(GridCell(stripped, offset + (part.index(stripped[0]) if stripped else 0)))
        offset += len(part) + 1
    return tuple(cells)


def _grid(
    lines: list[tuple[int, str]], index: int, size: int, rows: list[tuple[GridCell, ...]]
) -> Grid | None:
    header = 0
    while header < len(rows) and header < 3 and not any(cell.is_number for cell in rows[header]):
        header += 1
    if header == len(rows) or not rows:
        return None
    caption, caption_start = "", lines[index][0]
    for back in range(1, 4):
        if index - back < 0:
            break
        start, line = lines[index - back]
        if _CAPTION.match(line) and len(line) <= 60:
            caption, caption_start = line + caption, start
        elif back == 1 and len(line) <= 40 and not line.endswith("。"):
            caption, caption_start = line, start
        else:
            break
    last = lines[index + size - 1]
    return Grid(lines[index][0], last[0] + len(last[1]), tuple(rows), header, caption, caption_start)
