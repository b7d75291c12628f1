"""The year that a report is on, where its title names none: by the years of its sentences and its date.

Here belongs the vote of the years, and what decides where they leave it open. What a title says is report.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipelines.extraction.facts.dated_years import FIRST_MONTHS, TOLD_THEN, of_date
from pipelines.extraction.facts.dates import DATE
from pipelines.extraction.facts.said_years import TOLD, of_lines
from pipelines.extraction.facts.spans import spans_of
from pipelines.model import ReportKind

_AIMED_AT = re.compile(r"(?<!\d)(20\d\d)年[^。\n]{0,30}制定本(?:实施|工作)?(?:要点|方案|计划)")
_OVER = re.compile(r"(?:统计|报告|数据|评估)(?:时段|期间|周期|区间|时间范围)[：:为是 ]{0,2}自?(20\d\d)年")
_AS_OF = re.compile(
    r"(?:截[至止]|(?:^|(?<=[，。；]))到(?=[^，]{5,9}，全[省市县区州][^。]*\d)(?![^。]*(?:达到|力争|以上|建成)))"
    r"(20\d\d)年(?:\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)|[底末])"
)
_FIRST_LINE = re.compile(r"\((20\d\d)年(?:度|\d{1,2}月)?\)$")  # 化解矛盾纠纷的力量与资源（2023年）
_OPENING = 3  # lines
_SINCE_MONTH = re.compile(r"自(20\d\d)年\d{1,2}月份?(?:以来|起|至今)")
_OF_MONTH = re.compile(r"(?:(?<![\d年])\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?")
_MONTH = re.compile(r"(20\d\d)年\d{1,2}月(?:份)?(?=，)")
# “春雷行动2021”, 2022民生领域“铁拳”行动
_NAMED_AFTER = re.compile(
    r"[“\"][^”\"，。]{2,8}(20\d\d)[”\"]|(?<![\d-])(20\d\d)(?=[\u4e00-\u9fff]{2,12}(?<!年)[“\"][^”\"，。]{2,6}[”\"](?:专项)?行动)"
    r"|月\d{1,2}日，[^，。；]{0,16}(?:开展|启动|举行|举办)了?(20\d\d)年(?=[^，。；]{4,30}(?:活动|行动))"
)
# 2021年度调处4398件, in a text that tells no other year
_COUNTED_IN = re.compile(
    r"(?<![至到\d-])(20\d\d)年度?(?!以来|起|至|底|末)[^，。；\d]{2,20}\d[\d.]*万?[余多]?(?:[件起宗人名次场份个]|家次)"
)
_SAME_MONTHS = re.compile(r"[比较与](20\d\d)年同期")
_OPENS_SINCE = re.compile(r"\s*(20\d\d)年以来，")


def year_told(kind: ReportKind, lines: list[str], published: str | None) -> int | None:
    """Return the year that most of a text's years speak for; None where too few do, or two alike."""
    backwards = kind is not ReportKind.PLAN
    aimed = None if backwards else next(filter(None, map(_AIMED_AT.search, lines)), None)
    if aimed:
        return int(aimed[1])
    votes = _votes(kind, lines, published)
    ranked = votes.most_common(2)
    if backwards and ranked:
        # A text that tells one year after another (2022年…，2023年…，2024年1-10月…) is of the last.
        several = [year for year, count in votes.items() if count >= TOLD and 2 * count >= ranked[0][1]]
        if len(several) > 1:
            return max(several)
    elif len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    if ranked and ranked[0][1] >= TOLD:
        return ranked[0][0]
    heads = _FIRST_LINE.search(lines[0].strip()) if lines else None
    if heads:
        return int(heads[1])
    found = _of_spans(lines, published) or _of_only_day(lines, votes) or _of_only_month(lines, votes)
    return found or _of_titled_month(lines) or _of_only_year(lines, votes) or _set_against(lines, votes)


def _votes(kind: ReportKind, lines: list[str], published: str | None) -> Counter[int]:
    """How much speaks for each year."""
    votes: Counter[int] = Counter()
    for year, weight in of_lines(
        lines, int((published or "9999")[:4]), backwards=kind is not ReportKind.PLAN
    ):
        votes[year] += weight
    told = [*_counted_over(lines), *of_date(kind, lines, published, votes)]
    for year, weight in told or _as_of(lines, votes):
        votes[year] += weight
    if kind in TOLD_THEN or (lines and _NAMED_AFTER.search(lines[0])):
        # 春雷行动2021 is of the year that it is named after
        named = (match for line in lines for match in _NAMED_AFTER.finditer(line))
        votes.update({int(match[match.lastindex or 1]): TOLD for match in named})
    return votes


def _of_only_month(lines: list[str], votes: Counter[int]) -> int | None:
    """自2019年9月以来检查3000户次, in a text that tells no other year."""
    since = {int(year) for line in lines for year in _SINCE_MONTH.findall(line)}
    return since.pop() if len(since) == 1 and since == set(votes) else None


def _of_titled_month(lines: list[str]) -> int | None:
    """热线七月情况通报 over 2017年7月，共办理…: of the only year whose months the text tells."""
    told = {int(month[1]) for line in lines for month in _MONTH.finditer(line)}
    titled = lines and _OF_MONTH.search(lines[0])
    opens = any(map(_MONTH.match, lines[1:_OPENING]))
    return told.pop() if len(told) == 1 and (titled or opens) else None


def _of_only_year(lines: list[str], votes: Counter[int]) -> int | None:
    """2021年度调处4398件; 2023年以来， at the head of a text: the only year that is told of."""
    opened = next(filter(None, map(_OPENS_SINCE.match, lines[:_OPENING])), None)
    told = {int(year) for line in lines for year in _COUNTED_IN.findall(line)}
    found = {int(opened[1])} if opened else told
    if len(found | told) != 1 or (not opened and max(votes) > max(found)):
        return None
    return found.pop()


def _set_against(lines: list[str], votes: Counter[int]) -> int | None:
    """一季度立案处罚105起，比2016年同期增长150%: of the year behind the only one that is measured by."""
    told = {int(year) + 1 for line in lines for year in _SAME_MONTHS.findall(line)}
    return told.pop() if len(told) == 1 and max(votes) == max(told) else None


def _of_only_day(lines: list[str], votes: Counter[int]) -> int | None:
    """2011年12月6日，全省已排查…: of the year of the only day that a text names.

    Early in a year (2013年1月21日，会上公布了2012年的数据) of the one before, where that is named too.
    """
    prose = (line for line in lines if "，" in line)
    days = {(int(day[1]), int(day[2])) for line in prose for day in DATE.finditer(line)}
    (year, month), *others = days or {(0, 0)}
    if others:
        return None
    before = year - 1 if votes[year - 1] else None
    return year if month > FIRST_MONTHS else before


def _counted_over(lines: list[str]) -> Iterator[tuple[int, int]]:
    """统计时段：2023年1月1日至12月31日."""
    return ((int(over[1]), 2 * TOLD) for over in map(_OVER.search, lines) if over)


def _as_of(lines: list[str], told: Counter[int]) -> Iterator[tuple[int, int]]:
    """截至2015年底, in a text whose sentences speak for no other year."""
    if max(told.values(), default=0) >= TOLD:
        return iter(())
    return ((int(until[1]), TOLD) for until in map(_AS_OF.search, lines) if until)


def _of_spans(lines: list[str], published: str | None) -> int | None:
    """2008年至2012年共收到…, in a text that tells no other year: the last of them."""
    last = [int(span[-4:]) for span in spans_of("\n".join(lines)).values()]
    return max((year for year in last if year <= int((published or "9999")[:4])), default=None)
