"""Tables as grids of cells: rows with bars or tabs, and cells that lost their layout.

Here belongs which rows head a grid, and its caption. Not here: which lines are rows (barred.py), in how many
columns cells stand that lost their layout (stacks.py), what a cell states (grid_cells.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import attrgetter

from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.tables.barred import barred, heads_rows
from pipelines.extraction.tables.cells import ITEM, SECTION, GridCell
from pipelines.extraction.tables.national_form import form_at
from pipelines.extraction.tables.stack_rows import Line, Row
from pipelines.extraction.tables.stacks import Stacks
from pipelines.extraction.tables.told_lists import Told, told_lists

_CAPTION = re.compile(
    r"^(?:附?[表图][\d一二三四五六七八九十]+|附?表[：: ]|.{2,40}表(?:[(（].*)?$"
    r"|.{4,40}(?:统计|情况|数量|业务量)(?:[(（].{0,16}[)）])?$|.*[(（]?单位[：:])"
)
# 表一	行政处罚实施情况统计表: a tab parts no cells here
_NUMBERED_CAPTION = re.compile(r"^(表[一二三四五六七八九十\d]{1,3})\t(?=[^\t]*$)")
_DEEPEST = 3  # rows of a header
_LEAST_PAIRS = 3  # rows that are a table without one


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; ``header``: how many rows head it; ``caption``: the lines above that name it.

    ``section``: the row that stands over it alone, and opens the caption (二、基层法律服务).
    """

    start: int
    end: int
    rows: tuple[tuple[GridCell, ...], ...]
    header: int
    caption: str
    caption_start: int
    section: str = ""


def find_grids(text: str) -> list[Grid]:
    """Return the tables of a reading text in order."""
    lines: list[Line] = []
    offset = 0
    for line in text.split("\n"):
        lines.append((offset, _NUMBERED_CAPTION.sub(r"\1 ", line)))
        offset += len(line) + 1
    stacks = Stacks(lines)
    grids: list[Grid] = []
    index = 0
    while index < len(lines):
        size, rows = barred(lines, index) or form_at(lines, index) or stacks.at(index) or (1, [])
        grids += _grids(lines, index, rows) if rows else []
        index += size
    return sorted([*grids, *map(_told, told_lists(text))], key=attrgetter("start"))


def _told(told: Told) -> Grid:
    caption, rows = told
    start, last = min(rows[0][0].start, rows[1][0].start), rows[-1][-1]
    return Grid(start, last.start + len(last.text), rows, 1, caption, start)


def _grids(lines: list[Line], index: int, rows: list[Row]) -> list[Grid]:
    """The tables in a run of rows: names amid the figures head what follows them."""
    found: list[Grid] = []
    caption, caption_start = _caption(lines, index)
    title = ""
    header: list[Row] = []
    body: list[Row] = []
    anew = False

    def close() -> None:
        if not header and "表" in caption:
            body[:] = [pair for row in body for pair in _pairs_of(row)]
        if body and (header or _told_by_caption(caption, body)):
            first, last = (header[0] if header and not found else body[0])[0], body[-1][-1]
            end = last.start + len(last.text)
            start = lines[index][0] if not found else first.start
            heads = _shifted(_under_names(header, body), len(body[0]))
            named = f"{title}{caption}"
            found.append(Grid(start, end, (*heads, *body), len(header), named, caption_start, title))
        body.clear()

    for row in rows:
        filled = [cell for cell in row if cell.text]
        named = bool(body) or (bool(header) and _names_figure(row))
        if any(cell.is_number or (named and cell.may_be_figure) for cell in row) or (
            body and _holds_nothing(row)
        ):
            body.append(row)
        elif len(row) > 1 and len(filled) == 1 and (body or not header or heads_rows(filled[0].text)):
            close()
            within = title.partition("(")[0] if ITEM.match(filled[0].text) and SECTION.match(title) else ""
            title, anew = within + filled[0].text, bool(body or not header)
        elif filled and (body or anew):
            close()
            header, anew = [row], False
        elif filled and len(header) < _DEEPEST:
            header.append(row)
    close()
    return found


def _pairs_of(row: Row) -> list[Row]:
    """行政征收（次） | 0 | 征收金额（元） | 0: two names in a row, each with its figure."""
    pairs = [row[at : at + 2] for at in range(0, len(row), 2)]
    apart = len(row) % 2 == 0 and all(pair[0].text and pair[1].is_number for pair in pairs)
    names = any(pair[0].is_number for pair in pairs)
    return pairs if apart and not names else [row]


def _told_by_caption(caption: str, body: list[Row]) -> bool:
    """表四 行政强制实施情况统计表 over 县公安局 | 486: names and figures that need no header."""
    pairs = all(len(row) == 2 and row[0].text and row[1].is_number for row in body)
    return "表" in caption and pairs and len(body) >= _LEAST_PAIRS


def _shifted(header: list[Row], width: int) -> list[Row]:
    """单位名称 | 许可数量 | | over 申请 | 受理: a cell that spans two rows leaves the lower one short.

    Each row of a header begins under the first cell above it that spans columns.
    """
    placed = header[:1]
    for row in header[1:]:
        above, wanting = placed[-1], width - len(row)
        lead = next((at for at in range(len(above) - 1) if not above[at + 1].text), 0)  # the first that spans
        named = all(cell.text for cell in above[:lead]) or len(placed) > 1
        if not 0 < lead <= wanting < _DEEPEST or not named or len(above) < width:
            return header
        empty = GridCell("", row[0].start)
        placed.append((*[empty] * lead, *row, *[empty] * (wanting - lead)))
    return placed


def _under_names(header: list[Row], body: list[Row]) -> list[Row]:
    """立案 | 决定 | 持证率 over 甲区 | 382 | 358 | 97.2%: a header that names no column of names."""
    short = len(header) == 1 and all(len(row) == len(header[0]) + 1 for row in body)
    if not short or not all(row[0].text and not row[0].is_number and row[1].is_number for row in body):
        return header
    return [(GridCell("", header[0][0].start), *header[0])]


def _names_figure(row: Row) -> bool:
    """受理纠纷 | 件 | 2013: below a header, four digits behind a name and a unit are no year."""
    return bool(row[0].text) and any(class_of(cell.text) != "bare" for cell in row[1:])


def _holds_nothing(row: Row) -> bool:
    """A name with signs for nothing beside it."""
    signs = [cell for cell in row[1:] if cell.text]
    return bool(row[0].text and signs) and all(cell.is_empty for cell in signs)


def _caption(lines: list[Line], index: int) -> tuple[str, int]:
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
