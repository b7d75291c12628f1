"""The year that a report is on, where its title names none: by the years of its sentences and its date.

Here belongs the vote of the years. What a title says is report.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipelines.extraction.facts.dates import DATE, SPAN, YEAR
from pipelines.extraction.facts.spans import spans_of
from pipelines.model import ReportKind

_TOLD = 3  # votes that a year needs
# 2022年降到18%，2023年降到11.6%，2024年1-10月为8.9%: each year of a chain is told of
_CHAIN = re.compile(r"(20\d\d)年[^。；\d]{0,8}\d[\d.,]*[^。；\d]{1,3}，\Z")
_CHAIN_LENGTH = 30
_AIMED_AT = re.compile(r"(?<!\d)(20\d\d)年[^。\n]{0,30}制定本(?:实施|工作)?(?:要点|方案|计划)")
_TO_COME = re.compile(
    r"年度?，?(?:(?:我[们县市区州局委]|全[县市区州]){0,2}(?:将|要(?!求)|拟|计划)"
    r"|[^，。；\d]{0,8}[局委院厅办县市区州府]将(?!\d|[^，。；]{0,14}(?:纳入|移送|列入|移交)))"
)
_HOPED = re.compile(r"(?:力争|确保|争取)(?:到|在)?$")
_MEASURED_BY = re.compile(r"[较比]20\d\d年")
_LAST_YEAR = re.compile(
    r"(?:^(?:[\u4e00-\u9fff]{2,4}(?<![较比与同]))?|[。：“)；，]|我[省市县区州])去年(?!同期|的|[底末起]|以来|\d{1,2}月[^，。]{0,40}以来|[为仅有]?\d)"
)
_THIS_YEAR = re.compile(
    r"自1月份?以来|(?<![至到])今年(?!的?(?:工作)?任务|[^。]{0,16}(?:将|力争|确保|计划|要))"
)
_UP_TO_MONTH = re.compile(
    r"截[至止](?:今年)?(?P<month>\d{1,2})月|(?:^|[，。；]|自)(?P<since>\d{1,2})月(?:\d{1,2}日)?[^，。；\d]{0,10}以来"
)
_OF_A_YEAR = re.compile(r"[去上全]年|年度|一年来|过去一年")
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
_OVER = re.compile(r"(?:统计|报告|数据|评估)(?:时段|期间|周期|区间|时间范围)[：:为是 ]{0,2}自?(20\d\d)年")
_AS_OF = re.compile(
    r"(?:截[至止]|(?:^|(?<=[，。；]))到(?=[^，]{5,9}，全[省市县区州][^。]*\d)(?![^。]*(?:达到|力争|以上|建成)))"
    r"(20\d\d)年(?:\d{1,2}月(?:\d{1,2}日|[底末]|[上中下]旬)|[底末])"
)
_FIRST_LINE = re.compile(r"\((20\d\d)年(?:度|\d{1,2}月)?\)$")  # 化解矛盾纠纷的力量与资源（2023年）
_SETS = re.compile(
    r"年度?(?:，|上半年|全年|[一二三四]季度|前[\d一二三四五六七八九]{1,2}个?月)"
)  # 获悉，2024年，全市…
_SINCE = re.compile(r"年(?:\d{1,2}月份?)?(?:以来|起|至今)")
_SINCE_MONTH = re.compile(r"自(20\d\d)年\d{1,2}月份?(?:以来|起|至今)")
_NAMED_AFTER = re.compile(r"[“\"][^”\"，。]{2,8}(20\d\d)[”\"]")  # “春雷行动2021”
_OPENERS = ("", "。", "；", "将", " ", "】", "：")  # before a year that rules its sentence
_AT_FIRST = ("年初", "年年初", "年1月初")
_MEASURED_FROM = ("较", "比", "与", "同", "于", "由", "从", "自")
_AHEAD = re.compile(r".{0,14}(?:下一?步|打算|工作思路|工作安排|工作计划|谋划|展望)")
_NUMBERED = re.compile(r"[#* ]*[一二三四五六七八九十]{1,3}、")
_TOLD_THEN = (ReportKind.NEWS, ReportKind.OTHER)  # whose 今年 and 去年 are those of their day
_ACCOUNTS = (ReportKind.ANNUAL_REPORT, ReportKind.CASE_STATISTICS, ReportKind.WORK_SUMMARY)
_EARLY = 6  # months of a year in which reports are on the one before
_FIRST_MONTHS = 3  # in which no half of it has passed
_YEARLY = re.compile(r"白皮书|年度报告|审查报告|公报")  # told of by news in the first half of the next year
_HEAD = 3  # lines
_LOOKING_BACK = (ReportKind.ANNUAL_REPORT, ReportKind.CASE_STATISTICS, ReportKind.NEWS)


def year_told(kind: ReportKind, lines: list[str], published: str | None) -> int | None:
    """Return the year that most of a text's years speak for; None where too few do, or two alike."""
    backwards = kind is not ReportKind.PLAN
    aimed = None if backwards else next(filter(None, map(_AIMED_AT.search, lines)), None)
    if aimed:
        return int(aimed[1])
    votes: Counter[int] = Counter()
    for year, weight in _of_lines(lines, int((published or "9999")[:4]), backwards=backwards):
        votes[year] += weight
    told = [*_counted_over(lines), *_of_date(kind, lines, published, votes)]
    for year, weight in told or _as_of(lines, votes):
        votes[year] += weight
    if kind in _TOLD_THEN:
        # 春雷行动2021 is of the year that it is named after
        votes.update({int(year): _TOLD for line in lines for year in _NAMED_AFTER.findall(line)})
    ranked = votes.most_common(2)
    if backwards and ranked:
        # A text that tells one year after another (2022年…，2023年…，2024年1-10月…) is of the last.
        several = [year for year, count in votes.items() if count >= _TOLD and 2 * count >= ranked[0][1]]
        if len(several) > 1:
            return max(several)
    elif len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    if ranked and ranked[0][1] >= _TOLD:
        return ranked[0][0]
    heads = _FIRST_LINE.search(lines[0].strip()) if lines else None
    return (
        int(heads[1])
        if heads
        else _of_spans(lines, published) or _of_only_day(lines, votes) or _of_only_month(votes, lines)
    )


def _of_only_month(votes: Counter[int], lines: list[str]) -> int | None:
    """自2019年9月以来检查3000户次, in a text that tells no other year."""
    since = {int(year) for line in lines for year in _SINCE_MONTH.findall(line)}
    return since.pop() if len(since) == 1 and since == set(votes) else None


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
    return year if month > _FIRST_MONTHS else before


def _counted_over(lines: list[str]) -> Iterator[tuple[int, int]]:
    """统计时段：2023年1月1日至12月31日."""
    return ((int(over[1]), 2 * _TOLD) for over in map(_OVER.search, lines) if over)


def _as_of(lines: list[str], told: Counter[int]) -> Iterator[tuple[int, int]]:
    """截至2015年底, in a text whose sentences speak for no other year."""
    if max(told.values(), default=0) >= _TOLD:
        return iter(())
    return ((int(until[1]), _TOLD) for until in map(_AS_OF.search, lines) if until)


def _of_spans(lines: list[str], published: str | None) -> int | None:
    """2008年至2012年共收到…, in a text that tells no other year: the last of them."""
    last = [int(span[-4:]) for span in spans_of("\n".join(lines)).values()]
    return max((year for year in last if year <= int((published or "9999")[:4])), default=None)


def _of_lines(lines: list[str], published: int, *, backwards: bool) -> Iterator[tuple[int, int]]:
    """The years of the sentences: in an outlook, or behind the day of publication, the year to come."""
    ahead = 0
    for line in lines:
        if _NUMBERED.match(line):
            ahead = int(backwards and bool(_AHEAD.search(line[:40])))
        later = ahead or int(backwards and bool(_AHEAD.match(line)))
        for match in YEAR.finditer(line):
            of_a_name = "《" in line[max(0, match.start() - 12) : match.start()]
            if of_a_name or SPAN.match(line, match.start()):
                continue
            goal = _TO_COME.match(line, match.end()) or _HOPED.search(line, 0, match.start())
            coming = later or int(backwards and (bool(goal) or int(match[1]) > published))
            chained = _CHAIN.search(line, max(0, match.start() - _CHAIN_LENGTH), match.start())
            goes_on = chained is not None and int(chained[1]) + 1 == int(match[1])
            yield int(match[1]) - coming, _TOLD if goes_on else _weight(line, match.start())
            if backwards and _MEASURED_BY.match(line, max(0, match.start() - 1)):
                yield int(match[1]) + 1, 1


def _of_date(
    kind: ReportKind, lines: list[str], published: str | None, told: Counter[int]
) -> Iterator[tuple[int, int]]:
    """What the day of publication says: early in a year, reports are on the one before."""
    if not published:
        return
    year, month = int(published[:4]), int(published[5:7])
    last = sum(len(_LAST_YEAR.findall(line)) for line in lines)
    this = sum(_of_this_year(line, month) for line in lines)
    if kind in _TOLD_THEN and last and last >= this:
        yield year - 1, 6
    elif kind in _TOLD_THEN and this:
        yield year, 3
    elif kind is ReportKind.NEWS and _stands(lines) and max(told[year], told[year - 1]) < _TOLD:
        yield year, 5
    elif kind in _ACCOUNTS and _months_told(lines[:_HEAD], month):
        yield year, 6  # 上半年工作总结, of July
    elif kind is ReportKind.NEWS and month > _FIRST_MONTHS and (not told or _of_these_days(lines, month)):
        yield year, 3
    elif kind is ReportKind.NEWS and month > 1 and not told and _of_these_days(lines, month):
        yield year, 0 if any(map(_OF_A_YEAR.search, lines)) else 5  # 3月4日召开…，累计检查131万家次
    yearly = kind is not ReportKind.NEWS or any(map(_YEARLY.search, lines[:_HEAD]))
    early = month <= (_EARLY if yearly else _FIRST_MONTHS) and kind in _LOOKING_BACK
    yield year - int(early), 4 if early else 1


def _months_told(lines: list[str], month: int) -> bool:
    """Whether a title tells of months that have passed: 上半年, 一月份."""
    if month > _FIRST_MONTHS and any(map(_HALF.search, lines)):
        return True
    told = next(filter(None, map(_IN_MONTH.search, lines)), None)
    return told is not None and _MONTHS.get(told[1], _NO_MONTH) <= month


def _of_these_days(lines: list[str], month: int) -> bool:
    """Whether news tell of a day of this month or of the one before: 9月28日，省环保厅通报…."""
    days = (int(day[1]) for line in lines for day in _DAY.finditer(line))
    return any(month - 1 <= day <= month for day in days)


def _stands(lines: list[str]) -> bool:
    """Whether news tell how things stand: 截至目前, 2018年以来."""
    return any(map(_SO_FAR.search, lines))


def _of_this_year(line: str, month: int) -> int:
    """How often a line says 今年, or 截至3月22日 in news of March."""
    told = _UP_TO_MONTH.search(line)
    upto = int(told["month"] or told["since"]) if told else _NO_MONTH
    return len(_THIS_YEAR.findall(line)) or int(upto <= month)


def _weight(line: str, at: int) -> int:
    if DATE.match(line, at):
        return 0
    if _SINCE.match(line, at + 4) and not line.endswith("将", 0, at):
        return 1  # 2019年以来，全区受理…: of more years than that one
    before = line[at - 1 : at] if at else ""
    if before in _MEASURED_FROM or line.startswith(_AT_FIRST, at + 4):
        return 0  # 始于2013年，较2022年，2010年年初有36家
    return 3 if _SETS.match(line, at + 4) or before in _OPENERS else 1
