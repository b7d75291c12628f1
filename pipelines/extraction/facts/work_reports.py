"""A government's report to its congress: given in January, it looks back on the year before, or on five.

Here belongs which years such a report tells of, where it looks back at all. What it plans stands under
headings of its own or names its year; which paragraphs those are is text/layout.py.
"""

from __future__ import annotations

import re

_TITLE = re.compile(r"(?<!法治)政府工作报告(?:[(（]|$)")
_TITLE_YEAR = re.compile(r"^(20\d\d)年")
_GIVEN = re.compile(r"(20\d\d)年\d{1,2}月\d{1,2}日在[^。]{4,40}(?:会议|大会)上")  # ——2024年1月18日在…会议上
_REVIEWED = re.compile(r"(20\d\d)年(?:政府)?工作(?:情况)?的?回顾")
_LOOKS_BACK = re.compile(r"回顾|过去的?[一五]年|[一五]年来")
_FIVE_YEARS = re.compile(
    r"(?:^|[、\s。])(?:过去的?|这|近)?五年(?:来|里|间)?(?=[，,]|工作|的?回顾)|过去的?五年"
)
_COURTS = re.compile(r"(?:法院|检察院)工作报告")
_ANY_YEAR = re.compile(r"(20\d\d)年")
_DEPUTIES = "各位代表"
_OPENING = 14  # lines of a report in which it says what it looks back on


def is_work_report(title: str | None) -> bool:
    """Tell whether a title is that of such a report."""
    return title is not None and _TITLE.search(title) is not None


def looked_back_on(title: str | None, lines: list[str]) -> tuple[int, str | None] | None:
    """Return the last year that such a report looks back on, and the years of five where it tells of them.

    None for another text, for one that gives no year, and for an excerpt that only plans.
    """
    if title is None or not is_work_report(title):
        return _told_to_deputies(title or "", lines)
    opening = lines[:_OPENING]
    reviewed = next(filter(None, map(_REVIEWED.search, [title, *opening])), None)
    if reviewed is not None:
        return int(reviewed[1]), None
    given = next(filter(None, map(_GIVEN.search, opening)), None) or _TITLE_YEAR.match(title)
    if given is None or not any(map(_LOOKS_BACK.search, opening)):
        return None
    year = int(given[1]) - 1
    return year, f"{year - 4}/{year}" if any(map(_FIVE_YEARS.search, opening)) else None


def _told_to_deputies(title: str, lines: list[str]) -> tuple[int, None] | None:
    """检察院工作报告（2024年）, 各位代表：2023年，…: the year before, which its text opens with."""
    given, opening = _ANY_YEAR.search(title), lines[:_OPENING]
    if given is None or not _COURTS.search(title) or not any(_DEPUTIES in line for line in opening):
        return None
    opens = next(filter(None, map(_ANY_YEAR.match, opening)), None)
    return (int(opens[1]), None) if opens and int(opens[1]) == int(given[1]) - 1 else None
