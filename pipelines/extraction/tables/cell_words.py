"""What the names of columns and rows make of a cell: a level, a change, a share, its year, a goal.

Here belongs what 同比, 占比, 上年, 目标 and years decide in a table. Which indicator it is: grid_cells.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.tables.cells import OF_A_WHOLE, bare_name
from pipelines.model import Measure, ReportKind, Status

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?")
_CHANGE = re.compile(
    r"同比|[与同比较]上年(?:相)?(?:比较|对比|相比)|增减|增幅|增长|变化|较上年|比上年|升降|增降|涨幅|增速|±"
)
CHANGED = re.compile(
    r"(?:(?:同比|较上年|比上年)(?:增减|增长|增幅|变化|升降)?|增减|增幅|增速|升降|变化)(?:率|幅度|幅|数|情况)?$"
)
# A row that tells how the figures over it have changed.
CHANGE_ROW = re.compile(
    r"(?:同比|较上年|比上年)?(?:增幅|增减|增长|升降|增降|变化|增速|涨幅|升幅)(?:率|幅度|幅|数|情况)?$|同比$"
)
_TARGET = re.compile(r"目标|计划|任务|预期|力争")
_FOR_THE_YEAR = re.compile(r"计划(?:检查|抽查|评查|办理|开展|培训)")  # beside 实际检查
_ACTUAL = re.compile(r"(?:完成|执行|达标)率|完成值|实际|完成数|完成情况|现状|基数|基[期准]值")
_LAST = re.compile(rf"(?:上年度?|去年)(?!{any_of('carried_over')})|同期|上期")
GENERIC = re.compile(
    rf"^(?:(?:审[查核]|实施|办理)?数量|(?:涉及|涉案)?金额|审[查核]量|实施(?:情况|次数|总数)|案件(?:数量?|总数)|{OF_A_WHOLE}|比例|比重|处理决定数量|决定数量|信息内容|[件起宗例份]数|办[理件]数|数|数值|数据|总数|合计|本年度?|(?:本年|全年|年度|当年)(?:实际|累计|合计)?数?|今年|当年|年度|完成值?|完成情况|实际完成|实际[值数]?|现状值|基[期准]值|实绩|目标[值数]?|计划数?|任务数?|完成数|单位|备注|[本当]?年[末底](?:数)?|[本当]?期末|指标值?|统计数|上年|上年度|去年|上年同期|本期|同期|(?:上年度?|去年|[上本同]期|本年)(?:件数|数量?|案件数)|[件起宗例次人名个家条份项场期元卷]|\(?[件起宗例次人名个家条份项场期元卷万]+\)?)?$"
)
TOTAL = re.compile(
    r"^(?:全[区县市州省]|本[区县市]级?|[两三四五]年)?(?:合计|总计|总数|小计|共计|总量|总|计)$|^全年$|^全[省区县市州局委院队](?:合计|总计)?$"
)
ALL = "合计"
SHARE = re.compile(rf"{OF_A_WHOLE}|比重|比例|占总|占全")

_SHARED = re.compile(r"占([\u4e00-\u9fff]{2,8}?)(?:案件)?(?:总[数量]|的?比[例重]?)")


def whole_of_share(header: str) -> str:
    """Return what the name of a column says that its shares are of: 处罚 for 占处罚总数; '' for nothing."""
    told = _SHARED.search(header)
    return told[1] if told else ""


def measure_of(number: Number, header: str, label: str) -> Measure:
    """Return what the names of a cell's column and row make of it: a level, a change or a share."""
    words = (
        label
        if CHANGE_ROW.match(bare_name(label)) and not _CHANGE.search(header)
        else header
        if not GENERIC.match(bare_name(header)) or _CHANGE.search(header) or SHARE.search(header)
        else label
    )
    if _CHANGE.search(words):
        rate = "率" in label and not CHANGE_ROW.match(bare_name(label))
        if number.unit_class == "points":
            return Measure.CHANGE_ABS
        if number.unit_class == "percent" and rate and not re.search("[率幅%]|同比", header):
            return Measure.CHANGE_ABS  # 再犯罪率（%） | 0.54 | 0.38 | -0.16 under 增减
        return (
            Measure.CHANGE_PCT
            if number.unit_class == "percent" or (re.search(r"[率幅%]", words) and "百分点" not in words)
            else Measure.CHANGE_ABS
        )
    if number.unit_class == "percent" and (SHARE.search(words) or SHARE.search(label)):
        return Measure.SHARE_PCT
    return Measure.LEVEL


def _span(names: Sequence[str]) -> str | None:
    years = {int(found[1]) for name in names if (found := _YEAR.search(name))}
    return f"{min(years)}/{max(years)}" if len(years) > 1 else None


def dated(headers: Sequence[str], column: int) -> str:
    """Return the name of a column: 占比 behind 2023年件数 is of that year where a table has several 占比."""
    header = headers[column] if column < len(headers) else ""
    if not column or not SHARE.search(header) or _YEAR.search(header) or headers.count(header) < 2:
        return header
    year = _YEAR.search(headers[column - 1])
    return f"{year[1]}年{header}" if year else header


class Years:
    """The periods of the cells of one table."""

    def __init__(self, headers: Sequence[str], labels: Sequence[str], caption: str, facts: Facts) -> None:
        """``headers``, ``labels``: the names of all columns and of all rows."""
        self._headers, self._caption, self._facts = "".join(headers), caption, facts
        counts = [words for words in headers if not _CHANGE.search(words) and not SHARE.search(words)]
        # 收到 | 2023年收到 | 同比: columns without a year are of the report's own
        self._of_columns, self._of_rows = _span(counts), _span(labels)
        self._undated = sum(_YEAR.search(words) is None for words in counts) > 1

    def period(self, header: str, label: str) -> tuple[str | None, Status]:
        """Return the period of a cell and whether it has happened, by the names of its column and row."""
        year = self._facts.year or 0
        words = header + label
        if _CHANGE.search(words):
            return self._changed_to(words), Status.ACTUAL
        span = self._spanned(bare_name(header), bare_name(label))
        if span:
            return span, Status.ACTUAL
        match = _YEAR.search(header) or _YEAR.search(label) or _YEAR.search(self._caption)
        period = int(match[1]) if match else None
        if period is None and _LAST.search(words):
            period = year - 1
        plan = self._facts.kind is ReportKind.PLAN
        aimed = _TARGET.search(header) and not _ACTUAL.search(header)  # 计划完成率 under 2025年目标
        if aimed or (_TARGET.search(words) and not _ACTUAL.search(words)):
            ahead = None if _FOR_THE_YEAR.search(words) else self._facts.target_period
            return str(period or ahead or year), Status.TARGET
        target = plan and (period is None or period >= year) and not _ACTUAL.search(words)
        told = str(period) if period else self._facts.covered or str(year)
        return told, Status.TARGET if target else Status.ACTUAL

    def _spanned(self, header: str, label: str) -> str | None:
        """2021年 | 2022年 | 2023年 | 合计: a total of years is of all of them."""
        if TOTAL.match(header) and self._of_columns:
            return self._of_columns
        return self._of_rows if TOTAL.match(label) else None

    def _changed_to(self, words: str) -> str:
        """The year that a change ends in: the last that its own words, the columns or the caption name."""
        year = self._facts.year or 0
        for named in (words, "" if self._undated else self._headers, self._caption):
            years = [int(found) for found in _YEAR.findall(named) if int(found) <= year]
            if years:
                return str(max(years))
        return str(year)
