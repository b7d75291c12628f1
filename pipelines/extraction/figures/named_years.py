"""The period that a word of a year names: 2022年以来, 十四五期间, 上年度, 2019年以前印发的….

Here belongs what a year's own words make of it. Words for several years are named_spans.py, which of a text's
years is in force at a place is year_words.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.facts.work_reports import is_work_report
from pipelines.extraction.figures.named_spans import NamedSpans
from pipelines.model import ReportKind

_SORTED = re.compile(r"(?:清理|梳理|排查|评估|评查|对)$")
# 上年同期审结78件，纠错17件: what that year is told of; not 上年同期为, 上年同期相比.
_SAME_MONTHS_TELL = re.compile(
    r"同期(?=[\u4e00-\u9fff]{2,10}\d)(?!相?比|增|减|下降|上升|持平|基本|为|是|水平|数|的)"
)
_NO_PERIOD = re.compile(
    rf"度?(?:行政(?:处罚|许可|强制|执法))?(?:案卷|卷宗)|(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:以|之)?前(?:制定|制发|印发|发布|出台|颁布)|[》”]|新?修订|版|实施的|(?:出台|印发)(?!(?:规范性文件|文件)?\d)|制定的|国务院|度?(?:{any_of('carried_over')})|度?继续(?:审|办|调查)|以前|之前|前(?:制定|出台|印发|发布)|颁布|施行|起施行|第"
)
# 对建国以来至2015年底以县政府名义印发的文件: the years of what is sorted, not of the sorting.
_OF_PAPERS = re.compile(r"(?:之?前|期间)?[^，。；\d]{0,20}(?:印发|制定|发布|出台|公布|制发|颁布)的")
_MADE = re.compile(r"(?:之?间|期间)?(?:[^，。；\d]{0,24}名义)?(?:印发|制定|发布|出台|公布|制发|颁布)的")
# 对2022年12月31日前的71件文件“过筛”一遍; 至2009年底的1086件文件
_OLD_PAPERS = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日)?|[末底])?(?:以|之)?前?[^，。；\d]{0,24}(?:共计?)?"
    r"\d[\d ,]*[件份部](?:[^，。；\d]{0,10})?文件"
)
_SINCE_PAPERS = re.compile(r"的\d[\d ,]*[件份部](?:[^，。；\d]{0,10})?文件")  # 对2004年以来的323件规范性文件
# 抽取2022年10月至2023年9月期间办结的案卷: the months of what is drawn
_DRAWN_SPAN = re.compile(r"(?:\d{1,2}月)?(?:期间)?(?:办结|审结|形成|作出)的[^，。；\d]{0,10}(?:案卷|卷宗)")
_HANDLED = re.compile(r"对[^，。；]{0,12}\Z")
_SORTING = re.compile(r"[^。]*?(?:清理|审查|梳理|评估|复查|排查)")
# 从2022年7月1日以来办结的案件中抽取案卷320卷: the years of what is drawn from
_DRAWN = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日)?)?(?:以来|起)?[^，。；\d]{0,6}(?:办结|审结|作出|形成|查处|立案)的[^，。；\d]{0,20}(?:中|里)?(?:随机)?抽[取查选]"
)
_OF_PLAN = re.compile(r"[)》]|规划")
_NOT_LAST_YEAR = re.compile(rf"同期|末|底|的|{any_of('carried_over')}")
_STOCK = re.compile(r"[末底](?:在册|实有|共有|现有)")  # 上年末在册167名 opens a sentence
_THAN_YEAR = re.compile(r"[^，。；]{2,16}\d[^，。；]{0,6}，(?:同比)?[较比](20\d\d)年")
_THEN_NOW = re.compile(r"[末底]\d[^，。；]{0,6}，(?:本|今|当)年[末底]")  # 公职律师上年末21人，本年末29人
_MONTH = re.compile(r"(\d{1,2})月")
_LATE = 11  # the month from which on a year of account is named by the year that it ends in
_SINCE_MONTH = re.compile(r"\d{1,2}月[^，。]{0,6}(?:以来|起)")


class NamedYears:
    """The periods that the words of years in one text name."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts
        self._spans = NamedSpans(text, facts)

    def of(self, match: re.Match[str], reach: str) -> str | None:
        """Return the period that a word of a year names; None for none, as the year of a paper.

        ``reach``: whether a figure of its clause asks, of its sentence or of its paragraph.
        """
        year = self._facts.year or 0
        far = reach == "paragraph"
        after = self._text[match.end() : match.end() + 14]
        if match["began"]:
            return None if far else f"{match['began']}/{match['until']}"
        if match["from"]:
            sorted_out = _MADE.match(after) and _SORTING.match(self._text, match.end(), match.end() + 60)
            sorted_out = sorted_out or _DRAWN_SPAN.match(after)
            if far or _OF_PLAN.match(after) or sorted_out:
                return None
            return match["to"] if self._is_one_year(match, after) else f"{match['from']}/{match['to']}"
        if match["mid"]:
            return None if far else self._spans.of(match, after)
        if match["last"]:
            return None if far else self._of_last(match, after)
        since = match["since"] or _SINCE_MONTH.match(after)
        if since and (
            _SORTED.search(self._text, max(0, match.start() - 4), match.start())
            or _DRAWN.match(self._text, match.end())
            or _SINCE_PAPERS.match(self._text, match.end())
        ):
            return None  # 清理1990年以来的文件
        if since:
            return None if far else self._since(int(match["year"]))
        if far and match.group()[-1] in "底末" and int(match["year"]) < year - 1:
            return None  # 2009年底有23人。…: how things stood then is said in one sentence
        return None if self._of_papers(match, after) else str(match["year"])

    def _of_last(self, match: re.Match[str], after: str) -> str | None:
        """去年; 去年9月至今 is of two years."""
        if self._is_own(match):
            return str(self._facts.year)
        if match["until_now"]:
            return f"{self._last_year()}/{self._last_year() + 1}"
        elsewhere = _NOT_LAST_YEAR.match(after) and not self._tells(match)
        stock = _STOCK.match(after) and self._opens_sentence(match)
        then = _THEN_NOW.match(self._text, match.end())
        return None if elsewhere and not (stock or then) else str(self._last_year())

    def _is_own(self, match: re.Match[str]) -> bool:
        """去年办证2047件，较2022年增9.1%, in a text of 2024 on 2023: the year that it compares with tells."""
        than, own = _THAN_YEAR.match(self._text, match.end()), self._facts.year or 0
        published = self._facts.published_on or ""
        return than is not None and int(than[1]) == own - 1 and published.startswith(str(own + 1))

    def _opens_sentence(self, match: re.Match[str]) -> bool:
        return match.start() == 0 or self._text[match.start() - 1] in "。；\n】"

    def _tells(self, match: re.Match[str]) -> bool:
        return self._opens_sentence(match) and bool(_SAME_MONTHS_TELL.match(self._text, match.end()))

    def _is_one_year(self, match: re.Match[str], after: str) -> bool:
        """2023年12月1日至2024年11月30日: twelve months, nearly all of them of the second year."""
        until = _MONTH.match(after)
        begins, ends = int(match["month"] or 0), int(until[1]) if until else 0
        return int(match["to"]) == int(match["from"]) + 1 and begins >= _LATE and begins - ends == 1

    def _since(self, first: int) -> str | None:
        """The years since one; a plan looks back on those before its own."""
        plan = self._facts.kind is ReportKind.PLAN
        last = (self._facts.year or 0) - plan
        return f"{first}/{last}" if first < last else str(last) if plan and first == last else None

    def _of_papers(self, match: re.Match[str], after: str) -> bool:
        """《…（2021—2025年）》, 2019年以前印发的: the year of a paper or a law."""
        before = self._text[match.start() - 1] if match.start() else ""
        if before in ("至", "到") and _OF_PAPERS.match(self._text, match.end()):
            return True
        if _OLD_PAPERS.match(self._text, match.end()):
            return _HANDLED.search(self._text, max(0, match.start() - 14), match.start()) is not None
        return before == "《" or bool(_NO_PERIOD.match(after))

    def _last_year(self) -> int:
        """去年 in what is told or spoken is seen from its day, in a report from the year reported on."""
        untitled = self._facts.kind is ReportKind.OTHER and self._facts.title is None
        spoken = self._facts.kind is ReportKind.NEWS or is_work_report(self._facts.title)
        if not spoken and not untitled:
            return (self._facts.year or 0) - 1
        published = self._facts.published_on
        return int(published[:4]) - 1 if published else self._facts.year or 0
