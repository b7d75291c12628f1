"""The national form on requests for information that lost its layout: one cell a line.

The form (国办公开办函〔2021〕30号) counts requests by applicant in seven columns, whose names stand over one
another in two rows. Here belongs which lines make that form, and its rows. Other tables without a layout are
stacks.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.extraction.tables.cells import GridCell
from pipelines.extraction.tables.stacks import Line, Row

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
_FIGURE = re.compile(r"\d{1,6}")
_SECTION, _ITEM = re.compile(r"[一二三四]、"), re.compile(r"\([一二三四五六七]\)")
_LONGEST = 48  # characters of what a row is called


def form_at(lines: Sequence[Line], index: int) -> tuple[int, list[Row]] | None:
    """Return the form that a line begins, as its number of lines and its rows; None for none."""
    if lines[index][1].strip() != _NAMES[0]:
        return None
    told = [at for at in range(index, len(lines)) if lines[at][1].strip()]
    names = [_cell(lines[at]) for at in told[: len(_NAMES)]]
    if tuple(cell.text for cell in names) != _NAMES:
        return None
    rows: list[Row] = [(GridCell("", names[0].start), *(names[at] for at in _COLUMNS))]
    called: dict[str, GridCell] = {}
    figures: list[GridCell] = []
    last = index
    for at in told[len(_NAMES) :]:
        cell = _cell(lines[at])
        if _FIGURE.fullmatch(cell.text) and called:
            figures.append(cell)
            if len(figures) == len(_COLUMNS):
                start = next(iter(called.values())).start
                rows.append((GridCell("".join(one.text for one in called.values()), start), *figures))
                figures, last = [], at
        elif figures or len(cell.text) > _LONGEST or "。" in cell.text:
            break
        else:
            _call(called, cell)
    return (last + 1 - index, rows) if len(rows) > _FEWEST else None


def _call(called: dict[str, GridCell], cell: GridCell) -> None:
    """三、本年度办理结果, （三）不予公开 and what they hold: a name ends those below it."""
    level = "section" if _SECTION.match(cell.text) else "item" if _ITEM.match(cell.text) else "case"
    for below in {"section": ("section", "item", "case"), "item": ("item", "case"), "case": ("case",)}[level]:
        called.pop(below, None)
    called[level] = cell


def _cell(line: Line) -> GridCell:
    start, text = line
    return GridCell(text.strip(), start + len(text) - len(text.lstrip()))
