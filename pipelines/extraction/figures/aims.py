"""Whether a figure has happened or is aimed at, by its words: 力争达到30%, 计划检查300家次, 不低于95%的目标.

Here belongs what the words beside a figure say of that, and which year a goal is of that names none. Which
year is in force at a figure, and what a year that is to come makes of it, is periods.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.year_words import SO_FAR
from pipelines.model import Comparator, ReportKind

_ANNOUNCED = re.compile(r"今年(?!以来)[^。]{0,24}(?:将|力争|确保|计划|争取|目标|打算)")
_REQUIRED = re.compile(any_of("required"))
# 市里要求全年办案不少于3200件，满意率达到95%以上: so is what the next clause bounds
_ASKED_TOO = re.compile(r"要求[^，。；]*\d[^，。；]*，[^，。；\d]*\Z")
_ENSURED = re.compile(r"(?:确保|力争|争取)[^。；]{0,4}全年")  # news of July on the year that goes on
_WANTED = re.compile(
    r"(?:20\d\d年，?)?(?:今年，?)?(?:[我全][市县区州])?(?:将)?(?:力争|确保|争取)"
)  # opens a sentence
_TO_COME = re.compile(r"(?:下半年|下一步|接下来)，?[^，。；\d]{0,8}将")  # what a report of July goes on to
# 宣传周期间将举办…不少于30场; 年底前，…要达到100%: what news say of the rest of their year
_QUARTER = re.compile("[二三四]季度")
_WITHIN_YEAR = re.compile(r"(?:[二三四]季度|年底前|年内|\d月底前)|力争全年")
_DURING = re.compile(
    r"(?:[二三四]季度|年底前|年内|期间)[^，。；\d]{0,8}将|年底前，[^。；]*要(?:达到|实现)|力争全年"
)
_HALF_TOLD = re.compile(
    r"上半年|截至目?前?\d{1,2}月底?|今年以?来?(?:1|一)(?:至|-|到)[\d一二三四五六七八九]{1,2}月"
)
_NEXT_YEAR = re.compile(r"(?:^|[，；。：])(?:明|来)年[^。；]*(?:力争|争取|确保|计划|目标|将|要)")
_SURPASSED = re.compile(r"，实际")  # 培训不低于60学时，实际人均达到64学时
# 2019年底前网办率达到90%，市县级达到70%
_BY_THEN = re.compile(r"年底前(?![^。；]*已)[^。；]*(?:达到|达|实现)$")
_OF_GOAL = re.compile(r"(?:[、和][^。；，]{2,24}不[低少高]于\d[\d.]*%)*的(?:年度|既定)?(?:目标|任务)")
_GOAL = re.compile(any_of("goal"))
_PLANNED = re.compile(
    r"(?:拟|明确(?:今年|本年|全年)?将)(?:监督)?(?:检查|抽查)[^，。；率]*$"
    r"|(?:原|年初|年度)?(?:计划|排定)(?:安排)?(?:检查|抽查|评查|开展|办理|组织|培训|举办|废止|修[订改])[^，。；率]*$"
    r"|应(?:检查|抽查)[^，。；率\d]{0,6}$|(?:年初|上级)?(?:确定|下达|分配)的?[^，。；率\d]{0,12}任务(?:数|量|指标)?(?:为|是)?$"
    r"|(?:数量)?目标(?:值|数)?(?:为|是|定为)?$|须(?:达|提高|提升)到$"
)
_PLANNED_LIST = re.compile(r"计划(?:废止|修[订改])")
_PROPOSED = re.compile(r"(?:提出|明确|定下|确定)[^，。；“”]{0,6}“[^”]*$")
_SET_OUT = re.compile(r"(?:定下|确定|提出)[^，。；：\d]{0,4}目标：[^。]*$")
_SET_EARLY = re.compile("年初(?:提出|确定|定下|下达)的[^。；]*的(?:各项)?(?:目标|任务)")
# 会议要求，下半年立案数要增长20%，监督覆盖率达到100%; 建议市政府…达到100%: whatever follows is asked for
_ASKED = re.compile(
    r"(?:会议|会上)[^。，；]{0,6}(?:要求|强调|提出)，[^。]*?(?:要|须|必须|力争|确保)|建议(?:[省市县区州]政府|(?:有关|相关)部门)"
)
_CAME_OF_IT = re.compile(r"实事|任务|目标|(?:超额|全部)?完成")
_MONTHS = (
    r"(?:\d{1,2}月?)?(?:至|-|—|到|~|前)\d{1,2}个?月|(?:上半年|[前第]?[一二三]个?季度)(?!力争|计划|将|拟)"
)


class Aims:
    """Tells the goals among the figures of one text."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts

    def named(self, figure: Figure) -> bool:
        """Whether the sentence of a figure has a word for a goal."""
        return _GOAL.search(figure.sentence) is not None

    def planned(self, figure: Figure) -> bool:
        """年初计划检查300家次; 计划废止12件、修订9件: whether it was only planned, alone or in a list."""
        listed = figure.raw.startswith("、") and _PLANNED_LIST.match(figure.clause)
        return bool(listed) or _PLANNED.search(figure.raw) is not None

    def required(self, figure: Figure) -> bool:
        """达到不低于95%的目标, 培训须不少于60学时: whether a bound is what somebody asks for."""
        if figure.number.comparator not in (Comparator.AT_LEAST, Comparator.AT_MOST):
            return False
        said = self._text[figure.sentence_start : figure.number.start]
        wanted = _ENSURED.search(said) or _WANTED.match(said)
        ensured = self._facts.kind is ReportKind.NEWS and wanted
        of_goal = _OF_GOAL.match(self._text, figure.number.end) or _SURPASSED.match(
            self._text, figure.number.end
        )
        asked = _REQUIRED.search(figure.clause) or _ASKED_TOO.search(said)
        return bool(of_goal or ensured or asked or _TO_COME.match(said))

    def _during(self, figure: Figure) -> bool:
        """年底前，检查覆盖率要达到100%; 力争全年查处1700起, in news of that year."""
        if self._facts.kind is not ReportKind.NEWS or self._facts.appeared_later is not None:
            return False
        return _DURING.search(self._text, figure.sentence_start, figure.number.start) is not None

    def period(self, figure: Figure) -> str | None:
        """确保全年办理500件: of the year that news have told half of (截至6月底), else of the next."""
        news = self._facts.kind is ReportKind.NEWS and self._facts.appeared_later is None
        if self._next_year(figure) and self._facts.year and self._facts.kind is not ReportKind.PLAN:
            return str(self._facts.year + 1)
        if self._facts.kind is not ReportKind.PLAN and self._of_the_rest(figure):
            return str(self._facts.year)
        ends = _QUARTER if figure.outlook else _WITHIN_YEAR
        of_this = str(self._facts.year) == (self._facts.published_on or "")[:4]
        if of_this and ends.search(self._text, figure.sentence_start, figure.number.start):
            return str(self._facts.year)
        if news and "全年" in figure.clause and _HALF_TOLD.search(self._text, 0, figure.sentence_start):
            return str(self._facts.year)
        return self._facts.target_period

    def _of_the_rest(self, figure: Figure) -> bool:
        """力争全年审结率达到95%, in a report that tells 今年以来: of the year that goes on."""
        said = self._text[figure.sentence_start : figure.number.start]
        return bool(_ENSURED.search(said)) and "今年以来" in self._text[: figure.sentence_start]

    def past(self, figure: Figure, stated: str) -> bool:
        """Whether a year after the report's own has begun and the figure is of its months that are over."""
        return self._months_past(figure, stated) or self._so_far(figure, stated)

    def proposed(self, figure: Figure) -> bool:
        """年初提出“全年办案1.1万件”任务; 下半年定下目标：…; 会议要求，…: what was set or asked for."""
        said = self._text[figure.sentence_start : figure.number.start]
        asked = said.startswith(("会", "建议")) and _ASKED.match(said)
        if asked or (self._during(figure) and not self._next_year(figure)):
            return True
        if "底前" in said and figure.number.unit_class == "percent" and _BY_THEN.search(said):
            return True
        coming = figure.outlook or "今年" in said  # which year that is, announced() tells
        quoted = "“" in said and _PROPOSED.search(said)
        set_out = ("目标：" in said and not coming and _SET_OUT.search(said)) or (
            "年初" in said and _SET_EARLY.match(figure.sentence)
        )
        return bool((quoted or set_out) and _CAME_OF_IT.search(figure.sentence))

    def announced(self, figure: Figure) -> bool:
        """今年，我市将力争调解率达到30%以上, in news of the year after the one told of: what is to come.

        And 明年将降低门槛，力争办案1800件, whatever the text.
        """
        if self._next_year(figure):
            return True
        published = self._facts.published_on
        if self._facts.kind is not ReportKind.NEWS or self._facts.year is None:
            return False
        later = int(published[:4]) == self._facts.year + 1 if published else "去年" in self._text
        return later and bool(_ANNOUNCED.search(figure.sentence))

    def _next_year(self, figure: Figure) -> bool:
        """明年将继续降低门槛，力争办案1800件."""
        return _NEXT_YEAR.search(figure.sentence, 0, figure.number.start - figure.sentence_start) is not None

    def _so_far(self, figure: Figure, stated: str) -> bool:
        """今年以来办理412件 in news that appeared in June: it has happened."""
        told = stated == self._facts.appeared_later and not _GOAL.search(figure.clause)
        return told and SO_FAR.search(self._text, figure.paragraph, figure.number.start) is not None

    def _months_past(self, figure: Figure, stated: str) -> bool:
        """2023年1月至5月受理163件, 2023年上半年收到812件 in a text of 2022: it has happened."""
        if figure.outlook:
            return False
        before = self._text[figure.sentence_start : figure.number.start]
        return bool(re.search(rf"{stated}年(?:{_MONTHS})", before))
