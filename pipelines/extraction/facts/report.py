"""Facts of the document, settled before any figure is read: title, kind, year, body, dates.

Here belongs what a text says of itself as a whole. Hints (HTML meta, origin record, folder) only fill what
the text leaves open. Unknown stays None: without a year no figure is stated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from pipelines.extraction.facts.authors import body_of, find_publisher
from pipelines.extraction.facts.dates import IN_BRACKETS, YEAR, month_told, published_on
from pipelines.extraction.facts.kinds import kind_of
from pipelines.extraction.facts.spans import completed_plan, opening_span, plan_span, titled_span
from pipelines.extraction.facts.titles import find_title
from pipelines.extraction.facts.work_reports import is_work_report, looked_back_on
from pipelines.extraction.facts.years import year_told
from pipelines.model import Hints, ReportKind


@dataclass(frozen=True, slots=True)
class Facts:
    """``year``: the report year; ``span``: the years of a plan or a report on several.

    ``covered``: the years that figures without one of their own are of, where they are more than one: of a
    report on several, or on twelve months from one year into the next (2021/2022).
    """

    title: str | None
    kind: ReportKind
    year: int | None
    span: str | None
    publisher: str | None
    body: str | None
    published_on: str | None
    covered: str | None = None

    @property
    def appeared_later(self) -> str | None:
        """Return the year after its own in which news appeared or a work report was given; else None."""
        spoken = self.kind is ReportKind.NEWS or is_work_report(self.title)
        published = (self.published_on or "")[:4] if spoken else ""
        if spoken and not published and f"{self.year}年度" in (self.title or ""):
            return str((self.year or 0) + 1)  # 发布会通报2024年度情况: what is over is told of
        return published if published == str((self.year or 0) + 1) else None

    @property
    def target_period(self) -> str | None:
        """Return the period that goals without a year of their own are about."""
        if self.year is None:
            return None
        if self.kind is ReportKind.PLAN:
            return self.span or str(self.year)
        half = _HALF_TOLD.search(self.title or "")
        return str(self.year if half else self.year + 1)

    def with_year(self, year: int) -> Facts:
        """Return the same facts with the year that folder or origin record give."""
        return replace(self, year=year)


def read_facts(text: str, hints: Hints) -> Facts:
    """Return what the text (a reading text, one paragraph a line) says of itself."""
    lines = text.split("\n")
    title, at = find_title(lines)
    title = _DAY_OPENS.sub("", title or hints.title or "") or None
    published = published_on(lines, hints)
    kind = kind_of(title, text)
    back = looked_back_on(title, lines)
    if back:
        kind = ReportKind.WORK_SUMMARY
    year, span = back or _year(title, kind, lines, published or month_told(lines))
    covered = _covered(text) or span if kind is not ReportKind.PLAN else None
    if covered:
        year = int(covered[-4:])
    publisher = find_publisher(lines, at, hints)
    named = None if title and "年鉴" in title else title  # a yearbook's title names no author
    body = body_of(named, publisher, lines, official=kind is not ReportKind.NEWS)
    return Facts(title, kind, year, span, publisher, body, published, covered)


def _covered(text: str) -> str | None:
    """2021年8月1日至2022年7月31日 at the head of several sentences: what the report is on."""
    told = Counter(match.groups() for match in _TWELVE_MONTHS.finditer(text))
    if not told:
        return None
    (first, last), count = told.most_common(1)[0]
    return f"20{first}/20{last}" if count > 1 and int(last) == int(first) + 1 else None


# It begins with two certain characters, which ``re`` finds quickly.
_TWELVE_MONTHS = re.compile(
    r"20(?:(?<=^20)|(?<=[。\n]20))(\d\d)年\d{1,2}月(?:\d{1,2}日)?(?:至|到|-|—)20(\d\d)年\d{1,2}月(?:\d{1,2}日)?"
)


_DAY_OPENS = re.compile(r"^\d{1,2}月\d{1,2}日，")  # 4月29日，某省高院召开发布会
_GIVEN = re.compile(r"(20\d\d)年\d{1,2}月\d{1,2}日在[^。]{4,40}(?:会议|大会)上")  # ——2024年1月18日在…会议上
_HALF_TOLD = re.compile(
    r"上半年[^和及、]*(?:总结|情况|报告|小结|通报|分析)"
)  # 上半年工作总结和下半年工作安排
_SINCE = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?以来")  # 2018年6月以来挽回损失4.63亿元（2023年1月）
_FIRST_MONTH = re.compile(r"20\d\d年\d{1,2}月(?=(?:至|到|-|—)20\d\d年\d{1,2}月)")  # 2022年12月至2023年11月
# 召开2021年卫生监督工作会议: a meeting of spring hears of the year before
_MEETING = re.compile(r"(?:召开|举行)[^，。]{0,6}20\d\d年度?[^，。]{2,24}(?:会议|[进署结]会|大会)$")
_YEARBOOK = re.compile(r"年鉴[(（]?((?:19|20)\d\d)")  # 甲市年鉴（2009） records 2008
_NO_VOLUME = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?![鉴卷版])")
_OPENING = 8  # lines of a report that was given to a congress


def _year(
    title: str | None, kind: ReportKind, lines: list[str], published: str | None
) -> tuple[int | None, str | None]:
    title = _SINCE.sub("", title or "")
    span = titled_span(title)
    title = _FIRST_MONTH.sub("", title)
    years = [int(year) for year in (*YEAR.findall(title), *IN_BRACKETS.findall(title))]
    if span and (kind is not ReportKind.PLAN or set(years) <= {int(year) for year in span.split("/")}):
        return int(span[:4] if kind is ReportKind.PLAN else span[-4:]), span
    told = year_told(kind, lines, published) if _MEETING.search(title) else None
    if told is not None:
        return told, None
    # 某县2018年公证情况（录自《某县年鉴》）: of that year; 某县年鉴2019 is of the year before
    if "年鉴" in title:
        years = [int(year) for year in _NO_VOLUME.findall(title)]
    if years:
        return (years[0] if kind is not ReportKind.PLAN else years[-1]), None
    looks_back = kind is not ReportKind.PLAN
    spans = (opening_span(title, lines), plan_span(title, published), completed_plan(lines))
    span = next(filter(None, spans), None) if looks_back else None
    if span:
        return int(span[-4:]), span
    given = next(filter(None, map(_GIVEN.search, lines[:_OPENING])), None)
    if given and "政府工作报告" in title:
        return int(given[1]), None
    told = year_told(kind, lines, published)
    book = _YEARBOOK.search(title) if told is None else None
    return (int(book[1]) - 1 if book else told), None
