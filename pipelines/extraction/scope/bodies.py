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
from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import body_names, fields, stretches, whose
from pipelines.extraction.scope.body_names import BODY, NAMED, OF_ALL, is_body
from pipelines.extraction.text import views
from pipelines.model import Status

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_OF_PLACE = re.compile(
    r"全[省市县区州镇乡]|市县(?:两级)?(?=政务)|县乡(?:两级)?(?=政务)|[省市州县][、]?[市州县乡]两级共"
)  # 市本级许可事项243项，全市网办率97.6%
_OPENING = 16  # characters that open a sentence, among which a body may be named
_LABEL = re.compile(rf"({BODY.pattern})：")
# 西陵区118件(受理102件): what a bracket tells is of the body that is told before it
_BEFORE_BRACKET = re.compile(rf"[、，；：。\n]({BODY.pattern})\d[\d,.]*[件起宗]$")
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]是|\d{1,2}[.、．](?!\d)|(?:今年|20\d\d年)以来，?|[\u4e00-\u9fff]{2,6}期间(?=[\u4e00-\u9fff]{2,6}部门))"
)
_YEAR = re.compile(r"^20\d\d年度?，")
_DIVIDED_BY_PROPOSERS = "disclosure.proposals"  # 市直部门承办人大代表建议387件
_TOTAL = re.compile("共(?!同)|合计|总计|累计")


class Bodies:
    """Names the bodies of the figures of a walk."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter
        self._opened: tuple[tuple[int, int, bool, bool], str | None] = (-1, -1, False, False), None

    def of(self, figure: Figure, best: Candidate | None) -> str | None:
        """The body below the reporting one that the figure is of, by what opens its clause or sentence."""
        if best is not None and (best.indicator in OF_ALL or best.indicator == _DIVIDED_BY_PROPOSERS):
            return None
        body = self._opening(figure, best) or stretches.named_class(
            self._walk, figure, best, self.segment(figure)
        )
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
            next_one = NAMED.match(text, segment, figure.number.start)
            named = next_one[1] if next_one and not _OF_PLACE.match(text, segment) else None
        named = named or (stretches.operation(self._walk.text, figure, best, segment) if opens else None)
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
        opening = body_names.first_words(words)
        named = body_names.named(opening, self._reporter)
        if named:
            return named
        industry = fields.industry(opening)
        if industry:
            return industry
        counted = body_names.counted(opening)  # 乙局143件，罚款12万元; 丙局检查企业486家次
        if counted:
            return counted
        name = whose.sub_body(opening, own)
        return name if name and opening.startswith(name) else None

    def _of_sentence(self, figure: Figure, best: Candidate | None) -> str | None:
        """其中，市政府本级受理…，审结…: the body that opens a sentence holds to its end."""
        end = min(figure.number.start, figure.sentence_start + _OPENING)
        told = stretches.operation(self._walk.text, figure, best, figure.sentence_start)
        told = told or stretches.government(self._walk, figure, best)
        if told:
            return told
        enforced = best is not None and indicators()[best.indicator].domain == "enforcement"
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
        opening = body_names.first_words(opening)
        body = whose.sub_body(opening, self._reporter.body)
        return body_names.named(opening, self._reporter) or body

    def segment(self, figure: Figure) -> int:
        """Where the words of one of several bodies begin: 各县区情况是：甲区受理…；乙县受理…."""
        text, start, end = self._walk.text, figure.sentence_start, figure.number.start
        begins = max(start, text.rfind("；", start, end) + 1, text.rfind("：", start, end) + 1)
        _, seen = views.opening(text, begins)  # 从败诉地区看，甲区败诉16件，败诉率12%
        return min(seen, end)
