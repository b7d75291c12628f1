"""The years of a text on several: 2021年至2023年, or 近三年来 with those years in its opening.

Here belongs over which years a text as a whole counts. The year that it is on is report.py, what a span in a
sentence makes of a figure figures/named_years.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.facts.dates import SPAN

_SO_MANY = {2: "2两二", 3: "3三", 4: "4四", 5: "5五"}
_YEARS_LONG = re.compile(r"(?:近|这|过去)([2-5两二三四五])年|([2-5两二三四五])年[来间]")
_YEARS = re.compile(
    r"(?<![\d《])(20\d\d)(?:年?|年\d{1,2}月起|年1月)(?:至|到|—|-|~)(20\d\d)年(?:\d{1,2}月止|1[0-2]月)?(?!\d{1,2}月|[—-]?[”》]|[)）]》|版)"
)
_PLAN_YEARS = re.compile(r"[“\"]十([一二三四五])五[”\"](?!规划)")
_PLAN_COMPLETED = re.compile(r"完成[“\"]十([一二三四五])五[”\"](?:规划)?系列")
_PAPER = re.compile(r"(?:规划|方案|纲要|计划|要点)[^，。；]{0,3}$")
_OF_PAPERS = re.compile(r"[^，。；]{0,14}?(?:规划|方案|纲要|行动计划|(?:印发|制定|发布)的)")
_TWO_YEARS = re.compile(r"(?<!\d)(20\d\d)年度?[、和及与](20\d\d)年")  # 关于2020年、2021年工作情况的报告
_NEAR = 8  # characters before a span in which a plan is named
_OPENING = 6  # lines of a text in which it says what it is on


def titled_span(title: str) -> str | None:
    """Return the years that a title names (2021/2023); None where it names no two."""
    span = SPAN.search(title) or _TWO_YEARS.search(title)
    return f"{span[1]}/{span[2]}" if span and int(span[1]) < int(span[2]) else None


def plan_years(first_sign: str) -> tuple[int, int]:
    """Return the first and the last year of a five-year plan by its second character: 四 for 十四五."""
    first = 2001 + 5 * "零一二三四五".index(first_sign)
    return first, first + 4


def plan_span(title: str, published: str | None) -> str | None:
    """“十四五”法治建设交出答卷, of its last year or of the next one's: the years of that plan."""
    named = _PLAN_YEARS.search(title)
    if named is None or published is None:
        return None
    first, last = plan_years(named[1])
    return f"{first}/{last}" if last <= int(published[:4]) <= last + 1 else None


def completed_plan(lines: list[str]) -> str | None:
    """高质量完成“十四五”规划系列新闻发布会, in the opening: what is told counts over the plan's years."""
    named = next(filter(None, map(_PLAN_COMPLETED.search, lines[:_OPENING])), None)
    if named is None:
        return None
    first, last = plan_years(named[1])
    return f"{first}/{last}"


def opening_span(title: str, lines: list[str]) -> str | None:
    """Return the years that the opening gives for the 近三年 or 这五年 of a title; None for no such title."""
    told = _YEARS_LONG.search(title)
    if told is None:
        return None
    return spans_of("\n".join(lines[:_OPENING])).get(told[1] or told[2])


def spans_of(text: str) -> dict[str, str]:
    """Return by how many years it has (三, 3) a span that a text tells, where it tells one of that length.

    2019年至2023年 makes 五年来 of the same text those five; the years of a plan's name do not.
    """
    found: dict[int, set[str]] = {}
    for match in _YEARS.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if not _OF_PAPERS.match(text, match.end()) and not _PAPER.search(before):
            found.setdefault(int(match[2]) - int(match[1]) + 1, set()).add(f"{match[1]}/{match[2]}")
    single = (spans.pop() for spans in found.values() if len(spans) == 1)
    return {word: span for span in single for word in words_for(span)}


def words_for(span: str) -> str:
    """Return the signs by which a text calls so many years as a span has: 3三 for 2021/2023."""
    first, _, last = span.partition("/")
    return _SO_MANY.get(int(last) - int(first) + 1, "")
