"""Facts of the document, settled before any figure is read: title, kind, year, region, body, dates.

Here belongs what a text says of itself as a whole. Hints (HTML meta, origin record, folder) only fill what
the text leaves open. Unknown stays None: without a year no figure is stated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from pipelines.extraction.authors import body_of, find_publisher
from pipelines.extraction.dates import DATE, SPAN, YEAR, published_on
from pipelines.extraction.titles import find_title, kind_of
from pipelines.model import Hints, ReportKind


@dataclass(frozen=True, slots=True)
class Facts:
    """``year``: the report year; ``span``: the years of a plan of several.

    ``covered``: both years of a report on twelve months from one into the next (2021/2022).
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
    def target_period(self) -> str | None:
        """Return the period that goals without a year of their own are about."""
        if self.year is None:
            return None
        if self.kind is ReportKind.PLAN:
            return self.span or str(self.year)
        return str(self.year + 1)

    def with_year(self, year: int) -> Facts:
        """Return the same facts with the year that folder or origin record give."""
        return replace(self, year=year)


def read_facts(text: str, hints: Hints) -> Facts:
    """Return what the text (a reading text, one paragraph a line) says of itself."""
    lines = text.split("\n")
    title, at = find_title(lines)
    title = title or hints.title
    published = published_on(lines, hints)
    kind = kind_of(title, text)
    year, span = _year(title, kind, lines, published)
    covered = _covered(text) if kind is not ReportKind.PLAN else None
    if covered:
        year = int(covered[-4:])
    publisher = find_publisher(lines, at, hints)
    body = body_of(title, publisher, lines, official=kind is not ReportKind.NEWS)
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


def _year(
    title: str | None, kind: ReportKind, lines: list[str], published: str | None
) -> tuple[int | None, str | None]:
    for candidate in (title or "",):
        span = SPAN.search(candidate)
        years = [int(year) for year in YEAR.findall(candidate)]
        if span and kind is ReportKind.PLAN and len(set(years) - {int(span[1]), int(span[2])}) == 0:
            return int(span[1]), f"{span[1]}/{span[2]}"
        if years:
            if "年鉴" in candidate:
                continue
            return (years[0] if kind is not ReportKind.PLAN else years[-1]), None
    return _body_year(kind, lines, published), None


def _body_year(kind: ReportKind, lines: list[str], published: str | None) -> int | None:
    """Vote: a year opening a sentence counts most; in an outlook the year is the one after the report's."""
    votes: Counter[int] = Counter()
    backwards = kind is not ReportKind.PLAN
    aimed = None if backwards else next(filter(None, map(_AIMED_AT.search, lines)), None)
    if aimed:
        return int(aimed[1])
    ahead = 0
    for line in lines:
        numbered = re.match(r"[#* ]*[一二三四五六七八九十]{1,3}、", line)
        if numbered:
            ahead = 1 if backwards and _AHEAD.search(line[:40]) else 0
        later = ahead or int(backwards and bool(_AHEAD.match(line)))
        for match in YEAR.finditer(line):
            if (
                not SPAN.match(line, match.start())
                and "《" not in line[max(0, match.start() - 12) : match.start()]
            ):
                coming = later or int(backwards and bool(_TO_COME.match(line, match.end())))
                votes[int(match[1]) - coming] += _weight(line, match.start())
                if backwards and _MEASURED_BY.match(line, max(0, match.start() - 1)):
                    votes[int(match[1]) + 1] += 1
    if published and kind is ReportKind.NEWS and any(_LAST_YEAR.search(line) for line in lines):
        votes[int(published[:4]) - 1] += 6
    elif published and kind is ReportKind.NEWS and any("今年" in line for line in lines):
        votes[int(published[:4])] += 3
    if published:
        early = int(published[5:7]) <= 6 and kind in _LOOKING_BACK
        votes[int(published[:4]) - int(early)] += 4 if early else 1
    ranked = votes.most_common(2)
    if backwards and ranked:
        # A text that tells one year after another (2022年…，2023年…，2024年1-10月…) is of the last.
        told = [year for year, count in votes.items() if count >= _TOLD and 2 * count >= ranked[0][1]]
        return max(told, default=None) if len(told) > 1 else (ranked[0][0] if ranked[0][1] >= 3 else None)
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


_TOLD = 3
_AIMED_AT = re.compile(r"(?<!\d)(20\d\d)年[^。\n]{0,30}制定本(?:实施|工作)?(?:要点|方案|计划)")
_TO_COME = re.compile(r"年度?，?(?:我[们县市区州局委]|全[县市区州]){0,2}(?:将|要(?!求)|拟|计划)")
_MEASURED_BY = re.compile(r"[较比]20\d\d年")
_LAST_YEAR = re.compile(r"(?:^|[。：“])去年[，,]")
_AHEAD = re.compile(r".{0,14}(?:下一?步|打算|工作思路|工作安排|工作计划|谋划|展望)")
_LOOKING_BACK = (ReportKind.ANNUAL_REPORT, ReportKind.CASE_STATISTICS, ReportKind.NEWS)


def _weight(line: str, at: int) -> int:
    if DATE.match(line, at):
        return 0
    before = line[at - 1 : at] if at else ""
    return (
        3
        if before in ("", "。", "；", "将", " ", "】", "：")
        else 0
        if before in ("较", "比", "与", "同", "于", "由", "从", "自")
        else 1
    )
