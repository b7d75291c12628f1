"""What years make of a figure: its period and whether it has happened or is aimed at.

Here belongs the search for the year in force at a figure: in its clause, before it in the sentence, at the
head of the paragraph, in the heading, and at last the report's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from pipelines.extraction.facts import Facts
from pipelines.extraction.figures import Figure
from pipelines.extraction.grammar import any_of
from pipelines.extraction.layout import Paragraph
from pipelines.extraction.scanning import Scanner
from pipelines.model import Comparator, ReportKind, Status

UNTELLABLE = ""
_ANNOUNCED = re.compile(r"今年(?!以来)[^。]{0,24}(?:将|力争|确保|计划|争取)")
_REQUIRED = re.compile(any_of("required"))
_GOAL = re.compile(any_of("goal"))
_COMPARED = re.compile(any_of("compared"))
_YEAR = Scanner(
    r"(?<=自)(?P<began>(?:19|20)\d\d)年[^，。；\d]{2,16}?[至到](?P<until>20\d\d)年"
    r"|(?<!\d)(?P<from>20\d\d)年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:至|到|-|~)(?P<to>20\d\d)年"
    r"|(?<![\d\-(])(?P<year>(?:19|20)\d\d)(?:年(?:度|末|底)?|(?=总共))(?P<since>[^，。；]{0,16}?以来|起|算起|[^，。；]{2,10}?(?:铺开|启动|开展)(?=，(?:截至|到)目前))?"
    r"|(?P<last>去年|上年度?(?!度|结转|同期))|(?P<now>本年度?|今年|全年|目前(?![^，。；]{0,8}累计)|年末|年底|现有|在册|在矫)|(?P<mid>五年来|[三五]年(?:间)?累计|近[三五]年|任期|[三五]年来|[“\"]?十[二三四五]五)",
)
_AT_HAND = re.compile(r"现有|目前|现共有|已有|已建成")
_COMPARING = re.compile(r"(?:较|比|与|同|由|从|于|自|对比|相比|截至)$")
# 是上年度31件的2.35倍: the year is only what this one is measured by.
_TIMES = re.compile(r"(?:同期|全年|度)?(?:的?\d[\d,]*[件起宗人次场个]{1,2})?的?\d[\d.]*(?:倍|%)")
_AGAINST = re.compile(r"(?:度|同期)?相比")
# 受理17件，上年仅受理6件，审结15件: said in passing, it holds for its own clause only.
_ASIDE = re.compile(r"(?:同期|全年)?(?:为|是|仅|只|有(?!关))[^，。；]{0,6}\d")
_CONTINUES = re.compile(r"作出|其中|经(?:调解|复议|审理)|(?:维持|撤销)[^，。；]{0,6}\d")
_LEADING = re.compile(r"(?:截至|截止|到|至|其中|在|,|是|自|从)$")
_SORTED = re.compile(r"(?:清理|梳理|排查|评估|对)$")
_PLANNED = re.compile(r"(?:原|年初|年度)?计划(?:检查|抽查|开展|办理|组织|培训|举办)[^，。；率]*$")
_IN_ALL = re.compile(r"累计(?:接收|解除|解矫|受理|办理)[^，。；]{0,12}$")
_BY_NOW = re.compile(r"目前|在册|现有|本年|今年|年末")
_CARRIED = r"未结|结转|转入|转结|遗留|移交"
# 2022年受理90件；上年结转6件: what is carried into the report's year is not of the year before.
_CARRIED_OVER = re.compile(r"[，；、]?(?:加上?|另有)?上年度?(?:结转|遗留|未结)")
_LEAD = 12  # characters of what a sentence is about, before the year it tells of
_OUTRIGHT = re.compile(r"本年|今年|目前")  # no word of the year that is being told of
_NUMBERED = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,2}[、.]")
_NO_PERIOD = re.compile(
    rf"[》”]|新?修订|版|实施的|出台|印发|制定的|国务院|度?(?:{_CARRIED})|以前|之前|前(?:制定|出台|印发|发布)|颁布|施行|起施行|第"
)
_EXPLICIT = re.compile(r"(20\d\d)年")
_IN_HEADING = re.compile(r"((?:19|20)\d\d)年")
_IN_PLAN_YEARS = re.compile(r"[”\"]?(?:规划)?(?:时期|期间)?(?:以来|期间)")  # “十四五”以来, no plan's name
_PLAN_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}  # 十一五 … 十五五
_OF_PLAN = re.compile(r"[)》]|规划")
_NOT_LAST_YEAR = re.compile(rf"同期|末|底|的|{_CARRIED}")
_SINCE_MONTH = re.compile(r"\d{1,2}月[^，。]{0,6}(?:以来|起)")


class Periods:
    """Settles the periods of a document's figures."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts
        self._matches = list(_YEAR.finditer(text))
        self._starts = [match.start() for match in self._matches]
        self._read: dict[str, tuple[int, int, int, str | None]] = {}
        self._headed: dict[int, str | None] = {}

    def settle(self, figure: Figure) -> None:
        """Settle period and status of a figure, or the reason why it has none."""
        if self._facts.year is None:
            figure.reason = "year_unknown"
            return
        stated = self._stated(figure)
        if figure.role == "previous":
            figure.period = figure.period or self._year_before(figure, stated)
        elif figure.role == "linked":
            explicit = _EXPLICIT.search(figure.raw)
            self._state(figure, explicit[1] if explicit else None)
        elif figure.role == "goal":
            figure.period = stated or str(self._facts.year)
        elif figure.role == "dated":
            if int(figure.period or 0) > self._facts.year and self._facts.kind is not ReportKind.PLAN:
                figure.status = Status.TARGET
        elif stated == UNTELLABLE:
            figure.reason = "period_unknown"
        else:
            self._state(figure, stated)

    def _year_before(self, figure: Figure, stated: str | None) -> str:
        year = self._facts.year or 0
        based = stated and stated.isdigit() and int(stated) < year and not _COMPARED.search(figure.raw)
        if based and stated:
            return stated  # 以2024年末为基数，由31名发展到…
        return str((int(stated[-4:]) if stated else year) - 1)

    def _state(self, figure: Figure, stated: str | None) -> None:
        year = self._facts.year or 0
        plan = self._facts.kind is ReportKind.PLAN
        if stated:
            last = int(stated[-4:])
            ahead = (last > year and not self._months_past(figure, stated)) or (plan and last >= year)
            figure.period, figure.status = stated, Status.TARGET if ahead else Status.ACTUAL
            return
        if plan and _AT_HAND.search(figure.clause[: figure.number.start - figure.clause_start]):
            figure.period = str(year)
            return
        if plan or figure.outlook or self._announced(figure):
            figure.status, figure.period = Status.TARGET, self._facts.target_period
            if not plan and not _GOAL.search(figure.sentence):
                figure.reason = "outlook"
            return
        if _PLANNED.search(figure.raw):
            figure.status, figure.period = Status.TARGET, str(year)
            return
        if _IN_ALL.search(figure.raw) and _BY_NOW.search(figure.sentence):
            figure.reason = "period_unknown"
            return
        bound = figure.number.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
        figure.period = self._facts.covered or str(year)
        figure.status = Status.TARGET if bound and _REQUIRED.search(figure.clause) else Status.ACTUAL

    def _announced(self, figure: Figure) -> bool:
        """今年，我市将力争调解率达到30%以上, in news of the year after the one told of: what is to come."""
        published = self._facts.published_on
        if self._facts.kind is not ReportKind.NEWS or not published or self._facts.year is None:
            return False
        return int(published[:4]) == self._facts.year + 1 and bool(_ANNOUNCED.search(figure.sentence))

    def _months_past(self, figure: Figure, stated: str) -> bool:
        """2023年1月至5月受理163件 in a text of 2022 that appeared later: it has happened."""
        if figure.outlook:
            return False
        before = self._text[figure.sentence_start : figure.number.start]
        return bool(re.search(rf"{stated}年(?:\d{{1,2}}月?)?(?:至|-|—|到|~|前)\d{{1,2}}个?月", before))

    def _stated(self, figure: Figure) -> str | None:
        """The period that the words left of a figure state; None for none; or UNTELLABLE."""
        paragraph = figure.within.paragraph
        if _CARRIED_OVER.match(figure.raw):
            return self._last(figure.clause_start, figure.number.start, "clause")
        before = bisect_left(self._starts, figure.number.start)
        if not before or self._starts[before - 1] < paragraph.start:
            return self._of_heading(paragraph)
        for start, end, reach in (
            (figure.clause_start, figure.number.start, "clause"),
            (figure.sentence_start, figure.clause_start, "sentence"),
            (paragraph.start, figure.sentence_start, "paragraph"),
        ):
            told = self._starts[before - 1] >= start
            found = self._last(max(start, paragraph.start), end, reach) if told else None
            if found is None and reach == "sentence":
                found = self._continued(figure, paragraph)
            if found is None and told and self._says_now(start, end):
                return None
            if found is not None:
                spans = found == UNTELLABLE or "/" in found
                return str(self._facts.year) if spans and self._now(figure, reach) else found
        return self._of_heading(paragraph)

    def _continued(self, figure: Figure, paragraph: Paragraph) -> str | None:
        """其中2008年至2012年收到417件。作出维持裁决的221件…: what became of them is of the same years."""
        if not _CONTINUES.match(self._text, figure.sentence_start):
            return None
        start = max(paragraph.start, self._text.rfind("。", 0, max(0, figure.sentence_start - 1)) + 1)
        found = self._last(start, figure.sentence_start, "sentence before")
        return found if found and "/" in found else None

    def _says_now(self, start: int, end: int) -> bool:
        """2023年指出问题63个。今年要抽查案卷260宗: the year told before ends where the text says now."""
        first = bisect_left(self._starts, start)
        return any(
            match["now"]
            and _OUTRIGHT.match(match["now"])
            and not _COMPARING.search(self._text, start, match.start())
            for match in self._matches[first : bisect_left(self._starts, end)]
        )

    def _now(self, figure: Figure, reach: str) -> bool:
        """2021年以来收到290件，今年收到126件: a span of words before ends where the clause says now."""
        first = bisect_left(self._starts, figure.clause_start)
        within = self._matches[first : bisect_left(self._starts, figure.number.start)]
        return reach != "clause" and any(
            match["now"] and not _COMPARING.search(self._text, figure.clause_start, match.start())
            for match in within
        )

    def _of_heading(self, paragraph: Paragraph) -> str | None:
        if paragraph.start not in self._headed:
            self._headed[paragraph.start] = self._of_last_heading(paragraph)
        return self._headed[paragraph.start]

    def _of_last_heading(self, paragraph: Paragraph) -> str | None:
        if not paragraph.headings or paragraph.outlook:
            return None
        heading = paragraph.headings[-1]
        match = _IN_HEADING.search(self._text, heading.start, heading.end)
        return match[1] if match and int(match[1]) == (self._facts.year or 0) - 1 else None

    def _last_year(self) -> int:
        """去年 in a news text is seen from its publication, in a report from the year reported on."""
        untitled = self._facts.kind is ReportKind.OTHER and self._facts.title is None
        if self._facts.kind is not ReportKind.NEWS and not untitled:
            return (self._facts.year or 0) - 1
        published = self._facts.published_on
        return int(published[:4]) - 1 if published else self._facts.year or 0

    def _last(self, start: int, end: int, reach: str) -> str | None:
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
        if compared and not spans and not (compared.group() == "截至" and self._is_past(match)):
            return result
        if _AGAINST.match(self._text, match.end()) and self._text[match.start() - 1] in "和跟":
            return result
        if _TIMES.match(self._text, match.end()) and self._text[match.start() - 1] in "是为达":
            return result
        if match["now"]:
            # 自2010年以来累计486人，年末在矫255人: the span ends where the text says now.
            # 2009年底有23人，目前有38人: so does any year, where it says so outright.
            ends = result and ("/" in result or _OUTRIGHT.match(match["now"]))
            return str(self._facts.year) if ends else result
        found = self._year_of(match, reach)
        if found and result and "/" in result and self._text[match.start() - 1] in "至到" and found.isdigit():
            return f"{result[:4]}/{found}"  # 自1999年…颁布以来至2008年
        return result if found is None else found

    def _is_past(self, match: re.Match[str]) -> bool:
        """截至2023年末: the state of a year that is over, or of the report's own."""
        return bool(match["year"]) and int(match["year"]) <= (self._facts.year or 0)

    def _rules(self, match: re.Match[str], start: int, reach: str) -> bool:
        """Within its clause any year rules; further on only one that opens a clause, or a sentence."""
        if reach == "clause":
            return True
        sign = self._text[match.start() - 1] if match.start() else "\n"
        if reach == "paragraph":
            outright = match["now"] and _OUTRIGHT.match(match["now"])
            return sign in "。\n；" or bool(outright and sign == "，") or self._leads(match, start, sign)
        if _ASIDE.match(self._text, match.end()) and match.start() > start:
            return False
        numbered = _NUMBERED.fullmatch(self._text, start, match.start())
        leads = match.start() == start or sign in "、，。；：\n(" or numbered is not None
        return leads or bool(_LEADING.search(self._text, max(start, match.start() - 4), match.start()))

    def _leads(self, match: re.Match[str], start: int, sign: str) -> bool:
        """行政复议方面，2023年…; 2017年1037件，2018年增至1146件: a year behind a comma rules what follows."""
        if sign != "，":
            return False
        sentence = max(start, self._text.rfind("。", start, match.start()) + 1)
        at = bisect_left(self._starts, match.start())
        before = self._matches[at - 1] if at and self._starts[at - 1] >= sentence else None
        if before is None:
            return match.start() - sentence <= _LEAD
        return bool(match["year"] and before["year"]) and match["year"] > before["year"]

    def _of_plan_years(self, words: str, after: str) -> str | None:
        """“十二五”期间: its five years; “十四五”以来: its years up to the report's."""
        first = _PLAN_YEARS.get(words.lstrip('“"')[1:2])
        year = self._facts.year or 0
        if first is None or "十" not in words or first > year:
            return None
        last = year if "以来" in after[:5] else first + 4
        return f"{first}/{min(last, first + 4)}" if min(last, first + 4) <= year and last > first else None

    def _year_of(self, match: re.Match[str], reach: str) -> str | None:
        year = self._facts.year or 0
        far = reach == "paragraph"
        after = self._text[match.end() : match.end() + 14]
        if match["began"]:
            return None if far else f"{match['began']}/{match['until']}"
        if match["from"]:
            return None if far or _OF_PLAN.match(after) else f"{match['from']}/{match['to']}"
        if match["mid"]:
            plan = self._facts.kind is ReportKind.PLAN  # its own years
            named = "十" in match["mid"] and (plan or not _IN_PLAN_YEARS.match(after))
            if far or named:
                return None
            return self._of_plan_years(match["mid"], after) or UNTELLABLE
        if match["last"]:
            elsewhere = far or _NOT_LAST_YEAR.match(after)
            return None if elsewhere else str(self._last_year())
        since = match["since"] or _SINCE_MONTH.match(after)
        if since and _SORTED.search(self._text, max(0, match.start() - 4), match.start()):
            return None  # 清理1990年以来的文件
        if since:
            return f"{match['year']}/{year}" if not far and int(match["year"]) < year else None
        if far and match.group()[-1] in "底末" and int(match["year"]) < year - 1:
            return None  # 2009年底有23人。…: how things stood then is said in one sentence
        if _NO_PERIOD.match(after) or self._text[max(0, match.start() - 1) : match.start()] == "《":
            return None
        return str(match["year"])
