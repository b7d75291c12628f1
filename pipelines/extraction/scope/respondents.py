"""Against whom cases were brought, or which kind is their largest: 以公安局为被申请人的70件; 治安类占比最高.

Here belongs which of the figures told before such a part is a part of. Other parts are lists/parts.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.scope import part_names
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

OF_SUITS = frozenset({"reconsideration", "litigation"})
OF_CASES = OF_SUITS | {"mediation", "legal_service"}
_RESPONDENT = re.compile(
    r"以((?:[^，。；、\d()]|\([^()\d]{1,8}\)){2,12}?)为被(?:申请人|告)的?$|^([^，。；、\d我本]{2,8}?)(?:作|成)?为(?:共同)?被(?:申请人|告)的?$|被(?:申请人|告|诉单位)(?:[是为]|涉及)([^，。；、\d]{2,12}?)的?$"
)
_LARGEST = re.compile(
    r"([\u4e00-\u9fff]{2,8}类)(?:案件|纠纷|争议)?(?:数量|案件数|占比)?(?:最[高多大]|居首位?|较多)"
)
# 法医临床最多，为1702件，法医物证次之，为233件
_RANKED = re.compile(
    r"(?:^|[，；：])(?:其中，?)?(?:涉及?)?([\u4e00-\u9fff]{2,8}?)(?:的?(?:案件|申请|纠纷|争议)(?:数量?)?)?(?:数量)?"
    r"(?:最[多高大]|次之|居次)，(?:[为是有达共计]|达到|高达|共有|共计)?$"
    r"|(?:^|[，；：])(?:排名?[在名]?|位居)?(?:首位|第一位?)的(?:是|为)([\u4e00-\u9fff]{2,10}?)，?(?:[有达共计]|达到|高达|共有|共计)?$"
)
_MOSTLY = re.compile(r"^被申请人以([^，。；\d]{2,10}?)(?:居多|为主|最多)$")
_OPENS = re.compile(r"(?:从)?被(?:申请人|告)(?:中|看|方面|构成|[为是])?[，：。]?(?=[\u4e00-\u9fff])")
_OF_SEVERAL = re.compile("[合共]占|[两三]者")
_CUT = re.compile("合计$")
_RESPONDENTS_NAME = re.compile(
    r"[\u4e00-\u9fff()、]{1,12}(?:政府|部门|机关|局|委员会|街道(?:\(镇\))?|乡镇(?:\(街道\))?|办事处|公安|交警|人社)"
)
_BROUGHT = frozenset({"litigation.cases", "reconsideration.received", "reconsideration.accepted"})
_FIRST = frozenset({"litigation.first_instance"})  # （二）一审案件被告情况
_BROUGHT_ANEW = _BROUGHT | _FIRST
_SHARE_OFF = 0.1  # points between a share as printed and as computed
_FAR = 24  # figures between what was brought and against whom


class Respondents:
    """Reads such parts of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """The figure as a part of the cases that were brought, or of those told last."""
        brought = _RESPONDENT.search(figure.raw)
        said = self._walk.text[figure.sentence_start : figure.number.start]
        ranked = _RANKED.search(said) if "最" in said or "次" in said or "的是" in said else None
        match = brought or ranked or _LARGEST.match(figure.left) or _MOSTLY.search(figure.before)
        if match is None:
            return self._listed(index, figure)
        base = self._walk.heads.last(index)
        fits = base is not None and base.indicator in _BROUGHT_ANEW and base.value >= figure.number.value
        domain = "litigation" if "被告" in figure.raw else "reconsideration"
        made_up = self._made_up(figure, domain) if brought else None
        if made_up is not None:
            base = made_up
        elif brought and not (fits and base and base.breakdown is None and base.indicator.startswith(domain)):
            base = self._brought(index, figure, domain) or base
        if base is None or not (ranked or indicators()[base.indicator].domain in OF_CASES):
            return []
        if brought and base.indicator == "litigation.head_appearances":
            return []  # 负责人出庭912件。市政府作为被告的38件中，市领导出庭6件: cases, no appearances
        label = part_names.part_label(next(filter(None, match.groups())))
        room = base.value >= figure.number.value and self._walk.heads.alike(base, figure)
        if not room or not label or label[0] in "我本":
            return []
        return [replace(base, figure=index, breakdown=label, value=signed_value(figure), score=1)]

    def _listed(self, index: int, figure: Figure) -> list[Draft]:
        """被申请人中甲分局39件居首，乙局23件次之: the next of those that a sentence lists as respondents."""
        before = self._walk.text[figure.sentence_start : figure.number.start]
        opened = _OPENS.match(before)
        if opened is None or "其中" in before or figure.number.unit_class != "case":
            return []
        name = _CUT.sub("", part_names.part_label(before[opened.end() :].rpartition("，")[2]))
        base = self._brought(index, figure, "litigation" if "告" in opened[0] else "reconsideration")
        if base is None or not _RESPONDENTS_NAME.fullmatch(name):
            return []
        return [replace(base, figure=index, breakdown=name, value=signed_value(figure), score=1)]

    def _made_up(self, figure: Figure, domain: str) -> Draft | None:
        """为被申请人的206件，…为被申请人的139件，其余12件: of what all that the sentence counts add up to."""
        figures = self._walk.figures
        first = bisect_left(self._walk.starts, figure.sentence_start)
        told = takewhile(lambda one: one.sentence_start == figure.sentence_start, figures[first:])
        counted = [one for one in told if one.role == "level" and one.number.unit == figure.number.unit]
        total = sum(one.number.value for one in counted)
        found = (drafts[0] for drafts in reversed(self._walk.drafts[max(0, first - _FAR) : first]) if drafts)
        brought = (one for one in found if one.indicator in _BROUGHT and one.indicator.startswith(domain))
        wholes = (one for one in brought if one.breakdown is None and one.measure is Measure.LEVEL)
        return next((one for one in wholes if one.value == total), None) if len(counted) > 1 else None

    def _brought(self, index: int, figure: Figure, domain: str) -> Draft | None:
        """新收118件，一审79件、再审5件。以县政府为被告的16件: of all brought, as its share tells."""
        said = self._walk.text[figure.sentence_start : figure.number.start].rpartition("；")[2]
        first = "一审" in figure.heading or said.startswith("一审案件中")
        told = any(one and one[0].indicator in _BROUGHT for one in self._walk.drafts)
        codes = _FIRST if domain == "litigation" and (first or not told) else _BROUGHT
        found = [
            drafts[0]
            for drafts in reversed(self._walk.drafts[max(0, index - _FAR) : index])
            if drafts and drafts[0].indicator in codes and drafts[0].indicator.startswith(domain)
            if drafts[0].breakdown is None and drafts[0].measure is Measure.LEVEL
            if drafts[0].period == figure.period and drafts[0].value >= figure.number.value
        ]
        after = self._walk.figures[index + 1] if index + 1 < len(self._walk.figures) else figure
        alone = after.role == "share" and not _OF_SEVERAL.search(after.raw)  # 两者合占33.7%
        if alone and after.number.unit_class == "percent":
            shares = [abs(100 * figure.number.value / whole.value - after.number.value) for whole in found]
            found = [whole for whole, off in zip(found, shares, strict=True) if off < _SHARE_OFF]
        return found[0] if found else None
