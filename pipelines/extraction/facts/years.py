"""The year that a report is on, where its title names none: by the years of its sentences and its date.

Here belongs the vote of the years. What decides where they leave it open is only_years.py, what a title says
report.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipelines.extraction.facts.dated_years import TOLD_THEN, of_date
from pipelines.extraction.facts.only_years import only_year
from pipelines.extraction.facts.said_years import TOLD, of_lines
from pipelines.model import ReportKind

_AIMED_AT = re.compile(r"(?<!\d)(20\d\d)年[^。\n]{0,30}制定本(?:实施|工作)?(?:要点|方案|计划)")
_OVER = re.compile(r"(?:统计|报告|数据|评估)(?:时段|期间|周期|区间|时间范围)[：:为是 ]{0,2}自?(20\d\d)年")
_AS_OF = re.compile(
    r"(?:截[至止]|(?:^|(?<=[，。；]))到(?=[^，]{5,9}，全[省市县区州][^。]*\d)(?![^。]*(?:达到|力争|以上|建成)))"
    r"(20\d\d)年(?:\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)|[底末])"
)
_FIRST_LINE = re.compile(r"\((20\d\d)年(?:度|\d{1,2}月)?\)$")  # 化解矛盾纠纷的力量与资源（2023年）
# “春雷行动2021”, 2022民生领域“铁拳”行动
_NAMED_AFTER = re.compile(
    r"[“\"][^”\"，。]{2,8}(20\d\d)[”\"]|(?<![\d-])(20\d\d)(?=[\u4e00-\u9fff]{2,12}(?<!年)[“\"][^”\"，。]{2,6}[”\"](?:专项)?行动)"
    r"|月\d{1,2}日，[^，。；]{0,16}(?:开展|启动|举行|举办)了?(20\d\d)年(?=[^，。；]{4,30}(?:活动|行动))"
)


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
    return only_year(lines, votes, published)


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


def _counted_over(lines: list[str]) -> Iterator[tuple[int, int]]:
    """统计时段：2023年1月1日至12月31日."""
    return ((int(over[1]), 2 * TOLD) for over in map(_OVER.search, lines) if over)


def _as_of(lines: list[str], told: Counter[int]) -> Iterator[tuple[int, int]]:
    """截至2015年底, in a text whose sentences speak for no other year."""
    if max(told.values(), default=0) >= TOLD:
        return iter(())
    return ((int(until[1]), TOLD) for until in map(_AS_OF.search, lines) if until)
