"""The year that the day of publication speaks for: reports and news of spring are on the year before.

Here belongs what 去年, 今年 and the months that a text tells of say of its day. What its years say themselves
is said_years.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipelines.extraction.facts.said_years import TOLD
from pipelines.model import ReportKind

_LAST_YEAR = re.compile(
    r"(?:^(?:[\u4e00-\u9fff]{2,4}(?<![较比与同]))?|[。：“)；，]|我[省市县区州])去年(?!同期|的|[底末起]|以来|\d{1,2}月[^，。]{0,40}以来|[为仅有]?\d)"
)
_THIS_YEAR = re.compile(
    r"自1月份?以来|(?<![至到])今年(?!的?(?:工作)?任务|[^。]{0,16}(?:将|力争|确保|计划|要))"
)
_UP_TO_MONTH = re.compile(
    r"截[至止](?:今年)?(?P<month>\d{1,2})月|(?:^|[，。；]|自)(?P<since>\d{1,2})月(?:\d{1,2}日)?[^，。；\d]{0,10}以来"
)
_UP_TO_DAY = re.compile(r"(?:截[至止]|[日月]至)(?:今年)?(?:\d{1,2}月)?\d{1,2}日")
_OF_A_YEAR = re.compile(r"[去上全]年|年度|一年来|过去一年")
_WHOLE_YEAR = re.compile(r"去年(?!同期)|(?<!\d年)全年|年度")
_HALF = re.compile(
    r"上半年|前三季度|[一二三]季度|(?<!\d)1月?(?:-|至|—)\d{1,2}月|前[\d一二三四五六七八九十]{1,2}个月"
)
_MONTHS = {
    name: number
    for number, chinese in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1
    )
    for name in (chinese, str(number))
}
_NO_MONTH = 13
_IN_MONTH = re.compile(r"(?:^|[^年\d至-])(\d{1,2}|[一二三四五六七八九十]{1,2})月份")
_DAY = re.compile(r"(?<![\d年])(\d{1,2})月\d{1,2}日")
_SO_FAR = re.compile(r"截[至止]目前|目前，|至今|(?<!近年)以来")  # news of things as they stand
TOLD_THEN = (ReportKind.NEWS, ReportKind.OTHER)  # whose 今年 and 去年 are those of their day
_ACCOUNTS = (ReportKind.ANNUAL_REPORT, ReportKind.CASE_STATISTICS, ReportKind.WORK_SUMMARY)
_EARLY = 6  # months of a year in which reports are on the one before
FIRST_MONTHS = 3  # in which no half of it has passed
_YEARLY = re.compile(r"白皮书|年度报告|审查报告|公报")  # told of by news in the first half of the next year
_HEAD = 3  # lines
_LOOKING_BACK = (ReportKind.ANNUAL_REPORT, ReportKind.CASE_STATISTICS, ReportKind.NEWS)


def of_date(
    kind: ReportKind, lines: list[str], published: str | None, told: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield what the day of publication says: early in a year, reports are on the one before."""
    if not published:
        return
    year, month = int(published[:4]), int(published[5:7])
    last = sum(len(_LAST_YEAR.findall(line)) for line in lines)
    this = sum(_of_this_year(line, month) for line in lines)
    if kind in TOLD_THEN and last and last >= this:
        yield year - 1, 6
    elif kind in TOLD_THEN and this:
        yield year, 3
    elif kind in TOLD_THEN and _stands(lines) and max(told[year], told[year - 1]) < TOLD:
        yield year, 5
    elif kind in _ACCOUNTS and (_months_told(lines[:_HEAD], month) or _of_these_weeks(lines, month)):
        yield year, 6  # 上半年工作总结, of July
    elif kind is ReportKind.NEWS and month > FIRST_MONTHS and (not told or _of_these_days(lines, month)):
        yield year, 3
    elif kind is ReportKind.NEWS and month > 1 and not told and _of_these_days(lines, month):
        yield year, 0 if any(map(_OF_A_YEAR.search, lines)) else 5  # 3月4日召开…，累计检查131万家次
    yearly = kind is not ReportKind.NEWS or any(map(_YEARLY.search, lines[:_HEAD]))
    early = month <= (_EARLY if yearly else FIRST_MONTHS) and kind in _LOOKING_BACK
    yield year - int(early), 4 if early else 1


def _months_told(lines: list[str], month: int) -> bool:
    """Whether a title tells of months that have passed: 上半年, 一月份."""
    if month > FIRST_MONTHS and any(map(_HALF.search, lines)):
        return True
    told = next(filter(None, map(_IN_MONTH.search, lines)), None)
    return told is not None and _MONTHS.get(told[1], _NO_MONTH) <= month


def _of_these_days(lines: list[str], month: int) -> bool:
    """Whether news tell of a day of this month or of the one before: 9月28日，省环保厅通报…."""
    days = (int(day[1]) for line in lines for day in _DAY.finditer(line))
    return any(month - 1 <= day <= month for day in days)


def _of_these_weeks(lines: list[str], month: int) -> bool:
    """Whether an account of some weeks counts up to a day of theirs: 截至10月10日, told on the 12th."""
    if month <= FIRST_MONTHS or any(map(_WHOLE_YEAR.search, lines)):
        return False
    return any(map(_UP_TO_DAY.search, lines)) and _of_these_days(lines, month)


def _stands(lines: list[str]) -> bool:
    """Whether news tell how things stand: 截至目前, 2018年以来."""
    return any(map(_SO_FAR.search, lines))


def _of_this_year(line: str, month: int) -> int:
    """How often a line says 今年, or 截至3月22日 in news of March."""
    told = _UP_TO_MONTH.search(line)
    upto = int(told["month"] or told["since"]) if told else _NO_MONTH
    return len(_THIS_YEAR.findall(line)) or int(upto <= month)
