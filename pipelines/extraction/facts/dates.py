"""Dates, years and the furniture of a page: what is no title and no text.

Here belong the expressions that several of the facts use, and the date of publication.
"""

from __future__ import annotations

import re
from itertools import chain

from pipelines.model import Hints

FURNITURE = re.compile(
    r"当前位置|当前报纸|电子报|版面[：:]|您(?:现在)?的位置|首页|[来稿]源[：:]|发布(?:时间|日期|机构)|浏览|字[体号]|阅读[：:]|打印|关闭|索引号|文号|主题(?:词|分类)|责任编辑|分享|附件[：:]|点击|签发人|[上下]一(?:篇|条)|编辑[：:]|信息来源"
)
YEAR = re.compile(r"(?<!\d)((?:19[89]|20[0-4])\d)(?=年|\s*年度)")
IN_BRACKETS = re.compile(r"[(（]((?:19|20)\d\d)(?:年度?)?[)）]$")  # 司法审判年度报告（2023）
SPAN = re.compile(r"(?<!\d)(20\d\d)年?[-—~至到](20\d\d)年?")
DATE = re.compile(r"((?:19|20)\d\d)(?:年(?=\d{1,2}月)|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d)(?!\d)")  # 27.01.2017 23:39
SOURCE = re.compile(r"(?:[来稿]源|发布机构|发文机关|信息来源|作者|供稿)[：:]\s*([^\s　：:浏发阅]{3,30})")
ISSUED = re.compile(rf"{DATE.pattern}日?(?:发布|公布|印发)$")  # 甲县司法局 2024年1月26日发布
_PUBLISHED = re.compile(r"(?:发布|发文|公开|成文|生成|印发|更新)(?:时间|日期)?[：:]*")


_CREDITS = re.compile(r"(?:[来稿]源|作者|编辑)[：:]")
_MONTH_TOLD = re.compile(r"(?:^|[(（，])\s*((?:19|20)\d\d)年(\d{1,2})月[)）]?$")
# 2019年12月，记者从…; 2015年3月19日南昌电; 2012年1月11日，政府法制工作会议在…举行
_MONTH_OF_NEWS = re.compile(
    r"^\s*((?:19|20)\d\d)年(\d{1,2})月"
    r"(?:，?(?:记者|笔者)|\d{1,2}日(?:[\u4e00-\u9fff]{2,6}[电讯]|，[^。]{2,40}(?:召开|举行|发布|通报|获悉)))"
)
_STAMPED = re.compile(rf"{DATE.pattern}日?\s*\d{{1,2}}[:：]\d\d(?!\d)")
PERIOD = re.compile(r"(?:时段|期间|周期|区间|范围)[：:]")  # 统计时段：2023年1月1日至12月31日
_UNTIL = re.compile("[日月]至")
_LONGEST_STAMP, _LONGEST_SIGNATURE = 60, 40  # characters
_PUNCTUATED = re.compile(r"[，。；]")
_HEAD = 4  # lines at either end of a text
_LONGEST_CREDITS = 90
_CREDITS_WITHIN = 20


def published_on(lines: list[str], hints: Hints) -> str | None:
    """Return the ISO date that the page, the signature or the hints give."""
    turned = (_DAY_FIRST.match(line.strip()) for line in lines[:_CREDITS_WITHIN])
    if told := next(filter(None, turned), None):
        return _iso(told["year"], told["month"], told["day"])
    head = [line for line in lines[:30] if DATE.search(line)]
    found = chain(
        map(_marked, head),
        map(_credited, head),
        map(_signed, reversed(lines[-30:])),
        map(_alone, head),
    )
    date = next(filter(None, found), None)
    return _iso(date[1], date[2], date[3]) if date else hints.published_on


def _marked(line: str) -> re.Match[str] | None:
    """发布时间：2024-01-12."""
    marked = _PUBLISHED.search(line)
    date = DATE.search(line, marked.end(), marked.end() + 14) if marked else None
    return date or ISSUED.search(line.strip(" ()"))


def _credited(line: str) -> re.Match[str] | None:
    """来源：甲县司法局 2024-01-12: the text may run on behind them."""
    credited = _CREDITS.search(line, 0, _CREDITS_WITHIN)
    return DATE.search(line, 0, _LONGEST_CREDITS) if credited else None


def _signed(line: str) -> re.Match[str] | None:
    date = DATE.search(line) if len(line) <= _LONGEST_SIGNATURE else None
    told = _PUNCTUATED.search(line) or PERIOD.search(line) or _UNTIL.search(line)
    return date if date and not told else None


def _alone(line: str) -> re.Match[str] | None:
    """2024年1月12日; 市司法局 2023-01-30 09:12; 2024-01-12 字体：大 中 小."""
    bare = line.strip(" ()")
    date = DATE.fullmatch(bare.removesuffix("日")) or DATE.fullmatch(line.strip(" ()日"))
    if date or len(line) > _LONGEST_STAMP:
        return date
    stamped = None if _PUNCTUATED.search(line) else _STAMPED.search(line)
    stamp = DATE.match(line) if FURNITURE.search(line) else None
    return stamped or stamp


def month_told(lines: list[str]) -> str | None:
    """Return year and month (2019-12) where the first or last lines end with them: 甲县局（2019年12月）.

    Or where a reporter learnt something then: 2019年12月，记者从….
    """
    for line in (*lines[:_HEAD], *reversed(lines[-_HEAD:])):
        told = _MONTH_TOLD.search(line) if len(line) <= _LONGEST_CREDITS else None
        told = told or _MONTH_OF_NEWS.match(line)
        if told and 1 <= int(told[2]) <= 12:
            return f"{told[1]}-{int(told[2]):02d}"
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}-{int(day):02d}"
    return None
