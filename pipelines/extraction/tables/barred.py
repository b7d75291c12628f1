"""Rows of a table with bars or tabs between their cells.

Here belongs which lines are such rows, and what may stand between them. Which of them head the table is
grids.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.tables.cells import ITEM, SECTION, GridCell
from pipelines.extraction.tables.national_form import with_bars
from pipelines.extraction.tables.stack_rows import Line, Row

_RULE_ROW = re.compile(r"[|\t\s:-]+$")
_FOOTNOTE = re.compile(r"(?<=\d)[①②③④⑤⑥⑦⑧⑨⑩*]$")  # 398①
_UNIT_BELOW = re.compile(r"\((?:单位：)?[%万亿元件起宗次人名家个项条份场期户所部册]{1,4}\)$")
_LONGEST_SECTION = 16  # characters


def barred(lines: list[Line], index: int) -> tuple[int, list[Row]] | None:
    """Return the table whose rows begin at a line, as its number of lines and its rows; None for none."""
    if not _is_row(lines[index][1]):
        return None
    size = 1
    while index + size < len(lines) and (
        _is_row(lines[index + size][1])
        or _UNIT_BELOW.match(lines[index + size][1])
        or _between_rows(lines, index + size)
        or _section_between(lines, index + size)
    ):
        size += 1
    if size < 2:
        return None
    rows: list[Row] = []
    # Where other lines have no bar before their first cell, one that has begins with an empty cell.
    framed = 2 * sum(line.startswith("|") for _, line in lines[index : index + size]) >= size
    for start, line in lines[index : index + size]:
        if _RULE_ROW.match(line) or not line.strip():
            continue
        cells = _cells(start, line, framed=framed)
        if len(cells) == 1 and rows:
            cells = (*cells, *(GridCell("", cells[0].start) for _ in rows[-1][1:]))
        if rows and _UNIT_BELOW.match(cells[0].text) and not any(cell.is_number for cell in rows[-1]):
            *before, last = rows[-1]
            rows[-1] = (*before, GridCell(last.text + cells[0].text, last.start), *cells[1:])
        else:
            rows.append(cells)
    return size, with_bars(rows)


def _between_rows(lines: list[Line], at: int) -> bool:
    """An empty line between two rows of as many cells."""
    return not lines[at][1].strip() and _rows_around(lines, at) > 0


def heads_rows(name: str) -> bool:
    """Tell whether a name stands over rows: 一、律师; (三)不予公开."""
    return bool(SECTION.match(name) or ITEM.match(name))


def _section_between(lines: list[Line], at: int) -> bool:
    """三、本年度办理结果, between rows of as many cells."""
    short = heads_rows(lines[at][1]) and len(lines[at][1]) <= _LONGEST_SECTION
    return short and _rows_around(lines, at) > 1


def _rows_around(lines: list[Line], at: int) -> int:
    """The bars in each of the lines around one where they are rows of as many cells; else 0."""
    if at + 1 >= len(lines) or not _is_row(lines[at + 1][1]):
        return 0
    before, after = (len(re.findall(r"[|\t]", lines[near][1])) for near in (at - 1, at + 1))
    return before if before == after else 0


def _is_row(line: str) -> bool:
    barred = "|" in line and "|" in line.strip("|")
    return (barred or "\t" in line) and "。" not in line and "；" not in line


def _cells(start: int, line: str, *, framed: bool) -> Row:
    separator = "|" if line.count("|") >= max(1, line.count("\t")) else "\t"
    body = line
    offset = start
    if separator == "|":
        if framed and body.startswith("|"):
            body, offset = body[1:], offset + 1
        body = body.removesuffix("|")
    cells = []
    for part in body.split(separator):
        stripped = _FOOTNOTE.sub("", part.strip())
        if separator == "\t" and stripped == "|":
            offset += len(part) + 1  # drawn between two tables side by side
            continue
        cells.append(GridCell(stripped, offset + (part.index(stripped[0]) if stripped else 0)))
        offset += len(part) + 1
    return tuple(cells)
