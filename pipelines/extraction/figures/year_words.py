"""The words of years in a text, and which of them is in force at a place.

Here belongs what a year in force makes of the one before it. How far a year reaches is year_reach.py, what
period its own words name named_years.py, what a figure's period is in the end periods.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from pipelines.extraction.expressions.scanning import Scanner
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.figures.named_years import NamedYears
from pipelines.extraction.figures.year_asides import only_measures
from pipelines.extraction.figures.year_reach import OUTRIGHT, YearReach
from pipelines.model import ReportKind

_YEAR = Scanner(
    r"(?<=自)(?P<began>(?:19|20)\d\d)年[^，。；\n\d]{2,16}?[至到](?P<until>20\d\d)年"
    r"|(?<!\d)(?P<from>(?:19|20)\d\d)年?(?:(?P<month>\d{1,2})月(?:\d{1,2}日)?起?)?(?:至|到|-|~)(?P<to>20\d\d)年"
    r"|(?<!\d)(?<!\d-)(?P<year>(?:19|20)\d\d)(?:(?<!\(\d{4})|(?=年[\u4e00-\u9fff]{2,6}\d))(?:年(?:度|末|底)?|(?=总共))(?P<since>[^，。；\n]{0,16}?以来|来(?=，)|起|算起|(?:\d{1,2}月)?(?:启动|起步|开展|实施)?至今|(?:\d{1,2}月)?(?:开展|启动)(?:此项|这项)?工作起(?=，至20)|(?:开展|启动|实施|推行)?(?:试点|试行)(?:工作)?起(?=，累计)|(?:\d{1,2}月)?起步(?=，截至(?:今年|本年|目前))|[^，。；]{2,10}?(?:铺开|启动|开展)(?=，(?:截至|到)目前))?"
    r"|(?P<last>去年(?P<until_now>\d{1,2}月(?:份)?(?:至今|以来))?|(?<!结转)上年度?(?!度|结转))|(?P<now>本年度?|今年|全年|目前(?![^，。；]{0,8}累计)|年末|年底|现有|在册|在矫)|(?P<mid>(?<!\d)[2-9两二三四五六七八九十]年[来间]|(?<![第每满隔前后达\d])[2-9]年(?=(?:共|累计)?(?:办|受理|审结|调解|化解|查处))|(?<![近第每续满隔前后达连期限\d])[两三四五]年(?=[\u4e00-\u9fff])(?![的以之内期级度制计前后一规行方工]|来|间)|[三五]年累计|[两三四五]年合计|[近这][2-9两二三四五]年|任期|(?<![\d月日])自?(?:成立|投入运行|运行|挂牌|启用|组建)以来|[“\"]?十[一二三四五]五|[“\"]?[五六七八九]五[”\"]?普法(?:(?:工作)?(?:开展|启动|实施)?以来|期间))",
)
_COMPARING = re.compile(r"(?:较|比|与|同|由|从|于|自|对比|相比|截至)$")
_TOGETHER = re.compile(r"两?年?(?:共|累计|合计|总共)")
SO_FAR = re.compile(
    r"今年(?:以来|上半年|第?[一二三]季度|前[\d一二三四五六七八九十]+个月|1(?:-|至|—)\d{1,2}月)"
)
# 2008年以来，为确保消防安全，全年共检查6.27万个, in news of the year after
_ITS_WHOLE = re.compile(r"(20\d\d)年以来，[^\d。；]{0,40}全年")


class YearWords:
    """The words of years of one text in order."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts
        self._named = NamedYears(text, facts)
        self._matches = list(_YEAR.finditer(text))
        self._starts = [match.start() for match in self._matches]
        self._reach = YearReach(text, facts.year, self._matches)
        self._read: dict[str, tuple[int, int, int, str | None]] = {}

    def begins(self, place: int) -> int:
        """Return where the last of the words before a place begins; -1 for none."""
        before = bisect_left(self._starts, place)
        return self._starts[before - 1] if before else -1

    def last(self, start: int, end: int, reach: str) -> str | None:
        """What is in force at ``end`` of the years since ``start``; figures come in order, so it reads on."""
        begun, upto, at, result = self._read.get(reach, (-1, 0, 0, None))
        if begun != start or end < upto:
            at, result = bisect_left(self._starts, start), None
        while at < len(self._matches) and self._matches[at].end() <= end:
            closes = self._closes(self._matches[at], start)
            if closes is not None and closes >= end:
                # 受理36件(上年为27件)，审结30件: a year in brackets holds to their end.
                self._read[reach] = start, end, at, result
                return self._after(result, self._matches[at], start, reach)
            if closes is None:
                result = self._after(result, self._matches[at], start, reach)
            at += 1
        self._read[reach] = start, end, at, result
        return result

    def says_now(self, start: int, end: int) -> bool:
        """2023年指出问题63个。今年要抽查案卷260宗: the year told before ends where the text says now."""
        first = bisect_left(self._starts, start)
        return any(
            match["now"]
            and OUTRIGHT.match(match["now"])
            and not self._looks_back(match)
            and (
                self._text.endswith(("。截至", "\n截至"), 0, match.start())
                or not _COMPARING.search(self._text, start, match.start())
            )
            for match in self._matches[first : bisect_left(self._starts, end)]
        )

    def span_ends(self, start: int, end: int) -> bool:
        """2021年以来收到290件，今年收到126件: a span of words before ends where the clause says now."""
        first = bisect_left(self._starts, start)
        within = self._matches[first : bisect_left(self._starts, end)]
        return any(
            match["now"] and not _COMPARING.search(self._text, start, match.start()) for match in within
        )

    def _closes(self, match: re.Match[str], start: int) -> int | None:
        """Where the bracket closes in which a year stands; None for a year in no bracket."""
        opened = self._text.rfind("(", start, match.start())
        if opened < 0 or self._text.find(")", opened, match.start()) >= 0:
            return None
        closes = self._text.find(")", match.end())
        return closes if closes >= 0 else None

    def _after(self, result: str | None, match: re.Match[str], start: int, reach: str) -> str | None:
        """The period in force behind a year, given the one before it."""
        if not self._reach.rules(match, start, reach):
            return result
        spans = match["since"] or match["from"] or match["began"]
        compared = _COMPARING.search(self._text, max(0, match.start() - 3), match.start())
        if (
            compared
            and not spans
            and not (compared.group() == "截至" and self._is_now_or_states(match, result))
        ):
            return result
        if only_measures(self._text, match):
            return result
        if match["now"]:
            if self._looks_back(match):
                return result
            if SO_FAR.match(self._text, match.start()) and self._facts.appeared_later:
                return self._facts.appeared_later  # news of June on last year's cases: 今年以来办理412件
            # 自2010年以来累计486人，年末在矫255人: the span ends where the text says now.
            # 2009年底有23人，目前有38人: so does any year, where it says so outright.
            # 今年1至10月, in a text on five years: the last of them.
            ends = ("/" in (result or self._facts.covered or "")) or (result and OUTRIGHT.match(match["now"]))
            return str(self._facts.year) if ends else result
        whole = _ITS_WHOLE.match(self._text, match.start()) if match["since"] else None
        if whole and int(whole[1]) + 1 == self._facts.year:
            return whole[1]
        found = self._named.of(match, reach)
        if found and result and "/" in result and self._text[match.start() - 1] in "至到" and found.isdigit():
            return f"{result[:4]}/{found}"  # 自1999年…颁布以来至2008年
        both = found and result and found.isdigit() and result.isdigit() and result < found
        if both and _TOGETHER.match(self._text, match.end()) and self._text[match.start() - 1] in "、和":
            return f"{result}/{found}"  # 2018年、2019年共接收387名
        return result if found is None else found

    def _looks_back(self, match: re.Match[str]) -> bool:
        """2025年办理305件，其中本年受理288件: where a plan looks back, 本年 is the year it looks back on."""
        return self._facts.kind is ReportKind.PLAN and match["now"].startswith("本年")

    def _is_now_or_states(self, match: re.Match[str], result: str | None) -> bool:
        """截至目前, 截至2023年末: how things stand now, but no end of a span; or at the end of a year."""
        return (match["now"] == "目前" and "/" not in (result or "")) or self._states(match)

    def _states(self, match: re.Match[str]) -> bool:
        """截至2023年末: the state of a year that is over, or of the report's own; not 对截至2016年的文件."""
        of_object = self._text[max(0, match.start() - 3)] in "对将把"
        return not of_object and bool(match["year"]) and int(match["year"]) <= (self._facts.year or 0)
