"""What the cells of a table state: indicator, part, period, unit and measure by headers, labels and caption.

Here belongs reading a grid cell as the short phrase that its headers make of it, by the same rules as prose.
Which cells are headers is sheets.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.extraction.tables.cell_rules import COUNTED, CellRules
from pipelines.extraction.tables.cell_words import (
    ALL,
    CHANGE_ROW,
    CHANGED,
    GENERIC,
    SHARE,
    TOTAL,
    Years,
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
from pipelines.extraction.tables.nested import nest
from pipelines.extraction.tables.sheets import Sheet, side_by_side
from pipelines.extraction.topics.in_force import Topics
from pipelines.model import Measure

# Rows and columns of the national form of reports on disclosure: 规章 are no normative documents, and the
# cases in its last part are brought against the reporting body.
_NORMATIVE = re.compile(r"(?:行政)?规范性文件$")
_NOT_NORMATIVE = re.compile(r"规章$|行政事业性收费$")
_DISCLOSURE_CASES = re.compile(r"结果(?:维持|纠正)|其他结果|尚未审结")
_LEVEL = re.compile(r"[省市州]本级")  # 附表：市本级合法性审查事项分类, of a city's report
_RESULTS = "办理结果"
_OF_ITS_OWN = re.compile("[一二三四五六七八九十]、")  # 四、结转下年度继续办理, with figures of its own
_NUMBERED = re.compile(r"\([一二三四五六七]\)")
_ACT = re.compile(r"行政(?:许可|处罚|检查|强制|复议)$")  # 行政许可办理情况 over 申请（件）
# 行政许可实施数量（件） over 申请数量
_OVER = re.compile(r"(?<=行政[\u4e00-\u9fff]{2})(?:实施)?(?:数量|情况)(?=[\u4e00-\u9fff]{2,6}数量$)")

OPENED = ("其中", "#")  # what opens the name of a row that is part of the row above
# 一审 under 2021年收案: that they came in says of the suits of an instance what their name says already
_CAME_IN = re.compile(r"(?:新)?(?:收案|新收|受案|受理|收件)(?:数量?|件数|量)?")
_PERSONS = re.compile(r"人(?:[数次]|员(?:数|总数)?)?$|群众$")  # 受援人 in a table of cases is none of them


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


def _named_thing(header: str, measure: Measure) -> str:
    """立案数同比: what a column of changes is of."""
    head = _OVER.sub("", bare_name(header))
    return head if measure is Measure.LEVEL else CHANGED.sub("", head) or head


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
        self.rules = CellRules(grid, self.sheet, text, topics)
        self._row_codes: set[str] = set()
        self._row_level: tuple[Candidate | None, str | None] | None = None
        self._above = ""

    def read(self) -> list[CellRow]:
        found: list[CellRow] = []
        opened: set[int] = set()
        for at, row in enumerate(self.sheet.body):
            self._row_level = None
            self._row_codes = set()
            cells = row[self.sheet.first : self.sheet.last]
            label = ALL if self.sheet.of_one_body else self.sheet.label(cells)
            if label.startswith(OPENED):
                opened.add(at)
            for column, cell in enumerate(cells):
                if column in self.sheet.label_columns or not self.sheet.is_figure(column, cell):
                    continue
                header = self.sheet.headers[column] if column < len(self.sheet.headers) else ""
                stated = self._cell(cell, label, header, cells)
                place = (self.grid.start, at, self.sheet.first + column)
                shared = self.rules.shared(label) or self.rules.shared(header)
                names = bare_name(label), bare_name(header)
                found.append(replace(stated, label=names[0], head=names[1], place=place, share_of=shared))
            self._above = bare_name(label)
        found = nest(found, opened)
        counted = self.rules.match(caption_noun(self.caption), COUNTED, Measure.LEVEL)
        return crossed(told_apart(found), counted.indicator if counted else None)

    def _cell(self, cell: GridCell, label: str, header: str, cells: Sequence[GridCell]) -> CellRow:
        rate = "%" if "%" in header else ""  # 比上年±% over 公证收费（万元）
        named = unit_of(header) or rate or unit_of(label)
        unit = named or self.sheet.unit(cells) or of_several(self.unit, header)
        number = cell_number(cell, unit, header, bare_name(label))
        measure = measure_of(number, header, label)
        if cell.change:
            measure = Measure.CHANGE_PCT if number.unit_class == "percent" else Measure.CHANGE_ABS
            number = number._replace(value=cell.change * number.value)
        period, status = self.words.period(header, label)
        found, breakdown = self._indicator(number, measure, label, header)
        if found is not None and found.part:
            breakdown = "/".join(dict.fromkeys(name for name in (found.part, breakdown) if name))
        if measure is not Measure.LEVEL and CHANGE_ROW.match(bare_name(label)):
            found = None  # of the figure over it (table_sums.py)
        if measure is Measure.SHARE_PCT and (TOTAL.match(bare_name(header)) or TOTAL.match(bare_name(label))):
            found = None  # 100% under 合计
        if found is not None and measure is Measure.LEVEL:
            self._row_codes.add(found.indicator)
            self._row_level = (found, breakdown)
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

    def _indicator(
        self, number: Number, measure: Measure, label: str, header: str
    ) -> tuple[Candidate | None, str | None]:
        name, head = bare_name(label), _named_thing(header, measure)
        if _DISCLOSURE_CASES.search(header) or _NOT_NORMATIVE.match(name):
            return None, None
        total = bool(TOTAL.match(name))
        own = None if total else self.rules.match(name, number, measure)
        own = own or self._in_section(label, number, total=total)
        by_head = None if GENERIC.match(head) else self.rules.match(head, number, measure)
        if by_head and not own:
            whole = total or (by_head.indicator.startswith("normative.") and _NORMATIVE.match(name))
            return by_head, None if whole or GENERIC.match(name) or SHARE.search(name) else (name or None)
        if measure is not Measure.LEVEL and self._row_level is not None and len(self._row_codes) == 1:
            return self._row_level
        if own and (GENERIC.match(head) or not by_head):
            if GENERIC.match(head) or measure is not Measure.LEVEL:
                return own, None
            joined = self.rules.match(name + head, number, measure)
            return (
                (joined, None)
                if joined and joined.indicator != own.indicator
                else (own, part if (part := self._column_part(head)) else None)
            )
        if own and by_head:
            joined = self.rules.match(name + head, number, measure)
            third = joined and joined.indicator not in (own.indicator, by_head.indicator)
            if joined and joined.score >= (by_head.score if third else max(own.score, by_head.score)):
                return joined._replace(rest="") if third else joined, None
            return by_head, name
        joined = self.rules.match(name + head, number, measure) if not total and head else None
        joined = joined or (None if total else self._under_row_above(name, number, measure))
        if joined:
            return joined, None
        found = None if label.startswith(OPENED) else self._by_caption(head, number, measure)
        if found and _PERSONS.search(name) and indicators()[found.indicator].unit not in ("人", "人次"):
            return None, None
        return found, None if found is None or total else (name or None)

    def _in_section(self, label: str, number: Number, *, total: bool) -> Candidate | None:
        """（一）予以公开 under 三、本年度办理结果: a name that says what it counts with that of its section.

        属于国家秘密 under （三）不予公开 is a part of that part.
        """
        section, _, item = self.grid.section.partition("(")
        item = "" if _NUMBERED.match(label) else _NUMBERED.sub("", f"({item}" if item else "")
        if not section or _OF_ITS_OWN.match(label) or (total and _RESULTS not in section):
            return None
        name = bare_name(_NUMBERED.sub("", label))
        if not item or total:
            return self.rules.match(bare_name(section) + name, number, Measure.LEVEL)
        found = self.rules.match(bare_name(section) + item, number, Measure.LEVEL)
        return found._replace(part=f"{found.part}/{name}") if found and found.part else None

    def _under_row_above(self, name: str, number: Number, measure: Measure) -> Candidate | None:
        """司法所 over 工作人员: a name that says nothing alone, read with that of the row above."""
        above = self._above
        found = self.rules.match(above + name, number, measure) if above else None
        return found if found and len(found.matched) > len(name) else None

    def _by_caption(self, head: str, number: Number, measure: Measure) -> Candidate | None:
        """The rule for what the caption counts, with a column's name or under one that says nothing."""
        counted = caption_noun(self.caption)
        act = _ACT.search(counted) if measure is Measure.LEVEL else None
        of_act = self.rules.match(act[0] + head, number, measure) if act else None
        told = re.sub(r"同期|本期|上年|去年|数$", "", head)  # 新收 in 新收一审行政案件情况表
        if of_act or not (GENERIC.match(head) or (told and told in self.caption)):
            return of_act
        found = self.rules.match(counted, number, measure)
        return found or self.rules.match(counted.removesuffix("案件"), number, measure)

    def _column_part(self, head: str) -> str | None:
        said = GENERIC.match(head) or TOTAL.match(head) or _CAME_IN.fullmatch(head)
        return None if said else head
