"""Which body below the reporting one a figure is of: 市环保局作出行政处罚147件, 湘潭县新收182件.

Here belongs what the names that open sentences, clauses and lists decide. What words alone say of a body is
whose.py, what kinds of things are parts is lists/parts.py, bodies told in a row by their names alone are
bodies_in_row.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import fields, restrictions, whose
from pipelines.extraction.text import views
from pipelines.model import Status

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_OF_PLACE = re.compile(
    r"全[省市县区州镇乡]|市县(?:两级)?(?=政务)|县乡(?:两级)?(?=政务)"
)  # 市本级许可事项243项，全市网办率97.6%
_OPENING = 16  # characters that open a sentence, among which a body may be named
# 甲县检查387家: a county in the report of the city above it.
_PLACE = re.compile(
    r"(?!个别|部分|少数|配合|协助)((?:(?![全我本各该两三四在到进对承省向由垦辖片与])[\u4e00-\u9fff]){1,4}?(?:[县市区旗]|[\u4e00-\u9fff]{0,3}自治[州县旗])|[市州县区地]本级|市局本级|市级|县级(?!以上)|[市州]直(?:机关|单位)"
    r"|县[级区]?(?:人民)?政府(?=负责人)|县级(?:行政)?复议机关)"
    r"(?=(?:全年|累计|年内)?(?:行政机关)?(?:负责人)?共?(?:败诉|胜诉|被诉|发案|执法检查|检查|处罚|立案|罚款|罚没|作出|受理|新收|收(?=\d)|收案|收件|受案|收到|办理|审结|查处|立案|开展|实施|调解|废止|抽查|评查|清理|年度|计划|应诉|聘请|办结|承办|取消|下放|压减|公布|评查|化解|调处|排查|移送|接待|解答|举办|出庭(?:应诉率)?|制发|印发|出台|报备|(?:纠错|败诉|审结|办结|结案|调解成功|出庭应诉|满意)率)"
    r"|共?\d(?!23[14]5)|[由从]\d|体量|数量)"
)
_DEPARTMENT = re.compile(
    rf"(?:{any_of('departments')})(?:执法|监管)?(?:部门|系统)"
    r"(?=共|全年|累计|监督检查|核发|抽检|劝导|制止|办理|受理|作出|查处|立案|实施|开展|办结|检查|出动|抽查|排查)"
)
BODY = re.compile(
    r"(?![全我本各该两三四])[\u4e00-\u9fff]{1,7}(?:[县市区旗镇乡局](?<!复议局)|街道|分局|支队|大队|中队|(?<=所)联合调解室|诉调对接中心|(?<!基层)(?<!个)(?:司法|派出)所)"
    r"|公安机关|(?![全我本各该两三四])[\u4e00-\u9fff()]{1,9}调委会|[市县区州]本级|(?![全我本各该两三四]|行政执法)[\u4e00-\u9fff]{2,6}(?<!职能)(?<!主管)(?<!有关)(?<!相关)(?<!本)(?<!各)部门"
)
NAMED = re.compile(rf"(?:唯独|只有|其中|而|另)?({BODY.pattern})")
_LABEL = re.compile(rf"({BODY.pattern})：")
_COUNTED_BODY = re.compile(
    rf"({BODY.pattern})(?:\d[\d,.]*[件起宗次]|(?<=局)(?:检查|巡查|排查|立案|罚没|行政(?:处罚|许可|强制|检查)(?:案件)?$))"
)
# 西陵区118件(受理102件): what a bracket tells is of the body that is told before it
_BEFORE_BRACKET = re.compile(rf"[、，；：。\n]({BODY.pattern})\d[\d,.]*[件起宗]$")
# 各乡镇共有司法所16个: what every town has is the whole.
OF_ALL = frozenset(
    f"organisation.{code}" for code in ("judicial_offices", "judicial_office_staff", "star_judicial_offices")
) | {"normative.filed", "normative.spot_check_opinions", "decision.catalogue_matters"}
# What lower bodies file is filed with the body; and the catalogue of 市本级 is the government's own.
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]是|(?:今年|20\d\d年)以来，?|[\u4e00-\u9fff]{2,6}期间(?=[\u4e00-\u9fff]{2,6}部门))"
)
_YEAR = re.compile(r"^20\d\d年度?，")
# 山高路远的岭头县办理207件
_FAR_OFF = re.compile(r"^[\u4e00-\u9fff]{2,10}的(?=[\u4e00-\u9fff]{1,4}[县市区旗])")
_AMONG = re.compile(r"^(?:其中[，：]?)?(?:全[县市区州](?=[\u4e00-\u9fff]{2,4}部门))?")
# 其中市本级收到318件，12个县市区收到1302件: those below are a part, told by their number.
_BELOW = re.compile(
    r"(?:\d{1,2}|[两三四五六七八九十]{1,3})个(县[(、]?[市区、]{1,3}[)]?区?|乡镇(?:\(街道\))?|镇街)"
    r"(?=(?:综合)?(?:行政)?执法人员|共?(?:收到|受理|新收|办理|审结|作出|实施|调解))"
)
# 部门、镇(街道)审结241件: all below the government together
_DEPARTMENTS_AND_TOWNS = re.compile(
    r"((?:[市县区]政府)?(?:所属)?部门[、和及](?:乡镇|镇街|镇|街道)(?:[(、](?:街道|乡|镇)[)]?)?)"
    r"(?=(?:共|全年)?(?:应诉|受理|办理|审结|办结|败诉|作出|实施|被诉|发生|新收))"
)
_TOTAL = re.compile("共(?!同)|合计|总计|累计")


def is_body(name: str) -> bool:
    """Tell whether a part's name is that of a body: 甲县, 市本级, 城关镇."""
    return bool(BODY.fullmatch(name))


class Bodies:
    """Names the bodies of the figures of a walk."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter
        self._opened: tuple[tuple[int, int, bool, bool], str | None] = (-1, -1, False, False), None

    def of(self, figure: Figure, best: Candidate | None) -> str | None:
        """The body below the reporting one that the figure is of, by what opens its clause or sentence."""
        if best is not None and best.indicator in OF_ALL:
            return None
        body = self._opening(figure, best)
        if body and best is not None and whose.serves_all(body, best.indicator):
            return None
        if body and body.endswith("调委会") and best is not None and best.indicator == "mediation.committees":
            return None  # 村居调委会203个: what is counted
        return body

    def _opening(self, figure: Figure, best: Candidate | None) -> str | None:
        text = self._walk.text
        if figure.bracket is not None:
            beside = _BEFORE_BRACKET.search(text, figure.sentence_start, figure.bracket)
            if beside:
                return beside[1]
        if figure.raw[:1] == "、":
            listed = self._opens(figure.number.start - len(figure.raw) + 1, figure, self._reporter.body)
            if listed:
                return listed  # 甲局办理3268件、乙局办理1427件
        among = text.startswith("其中", figure.clause_start)
        if among or figure.clause_start > figure.sentence_start:
            own = None if among else self._reporter.body  # 其中本局7件: of more bodies than its own
            named = self._opens(figure.clause_start, figure, own)
            if named:
                return named
        segment = self.segment(figure)
        opens = segment > figure.sentence_start
        named = self._opens(segment, figure, self._reporter.body) if opens else None
        if not named and opens and best is not None and self._divided(figure, best.indicator):
            next_one = NAMED.match(self._walk.text, segment, figure.number.start)
            named = next_one[1] if next_one else None
        anew = figure.clause_start > figure.sentence_start and _OF_PLACE.match(text, figure.clause_start)
        anew = anew or (opens and (whose.OURSELVES.match(text, segment) or _OF_PLACE.match(text, segment)))
        if named or anew:
            return named or self._labelled(figure)
        first = self._of_sentence(figure, best) or self._labelled(figure)
        before = text[figure.sentence_start : figure.number.start]
        planned = figure.status is Status.TARGET and "，" in before[before.rfind(first or "") :]
        if first and (planned or whose.attribute(first, before)):
            return None  # 市本级计划检查430家次，培训900人次
        return None if first and self._of_several(figure, first) else first

    def _labelled(self, figure: Figure) -> str | None:
        """青禾分局：检查1624家次…。罚款312万元: the body whose name is the label of the paragraph."""
        label = _LABEL.match(self._walk.text, figure.paragraph, figure.number.start)
        if label is None or whose.WHOLE_NAMES.search(label[1]) or label[1] == self._reporter.region:
            return None
        return None if whose.short_for(label[1], self._reporter.body) else label[1]

    def _of_several(self, figure: Figure, first: str) -> bool:
        """甲局检查386家次，乙局检查126家次，共检查1260家次: of no one body that the sentence names."""
        at = bisect_left(self._walk.starts, figure.number.start) - 1
        told = self._walk.drafts[at] if at >= 0 else []
        told = told if told and self._walk.figures[at].sentence_start == figure.sentence_start else []
        total = _TOTAL.match(self._walk.text, figure.clause_start)
        return bool(total and told and told[0].breakdown not in (None, first))

    def _divided(self, figure: Figure, indicator: str) -> bool:
        """其中甲局执法人员538人；乙局执法人员86人: whether the sentence has told a body's part of a code."""
        walk = self._walk
        for at in range(bisect_left(walk.starts, figure.number.start) - 1, -1, -1):
            if walk.figures[at].sentence_start != figure.sentence_start:
                return False
            told = walk.drafts[at]
            if told and told[0].indicator == indicator and told[0].breakdown:
                return is_body(told[0].breakdown)
        return False

    def in_segment(self, figure: Figure) -> str | None:
        """甲县检查上升30%、处罚下降44%；乙县…: the body that opens its part of the sentence."""
        segment = self.segment(figure)
        return self._opens(segment, figure, self._reporter.body) if segment > figure.sentence_start else None

    def _opens(self, start: int, figure: Figure, own: str | None) -> str | None:
        """其中甲局应对行政复议7件、行政诉讼12件: the body whose name the words from a place on begin with."""
        words = self._walk.text[start : min(figure.number.start, start + 20)]
        opening = _FAR_OFF.sub("", _AMONG.sub("", words))
        named = self._named(opening)
        if named:
            return named
        industry = fields.industry(opening)
        if industry:
            return industry
        below = _BELOW.match(opening)
        if below:
            return below[1]
        counted = _COUNTED_BODY.match(opening)  # 乙局143件，罚款12万元; 丙局检查企业486家次
        name = counted[1] if counted else whose.sub_body(opening, own)
        return name if name and opening.startswith(name) else None

    def _of_sentence(self, figure: Figure, best: Candidate | None) -> str | None:
        """其中，市政府本级受理…，审结…: the body that opens a sentence holds to its end."""
        end = min(figure.number.start, figure.sentence_start + _OPENING)
        enforced = best is not None and indicators()[best.indicator].domain == "enforcement"
        operation = (
            fields.operation(self._walk.text, figure.sentence_start, figure.number.start)
            if enforced
            else None
        )
        if operation:
            return operation
        first = self.segment(figure) == figure.sentence_start
        asked = figure.sentence_start, end, enforced, first
        if self._opened[0] != asked:
            opening = _LEAD.sub("", self._walk.text[figure.sentence_start : end])
            if first:
                opening = _YEAR.sub("", opening)  # 2024年，市本级制发…；持证率…: to the first semicolon
            headed = self._headed(figure) if enforced else None
            self._opened = asked, self._opened_by(opening, enforced=enforced) or headed
        return self._opened[1]

    def _headed(self, figure: Figure) -> str | None:
        """2.生态环境领域。出动执法人员…: the field of enforcement that the paragraph's heading names."""
        headings = [self._walk.text[one.start : one.end] for one in figure.within.paragraph.headings[-2:]]
        field = fields.headed(headings[-1], headings[0] if len(headings) > 1 else "") if headings else None
        return None if field is None or whose.short_for(field, self._reporter.body) else field

    def _opened_by(self, opening: str, *, enforced: bool) -> str | None:
        field = fields.opened(opening, enforced=enforced) or (fields.industry(opening) if enforced else None)
        if field:
            return field
        opening = _FAR_OFF.sub("", _AMONG.sub("", opening))
        body = whose.sub_body(opening, self._reporter.body)
        return self._named(opening) or body

    def _named(self, opening: str) -> str | None:
        """The county below a reporting city, department told for short or reviewer that words begin with."""
        department = _DEPARTMENT.match(opening)
        if department:
            own = whose.short_for(department[0], self._reporter.body)
            return None if own else department[0]
        below = _DEPARTMENTS_AND_TOWNS.match(opening)
        named = below[1] if below else restrictions.reviewer(opening)
        if named:
            return named
        place = None if self._reporter.lowest else _PLACE.match(opening)
        return place[1] if place and place[1] != self._reporter.region else None

    def segment(self, figure: Figure) -> int:
        """Where the words of one of several bodies begin: 各县区情况是：甲区受理…；乙县受理…."""
        text, start, end = self._walk.text, figure.sentence_start, figure.number.start
        begins = max(start, text.rfind("；", start, end) + 1, text.rfind("：", start, end) + 1)
        _, seen = views.opening(text, begins)  # 从败诉地区看，甲区败诉16件，败诉率12%
        return min(seen, end)
