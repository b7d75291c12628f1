"""The parts of a list: what its head makes of a figure.

Here belongs the name of the part. What a figure's own words restrict it to is scope/labels.py, which figure
heads a list heads.py, what the figure right before makes of it beside.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.expressions.lexicon import lexicon
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.body_names import is_body
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_OF_THE_YEAR = re.compile(r"(?:受理|新收|收到|收案|办理)?")
_OF_PLACE = re.compile(r"全[省市县区州旗镇]")  # 持证人员中，县直部门占79%，全县持证人员1126人
# 其中3个单位、2个乡镇: 单位 is the noun of the number before; 与县直部门下沉的6名干部混编
_OF_ANOTHER = re.compile(r"[、和及]$|^，?与")
_ASKED, _ANSWERS = "disclosure.requests_received", "disclosure.requests_answered"
_ANSWERED = re.compile(r"(?:予以|同意|部分|不予)公开|无法提供|信息不存在|不予处理|其他处理")
# 公安5912件、城管906件，其余14家合计892件: what the others of a list make together
_THE_OTHERS = re.compile(r"(其[余他它]\d+[家个所][\u4e00-\u9fff]{0,8}?)(?:共|合计|共计|总计|一共|为)?$")
_DISPUTE = re.compile(rf"(?:{any_of('disputes')})|[\u4e00-\u9fff]{{2,8}}(?:纠纷|争议)$")
# 许可9714件、处罚5208件、其他668件: what is left where all else has a code of its own is no kind
_EACH_WITH_CODES = frozenset({"enforcement.acts_total", "reconsideration.concluded"})
_LONGEST = 24  # characters of a part's name
_BODIES_COUNTED = frozenset({"organisation.assessed_entities"})
_NEW_ACT = re.compile(
    r"^(?!.*(?:类|领域)$)(?:打造|建设|建立|建成|创建|设立|成立|培育|培养|举办|开展|组织|下发|下达|制发|印发|制定|发放|培训|命名|向[^，。；\d]{2,8}(?:发送|发出|制发))"
)

_OF_KIND = "(?:类|案件?|诉讼|代理|辩护)*"


def _kinds_in(base: Draft, label: str) -> list[str]:
    """Return the codes of the kinds that a label consists of: 民事行政案件 of two, 行政机关委托 of none."""
    kinds = next((k for of, k in lexicon().kinds.items() if base.indicator in (of, *k.values())), None)
    if kinds is None:
        return []
    named = "|".join(kinds)
    if not re.fullmatch(rf"(?:(?:{named}|附带){_OF_KIND})+", label):
        return []
    return [kinds[name] for name in re.findall(named, label)]


class Parts:
    """Names the parts in the lists of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def part(self, index: int, figure: Figure, base: Draft, best: Candidate | None) -> list[Draft]:
        """Return the figure as a part of the head of its list; nothing where its words name no part."""
        if base.measure is not Measure.LEVEL or not self._walk.heads.alike(base, figure):
            return []
        again = figure.raw == "、" and figure.left  # 甲局9件、6万元: the name of the number before
        if best is None and _OF_ANOTHER.search(figure.raw) and not again:
            return []
        if best is not None and base.figure < 0 and _OF_PLACE.match(figure.left):
            return [self._walk.draft(index, best.indicator, figure.measure, None, best)]
        label = self._part_name(index, figure, base, best)
        own_noun = best is not None and not best.rest and best.matched == figure.left
        of_the_year = own_noun or _OF_THE_YEAR.fullmatch(label)
        if of_the_year and figure.period and figure.period != base.period:
            return [
                replace(base, figure=index, breakdown=None, value=signed_value(figure), period=figure.period)
            ]
        base = self._of_cases(base, label) if best is None else base
        if best is None and base.breakdown is None and (kinds := _kinds_in(base, label)):
            return [self._of_kind(kinds[0], index, figure, base)] if len(kinds) == 1 else []
        answered = base.indicator == _ASKED and bool(_ANSWERED.fullmatch(label))
        if not self._names_part(label, figure, base, best, answered=answered):
            return []
        if answered:
            base = replace(base, indicator=_ANSWERS)  # 新收申请73件。其中，予以公开15件
        within = figure.bracket is not None or self._walk.heads.named(index) or self._of_body(figure, base)
        whole = part_names.nested(base.breakdown, label) if within else label
        return [
            replace(
                base,
                figure=index,
                breakdown=whole,
                value=signed_value(figure),
                score=1,
                period=self._period(figure, base),
            )
        ]

    def _of_kind(self, code: str, index: int, figure: Figure, base: Draft) -> Draft:
        """代理诉讼案件6842件，其中刑事1437件: the kind has a code of its own."""
        period = self._period(figure, base)
        return replace(base, indicator=code, figure=index, value=signed_value(figure), score=1, period=period)

    def _of_cases(self, base: Draft, label: str) -> Draft:
        """受理3905件，成功3846件，其中婚姻家庭1127件: kinds of disputes are of those taken on."""
        if base.indicator != "mediation.succeeded" or base.breakdown or not _DISPUTE.match(label):
            return base
        sentence = self._walk.figures[base.figure].sentence_start if base.figure >= 0 else -1
        for at in range(base.figure - 1, -1, -1):
            told = self._walk.drafts[at]
            if self._walk.figures[at].sentence_start != sentence:
                return base
            if told and told[0].indicator == "mediation.cases" and told[0].breakdown is None:
                return told[0]
        return base

    @staticmethod
    def _names_part(
        label: str, figure: Figure, base: Draft, best: Candidate | None, *, answered: bool
    ) -> bool:
        """Whether a label may name a part of a head: no deed, no outcome with a code of its own."""
        if not label or len(label) > _LONGEST:
            return False
        if figure.number.unit_class == "percent" and not part_names.restricts(label):
            return False
        if base.indicator.startswith("reconsideration.") and label.startswith(("行政诉讼", "行政应诉")):
            return False  # 被申请复议3件，其中维持2件；行政诉讼2件
        if best is not None:
            return True
        if label == "其他" and base.indicator in _EACH_WITH_CODES:
            return False
        ways = base.indicator == "litigation.lost" or label.endswith("撤回申请")  # 因和解撤回申请
        outcome = not ways and not answered and part_names.OUTCOME.search(label)
        return not (part_names.DEED.match(label) or outcome or _NEW_ACT.match(figure.left))

    def _of_body(self, figure: Figure, base: Draft) -> bool:
        """市本级处罚88件，其中事故类23件: whether a sentence divides what it tells of one body."""
        if base.breakdown is None or not is_body(base.breakdown) or base.figure < 0:
            return False
        counted = base.indicator in _BODIES_COUNTED  # 38个县直部门述法，其中现场9个
        return not counted and self._walk.figures[base.figure].sentence_start == figure.sentence_start

    def _period(self, figure: Figure, base: Draft) -> str:
        """“十二五”期间办理380件。其中，农民工案件96件: a part without a year of its own has its whole's."""
        before = self._walk.text[figure.sentence_start : figure.number.start]
        if "/" in base.period and before.startswith("其中") and "年" not in before:
            return base.period
        return figure.period or base.period

    def _part_name(self, index: int, figure: Figure, base: Draft, best: Candidate | None) -> str:
        """What the words name: the kind that the rule counts, what it left over, or the part told before."""
        others = _THE_OTHERS.search(self._walk.text, figure.sentence_start, figure.number.start)
        if others:
            return others[1]
        if best is None:
            return part_names.part_label(figure.left)
        named = best.part or best.member or part_names.part_label(best.rest)
        if named or not best.matched:
            return named or part_names.part_label(figure.left)
        for at in range(index - 1, -1, -1):
            before, drafts = self._walk.figures[at], self._walk.drafts[at]
            if re.search(r"[；。]", self._walk.text[before.number.end : figure.number.start]):
                break
            if drafts and drafts[0].indicator == base.indicator:
                break
            if before.bracket is None and drafts and drafts[0].breakdown:
                return drafts[0].breakdown
        return part_names.part_label(figure.left)
