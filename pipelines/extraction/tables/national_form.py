"""The national form on requests for information, one cell a line or with bars.

The form (国办公开办函〔2021〕30号) counts requests by applicant in seven columns, whose names stand over one
another in two rows. Here belongs which lines or rows make that form, and its rows. Other tables without a
layout are stacks.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.extraction.tables.cells import ITEM, SECTION, GridCell
from pipelines.extraction.tables.stack_rows import Line, Row

_NAMES = (
    "自然人",
    "法人或其他组织",
    "总计",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
)
_COLUMNS = (0, 3, 4, 5, 6, 7, 2)  # the names in the order of the figures under them
_FEWEST = 2  # rows of the form
_LEVELS = ("section", "item", "case")
_FIGURE = re.compile(r"\d{1,6}")
_LONGEST = 48  # characters of what a row is called


def form_at(lines: Sequence[Line], index: int) -> tuple[int, list[Row]] | None:
    """Return the form that a line begins, as its number of lines and its rows; None for none."""
    if lines[index][1].strip() != _NAMES[0]:
        return None
    told = [at for at in range(index, len(lines)) if lines[at][1].strip()]
    names = {cell.text: cell for cell in (_cell(lines[at]) for at in told[: len(_NAMES)])}
    if set(names) != set(_NAMES):
        return None
    rows = [_header([names[_NAMES[at]] for at in _COLUMNS])]
    called: dict[str, GridCell] = {}
    figures: list[GridCell] = []
    last = index
    for at in told[len(_NAMES) :]:
        cell = _cell(lines[at])
        if _FIGURE.fullmatch(cell.text) and called:
            figures.append(cell)
            if len(figures) == len(_COLUMNS):
                rows += _named(called, figures)
                called, figures, last = {}, [], at
        elif figures or len(cell.text) > _LONGEST or "。" in cell.text:
            break
        else:
            called[_level(cell)] = cell
    return (last + 1 - index, rows) if len(rows) > _FEWEST else None


def with_bars(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table, those of the form with each section and item in a row of its own.

    三、本年度办理结果 | (三)不予公开 | 1.属于国家秘密 | 0 | …: merged cells stand before a row's figures.
    """
    header = next((at for at, row in enumerate(rows) if _heads(row)), 0)
    lowest = {cell.text: cell for row in rows[: header + 1] for cell in row}
    if not {_NAMES[at] for at in _COLUMNS} <= set(lowest):
        return list(rows)  # another table, or the form without one of its columns
    found = [_header([lowest[_NAMES[at]] for at in _COLUMNS])]
    above: dict[str, str] = {}
    for row in rows[header + 1 :]:
        figures = row[-len(_COLUMNS) :]
        names = {_level(cell): cell for cell in row[: -len(_COLUMNS)] if cell.text}
        if not names or not all(_FIGURE.fullmatch(cell.text) for cell in figures):
            found.append(row)
        else:
            *over, lowest_level = (level for level in _LEVELS if level in names)
            new = {level: names[level] for level in over if above.get(level) != names[level].text}
            above |= {level: cell.text for level, cell in new.items()}
            found += _named({**new, lowest_level: names[lowest_level]}, figures)
    return found


def _heads(row: Row) -> bool:
    return {_NAMES[at] for at in _COLUMNS[1:-2]} <= {cell.text for cell in row}


def _header(names: Sequence[GridCell]) -> Row:
    return (GridCell("", names[0].start), *names)


def _named(called: dict[str, GridCell], figures: Sequence[GridCell]) -> list[Row]:
    """A row of figures by its lowest name, and the names over it, which are new, in rows of their own."""
    *over, name = (called[level] for level in _LEVELS if level in called)
    empty = [GridCell("", figures[0].start)] * len(figures)
    return [*((cell, *empty) for cell in over), (name, *figures)]


def _level(cell: GridCell) -> str:
    """三、本年度办理结果, （三）不予公开 and what they hold: a name ends those below it."""
    return "section" if SECTION.match(cell.text) else "item" if ITEM.match(cell.text) else "case"


def _cell(line: Line) -> GridCell:
    start, text = line
    return GridCell(text.strip(), start + len(text) - len(text.lstrip()))
