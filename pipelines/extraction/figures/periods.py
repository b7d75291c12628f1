"""What years make of a figure: its period.

Here belongs the search for the year in force at a figure: in its clause, before it in the sentence, at the
head of the paragraph, in the heading, and at last the report's own. What words make of it a goal is aims.py,
what a heading says heading_years.py, and of which year the level before is bases.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.facts.report import Facts
from pipelines.extraction.figures.aims import Aims
from pipelines.extraction.figures.bases import Bases
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.heading_years import HeadingYears
from pipelines.extraction.figures.named_spans import UNTELLABLE
from pipelines.extraction.figures.points import Points
from pipelines.extraction.figures.year_words import YearWords
from pipelines.extraction.text.layout import Paragraph
from pipelines.model import ReportKind, Status

_AT_HAND = re.compile(r"现有|目前|现共有|已有|已建成")
_CONTINUES = re.compile(
    r"作出|协议(?:已|均)?履行|与此同时|同时，|(?:在此|这一|其)期间|其间|(?:审|办)结的(?:案件)?(?:当?中|里)|其中|经(?:调解|复议|审理)|(?:维持|撤销)[^，。；]{0,6}\d"
)
_THIS_YEAR_IN_ALL = re.compile(r"(?:当年|全年|今年|本年度?|年内)(?:累计|以来，[^。；]{0,16}累计)")
_IN_ALL = re.compile(r"累计(?:接收|解除|解矫|受理|办理)[^，。；]{0,12}$")
# 累计接收2365名，解除2179名: since the first of them was taken in
_OUT_OF_ALL = re.compile(
    r"累计(?:接收|接管|入矫)[^，。；\d]{0,14}\d[\d,]*余?[名人]，(?:已)?(?:解除|解矫|期满解除)[^，。；\d]{0,8}$"
)
_BY_NOW = re.compile(r"目前|在册|现有|本年|今年|年末")
# 2022年受理90件；上年结转6件: what is carried into the report's year is not of the year before.
_CARRIED_OVER = re.compile(r"[，；、]?(?:加上?|另有)?(?:上年度?(?:结转|遗留|未结)|结转上年度?)")
_EXPLICIT = re.compile(r"(20\d\d)年")
# 培训执法人员320人 over two years; 律师71名 is how many there are at their end
_DONE = re.compile(
    r"新增|培训|组织|开展|接收|接待|解除|办理|受理|服务|援助|受援|参[训加与]|救助|调解(?!员|委)|帮助|惠及|投入|出动|选派|聘"
    r"|招[录考聘]|录用|处分|追责|问责|建成|打造|检查|安置|发放|表彰|考核|轮训|查处|处罚|评选|创建"
)
_REACHED = re.compile(r"(?:[升降增减]至|达到?|跃升至|保留|整合为)[^，。；\d]{0,14}$")  # 满意率升至97.3%


class Periods:
    """Settles the periods of a document's figures."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts
        self._words, self._aims = YearWords(text, facts), Aims(text, facts)
        self._points = Points(text)
        self._headings = HeadingYears(text, facts)
        self._bases = Bases(text, facts, self._headings)

    def settle(self, figure: Figure) -> None:
        """Settle period and status of a figure, or the reason why it has none."""
        if self._facts.year is None:
            figure.reason = "year_unknown"
            return
        stated = self._stated(figure)
        if figure.role == "previous":
            figure.period = self._bases.period(figure, stated)
            if figure.period is None:
                figure.reason = "period_unknown"
        elif figure.role == "linked":
            explicit = _EXPLICIT.search(figure.raw)
            self._state(figure, explicit[1] if explicit else self._headings.of_plan(figure))
        elif figure.role == "goal":
            figure.period = stated or str(self._facts.year)
        elif figure.role == "dated":
            year = int(figure.period or 0)
            if year > self._facts.year or (self._facts.kind is ReportKind.PLAN and year == self._facts.year):
                figure.status = Status.TARGET
        elif stated == UNTELLABLE:
            figure.reason = "period_unknown"
        else:
            self._state(figure, stated)

    def _state(self, figure: Figure, stated: str | None) -> None:
        year = self._facts.year or 0
        plan = self._facts.kind is ReportKind.PLAN
        if self._aims.proposed(figure):
            figure.status, figure.period = Status.TARGET, stated or str(year)
            return
        if stated:
            last = int(stated[-4:])
            ahead = (last > year and not self._aims.past(figure, stated)) or (plan and last >= year)
            figure.period, figure.status = stated, Status.TARGET if ahead else Status.ACTUAL
            return
        if plan and _AT_HAND.search(figure.clause[: figure.number.start - figure.clause_start]):
            figure.period = str(year)
            return
        if plan or figure.outlook or self._aims.announced(figure):
            figure.status, figure.period = Status.TARGET, self._aims.period(figure)
            if not plan and not self._aims.named(figure):
                figure.reason = "outlook"
            return
        if self._aims.planned(figure):
            figure.status, figure.period = Status.TARGET, str(year)
            return
        if self._in_all(figure):
            figure.reason = "period_unknown"
            return
        of_last = self._of_its_last_year(figure) or self._tells_of_last(figure)
        figure.period = str(year) if of_last else self._facts.covered or str(year)
        figure.status = Status.TARGET if self._aims.required(figure) else Status.ACTUAL

    def _in_all(self, figure: Figure) -> bool:
        """累计接收2365名，解除2179名，在册186名: since the first of them, beside what there is now."""
        if "累计" not in figure.sentence or _THIS_YEAR_IN_ALL.search(figure.sentence):
            return False
        before = self._text[figure.sentence_start : figure.number.start]
        counted = _IN_ALL.search(figure.raw) or _OUT_OF_ALL.search(before)
        return bool(counted and _BY_NOW.search(figure.sentence))

    def _of_its_last_year(self, figure: Figure) -> bool:
        """In a report on two years, how many there are and what rose on the year before is of the last."""
        stock = figure.number.unit_class in ("person", "entity") and not figure.number.unit.endswith("次")
        there_are = (stock and not _DONE.search(figure.raw)) or bool(_REACHED.search(figure.raw))
        return self._facts.span is not None and (there_are or figure.role in ("change", "linked"))

    def _tells_of_last(self, figure: Figure) -> bool:
        """2023年受理487件…。 / 按事项分，…: a text on several years that has come to the last."""
        if self._facts.covered is None:
            return False
        opened = re.compile(rf"\n{self._facts.year}年(?!\d{{1,2}}月\d{{1,2}}日)")  # no date of its own
        return opened.search(self._text, 0, figure.paragraph) is not None

    def _stated(self, figure: Figure) -> str | None:
        """The period that the words left of a figure state; None for none; or UNTELLABLE."""
        paragraph = figure.within.paragraph
        if _CARRIED_OVER.match(figure.raw):
            return self._words.last(figure.clause_start, figure.number.start, "clause")
        begins = self._words.begins(figure.number.start)
        if begins < paragraph.start:
            return self._headings.of(paragraph)
        for start, end, reach in (
            (figure.clause_start, figure.number.start, "clause"),
            (figure.sentence_start, figure.clause_start, "sentence"),
            (paragraph.start, figure.sentence_start, "paragraph"),
        ):
            told = begins >= start
            begun = max(start, paragraph.start)
            if told and reach == "paragraph" and (points := self._points.around(paragraph, end)):
                found = self._words.last(points[1], end, reach)
                found = found or self._words.last(begun, points[0], reach)
            else:
                found = self._words.last(begun, end, reach) if told else None
            if found is None and reach == "sentence":
                found = self._continued(figure, paragraph)
            if found is None and told and self._words.says_now(start, end):
                return self._headings.of(paragraph) if self._facts.kind is ReportKind.PLAN else None
            if found is not None:
                spans = found == UNTELLABLE or "/" in found
                ends = reach != "clause" and self._words.span_ends(figure.clause_start, figure.number.start)
                return str(self._facts.year) if spans and ends else found
        return self._headings.of(paragraph)

    def _continued(self, figure: Figure, paragraph: Paragraph) -> str | None:
        """其中2008年至2012年收到417件。作出维持裁决的221件…: what became of them is of the same years."""
        if not _CONTINUES.match(self._text, figure.sentence_start):
            return None
        start = max(paragraph.start, self._text.rfind("。", 0, max(0, figure.sentence_start - 1)) + 1)
        found = self._words.last(start, figure.sentence_start, "sentence before")
        return found if found is not None and (found == UNTELLABLE or "/" in found) else None
