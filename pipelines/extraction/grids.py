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
_SHORT = 18
_FEWEST = 4  # cells of a table that has lost its layout
_WIDEST = 16
_DEEPEST = 3  # rows of a header
_UNIT_BELOW = re.compile(r"\((?:单位：)?[%万亿元件起宗次人名家个项条份场期户所部册]{1,4}\)$")
_COUNTING = re.compile(
    r"数量|件数|人数|合计|总计|占比|比例|本年|今年|全[市县区]|(?:19|20)\d\d年?|行政|规范性文件"
)
_ORDINAL = re.compile(r"\d{1,3}$")
_Line = tuple[int, str]


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


_Row = tuple[GridCell, ...]


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
    lines: list[_Line] = []
    offset = 0
    for line in text.split("\n"):
        lines.append((offset, line))
        offset += len(line) + 1
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        size, rows = _barred(lines, index) or _stacked(lines, index) or (1, [])
        grids += _grids(lines, index, rows) if rows else []
        index += size
    return grids


def _barred(lines: list[_Line], index: int) -> tuple[int, list[_Row]] | None:
    size = 0
    while index + size < len(lines) and (
        _is_row(lines[index + size][1])
        or (size and _UNIT_BELOW.match(lines[index + size][1]))
        or (size and _between_rows(lines, index + size))
    ):
        size += 1
    if size < 2:
        return None
    rows: list[_Row] = []
    for start, line in lines[index : index + size]:
        if _RULE_ROW.match(line) or not line.strip():
            continue
        cells = _cells(start, line)
        if rows and _UNIT_BELOW.match(cells[0].text) and not any(cell.is_number for cell in rows[-1]):
            *before, last = rows[-1]
            rows[-1] = (*before, GridCell(last.text + cells[0].text, last.start), *cells[1:])
        else:
            rows.append(cells)
    return size, rows


def _between_rows(lines: list[_Line], at: int) -> bool:
    """An empty line between two rows of as many cells."""
    if lines[at][1].strip() or at + 1 >= len(lines) or not _is_row(lines[at + 1][1]):
        return False
    bars = [len(re.findall(r"[|\t]", lines[near][1])) for near in (at - 1, at + 1)]
    return bars[0] == bars[1]


def _is_row(line: str) -> bool:
    return ((line.count("|") >= 1 and "|" in line.strip("|")) or "\t" in line) and not re.search(
        r"[。；]", line
    )


def _stacked(lines: list[_Line], index: int) -> tuple[int, list[_Row]] | None:
    """One cell a line, with bars or without: a header, then a name and its numbers again and again."""
    size = 0
    cells: list[GridCell] = []
    while index + size < len(lines):
        start, line = lines[index + size]
        cell = line.strip("| ")
        if not _is_cell(cell) and (cell or "|" not in line):
            break
        if cell:
            cells.append(GridCell(cell, start + line.index(cell)))
        size += 1
    if len(cells) < _FEWEST:
        return None
    rows = _in_rows(cells)
    if rows is None:
        return None
    last = rows[-1][-1].start if rows[-1] else 0
    return max(at for at in range(size) if lines[index + at][0] <= last) + 1, rows


def _is_cell(line: str) -> bool:
    return (
        0 < len(line) <= _SHORT
        and not re.search(r"[。；，：]|^\(?[一二三四五六七八九十]+[、)]|^第.{1,3}[章节条]", line)
        and "|" not in line
        and "\t" not in line
    )


def _in_rows(cells: list[GridCell]) -> list[_Row] | None:
    """Lay cells out in rows of the width at which names and numbers stand in columns; None for none."""
    for width in range(2, min(_WIDEST, len(cells) // 2) + 1):
        head, body = cells[:width], cells[width:]
        if any(cell.is_number for cell in head):
            return None  # a figure among the names: no width beyond will do either
        rows = _body_rows(body, width)
        if len(rows) == 1 and not _COUNTING.match(rows[0][0].text):
            continue  # a name of the header that happens to stand before the figures
        if rows:
            return [tuple(head), *rows]
    return None


def _body_rows(cells: list[GridCell], width: int) -> list[_Row]:
    """The rows that a width gives, from the first cell on as long as they look like rows."""
    rows: list[_Row] = []
    at = 0
    while at < len(cells):
        row = cells[at : at + width]
        if len(row) == width and _is_body(row):
            rows.append(tuple(row))
            at += width
            continue
        total = cells[at : at + width - 1]  # a total has no number in the column 序号
        if len(total) == width - 1 and rows and rows[0][0].is_number and _is_body(total):
            rows.append((GridCell("", total[0].start), *total))
            at += width - 1
            continue
        break
    figures = sum(cell.is_number for row in rows for cell in row)
    return rows if figures >= len(rows) and (at == len(cells) or len(rows) > 1) else []


def _is_body(row: list[GridCell]) -> bool:
    """A name, perhaps behind its number in the list, and figures or signs for nothing after it."""
    numbered = _ORDINAL.match(row[0].text) and len(row) > 2 and not row[1].is_number
    name, figures = (row[1], row[2:]) if numbered else (row[0], row[1:])
    return (
        not name.is_number and not name.is_empty and all(cell.is_number or cell.is_empty for cell in figures)
    )


def _cells(start: int, line: str) -> _Row:
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


def _grids(lines: list[_Line], index: int, rows: list[_Row]) -> list[Grid]:
    """The tables in a run of rows: names amid the figures head what follows them."""
    found: list[Grid] = []
    caption, caption_start = _caption(lines, index)
    title = ""
    header: list[_Row] = []
    body: list[_Row] = []
    anew = False

    def close() -> None:
        if header and body:
            first, last = (header[0] if not found else body[0])[0], body[-1][-1]
            end = last.start + len(last.text)
            start = lines[index][0] if not found else first.start
            found.append(Grid(start, end, (*header, *body), len(header), f"{title}{caption}", caption_start))
        body.clear()

    for row in rows:
        filled = [cell for cell in row if cell.text]
        if any(cell.is_number for cell in row):
            body.append(row)
        elif len(row) > 1 and len(filled) == 1 and (body or not header):
            close()
            title, anew = filled[0].text, True
        elif filled and (body or anew):
            close()
            header, anew = [row], False
        elif filled and len(header) < _DEEPEST:
            header.append(row)
    close()
    return found


def _caption(lines: list[_Line], index: int) -> tuple[str, int]:
    caption, caption_start = "", lines[index][0]
    for back in range(1, 4):
        if index - back < 0:
            break
        start, line = lines[index - back]
        if len(line) <= 60 and _CAPTION.match(line):
            caption, caption_start = line + caption, start
        elif back == 1 and len(line) <= 40 and not line.endswith("。"):
            caption, caption_start = line, start
        else:
            break
    return caption, caption_start
