"""The rows that cells without layout make: a header, then a name and its figures again and again.

Here belongs in how many columns the cells of one run stand. Which lines are such a run is stacks.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from pipelines.extraction.tables.cell_words import TOTAL
from pipelines.extraction.tables.cells import GridCell, bare_name

Row = tuple[GridCell, ...]
Line = tuple[int, str]

FEWEST = 4  # cells of a table: two columns with one row under their names
_FEWEST_BESIDE = 3  # columns of each of two tables side by side: fewer may be a name and its figure
_WIDEST = 16
_ABOVE = 3  # cells more than figures over one row: a title, and names broken in two
_ORDINAL = re.compile(r"\d{1,3}$")
_NUMBERS = re.compile(r"(?:序|编)号$")  # heads a column of numbers, which name nothing
_COUNTING = re.compile(
    r"数量|件数|人数|合计|总计|占比|比例|本年|今年|全[市县区]|(?:19|20)\d\d年?|行政|规范性文件"
)
_CONTINUED, _OPEN = re.compile(r"[、）)]|所得|非法财物|和|及"), ("、", "和", "及", "(")
UNIT = re.compile(r"[万亿]?元|[人件家个名次所起份条篇项户卷宗期场处]|人次|件次|场次|家次|%")
_YEARS = re.compile("年[度份]|时间")
_FIRST = "1"  # 序号, 指标, 2022, 2023 and the number of the first row


def _whole_names(cells: Sequence[GridCell]) -> list[GridCell]:
    """没收违法 over 所得、没收非法财物: names that a page broke between two lines are one."""
    names: list[GridCell] = []
    for cell in cells:
        if names and (_CONTINUED.match(cell.text) or names[-1].text.endswith(_OPEN)):
            names[-1] = GridCell(names[-1].text + cell.text, names[-1].start)
        else:
            names.append(cell)
    return names


def _under_groups(told: Sequence[GridCell], count: int) -> list[GridCell]:
    """行政强制措施, 行政强制执行, 合计 over 查封, 扣押, 代履行: a total two rows high is the last column."""
    groups = len(told) - count
    if not 1 < groups <= min(_ABOVE, len(told) - 1) or not TOTAL.match(bare_name(told[groups].text)):
        return []
    return [*told[groups + 1 :], told[groups]]


def _numbers(cells: Sequence[GridCell]) -> list[bool]:
    """Whether each cell holds a figure; 2047 beside another figure is one, a year stands among names."""
    told = [cell.is_number for cell in cells]
    beside = [
        False,
        *(number and cell.text != _FIRST for cell, number in zip(cells, told, strict=True)),
        False,
    ]
    years = _years_of_rows(cells)
    return [
        number or (at not in years and cell.may_be_figure and (beside[at] or beside[at + 2]))
        for at, (cell, number) in enumerate(zip(cells, told, strict=True))
    ]


def _years_of_rows(cells: Sequence[GridCell]) -> frozenset[int]:
    """年度, 收案, 2019, 486, 2020, 452, 2021, 531: the years that name rows, each as far from the next."""
    if not any(_YEARS.fullmatch(cell.text) for cell in cells):
        return frozenset()
    years = [(at, int(cell.text)) for at, cell in enumerate(cells) if cell.may_be_figure]
    steps = {after - at for (at, year), (after, other) in pairwise(years) if abs(other - year) == 1}
    if len(steps) != 1:
        return frozenset()
    return frozenset(at for at, _ in years)


class StackRows:
    """The cells of a run with their lines, and the names of sections by the cell that each stands before."""

    def __init__(self, cells: list[GridCell], lines: list[int], sections: dict[int, GridCell]) -> None:
        self.lines, self._sections = lines, sections
        self._cells = cells
        self._numbers = _numbers(cells)
        self._empty = [cell.is_empty for cell in cells]
        self._figures = [0, *accumulate(self._numbers)]
        self._values = [0] * (len(cells) + 1)  # cells in a row, from each on, that a name does not interrupt
        for at in range(len(cells) - 1, -1, -1):
            self._values[at] = self._values[at + 1] + 1 if self._numbers[at] or self._empty[at] else 0
        self._reached: dict[tuple[int, int, bool], tuple[int, int]] = {}

    def rows(self, first: int) -> tuple[int, list[Row]] | None:
        """Return the last line and the rows of the narrowest table that the cells from one on make."""
        left = len(self._cells) - first
        for width in range(2, min(_WIDEST, (left + _ABOVE) // 2, left - 1) + 1):
            body = first + width
            if self._figures[body] > self._figures[first]:
                return None  # a figure among the names: no width beyond will do either
            if found := self._nameless(first, body) or self._side_by_side(first, width):
                return found
            if not self._is_body(body, width) or not self._numbered_alike(first, body):
                continue
            end, count = self._reach(body, width, numbered=self._numbers[body])
            if self._figures[end] - self._figures[body] < count:
                continue
            if count == 1 and (end < len(self._cells) or not _COUNTING.match(self._cells[body].text)):
                continue  # a name of the header that happens to stand before the figures
            return self.lines[end - 1], [tuple(self._cells[first:body]), *self._cut(body, end, width)]
        return None

    def _nameless(self, first: int, body: int) -> tuple[int, list[Row]] | None:
        """One row of figures and nothing else under as many names, over which one more may tell of all."""
        count = self._values[body]
        told = _whole_names(self._cells[first:body])
        names = _under_groups(told, count) or (told[-count:] if len(told) in (count, count + 1) else [])
        if len(names) < FEWEST or body + count < len(self._cells):
            return None
        none = GridCell("", self._cells[body].start)
        title = told[0] if len(told) == count + 1 else none
        head: list[Row] = [(title, *(none for _ in names))] if title is not none else []
        row = (none, *self._cells[body : body + count])
        return self.lines[body + count - 1], [*head, (none, *names), row]

    def _side_by_side(self, first: int, width: int) -> tuple[int, list[Row]] | None:
        """诉求来源, 数量, 占比, 工单类型, 数量, 占比: two tables whose rows stand beside one another."""
        half, body = width // 2, first + width
        names = [cell.text for cell in self._cells[first:body]]
        if width % 2 or half < _FEWEST_BESIDE or names[1:half] != names[half + 1 :]:
            return None
        end = body
        while self._is_body(end, half) and self._is_body(end + half, half):
            end += width
        if end == body:
            return None
        rows = (tuple(self._cells[at : at + width]) for at in range(first, end, width))
        return self.lines[end - 1], list(rows)

    def _numbered_alike(self, first: int, body: int) -> bool:
        """Whether a column 序号, where the header has one, is the first and holds numbers."""
        told = [bool(_NUMBERS.match(cell.text)) for cell in self._cells[first:body]]
        return not any(told) or (told[0] and self._numbers[body])

    def _reach(self, at: int, width: int, *, numbered: bool) -> tuple[int, int]:
        """Where the rows from a cell on end, and how many they are."""
        way: list[tuple[int, int, bool]] = []
        while (here := (at, width, numbered)) not in self._reached:
            step = self._step(at, width, numbered=numbered)
            if not step:
                self._reached[here] = (at, 0)
                break
            way.append(here)
            at += step
        end, count = self._reached[here]
        for before, passed in enumerate(reversed(way), 1):
            self._reached[passed] = (end, count + before)
        return end, count + len(way)

    def _step(self, at: int, width: int, *, numbered: bool) -> int:
        """The cells of the row at a cell; 0 for none. A total has no number in the column 序号."""
        if self._is_body(at, width):
            return width
        return width - 1 if numbered and self._is_body(at, width - 1) else 0

    def _is_body(self, at: int, width: int) -> bool:
        """A name, perhaps behind its number in the list, and figures or signs for nothing after it."""
        if at + width > len(self._cells):
            return False
        name = at
        if width > 2 and _ORDINAL.match(self._cells[at].text) and not self._numbers[at + 1]:
            name += 1
        if self._numbers[name] or self._empty[name]:
            return False
        if width > 2 and UNIT.fullmatch(self._cells[name + 1].text):
            name += 1
        return self._values[name + 1] >= at + width - name - 1

    def _cut(self, at: int, end: int, width: int) -> list[Row]:
        rows: list[Row] = []
        while at < end:
            step = self._step(at, width, numbered=True)
            if at in self._sections:
                section = self._sections[at]
                rows.append((section, *(GridCell("", section.start) for _ in range(width - 1))))
            none = () if step == width else (GridCell("", self._cells[at].start),)
            rows.append((*none, *self._cells[at : at + step]))
            at += step
        return rows
