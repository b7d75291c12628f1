"""The years that the sentences of a text speak for, each with its weight.

Here belongs what a year's place in its sentence says. What the day of publication says is dated_years.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extraction.facts.dates import DATE, SPAN, YEAR

TOLD = 3  # votes that a year needs
# 2022年降到18%，2023年降到11.6%，2024年1-10月为8.9%: each year of a chain is told of
_CHAIN = re.compile(r"(20\d\d)年[^。；\d]{0,8}\d[\d.,]*[^。；\d]{1,3}[，、]\Z")
_CHAIN_LENGTH = 30
_TO_COME = re.compile(
    r"年度?，?(?:(?:我[们县市区州局委]|全[县市区州]){0,2}(?:将|要(?!求)|拟|计划|力争|争取)"
    r"|[^，。；\d]{2,16}(?:要(?:保持|达到|稳定|实现|力争|控制)|拟[比较]|预计)"
    r"|[^，。；\d]{0,8}[局委院厅办县市区州府]将(?!\d|[^，。；]{0,14}(?:纳入|移送|列入|移交))"
    r"|，[^，。；\d]{2,20}不[少低]于\d[^，。；]{0,8}，(?:被|已)?[列纳]入[^，。；]{0,6}实事)"
)
_HOPED = re.compile(r"(?:力争|确保|争取)(?:到|在)?$")
_BY_THEN = re.compile(r"(?:^|[，。；：“])到$")
_REACHES = re.compile(r"年[底末]?，?[^。；]{0,24}?(?:要|将|达到|实现|力争|超过|不低于|不少于)")
_MEASURED_BY = re.compile(r"[较比]20\d\d年")
_SETS = re.compile(
    r"年度?(?:，|上半年|全年|[一二三四]季度|前[\d一二三四五六七八九]{1,2}个?月)"
)  # 获悉，2024年，全市…
_IN_MONTH = re.compile(r"年\d{1,2}月(?:份|[底初])?，")
_SINCE = re.compile(r"年(?:\d{1,2}月份?)?(?:以来|起|至今)")
_ENDS_SPAN = re.compile(r"\((?:19|20)\d\d年?(?:-|—|至)+\Z")  # 规划(2016-2020年): years of a paper's name
_SPAN_BEGINS = 8  # characters
_OPENERS = ("", "。", "；", "将", " ", "】", "：")  # before a year that rules its sentence
# 据市司法局统计，2024年全市…: who tells a figure opens the sentence for its year
_AS_TOLD_BY = re.compile(
    r"(?:(?:据[^，。]{0,10}(?:统计|介绍|通报|了解|数据)|据悉|据了解|(?:数据|统计|[》书])显示|会上介绍)，|通报)\Z"
)
_TELLER = 16  # characters
_LOOKING_BACK = re.compile(r"(?:而|早)在\Z")  # 而在2019年，这一数字还只有94%
_AT_FIRST = ("年初", "年年初", "年1月初")
_MEASURED_FROM = ("较", "比", "与", "同", "于", "由", "从", "自")
_AHEAD = re.compile(r".{0,14}(?:下一?步|打算|(?<![宽清新确])工作思路|工作安排|工作计划|谋划|展望)")
_NUMBERED = re.compile(r"[#* ]*[一二三四五六七八九十]{1,3}、")


def of_lines(lines: list[str], published: int, *, backwards: bool) -> Iterator[tuple[int, int]]:
    """Yield the years of sentences with weights: in an outlook or after ``published``, the year before."""
    ahead = 0
    for line in lines:
        if _NUMBERED.match(line):
            ahead = int(backwards and bool(_AHEAD.search(line[:40])))
        later = ahead or int(backwards and bool(_AHEAD.match(line)))
        for match in YEAR.finditer(line):
            lead = line[max(0, match.start() - 12) : match.start()]
            of_a_name = lead.rfind("《") > lead.rfind("》")
            ends = _ENDS_SPAN.search(line, max(0, match.start() - _SPAN_BEGINS), match.start())
            if of_a_name or ends or SPAN.match(line, match.start()) or _is_far_goal(line, match):
                continue
            goal = _TO_COME.match(line, match.end()) or _HOPED.search(line, 0, match.start())
            coming = later or int(backwards and (bool(goal) or int(match[1]) > published))
            chained = _CHAIN.search(line, max(0, match.start() - _CHAIN_LENGTH), match.start())
            goes_on = chained is not None and int(chained[1]) + 1 == int(match[1])
            yield int(match[1]) - coming, TOLD if goes_on else _weight(line, match.start())
            if backwards and _MEASURED_BY.match(line, max(0, match.start() - 1)):
                yield int(match[1]) + 1, 1


def _is_far_goal(line: str, year: re.Match[str]) -> bool:
    """Whether a plan sets the year as its end: 到2025年，每万人拥有律师数要达到3名."""
    by_then = _BY_THEN.search(line, max(0, year.start() - 2), year.start())
    return by_then is not None and _REACHES.match(line, year.end()) is not None


def _weight(line: str, at: int) -> int:
    """How much a year speaks for itself: one that opens a sentence most, one to compare with not at all."""
    if DATE.match(line, at):
        return 0
    if _SINCE.match(line, at + 4) and not line.endswith("将", 0, at):
        return 1  # 2019年以来，全区受理…: of more years than that one
    if _IN_MONTH.match(line, at + 4):
        return 1  # 2015年6月，该县出台…: when something began that the text goes on to tell of
    before = line[at - 1 : at] if at else ""
    if _LOOKING_BACK.search(line, 0, at) or before in _MEASURED_FROM or line.startswith(_AT_FIRST, at + 4):
        return 0  # 始于2013年，较2022年，2010年年初有36家
    opens = before in _OPENERS or _AS_TOLD_BY.search(line, max(0, at - _TELLER), at)
    return TOLD if opens or _SETS.match(line, at + 4) else 1
