"""Two figures for one key: which of them stands for the year, the exact one, the whole, the total of a table.

Here belongs the comparison of two rows. What becomes of the one that does not stand is groups.py.
"""

from __future__ import annotations

import re

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.resolution.campaigns import Campaigns
from pipelines.extraction.resolution.rows import CLEARLY, Row
from pipelines.model import Comparator, Measure, Status

ROUGHLY = 0.1
_TEN_THOUSAND = 10_000.0
_AND_MORE = re.compile("[余多]")
_GOVERNMENT = re.compile(r"[市县区州](?:人民)?政府(?![及和、]|部门|系统|常务)")
_OF_PLACE = re.compile(r"全([市县区州])(?!直|本级)")


def stands_over(row: Row, first: Row, text: str, campaigns: Campaigns) -> bool:
    """Tell whether a row stands in the place of the one of its key that was told before it."""
    if _takes_in(row, first, campaigns):
        return True
    return _outranks(row, first, text) and not _takes_in(first, row, campaigns)


def government_within(row: Row, first: Row) -> str | None:
    """Return the government whose figure is a part of its place's: 市政府制定文件14件；全市共制定53件."""
    own = _GOVERNMENT.match(first.rest)
    place = row.figure is not None and _OF_PLACE.match(row.figure.clause)
    same = row.measure is Measure.LEVEL and row.sentence[0] == first.sentence[0] and row.value > first.value
    return own[0] if own and place and same and row.figure and place[1] == own[0][0] else None


def _in_cases(row: Row) -> bool:
    """Tell whether a row counts cases and its indicator does."""
    return row.number.unit_class == "case" == class_of(indicators()[row.indicator or ""].unit)


def _outranks(row: Row, first: Row, text: str) -> bool:
    """Of two figures for one key the exact one stands, or the one for the whole year; else the first."""
    if row.table and not first.table and row.status is Status.ACTUAL and _rounded(first, row, text):
        return True  # 处罚金额约265万元 in the text, 265.1 in the table
    if first.narrow and not row.narrow:
        return True
    if _totals(row, first):
        return True
    if row.table or first.table or row.measure is not Measure.LEVEL:
        return False
    if _in_cases(row) and first.number.unit_class == "entity":
        return True  # 立案处罚4家, of one operation; 作出行政处罚228件
    if row.status is Status.ACTUAL and _rounded(first, row, text):
        return True
    bound = first.number.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    if row.status is Status.ACTUAL and bound and row.number.comparator is Comparator.EQUAL:
        return True
    return row.strength >= first.strength + CLEARLY


def _totals(row: Row, first: Row) -> bool:
    """春节前后检查3.2万家次 in the text, 合计127633 in the table: the total of the year is the larger."""
    told = row.table and not first.table and row.breakdown is None and row.status is Status.ACTUAL
    return told and row.measure is Measure.LEVEL and row.value > first.value and first.strength < CLEARLY


def _takes_in(row: Row, first: Row, campaigns: Campaigns) -> bool:
    """双随机抽查936户 first, 检查各类市场主体5327户次 further on: of all inspections, those at random too."""
    told = first.figure is not None and (row.figure is not None or row.table)
    if not told or row.value <= first.value or row.measure is not Measure.LEVEL:
        return False
    if not row.table and row.number.unit_class == "time" != first.number.unit_class:
        return False  # 上门检查4.2万次 counts no firms
    code = row.indicator or ""
    at_random = first.figure is not None and campaigns.at_random(first.figure, code)
    return at_random and (row.figure is None or not campaigns.at_random(row.figure, code))


def _rounded(first: Row, row: Row, text: str) -> bool:
    """6000余件 in the opening, 6214件 further on: the first is the second, told roughly."""
    if _finer(row, first):
        return True
    if first.number.comparator is Comparator.EQUAL or row.number.comparator is not Comparator.EQUAL:
        return False
    near = abs(row.value - first.value) <= ROUGHLY * abs(row.value)
    return near or (_few_ten_thousand(first, text) and first.value < row.value < first.value + _TEN_THOUSAND)


def _finer(row: Row, first: Row) -> bool:
    """4800余万元 in the headline, 4873万余元 further on: both are told roughly, the second to more digits."""
    if {first.number.comparator, row.number.comparator} != {Comparator.ABOUT}:
        return False
    digits = [len(f"{one.value:.0f}".rstrip("0")) for one in (first, row)]
    return digits[0] < digits[1] and 0 < row.value - first.value <= ROUGHLY * row.value


def _few_ten_thousand(row: Row, text: str) -> bool:
    """两万余 leaves open all below three; 10万余 and 1000余 are told to the next digit."""
    few = row.value < 10 * _TEN_THOUSAND and row.value % _TEN_THOUSAND == 0
    return few and _AND_MORE.search(text, row.number.start, row.number.end) is not None
