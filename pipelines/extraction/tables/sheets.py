"""A table, or one of several side by side, by its names: what its columns and rows are called.

Here belongs which cells are names and which are figures. What a figure states by its names is grid_cells.py,
which lines are a table at all grids.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.tables.cell_words import GENERIC, TOTAL
from pipelines.extraction.tables.cells import GridCell, bare_name, of_several, unit_of
from pipelines.extraction.tables.grids import Grid

_PAIR = 2  # columns: 机构 | 数量 | 人员 | 数量 are _named_pairs
_UNIT_HEADER = re.compile(r"(?:计量)?单位|备注")
_BODIES = re.compile(r"(?:填报|执法|行政执法|实施)?(?:单位|机关|主体|部门|机构)(?:名称)?$")
# 申请人情况 over 法人或其他组织 over 商业企业, in the national form of reports on disclosure
_APPLICANT = re.compile(
    r"^(?:申请人情况)?(?:法人或其他组织)?(?=(?:自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计)$)"
)
_INDEX = re.compile(r"^(?:序号|编号|No\.?|\d{1,2}|[一二三四五六七八九十]+|[-—/]+)$")


def side_by_side(grid: Grid) -> list[tuple[int, int]]:
    """Column spans of tables set side by side: the header repeats."""
    width = max(len(row) for row in grid.rows)
    if grid.header:
        names = [cell.text for cell in grid.rows[grid.header - 1]]
        for period in range(2, len(names) // 2 + 1):
            alike = all(names[at] == names[at % period] for at in range(len(names)) if at % period)
            named = all(names[::period]) and (len(set(names[::period])) == 1 or period > _PAIR)
            if len(names) % period == 0 and named and alike:
                return [(at, at + period) for at in range(0, len(names), period)]
        if _named_pairs(grid, names):
            return [(at, at + 2) for at in range(0, len(names), 2)]
    return [(0, width)]


def _named_pairs(grid: Grid, names: Sequence[str]) -> bool:
    """机构（个） | 数量 | 人员（人） | 数量: pairs of a name and its number, each under a name of its own."""
    alike = len(names) > 2 and len(names) % 2 == 0 and all(names) and len(set(names[1::2])) == 1
    if not alike or not GENERIC.match(bare_name(names[1])):
        return False
    body = [row for row in grid.rows[grid.header :] if len(row) == len(names)]
    numbered = any(row[at].is_number for row in body for at in range(0, len(names), 2))
    return bool(body) and not numbered


class Sheet:
    """The columns of a grid from ``first`` up to ``last``, named.

    ``body``: its rows under the header. ``headers``: the name of each column, those over it before it.
    """

    def __init__(self, grid: Grid, columns: tuple[int, int]) -> None:
        self._grid = grid
        self.first, self.last = columns
        self.body = [self._spanned(row) for row in grid.rows[grid.header :]]
        self.label_columns = self._label_columns()
        self.headers = self._headers()
        self.unit_column = self._unit_column()

    def _spanned(self, row: Sequence[GridCell]) -> Sequence[GridCell]:
        """合计 | 4218 under 序号 | 纠纷类型 | 受理: the total spans the columns of both names."""
        over = self._grid.rows[self._grid.header - 1] if self._grid.header else row
        short = len(row) == len(over) - 1 and len(row) > 1 and _INDEX.match(over[0].text)
        if not short or not TOTAL.match(row[0].text) or not row[1].is_number:
            return row
        return row[0], GridCell("", row[0].start + len(row[0].text)), *row[1:]

    def is_figure(self, column: int, cell: GridCell) -> bool:
        """Tell whether a cell holds a figure: 2057 among other figures of its column is no year."""
        if cell.is_number or not cell.may_be_figure:
            return cell.is_number
        cells = [row[self.first + column] for row in self.body if len(row) > self.first + column]
        return any(other.is_number for other in cells)

    @property
    def only_body(self) -> str | None:
        """The name in the only row under 单位名称 | 警告 | 罚款; None for other tables."""
        bodies = len(self.body) == 1 and 0 in self.label_columns and _BODIES.match(self.headers[0])
        return self.label(self.body[0][self.first : self.last]) if bodies else None

    def label(self, cells: Sequence[GridCell]) -> str:
        """Return what a row is called."""
        named = [column for column in sorted(self.label_columns) if column != self.unit_column]
        names = [cells[column].text for column in named if column < len(cells) and cells[column].text]
        names = [name for name in names if not _INDEX.match(name)] or names
        return "".join(dict.fromkeys(names))

    def unit(self, cells: Sequence[GridCell]) -> str:
        """Return the unit that a row names in the column for it, or the head of its names; '' for none."""
        at = self.unit_column
        if at is not None and at < len(cells):
            return cells[at].text
        over = self.headers[0] if self.headers and 0 in self.label_columns else ""
        if self.last - self.first - len(self.label_columns) > 1:
            return ""  # 执法机关(个) counts the bodies that the rows name, none of the columns
        return of_several(unit_of(over), self.label(cells))

    def _label_columns(self) -> set[int]:
        if len(self.body) == 1 and all(cell.is_number for cell in self.body[0][self.first : self.last]):
            return set()  # one row of figures, each under its name
        columns: set[int] = set()
        for column in range(self.last - self.first):
            cells = [row[self.first + column] for row in self.body if len(row) > self.first + column]
            numeric = sum(cell.is_number for cell in cells)
            head = (
                self._grid.rows[self._grid.header - 1][self.first + column].text
                if self._grid.header and len(self._grid.rows[self._grid.header - 1]) > self.first + column
                else ""
            )
            if column == 0 or numeric == 0 or re.match(r"序号|编号|年份|年度$", head):
                columns.add(column)
            else:
                break
        return columns

    def _headers(self) -> list[str]:
        """The name of each column: those of the rows of the header that stand over it, without repeats."""
        width = self.last - self.first
        header = [
            [cell.text for cell in row[self.first : self.last]]
            for row in self._grid.rows[: self._grid.header]
        ]
        over = [
            self._names(row, header[-1], width, last=at == len(header) - 1) for at, row in enumerate(header)
        ]
        names = [
            "".join(dict.fromkeys(row[column] for row in over if row[column])) for column in range(width)
        ]
        return [_APPLICANT.sub("", name) for name in names]

    def _names(self, row: list[str], lowest: list[str], width: int, *, last: bool) -> list[str]:
        """What one row of the header calls each column; a name over them all (申请人情况) calls none."""
        spread = row if last else _spread(_whole(row, width), lowest, width)
        names = [_name_over(spread, lowest, at, last=last) for at in range(width)]
        figures = [name for at, name in enumerate(names) if at not in self.label_columns]
        alike = len(figures) > 1 and len(set(figures)) == 1
        return [name if at in self.label_columns or not alike else "" for at, name in enumerate(names)]

    def _unit_column(self) -> int | None:
        """The column 单位 where it holds units; where it holds names, they are those of bodies."""
        for column, header in enumerate(self.headers):
            if _UNIT_HEADER.fullmatch(header):
                cells = [row[self.first + column].text for row in self.body if len(row) > self.first + column]
                named = [cell for cell in cells if cell and class_of(cell.lstrip("百千万亿")) == "bare"]
                return None if len(named) > len(cells) / 2 and header != "备注" else column
        return None


def _spread(row: list[str], below: Sequence[str], width: int) -> list[str]:
    """自然人 | 法人或其他组织 | 总计 over more columns: merged cells told once, the total last.

    Where no name stands over an empty cell, nothing tells how many columns each of them spans.
    """
    named = len(row)
    while named and not row[named - 1]:
        named -= 1
    if not 2 < named < width or not TOTAL.match(bare_name(row[named - 1])):
        return row
    over = row[: named - 1]
    placed = any(name and not under for name, under in zip(over, below, strict=False))
    return [*(over if placed else [""] * len(over)), *[""] * (width - named), row[named - 1]]


def _whole(row: list[str], width: int) -> list[str]:
    """地区 | 新收 | | 受理 over five columns: with its last empty cells, where all names span as many."""
    named = [at for at, name in enumerate(row) if name and at]
    ends = [*named[1:], width]
    alike = len({end - at for at, end in zip(named, ends, strict=True)}) == 1
    return [*row, *[""] * (width - len(row))] if len(named) > 1 and alike else row


def _name_over(row: Sequence[str], below: Sequence[str], column: int, *, last: bool) -> str:
    at = column if last else _spanning(row, below, column)
    return row[at] if at < len(row) else ""


def _spanning(row: Sequence[str], below: Sequence[str], column: int) -> int:
    """Return the column whose name in a row of headers spans ``column``: a merged cell is named once."""
    at = column
    while at > 1 and at < min(len(row), len(below)) and not row[at] and below[at] and below[at - 1]:
        at -= 1
    return at
