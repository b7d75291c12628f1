"""What the cells of a table state: indicator, part, period, unit and measure by headers, labels and caption.

Here belongs reading a grid cell as the short phrase that its headers make of it, by the same rules as prose.
Which cells are headers is sheets.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.cell_words import CHANGE_ROW, CHANGED, GENERIC, SHARE, TOTAL, Years, measure_of
from pipelines.extraction.cells import (
    CellRow,
    GridCell,
    bare_name,
    caption_noun,
    cell_number,
    of_several,
    unit_of,
)
from pipelines.extraction.crossed import crossed, told_apart
from pipelines.extraction.facts import Facts
from pipelines.extraction.figures import clean
from pipelines.extraction.grids import Grid
from pipelines.extraction.matching import candidates
from pipelines.extraction.nested import nest
from pipelines.extraction.quantities import Number
from pipelines.extraction.rules import BANNED, COORDINATE, Candidate, Phrase
from pipelines.extraction.sheets import Sheet, side_by_side
from pipelines.extraction.topics import Topics, TopicsInForce
from pipelines.model import Comparator, Measure

# Rows and columns of the national form of reports on disclosure: 规章 are no normative documents, and the
# cases in its last part are brought against the reporting body.
_NORMATIVE = re.compile(r"(?:行政)?规范性文件$")
_NOT_NORMATIVE = re.compile(r"规章$|行政事业性收费$")
_DISCLOSURE_CASES = re.compile(r"结果(?:维持|纠正)|其他结果|尚未审结")
_LEFT_OVER = 6  # characters of a header or label that its rule may leave unread


_SHARE_OF = re.compile(
    r"占(?:全[市县区])?(?:新)?([^，。；]{2,10}?)(?:总数|总量|数量|数|量)?的?(?:比例|比重)$"
)
# 附：主要业务指标对照表 stands under no heading of the text.
_OF_ITS_OWN = re.compile(r"^附|指标(?:对照|完成|安排|一览|情况)?表")
# 行政许可实施数量（件） over 申请数量
_OVER = re.compile(r"(?<=行政[\u4e00-\u9fff]{2})(?:实施)?(?:数量|情况)(?=[\u4e00-\u9fff]{2,6}数量$)")
_COUNTED = Number(0, 0, 0.0, "件", "case", Comparator.EQUAL)


def read_grid(grid: Grid, text: str, topics: Topics, facts: Facts) -> list[CellRow]:
    """Return what each numeric cell of the grid states."""
    rows: list[CellRow] = []
    for beside, block in enumerate(side_by_side(grid)):
        for cell in _Block(grid, block, text, topics, facts).read():
            table, row, column = cell.place  # tables side by side go on one below the other
            rows.append(replace(cell, place=(table, row + beside * len(grid.rows), column - block[0])))
    return sorted(rows, key=lambda row: row.number.start)


def _named_thing(header: str, measure: Measure) -> str:
    """立案数同比: what a column of changes is of."""
    head = _OVER.sub("", bare_name(header))
    return head if measure is Measure.LEVEL else CHANGED.sub("", head) or head


class _Block:
    """One table (of several side by side) being read."""

    def __init__(self, grid: Grid, columns: tuple[int, int], text: str, topics: Topics, facts: Facts) -> None:
        self.grid, self.text, self.topics, self.facts = grid, text, topics, facts
        self.sheet = Sheet(grid, columns)
        self.caption = grid.caption
        self.unit = unit_of(grid.caption)
        self.words = Years("".join(self.sheet.headers), grid.caption, facts)
        self._of_table = self._around()
        self._row_codes: set[str] = set()
        self._row_level: tuple[Candidate | None, str | None] | None = None

    def read(self) -> list[CellRow]:
        found: list[CellRow] = []
        opened: set[int] = set()
        for at, row in enumerate(self.sheet.body):
            self._row_level = None
            self._row_codes = set()
            cells = row[self.sheet.first : self.sheet.last]
            label = self.sheet.label(cells)
            if label.startswith(("其中", "#")):
                opened.add(at)
            for column, cell in enumerate(cells):
                if column in self.sheet.label_columns or not self.sheet.is_figure(column, cell):
                    continue
                header = self.sheet.headers[column] if column < len(self.sheet.headers) else ""
                stated = self._cell(cell, label, header, cells)
                place = (self.grid.start, at, self.sheet.first + column)
                shared = self._shared(label) or self._shared(header)
                names = bare_name(label), bare_name(header)
                found.append(replace(stated, label=names[0], head=names[1], place=place, share_of=shared))
        found = nest(found, opened) if opened else found
        counted = self._match(caption_noun(self.caption), _COUNTED, Measure.LEVEL)
        return crossed(told_apart(found), counted.indicator if counted else None)

    def _cell(self, cell: GridCell, label: str, header: str, cells: Sequence[GridCell]) -> CellRow:
        rate = "%" if "%" in header else ""  # 比上年±% over 公证收费（万元）
        named = unit_of(header) or rate or unit_of(label)
        unit = named or self.sheet.unit(cells) or of_several(self.unit, header)
        number = cell_number(cell, unit, header)
        measure = measure_of(number, header, label)
        if cell.change:
            measure = Measure.CHANGE_PCT if number.unit_class == "percent" else Measure.CHANGE_ABS
            number = number._replace(value=cell.change * number.value)
        period, status = self.words.period(header, label)
        found, breakdown = self._indicator(number, measure, label, header)
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
            breakdown,
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
        own = None if total else self._match(name, number, measure)
        by_head = None if GENERIC.match(head) else self._match(head, number, measure)
        if by_head and not own:
            whole = total or (by_head.indicator.startswith("normative.") and _NORMATIVE.match(name))
            return by_head, None if whole or GENERIC.match(name) or SHARE.search(name) else (name or None)
        if measure is not Measure.LEVEL and self._row_level is not None and len(self._row_codes) == 1:
            return self._row_level
        if own and (GENERIC.match(head) or not by_head):
            if GENERIC.match(head) or measure is not Measure.LEVEL:
                return own, None
            joined = self._match(name + head, number, measure)
            return (
                (joined, None)
                if joined and joined.indicator != own.indicator
                else (own, part if (part := self._column_part(head)) else None)
            )
        if own and by_head:
            joined = self._match(name + head, number, measure)
            third = joined and joined.indicator not in (own.indicator, by_head.indicator)
            if joined and joined.score >= (by_head.score if third else max(own.score, by_head.score)):
                return joined._replace(rest="") if third else joined, None
            return by_head, name
        joined = self._match(name + head, number, measure) if not total and head else None
        if joined:
            return joined, None
        told = re.sub(r"同期|本期|上年|去年|数$", "", head)  # 新收 in 新收一审行政案件情况表
        by_caption = (
            self._match(caption_noun(self.caption), number, measure)
            if GENERIC.match(head) or (told and told in self.caption)
            else None
        )
        if by_caption:
            return by_caption, None if total else (name or None)
        return None, None

    def _shared(self, name: str) -> str | None:
        """占新受理数比例: the indicator of what is shared; None for other names."""
        told = _SHARE_OF.match(name)
        found = self._match(told[1], _COUNTED, Measure.LEVEL) if told else None
        return found.indicator if found else None

    def _column_part(self, head: str) -> str | None:
        return None if GENERIC.match(head) or TOTAL.match(head) else head

    def _match(self, phrase: str, number: Number, measure: Measure) -> Candidate | None:
        phrase = clean(phrase)
        if not phrase:
            return None
        unit = number.unit_class or "bare"
        units: tuple[str, ...] = (unit,)
        if measure is not Measure.LEVEL:
            units = (
                ("case", "person", "money", "percent")
                if measure is not Measure.CHANGE_PCT
                else ("case", "person", "money")
            )
        best: dict[str, Candidate] = {}
        in_force = self._topics(phrase)
        for unit_class in units:
            for found in candidates(
                Phrase(phrase, "", self.caption + phrase, number.unit, unit_class, in_force)
            ):
                if found.indicator not in best or best[found.indicator].score < found.score:
                    best[found.indicator] = found
        ranked = sorted(best.values(), key=lambda candidate: -candidate.score)
        counted = [found for found in ranked if indicators()[found.indicator].kind != "amount"]
        ranked = counted if unit == "bare" and counted else ranked  # 行政征收 without a unit is no money
        if not ranked or (len(ranked) > 1 and ranked[0].score == ranked[1].score):
            return None
        if COORDINATE.search(ranked[0].rest) and not ranked[0].joined:
            return None
        rest = ranked[0].rest
        return ranked[0] if len(rest) <= _LEFT_OVER or self.topics.subject_of(rest) else None

    def _around(self) -> tuple[list[str], str | None, str | None]:
        """The topics of the table whatever the cell, the nearest first, its section and its subject."""
        names = "".join(row[self.sheet.first].text for row in self.sheet.body if len(row) > self.sheet.first)[
            :200
        ]
        near = [
            topic
            for words in (self.caption, "".join(self.sheet.headers), names)
            for topic in self.topics.within(words)
        ]
        above = self.grid.start - 2
        if not self.text.startswith("：", above):  # …统计如下： what is told of goes on in the table
            above = self.grid.caption_start
        outside = self.topics.at(above)
        near += [*outside.near, *([outside.section] if outside.section else [])]
        titled = [topic for topic in self.topics.within(self.caption) if topic in BANNED]
        subject = outside.subject or self.topics.subject_of(self.caption)
        section = None if _OF_ITS_OWN.search(self.caption) else outside.section
        return near, titled[0] if titled else section, subject

    def _topics(self, phrase: str) -> TopicsInForce:
        near, section, subject = self._of_table
        named = self.topics.subject_of(phrase)  # 法律援助案件 is no 法律顾问's, whatever else the table tells
        local = frozenset((named,)) if named else frozenset()
        return TopicsInForce(
            tuple(dict.fromkeys([*self.topics.within(phrase), *near])), subject, section, local=local
        )
