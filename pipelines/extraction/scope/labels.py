"""Whole or part by a figure's own words: 各类, 市本级, 涉企, 一审, a bureau before the rule's noun.

Here belongs what the words beside a rule's own restrict a figure to. What words alone say is restrictions.py,
which class of cases holds on classes.py, what the head of a list makes of a figure lists/parts.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import fields, instances, part_names, restrictions, told_beside, whose
from pipelines.extraction.scope.body_names import OF_ALL
from pipelines.extraction.scope.classes import Classes
from pipelines.extraction.scope.months import month_of
from pipelines.extraction.scope.respondents import OF_CASES
from pipelines.model import Status

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_OURS = re.compile(rf"{whose.OURSELVES.pattern}|全[省市县区州镇乡](?!直)")
_IN_ALL = re.compile(r"全[市县区州]|各类|(?<!公)共(?!同|享|建)|合计|总计")
_IN_LIST = re.compile(
    r"(?<!对)其中[，：]?[^，。；]{2,24}$|其中[^。；]{0,40}\d[^，。；]{0,4}、[^，。；]{2,24}$"
)
_WITH_OTHERS = re.compile(r"(?:其中[，：]?)?(?:与|会同|联合|配合)")  # 其中与公安等部门联合执法4次
_ALTOGETHER = re.compile("[和、及][^，。；]*(?:合计|共计|总共)$")  # 乡镇和部门共计73个单位
_BEFORE_NOUN = re.compile(r"(?![上下本各]级)[^两三各全]{1,6}(?:级|类|型|存量|增量)|存量|增量")
_DEED = re.compile(r"(?:行政)?(?:处罚|许可|强制|检查)$|治安调解|查办$")
_SHORT = 8  # characters of a kind before a noun
_KIND = 12  # characters of 危险废物经营 in 其中…、危险废物经营许可4件
_CONCERNED = re.compile(
    r"(涉(?!企|案|嫌|及)[\u4e00-\u9fff]{2,6}?)(?:环境)?(?:违法|案件)"
    r"|全[县市区州](乡镇(?:\(街道\))?|镇街)(?=(?:综合)?(?:行政)?(?:持证)?执法人员)"
)
# （二）咨询政策方面，本月共办理医疗报销等类工单312件: what the requests of a point are about
_REQUESTS_ON = re.compile(
    r"(?:\([一二三四五六七八九十]{1,3}\))?([\u4e00-\u9fff]{2,8}?)方面，?(?:(?:本|全)[月年季]|当月)?共?(?:办理|受理|承办)"
)
_COMMITTEES = re.compile(
    r"(?<![和及与、])((?:行业性|专业性|、)+(?:人民)?(?:调解委员会|调解组织|调委会))(?=(?:共|全年|累计)*(?:调解|调处|受理|化解|成功))"
)
# Whatever a clean-up is of, and wherever the offices are, they are all.
_NEVER_PART = OF_ALL | {"normative.cleanups_special"}
_OWN_OFFICE = re.compile(r"(?:市|州|地区)本级")
_OF_A_FIELD = frozenset({"enforcement.penalties", "enforcement.cases_opened"})
_OF_CASES_TOLD = frozenset({"enforcement.fines", "enforcement.case_value"})
_CLASS_FINED = re.compile(
    r"(?:共|累计)?查[处办](涉(?!企|案|嫌|及)[\u4e00-\u9fff]{2,8}?类?)(?:环境)?(?:违法)?案件\d[^。；]*$"
)
_NEAR = 30  # characters before a figure in which its body is named
_ABOUT = re.compile(r"^在?[\u4e00-\u9fff]{2,10}方面，")
_CLOSED = re.compile(r"(?<=[件起宗次份])\([^()]*\d[^()]*\)")  # 处罚98件(其中乡镇12件)、强制17件


class Labels:
    """Names what the figures of a walk are restricted to by their own words."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter
        self._classes = Classes(walk, reporter)

    def of(self, figure: Figure, best: Candidate) -> str | None:
        """Return the part that the words beside the rule's own restrict a figure to; None for the whole."""
        if best.indicator in _NEVER_PART:
            return None
        return (
            self._body_before(figure, best)
            or instances.ended(figure, best)
            or best.part
            or self._concerning(figure, best)
            or self._classes.of(figure, best)
            or (self._kind_left_over(figure, best) if best.rest else None)
            or month_of(figure.sentence, figure.number.start - figure.sentence_start)
        )

    def _kind_left_over(self, figure: Figure, best: Candidate) -> str | None:
        """抽取38个部门案卷342卷: what is counted itself is no name of a part."""
        name = self._left_over(figure, best)
        before = self._walk.text[figure.sentence_start : figure.number.start]
        return None if name and whose.counted(name, before) else name

    def _body_before(self, figure: Figure, best: Candidate) -> str | None:
        before = _CLOSED.sub("", self._walk.text[figure.sentence_start : figure.number.start])
        body = self._body_in(before, figure, best)
        if body and (whose.serves_all(body, best.indicator) or whose.counted(body, before)):
            return None
        return body

    def _body_in(self, before: str, figure: Figure, best: Candidate) -> str | None:
        own = self._reporter.body
        before = _ABOUT.sub("", before)  # 在纠纷调处方面，区医调委受理92件，成功率94.6%
        done = "作出" if _DEED.match(best.matched) else ""  # 县市场监管局处罚1029件
        body = whose.sub_body(best.rest[-24:] + done, own) if best.rest else None
        if body or _IN_ALL.search(figure.raw):
            return body
        upto = max(0, len(before) - len(figure.left))
        beside = before[:upto].rpartition("；")[2]
        ours = _OURS.match(before.rpartition("；")[2])
        near = whose.sub_body(beside[-_NEAR:], own, cut=len(beside) > _NEAR)
        first = near or (None if ours else whose.sub_body(before[:16], own))
        return None if first and self._left_behind(figure, first, before) else first

    @staticmethod
    def _left_behind(figure: Figure, name: str, before: str) -> bool:
        """市本级计划检查430家次，培训900人次: whether what is planned behind a body's is of no one body."""
        planned = figure.status is Status.TARGET and "，" in before[before.rfind(name) :]
        return planned or whose.attribute(name, before)

    def _left_over(self, figure: Figure, best: Candidate) -> str | None:
        """What the words that the rule left over name: a kind before its noun, a class, a kind of a list."""
        if _WITH_OTHERS.match(figure.raw) or _ALTOGETHER.search(figure.raw):
            return None
        if not best.matched and len(best.rest) <= _SHORT:
            named = part_names.part_label(best.rest)
            if _BEFORE_NOUN.fullmatch(named):
                return named
        qualifier = restrictions.qualifier(best.rest[-18:])
        if qualifier or not best.matched or len(best.rest) > _KIND:
            return qualifier
        enforced = indicators()[best.indicator].domain == "enforcement"
        before = self._walk.text[figure.sentence_start : figure.number.start]
        listed = enforced and _IN_LIST.search(before)
        return part_names.part_label(best.rest) or None if listed else None

    def _concerning(self, figure: Figure, best: Candidate) -> str | None:
        """查处涉危险废物环境违法案件6起; 市本级复议申请641件: what the figure's own words restrict it to."""
        if best.indicator == "service.hotline_requests":
            asked = _REQUESTS_ON.match(figure.sentence)
            return asked[1] if asked else None
        told = told_beside.kind(self._walk, figure, best)
        if told:
            return told
        domain = indicators()[best.indicator].domain
        if domain == "publicity":
            segment = self._walk.text.rfind("；", figure.sentence_start, figure.number.start) + 1
            begins = segment or figure.sentence_start
            told = fields.campaign(self._walk.text, begins, figure.number.start)
            return told if told and self._walk.stated(best.indicator) else None
        level = domain in OF_CASES and not self._reporter.lowest and _OWN_OFFICE.search(figure.raw)
        if level:
            return level[0]
        if best.indicator in _OF_A_FIELD and self._reporter.body == "government":
            field = restrictions.field(figure.raw)
            if field:
                return field
        if best.indicator in _OF_CASES_TOLD and (told := self._class_told(figure)):
            return told
        concerned = (domain == "enforcement" and _CONCERNED.search(figure.raw)) or (
            domain == "mediation" and _COMMITTEES.search(figure.raw)
        )
        named = concerned[concerned.lastindex or 0] if concerned else None
        own = named and named.startswith("涉") and named[1] in (self._reporter.body or "")
        return None if own else named  # 涉烟案件 are all that a 烟草专卖局 tells of

    def _class_told(self, figure: Figure) -> str | None:
        """查处涉自动监控案件37件，罚款380万元: the class of cases told right before their fines."""
        segment = self._walk.text.rfind("；", figure.sentence_start, figure.number.start) + 1
        told = _CLASS_FINED.match(self._walk.text, segment or figure.sentence_start, figure.number.start)
        own = told and told[1][1] in (self._reporter.body or "")
        return None if own or told is None else told[1]
