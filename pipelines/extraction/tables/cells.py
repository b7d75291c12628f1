"""A table cell and the figure in it, with the unit that its header, caption or own words give.

Here belongs what tells figures from names and signs for nothing, and turns a cell's text into a number. Which
lines are cells is grids.py, what the number states is grid_cells.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.extraction.quantities.numbers import Number, find_numbers
from pipelines.extraction.quantities.units import UNIT_CLASSES, class_of
from pipelines.model import Comparator, Measure, Status

SECTION = re.compile(r"[一二三四五六七八九十]、")  # 三、本年度办理结果 opens the name of a section
ITEM = re.compile(r"\([一二三四五六七]\)")  # (三)不予公开, that of an item under it
# 占比, 占全部案件比例, 占新收; 占案件总数 (not 占道经营数量).
_OF_COUNTED = "占(?:新收|受理|收案|审结|结案)$"
OF_A_WHOLE = rf"占[\u4e00-\u9fff]{{0,4}}比|{_OF_COUNTED}|占(?![道用地])[\u4e00-\u9fff]{{2,6}}[数量]"
_PER_CENT = re.compile(rf"率|{OF_A_WHOLE}|增幅|比重")
_ROW_PER_CENT = re.compile(rf"(?:率|占[\u4e00-\u9fff]{{0,4}}比例?|增幅|比重)$|{_OF_COUNTED}")
_UNITS = "|".join(
    sorted((re.escape(unit) for units in UNIT_CLASSES.values() for unit in units), key=len, reverse=True)
)
_CHANGED = (
    r"(?:同比|较上年|比上年)?(?:(?P<up>增[长加]?|上升|提高|升|[↑▲])|(?P<down>下降|减少|降低|降|减|[↓▼]))"
)
_NUMBER = re.compile(
    rf"(?:{_CHANGED}|(?:不得?[低少高]于|不得?超过|至少|达到?)?)"
    r"[-+≥≤<>=~约]{0,2}\d[\d, ]*(?:\.\d+)?(?:万|亿)?[余多]?"
    rf"(?:%|‰|个百分点|[万亿]?元|{_UNITS}|小时|天|工作日)?(?:左右|以[上下内])?$|[零无]$"
)
_YEAR_CELL = re.compile(r"(?:199\d|20[0-4]\d)年?(?:度)?$")
_YEAR_OR_FIGURE = re.compile(r"(?:199\d|20[0-4]\d)$")
_EMPTY = re.compile(r"[-—/\\·.]*$")
_UNIT = re.compile(
    r"\((?:单位[：:])?(?P<unit>%|[万亿千]?元|[万亿]?(?:人次|人|名|件次|件|起|宗|例|个|项|条|份|次|场次|场|期|家次|家|户|所|部|卷|册|通)|学时|课时|小时)\)|单位[：:]\s*(?P<named>[^\s()，。]{1,8})"
)
# 受援人数 and 人均培训学时 say their unit themselves
_SAID = {
    "人": re.compile(r"(?:人[数次]|人员总?数|受援人)$"),
    "学时": re.compile(r"[学课]时数?$"),
}
_MONEY = {"万元": 10_000.0, "亿元": 100_000_000.0, "元": 1.0, "千元": 1000.0}
_SCALE = {"万": 10_000.0, "亿": 100_000_000.0}


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
    def change(self) -> int:
        """1 where the cell's own verb makes its figure a rise, -1 a fall (下降10.6%), 0 no change."""
        match = _NUMBER.match(self.text)
        return 0 if match is None else bool(match["up"]) - bool(match["down"])

    @property
    def may_be_figure(self) -> bool:
        """Whether the cell holds four digits that are a year in a header and a figure among figures."""
        return bool(_YEAR_OR_FIGURE.match(self.text))

    @property
    def is_empty(self) -> bool:
        """Whether the cell holds nothing or a sign for nothing."""
        return bool(_EMPTY.match(self.text))


@dataclass(frozen=True, slots=True)
class CellRow:
    """A cell as a row to be; ``indicator`` None where nothing says what it states.

    ``rest``: what the rule left of the words. ``label``, ``head``: the cell's names in its row and column.
    ``place``: the table's start, the row and the column. ``share_of``: the indicator that the names of a
    share say it is a share of (占新受理数比例). ``within``: the row above, of which 其中 says it is a part.
    """

    number: Number
    indicator: str | None
    measure: Measure
    status: Status
    period: str | None
    breakdown: str | None
    score: int
    reason: str | None = None
    rest: str = ""
    member: str | None = None
    label: str = ""
    head: str = ""
    place: tuple[int, int, int] = (0, 0, 0)
    share_of: str | None = None
    within: str = ""


def unit_of(words: str) -> str:
    """Return the unit that a header or caption names in brackets or after 单位; '' for none.

    Of 罚没金额(万元)增减(%), two names one over the other, the lower tells it.
    """
    told = [match["unit"] or match["named"] or "" for match in _UNIT.finditer(words)]
    return told[-1] if told else ""


def unit_of_caption(caption: str) -> str:
    """Return the unit that a caption names for the whole table; '' where it names several (件) … (万元)."""
    told = {match["unit"] or match["named"] or "" for match in _UNIT.finditer(caption)}
    return told.pop() if len(told) == 1 else ""


def of_several(units: str, header: str) -> str:
    """单位：件、条、万元: which of the units of a table is that of a column."""
    named = [unit for unit in re.split(r"[、/，,]", units) if unit]
    if len(named) < 2:
        return units
    money = [unit for unit in named if unit in _MONEY]
    counts = [unit for unit in named if unit not in _MONEY]
    if "条" in counts and len(counts) > 1:
        counts = ["条"] if re.search(r"意见|建议|信息", header) else [unit for unit in counts if unit != "条"]
    chosen = money if re.search(r"金额|款|额|资金|收入|货值|损失", header) else counts
    return chosen[0] if len(chosen) == 1 else ""


def bare_name(words: str) -> str:
    """Return a header or label without units, years and quotation marks."""
    return re.sub(
        r"\((?:单位[：:])?(?:全[区县市]|[^()区县市街社居乡镇]*)\)|(?:19|20)\d\d(?![”\"])(?:年[末底]|年?度?)|[：:#]|其中|^[一二三四五六七八九十\d]+[、.]|本年度?|\s",
        "",
        words,
    )


def caption_noun(caption: str) -> str:
    """Return what a caption says the table counts."""
    noun = re.sub(r"\([^()]*\)|单位[：:].*$", "", caption)
    noun = re.sub(r"^.+(?=[表图][\d一二三四五六七八九十])", "", noun)  # the heading over it
    noun = re.sub(r"^(?:.*[表：:])?附?[表图][\d一二三四五六七八九十]*[、：: ]*", "", noun)
    noun = re.sub(r"(?:19|20)\d\d年?度?", "", noun)
    return re.sub(
        r"(?:分区|分类|基本|有关|总体|对照|按[^，。]{2,6})?(?:被申请人|案由|事由|类型|类别|领域|地区|结构)?(?:设置|分布|组成|基本|实施|办理)?(?:情况|统计|数量|一览|汇总|明细|对照|分析|构成|分布)*表?$",
        "",
        noun,
    )


def _said_by(name: str) -> str:
    return next((unit for unit, said in _SAID.items() if said.search(name)), "")


def cell_number(cell: GridCell, unit: str, header: str, label: str = "") -> Number:
    """Return the figure of a cell, its unit folded in; 零 and 无 are zero."""
    found = find_numbers(cell.text.replace("+", " ", 1), bare=True)
    per_cent = "%" in header or _PER_CENT.search(header) or _ROW_PER_CENT.search(label)
    if not found or found[0].unit_class == "zero":
        return Number(cell.start, cell.start + len(cell.text), 0.0, "", "bare", Comparator.EQUAL)
    number = found[0]
    value, name, unit_class = number.value, number.unit, number.unit_class
    if not name and ("%" in unit or (per_cent and not unit)):
        name, unit_class = "%", "percent"
    elif not name and unit in _MONEY:
        value, name, unit_class = round(value * _MONEY[unit], 4), "元", "money"
    elif not name and unit[:1] in _SCALE:
        value, name, unit_class = round(value * _SCALE[unit[0]], 4), unit[1:], class_of(unit[1:])
    elif not name:
        name = unit or _said_by(label) or _said_by(header)
        unit_class = class_of(name)
    sign = re.match(r"[≥≤<>]", cell.text)
    comparator = (
        number.comparator if not sign else Comparator.AT_LEAST if sign[0] in "≥>" else Comparator.AT_MOST
    )
    start = cell.start + number.start
    return Number(start, cell.start + number.end, value, name, unit_class or "bare", comparator)
