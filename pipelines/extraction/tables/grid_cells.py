"""What the cells of a table state: number, unit, measure and period, and what their names tell.

Here belongs going through the rows of a table. Which cells are headers is sheets.py, what names state
named_cells.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names, whose
from pipelines.extraction.tables.cell_rules import COUNTED, CellRules
from pipelines.extraction.tables.cell_words import (
    ALL,
    CHANGE_ROW,
    TOTAL,
    Years,
    dated,
    measure_of,
)
from pipelines.extraction.tables.cells import (
    CellRow,
    GridCell,
    bare_name,
    caption_noun,
    cell_number,
    of_several,
    unit_of,
    unit_of_caption,
)
from pipelines.extraction.tables.crossed import crossed, told_apart
from pipelines.extraction.tables.grids import Grid
from pipelines.extraction.tables.named_cells import OPENED, NamedCells
from pipelines.extraction.tables.nested import nest
from pipelines.extraction.tables.sheets import Sheet, side_by_side
from pipelines.extraction.topics.in_force import Topics
from pipelines.model import Measure

# 行政处罚 | 上一年项目数量 | 本年增/减 | 处理决定数量: how many kinds of acts there are, and how many acts
_OF_MATTERS = re.compile(r"项目数量|^(?:本年)?增/减")
_LEVEL = re.compile(r"(?<!不含)(?<!不包括)[省市州]本级")  # 附表：市本级合法性审查事项分类, of a city's report


def read_grid(grid: Grid, text: str, topics: Topics, facts: Facts) -> list[CellRow]:
    """Return what each numeric cell of the grid states."""
    rows: list[CellRow] = []
    blocks = side_by_side(grid)
    headed = {grid.rows[max(0, grid.header - 1)][first].text for first, _ in blocks}
    for beside, block in enumerate(blocks):
        # tables side by side go on one below the other, unless they are of other things
        shift = block[0] if len(headed) == 1 else 0
        for cell in _Block(grid, block, text, topics, facts).read():
            table, row, column = cell.place
            rows.append(replace(cell, place=(table, row + beside * len(grid.rows), column - shift)))
    return sorted(rows, key=lambda row: row.number.start)


def _is_reporting(name: str, facts: Facts) -> bool:
    """县市场监管局 in the report of 市场监督管理局: whether a body is the one that reports."""
    return bool(name) and (name in (facts.title or "") or whose.short_for(name, facts.body))


class _Block:
    """One table (of several side by side) being read."""

    def __init__(self, grid: Grid, columns: tuple[int, int], text: str, topics: Topics, facts: Facts) -> None:
        self.grid, self.facts = grid, facts
        self.sheet = Sheet(grid, columns)
        self.caption = grid.caption
        self.unit = unit_of_caption(grid.caption)
        labels = [self.sheet.label(row[self.sheet.first : self.sheet.last]) for row in self.sheet.body]
        self.words = Years(self.sheet.headers, labels, grid.caption, facts)
        level = _LEVEL.search(grid.caption)
        self.level = level[0] if level and level[0] not in (facts.title or "") else None
        self.own = _is_reporting(self.sheet.only_body or "", facts)
        self.of_matters = any(_OF_MATTERS.search(bare_name(header)) for header in self.sheet.headers)
        self.rules = CellRules(grid, self.sheet, text, topics)
        self.names = NamedCells(grid, self.rules)

    def read(self) -> list[CellRow]:
        found: list[CellRow] = []
        opened: set[int] = set()
        above = ""
        for at, row in enumerate(self.sheet.body):
            cells = row[self.sheet.first : self.sheet.last]
            label = ALL if self.own else self.sheet.label(cells)
            self.names.next_row(label)
            if label.startswith(OPENED):
                opened.add(at)
            else:
                above = bare_name(label)
            for column, cell in enumerate(cells):
                if column in self.sheet.label_columns or not self.sheet.is_figure(column, cell):
                    continue
                header = dated(self.sheet.headers, column)
                stated = self._cell(cell, label, header, cells)
                place = (self.grid.start, at, self.sheet.first + column)
                shared = self.rules.shared(label) or self.rules.shared(header)
                names = bare_name(label), bare_name(header)
                within = above if at in opened else ""
                found.append(
                    replace(
                        stated, label=names[0], head=names[1], place=place, share_of=shared, within=within
                    )
                )
        found = nest(found, opened)
        counted = self.rules.match(caption_noun(self.caption), COUNTED, Measure.LEVEL)
        return crossed(told_apart(found), counted.indicator if counted else None)

    def _matters(self, found: Candidate, label: str) -> Candidate | None:
        """行政许可 under 项目数量: the kinds of licences; of other acts no indicator counts the kinds."""
        told = any("项目数量" in header for header in self.sheet.headers)  # 增/减 alone may be of the acts
        licences = told and bare_name(label) == "行政许可"
        return found._replace(indicator="service.licensing_matters") if licences else None

    def _of_form(self, header: str, period: str | None) -> tuple[str | None, Measure]:
        """What 上一年项目数量 and 本年增/减 of the old form on disclosure are of."""
        year = self.facts.year
        before = str(year - 1) if year and "上一年" in header else period
        return before, Measure.LEVEL if "数量" in header else Measure.CHANGE_ABS

    def _found(
        self, number: Number, measure: Measure, label: str, header: str
    ) -> tuple[Candidate | None, str | None]:
        """The rule that the names of a cell fit, and the part that they name; None for no rule."""
        found, breakdown = self.names.of(number, measure, label, header)
        if found is None:
            return None, breakdown
        if measure is not Measure.LEVEL and CHANGE_ROW.match(bare_name(label)):
            return None, breakdown  # of the figure over it (table_sums.py)
        whole = TOTAL.match(bare_name(header)) or TOTAL.match(bare_name(label))
        if measure is Measure.SHARE_PCT and whole:
            return None, breakdown  # 100% under 合计
        if found.part:
            breakdown = "/".join(dict.fromkeys(name for name in (found.part, breakdown) if name))
        return found, breakdown

    def _counted(self, header: str) -> str:
        """警告 | 罚款 | … | 罚没金额（件、万元）: among kinds of penalties a fine is one, and no money."""
        kind = bare_name(header) == "罚款" and any(name.startswith("警告") for name in self.sheet.headers)
        return "警告" if kind else header

    def _cell(self, cell: GridCell, label: str, header: str, cells: Sequence[GridCell]) -> CellRow:
        rate = "%" if "%" in header else ""  # 比上年±% over 公证收费（万元）
        of_row, of_column = unit_of(label), unit_of(header)
        # 罚没金额(万元) under 2023年(件): the row knows better, but of a change in per cent
        named = (of_row if of_row and not rate else of_column) or rate or of_row
        unit = named or self.sheet.unit(cells) or of_several(self.unit, self._counted(header) + label)
        number = cell_number(cell, unit, header, bare_name(label))
        measure = measure_of(number, header, label)
        if cell.change:
            measure = Measure.CHANGE_PCT if number.unit_class == "percent" else Measure.CHANGE_ABS
            number = number._replace(value=cell.change * number.value)
        period, status = self.words.period(header, label)
        found, breakdown = self._found(number, measure, label, header)
        if found is not None and self.of_matters and _OF_MATTERS.search(bare_name(header)):
            found, breakdown = self._matters(found, label), None
            period, measure = self._of_form(header, period)
        if found is not None and measure is Measure.LEVEL:
            self.names.told(found, breakdown, header)
        if self.facts.year is None:
            return CellRow(number, None, measure, status, None, None, 0, "year_unknown")
        if found is None:
            return CellRow(number, None, measure, status, period, None, 0, "no_rule")
        unitless = measure is Measure.LEVEL and number.unit_class == "bare"
        if unitless and indicators()[found.indicator].kind == "amount":
            return CellRow(number, None, measure, status, period, None, 0, "unit_unknown")
        return CellRow(
            number,
            found.indicator,
            measure,
            status,
            period,
            part_names.nested(self.level, breakdown) if self.level and breakdown else breakdown or self.level,
            found.score,
            rest=found.rest,
            member=found.member,
        )
