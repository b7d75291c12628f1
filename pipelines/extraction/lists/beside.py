"""What the figure right before makes of a figure: parts of one thing, of the same part.

Here belongs what two neighbours tell of each other. Lists with a head are heads.py and parts.py, kinds
of what was inspected inspected_kinds.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists import put_right
from pipelines.extraction.lists.put_right import FOUND, PUT_RIGHT, RATE
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_JOINED = re.compile(
    r"([\u4e00-\u9fff()]{1,12}?(?:\([\u4e00-\u9fff、]+\))?)(?:党[政委组](?:主要)?负责(?:人|同志))?[、和及]"
)
_SUBJECT = re.compile(
    r"((?:国家|省|市|县|区)级(?=[“\"民规示])|[省市县区](?:人民)?政府(?:工作)?部门|[\u4e00-\u9fff]{1,6}?(?:\([\u4e00-\u9fff、]+\))?)"
    r"(?=党政|逐一|依法|年度|绩效|实行|主要|负责|班子|党委|党组|进行|开展|全部|完成|被|获|创建|入选|命名|的|纳入|为|[“\"规示]|民主|[，。；]|$)"
)
_OF_TOWNS, _TOWNS = frozenset({"enforcement.inspected_subdistricts"}), re.compile("[乡镇街]")
_BODIES_COUNTED, _PERSONS_COUNTED = frozenset({"个", "家", "所"}), frozenset({"名", "位"})
# What is told of what was inspected or investigated: found, put right, fined.
_OF_A_PART = frozenset(
    f"enforcement.{code}"
    for code in (
        "violations_found",
        "violations_rectified",
        "cases_opened",
        "penalties",
        "fines",
        "case_value",
        "transferred_cases",
    )
)
# 其中物业纠纷86件、成功81件: what came of a part, where it is no more than the part.
_CAME_OF = {
    "mediation.succeeded": "mediation.cases",
    "mediation.administrative_succeeded": "mediation.administrative_cases",
}


class Beside:
    """Compares the figures of a walk with the one right before."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def companion(self, index: int, figure: Figure, code: str) -> str | None:
        """其中简易程序5214件，罚款21万元: a second figure of a part, of a code whose whole stands before."""
        at = self._past_bracket(index)
        before = self._walk.figures[at] if at >= 0 else None
        part = self._walk.drafts[at][0] if before and self._walk.drafts[at] else None
        if before is None or part is None or part.breakdown is None or part.indicator == code:
            return None
        if part.indicator.partition(".")[0] != code.partition(".")[0]:
            return None  # 新建省级示范村2个，将败诉率控制在10%以下
        between = self._walk.text[before.number.end : figure.number.start]
        if re.search(r"[；。]|，(?:检查|执法|抽查|巡查)中", between):
            return None
        if code == RATE and put_right.is_rate_of_part(self._walk, at, figure):
            return part.breakdown
        came_of = _CAME_OF.get(code) == part.indicator and figure.number.value <= part.value
        if came_of or self._of_the_first(at, figure, code) or self._came_of_each(index, at, code):
            return part.breakdown
        if before.number.unit_class == figure.number.unit_class or self._of_several(at, figure, code):
            return None
        stated = any(self._states(other, figure, code) for other in range(index))
        return part.breakdown if stated or self._of_each(before, figure) else None

    def _came_of_each(self, index: int, at: int, code: str) -> bool:
        """其中处罚类120件，审结110件；许可类80件，审结78件: what became of each part, in the same unit."""
        part, figure, told = self._walk.figures[at], self._walk.figures[index], self._walk.drafts[at][0]
        domain = told.indicator.partition(".")[0]
        room = part.number.unit == figure.number.unit and figure.number.value <= part.number.value
        if not room or told.measure is not Measure.LEVEL or code.partition(".")[0] != domain:
            return False
        first = bisect_left(self._walk.starts, figure.sentence_start)
        drafts = (drafts[0] for drafts in self._walk.drafts[first:index] if drafts)
        again = any(draft.indicator == code and draft.breakdown is not None for draft in drafts)
        return again or self._of_each(part, figure)

    def _states(self, at: int, figure: Figure, code: str) -> bool:
        """Whether a figure tells of a code the whole, or a part in the sentence of another figure."""
        told, other = self._walk.drafts[at][:1], self._walk.figures[at]
        if not told or told[0].indicator != code:
            return False
        if told[0].breakdown is not None:
            return other.sentence_start == figure.sentence_start
        larger = other.number.value > figure.number.value
        return told[0].measure is Measure.LEVEL and (other.paragraph == figure.paragraph or larger)

    def _of_several(self, at: int, figure: Figure, code: str) -> bool:
        """其中甲所化解38件、乙会化解41件，协议金额32万元: whether it is told behind the parts of a list."""
        told = self._walk.text[figure.sentence_start : figure.number.start]
        begun = figure.sentence_start + max(told.rfind("其中"), told.rfind("；"))
        first = bisect_left(self._walk.starts, begun)
        listed = [drafts[0] for drafts in self._walk.drafts[first : at + 1] if drafts]
        alike = len({draft.indicator for draft in listed}) == 1 and listed[0].indicator != code
        return alike and len({draft.breakdown for draft in listed}) > 1

    def _of_the_first(self, at: int, figure: Figure, code: str) -> bool:
        """其中检查工地321家次，发现问题76个，立案24起: what was found in a part is of the part."""
        told = self._walk.text[figure.sentence_start : figure.number.start]
        behind = figure.sentence_start + max(told.rfind("其中"), told.rfind("；") + 1)
        parts = {
            draft.breakdown
            for index in range(bisect_left(self._walk.starts, behind), at + 1)
            for draft in self._walk.drafts[index][:1]
        }
        apart = self._walk.text.startswith(("，", "、"), self._walk.figures[at].number.end)
        part = self._walk.drafts[at][0]
        counts = part.measure is Measure.LEVEL
        found = part.indicator == FOUND  # 重大隐患83项，立案1216起; 重大隐患4项，已整改851项
        if part.indicator == "enforcement.coercions":
            return False  # 实施查封、扣押28件，移送公安机关11件
        if "随机" in (part.breakdown or "") and "其中" in told:
            return False  # 检查企业4182家次，其中双随机抽查867家次，发现问题1213个: in all of them
        of_all = found and (code not in PUT_RIGHT or figure.number.value > part.value)
        return code in _OF_A_PART and len(parts) == 1 and apart and counts and not of_all

    def _past_bracket(self, index: int) -> int:
        """普通程序5534件（含拆违618件），罚款241万元: the figure before, past brackets and shares."""
        figures = self._walk.figures
        at = index - 1
        while at > 0 and (
            figures[at].role in ("share", "change")
            or (figures[at].bracket is not None and figures[at].bracket != figures[index].bracket)
        ):
            at -= 1
        return at

    def _of_each(self, before: Figure, figure: Figure) -> bool:
        """其中甲类84件，罚款9万元；乙类42件，罚款3万元: told with each part, it is of the part."""
        of_next = (
            rf"；[^，。；\d]{{2,20}}\d[\d,.]*{re.escape(before.number.unit or '')}，{re.escape(figure.raw)}\d"
        )
        return re.compile(of_next).match(self._walk.text, figure.number.end) is not None

    def coordinate(self, index: int, figure: Figure, best: Candidate) -> list[Draft]:
        """20个乡镇、36个部门述法: what is said of both is a part of each, as no figure tells their sum."""
        before = self._walk.figures[index - 1] if index else None
        units = {before.number.unit, figure.number.unit} if before else set()
        if before is None or not (
            units <= _BODIES_COUNTED or (len(units) == 1 and units <= _PERSONS_COUNTED)
        ):
            return []
        joined = _JOINED.fullmatch(self._walk.text, before.number.end, figure.number.start)
        named = _SUBJECT.match(figure.right)
        told = self._walk.drafts[index - 1]
        alike = not told or (told[0].indicator == best.indicator and told[0].breakdown is None)
        matters = indicators()[best.indicator].unit == "项"  # 涉及36个部门、1142个服务事项
        if not (joined and named and alike and (best.used or told)) or before.role != "level" or matters:
            return []
        if not told and self._walk.reasons[index - 1] != "no_rule":
            return []
        if best.indicator in _OF_TOWNS and not _TOWNS.search(joined[1]):
            return []  # 15个执法单位和12个乡镇开展督查
        self._walk.drafts[index - 1] = [
            self._walk.draft(index - 1, best.indicator, figure.measure, joined[1], best)
        ]
        self._walk.reasons[index - 1] = None
        return [self._walk.draft(index, best.indicator, figure.measure, named[1], best)]
