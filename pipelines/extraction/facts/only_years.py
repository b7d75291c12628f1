"""The year of a text that tells of few: of the only span, day, month or year, or of the one behind another.

Here belongs what is tried where no year has the votes that it needs (years.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.extraction.facts.dated_years import FIRST_MONTHS
from pipelines.extraction.facts.dates import DATE
from pipelines.extraction.facts.spans import spans_of

_OPENING = 3  # lines
_SINCE_MONTH = re.compile(r"自(20\d\d)年\d{1,2}月份?(?:以来|起|至今)")
_OF_MONTH = re.compile(r"(?:(?<![\d年])\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?")
_MONTH = re.compile(r"(20\d\d)年\d{1,2}月(?:份)?(?=，)")
# 2021年度调处4398件, in a text that tells no other year
_COUNTED_IN = re.compile(
    r"(?<![至到\d-])(20[0-4]\d)年度?(?!以来|起|至|底|末)[^，。；\d]{2,20}\d[\d.]*万?[余多]?(?:[件起宗人名次场份个]|家次)"
)
_YEAR_ENDED = re.compile(r"20\d\d年12月31日(?:以|之)?前")
_SAME_MONTHS = re.compile(r"[比较与](20\d\d)年同期")
_OPENS_SINCE = re.compile(r"\s*(20\d\d)年以来，")
_COUNTED_SINCE = re.compile(r"(20\d\d)年以来，[^。]{2,60}\d")


def only_year(lines: list[str], votes: Mapping[int, int], published: str | None) -> int | None:
    """Return the year that little is told of, but no other; None for none.

    Args:
        lines: the text.
        votes: how much speaks for each year that it names.
        published: its day of publication, if known.
    """
    return (
        _of_spans(lines, published)
        or _of_only_day(lines, votes)
        or _of_only_month(lines, votes)
        or _of_titled_month(lines)
        or _of_only_year(lines, votes)
        or _set_against(lines, votes)
    )


def _of_only_month(lines: list[str], votes: Mapping[int, int]) -> int | None:
    """自2019年9月以来检查3000户次, in a text that tells no other year."""
    since = {int(year) for line in lines for year in _SINCE_MONTH.findall(line)}
    return since.pop() if len(since) == 1 and since == set(votes) else None


def _of_titled_month(lines: list[str]) -> int | None:
    """热线七月情况通报 over 2017年7月，共办理…: of the only year whose months the text tells."""
    told = {int(month[1]) for line in lines for month in _MONTH.finditer(line)}
    titled = lines and _OF_MONTH.search(lines[0])
    opens = any(map(_MONTH.match, lines[1:_OPENING]))
    return told.pop() if len(told) == 1 and (titled or opens) else None


def _of_only_year(lines: list[str], votes: Mapping[int, int]) -> int | None:
    """2021年度调处4398件; 2023年以来， at the head of a text: the only year that is told of."""
    opened = next(filter(None, map(_OPENS_SINCE.match, lines[:_OPENING])), None)
    told = {int(year) for line in lines for year in _COUNTED_IN.findall(line)}
    since = {int(year) for line in lines for year in _COUNTED_SINCE.findall(line)}
    if since == set(votes) and not told:
        told = since
    found = {int(opened[1])} if opened else told
    if len(found | told) != 1 or (not opened and max(votes, default=0) > max(found)):
        return None
    return found.pop()


def _set_against(lines: list[str], votes: Mapping[int, int]) -> int | None:
    """一季度立案处罚105起，比2016年同期增长150%: of the year behind the only one that is measured by."""
    told = {int(year) + 1 for line in lines for year in _SAME_MONTHS.findall(line)}
    return told.pop() if len(told) == 1 and max(votes, default=0) == max(told) else None


def _of_only_day(lines: list[str], votes: Mapping[int, int]) -> int | None:
    """2011年12月6日，全省已排查…: of the year of the only day that a text names.

    Early in a year (2013年1月21日，会上公布了2012年的数据) of the one before, where that is named too.
    """
    prose = (line for line in lines if "，" in line)
    days = {(_seen_from(line, day), int(day[2])) for line in prose for day in DATE.finditer(line)}
    (year, month), *others = days or {(0, 0)}
    if others:
        return None
    before = year - 1 if votes.get(year - 1) else None
    return year if month > FIRST_MONTHS else before


def _of_spans(lines: list[str], published: str | None) -> int | None:
    """2008年至2012年共收到…, in a text that tells no other year: the last of them."""
    last = [int(span[-4:]) for span in spans_of("\n".join(lines)).values()]
    return max((year for year in last if year <= int((published or "9999")[:4])), default=None)


def _seen_from(line: str, day: re.Match[str]) -> int:
    """The year of a day; 2022年12月31日前制定的 is told in the year after."""
    return int(day[1]) + (_YEAR_ENDED.match(line, day.start()) is not None)
