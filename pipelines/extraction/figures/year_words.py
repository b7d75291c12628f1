"""The words of years in a text, and which of them is in force at a place.

Here belongs what a year's place in clause, sentence and paragraph makes of it. What period its own words
name is named_years.py, what a figure's period is in the end periods.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from pipelines.extraction.expressions.scanning import Scanner
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.figures.named_years import NamedYears
from pipelines.extraction.figures.year_asides import is_before, only_measures, tells_of, told_aside, told_now
from pipelines.model import ReportKind

_YEAR = Scanner(
    r"(?<=自)(?P<began>(?:19|20)\d\d)年[^，。；\n\d]{2,16}?[至到](?P<until>20\d\d)年"
    r"|(?<!\d)(?P<from>(?:19|20)\d\d)年?(?:(?P<month>\d{1,2})月(?:\d{1,2}日)?起?)?(?:至|到|-|~)(?P<to>20\d\d)年"
    r"|(?<!\d)(?<!\d-)(?P<year>(?:19|20)\d\d)(?:(?<!\(\d{4})|(?=年[\u4e00-\u9fff]{2,6}\d))(?:年(?:度|末|底)?|(?=总共))(?P<since>[^，。；\n]{0,16}?以来|起|算起|(?:\d{1,2}月)?(?:启动|起步|开展|实施)?至今|(?:\d{1,2}月)?(?:开展|启动)(?:此项|这项)?工作起(?=，至20)|(?:开展|启动|实施|推行)(?:试点|试行)(?:工作)?起(?=，累计)|(?:\d{1,2}月)?起步(?=，截至(?:今年|本年|目前))|[^，。；]{2,10}?(?:铺开|启动|开展)(?=，(?:截至|到)目前))?"
    r"|(?P<last>去年(?P<until_now>\d{1,2}月(?:份)?(?:至今|以来))?|上年度?(?!度|结转))|(?P<now>本年度?|今年|全年|目前(?![^，。；]{0,8}累计)|年末|年底|现有|在册|在矫)|(?P<mid>(?<!\d)[2-9两二三四五六七八九十]年[来间]|(?<![第每满隔前后达\d])[2-9]年(?=(?:共|累计)?(?:办|受理|审结|调解|化解|查处))|(?<![近第每续满隔前后达连期限\d])[两三四五]年(?=[\u4e00-\u9fff])(?![的以之内期级度制计前后一规行方工]|来|间)|[三五]年累计|[两三四五]年合计|[近这][2-9两二三四五]年|任期|[“\"]?十[一二三四五]五|[“\"]?[五六七八九]五[”\"]?普法(?:工作)?(?:开展|启动|实施)?以来)",
)
_COMPARING = re.compile(r"(?:较|比|与|同|由|从|于|自|对比|相比|截至)$")
_TOGETHER = re.compile(r"两?年?(?:共|累计|合计|总共)")
_THE_YEAR = re.compile(r"的(?:(?:19|20)\d\d年)，")  # 集中管辖之前的2021年，受理7件
_LEADING = re.compile(r"(?:截至|截止|到|至|其中|在|,|是|自|从)$")
_GOAL = re.compile(r"(?:建议|力争|确保|争取|实现|计划|预计|对照|按照)(?:到|在|于)?$")
_LEAD = 12  # characters of what a sentence is about, before the year it tells of
_OUTRIGHT = re.compile(r"本年|今年|目前")  # no word of the year that is being told of
SO_FAR = re.compile(
    r"今年(?:以来|上半年|第?[一二三]季度|前[\d一二三四五六七八九十]+个月|1(?:-|至|—)\d{1,2}月)"
)
_STEP = re.compile(r"[由从](?:19|20)\d\d年的[^，。；]{1,12}、\Z")  # 由2019年的12.3%、2020年的10.1%降到8.7%
_NEAR_SIGN = 4  # characters
_OPENING = re.compile(r"[，。；][^，。；\d]+\Z")
_BEGAN = re.compile("成立|启动|运行|挂牌|揭牌|开通|启用|组建")  # 中心2018年10月成立以来
_WHOSE = re.compile("[\u4e00-\u9fff]{2,12}")  # 全市法院三年共审结…: whose years they are
_BY_YEAR = re.compile(r"(?:分|按|逐)年[度份]?(?:来?看|统计|分)?[，：]")
_FIGURE = re.compile(r"\d[件起宗人次场个份名家]")
_NUMBERED = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,2}[、.]")


class YearWords:
    """The words of years of one text in order."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts
        self._named = NamedYears(text, facts)
        self._matches = list(_YEAR.finditer(text))
        self._starts = [match.start() for match in self._matches]
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
            and _OUTRIGHT.match(match["now"])
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
        if not self._rules(match, start, reach):
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
            ends = ("/" in (result or self._facts.covered or "")) or (
                result and _OUTRIGHT.match(match["now"])
            )
            return str(self._facts.year) if ends else result
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

    def _rules(self, match: re.Match[str], start: int, reach: str) -> bool:
        """Within its clause any year rules; further on only one that opens a clause, or a sentence."""
        if reach == "clause":
            return True
        begins = match.start() - self._text.endswith(("“", '"'), 0, match.start())  # “2024年，我们要力争…
        sign = self._text[begins - 1] if begins else "\n"
        if reach == "paragraph":
            return not self._one_by_one(match) and self._rules_on(match, start, begins, sign)
        if told_aside(self._text, match, self._facts.year) and match.start() > start:
            return False
        if _STEP.search(self._text, start, match.start()):
            return False
        if match["year"] and int(match["year"]) > (self._facts.year or 0) and self._aimed_at(match):
            return True
        numbered = _NUMBERED.fullmatch(self._text, start, match.start())
        leads = begins == start or sign in "、，。；：\n(-" or numbered is not None
        leads = leads or _THE_YEAR.match(self._text, match.start() - 1) is not None
        if match["now"] and _OUTRIGHT.match(match["now"]):
            leads = leads or self._opens_clause(match)
        if match["mid"] or _BEGAN.search(match["since"] or ""):
            leads = leads or _WHOSE.fullmatch(self._text, start, match.start()) is not None
        return leads or bool(_LEADING.search(self._text, max(start, match.start() - 4), match.start()))

    def _rules_on(self, match: re.Match[str], start: int, begins: int, sign: str) -> bool:
        """Whether a year rules the sentences behind its own. ``sign``: what stands before it."""
        outright = match["now"] and _OUTRIGHT.match(match["now"])
        now = outright and (sign == "，" or self._opens_clause(match))
        opens = sign in "。\n；" or begins == start
        opens = opens and not self._told_in_passing(match, start, sign)
        return opens or bool(now) or self._leads(match, start, sign)

    def _one_by_one(self, match: re.Match[str]) -> bool:
        """分年度看，2021年收到97件，2022年收到124件: years told one by one hold for their sentence only."""
        begins = max(self._text.rfind(sign, 0, match.start()) for sign in "。\n")
        return _BY_YEAR.match(self._text, begins + 1) is not None

    def _opens_clause(self, match: re.Match[str]) -> bool:
        """2021年留下6件，由此本年在手55件: a word or two before it are no other subject."""
        return bool(_OPENING.search(self._text, match.start() - _NEAR_SIGN - 1, match.start()))

    def _aimed_at(self, match: re.Match[str]) -> bool:
        """力争2025年…达到30%以上，…降至15%以下: a year that is to come holds for all that is aimed at."""
        return bool(_GOAL.search(self._text, max(0, match.start() - 4), match.start()))

    def _told_in_passing(self, match: re.Match[str], start: int, sign: str) -> bool:
        """Tell whether a year at the head of a clause or a sentence holds no further than that."""
        if tells_of(self._text, match, self._facts.year):
            return True
        if sign == "；":
            return self._passing(match)  # 出庭率100%；2022年为96.3%。收到7份检察建议
        told = sign == "。" and is_before(match, self._facts.year)
        # 应诉8件。2022年，我局被诉11件，有所下降。收到检察建议3件
        return told and _FIGURE.search(self._text, start, match.start()) is not None

    def _passing(self, match: re.Match[str]) -> bool:
        """Tell whether a year before the report's own is told in passing."""
        return is_before(match, self._facts.year) and told_aside(self._text, match, self._facts.year)

    def _leads(self, match: re.Match[str], start: int, sign: str) -> bool:
        """行政复议方面，2023年…; 2017年1037件，2018年增至1146件: a year behind a comma rules what follows."""
        if sign not in "，、" or self._text.startswith("的", match.end()):
            return False
        if self._passing(match):
            return False  # 应诉46件，2024年为55件
        sentence = max(start, self._text.rfind("。", start, match.start()) + 1)
        at = bisect_left(self._starts, match.start())
        since = bisect_left(self._starts, sentence)
        told = (self._matches[one] for one in range(at - 1, since - 1, -1))
        # 2022年全年办理62件，2023年118件
        before = next((one for one in told if one["year"] or one["last"]), None)
        if before is None:
            beside = is_before(match, self._facts.year) and told_now(self._text, match)
            return match.start() - sentence <= _LEAD and not beside  # 办结398件，2022年办结351件
        return bool(match["year"] and before["year"]) and match["year"] > before["year"]
