"""Shares that words tell: 占收案总数的16.9%, 网上申请占87%.

Here belongs finding what a share is of: its own label, or the figure before it. Words that make a
share one of no count are uncounted_shares.py; shares that betray a part by arithmetic are sums/shares.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.comparisons import uncounted_shares
from pipelines.extraction.comparisons.anchors import Anchors
from pipelines.extraction.comparisons.changed_before import FORMER, ChangedBefore
from pipelines.extraction.comparisons.share_wholes import whole_named
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.listed import of_others
from pipelines.extraction.lists.under_heads import names_part
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.own_business import OUTCOMES
from pipelines.extraction.text import views
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_SHORT_NAME = 10
_INSPECTED = re.compile("抽查|检查")
_KINDS = re.compile(r"[两三四]类")
_AMONG = re.compile(r"([^，。；、\d]{2,12}?(?:(?=人群)|案件|人员|对象))(?:人群)?中([\u4e00-\u9fff]+)")
_POINT = re.compile("；(?:[一二三四五六]是|\\([一二三四五六]\\))[^，。；]*，")
_OF_YEAR = re.compile(r"占全年(?:总[数量])?的$")
_NUMBERED = re.compile("^[一二三四五六]是")
_SOME_MONTHS = re.compile("期间|月|季度|上半年|下半年|期$|行动")
_CLASS = re.compile(r"类(?:案件|申请)?$")  # a class of what has been told, whatever its name counts elsewhere
_BOTH = re.compile(
    r"(?:[^，。；]{0,2}者|[两三四]项|(?:上述|这)?[两三四五]?[个家]?(?:单位|部门|领域|乡镇|类型?(?:案件|纠纷)?))?(?:合计|加总?|相加|共)?"
)
# 收到申请74件，主要集中在动迁安置和环境整治，占83.8%
_CONCENTRATED = re.compile(r"主要(?:集中)?(?:在|为|涉及)([\u4e00-\u9fff、]{2,20})")
_OF_CASES = re.compile(r"(?:渠道|方式|类型|类别|事项|领域|案由)$")
_OF_OUTCOMES = OUTCOMES | {"reconsideration.corrected"}


class ToldShares:
    """Reads the shares of a walk."""

    def __init__(self, walk: Walk, anchors: Anchors) -> None:
        self._walk, self._anchors, self._before = walk, anchors, ChangedBefore(walk, anchors)

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """A share, of its own label or of the figure before it."""
        if uncounted_shares.of_no_count(self._walk, index, figure):
            return []
        if figure.label == FORMER:
            return self._of_former(index, figure)
        if figure.label and not _BOTH.fullmatch(figure.label) and not _KINDS.match(figure.label):
            unknown = uncounted_shares.label_uncounted(self._walk, figure)
            return [] if unknown else self.of(index, figure, figure.label)
        concentrated = _CONCENTRATED.fullmatch(figure.before) if figure.raw in ("占", "，占") else None
        if concentrated:
            return self.of(index, figure, concentrated[1])
        if uncounted_shares.anchor_uncounted(self._walk, index, figure):
            return []
        if _OF_YEAR.search(figure.raw):
            return self._of_some_months(index)
        return [
            replace(
                draft,
                figure=index,
                measure=Measure.SHARE_PCT,
                value=signed_value(figure),
                period=figure.period or draft.period,
            )
            for draft in self._anchors.of(index)
        ]

    def _of_some_months(self, index: int) -> list[Draft]:
        """攻坚期间出动942人次，占全年的四成: what has a share of the year is not the year's."""
        told = self._anchors.of(index)
        if told and told[0].breakdown is None and told[0].figure >= 0:
            level = self._walk.figures[told[0].figure]
            if _SOME_MONTHS.search(level.sentence, 0, level.number.start - level.sentence_start):
                self._walk.drafts[told[0].figure], self._walk.reasons[told[0].figure] = [], "no_rule"
            return []
        figure = self._walk.figures[index]
        share = Measure.SHARE_PCT
        return [replace(draft, figure=index, measure=share, value=signed_value(figure)) for draft in told]

    def _of_former(self, index: int, figure: Figure) -> list[Draft]:
        """甲局214件、乙局187件，前者占35.8%: of the former of the two parts told last."""
        former = self._before.of_two(index, FORMER)
        part = former and former[0].breakdown is not None
        share = Measure.SHARE_PCT
        return [replace(former[0], figure=index, measure=share, value=signed_value(figure))] if part else []

    def of(self, index: int, figure: Figure, label: str) -> list[Draft]:
        """A share of what a label names: a code, or a part of the figures told last."""
        best = None if _CLASS.search(label) else self._walk.own_match(index, figure, label, "", spread=True)
        if best and (self._among_persons(index, best) or self._goes_on(index, best)):
            best = None
        if best:
            rest = part_names.part_label(best.rest.strip("、和及其中受理的"))
            part = rest or best.part or best.member or self._told_part(index, best, label)
            return [self._walk.draft(index, best.indicator, Measure.SHARE_PCT, part, best)]
        among = self._among(index, figure, label)
        if among or _AMONG.fullmatch(label):
            return among  # 受理复议案件102件，行政处罚案件中公安占62.5%: of a kind that no count is told of
        told = self._part_named(index, label) or whole_named(self._walk, index, figure)
        base = told or self._walk.heads.last(index, cases=self._of_cases(figure, label))
        counted = label.endswith("量")  # 县审批局办理量占全县的45.5%
        name = "" if counted else part_names.part_label(_NUMBERED.sub("", label))
        if base is None or not name or not self._near(index, base, name) or self._of_unread(index, base):
            return []
        since = self._walk.figures[base.figure].number.end if base.figure >= 0 else figure.number.start
        if name.startswith("的") or _POINT.search(self._walk.text, since, figure.number.start):
            return []  # 律师263名；三是规范化水平不高，不合格的占7.5%
        if base.indicator.startswith("enforcement.licences") and _INSPECTED.search(name):
            return []  # 不予许可43件。跨部门抽查占比为31.4%
        if part_names.OUTCOME.match(name) and base.indicator in _OF_OUTCOMES:
            return []  # 直接纠错22件，维持占52.5%: of all that were decided
        itself = base.breakdown is None and len(name) > 2 and name in indicators()[base.indicator].name_zh
        return [
            replace(
                base,
                figure=index,
                measure=Measure.SHARE_PCT,
                breakdown=None if itself else name,  # 示范村占行政村总数的52.8%
                value=signed_value(figure),
                period=figure.period or base.period,
                score=1,
            )
        ]

    @staticmethod
    def _of_cases(figure: Figure, label: str) -> bool:
        """网上申请占87%; 从递交渠道看，当面递交的占41.2%: whether what is divided are cases, not persons."""
        return label.endswith(("申请", "案件")) or bool(_OF_CASES.search(views.opening(figure.sentence)[0]))

    def _among(self, index: int, figure: Figure, label: str) -> list[Draft]:
        """受援人群中农民工占41.5%、老年人占14.7%: of those that the words name, and so along the list."""
        among = _AMONG.fullmatch(label)
        whole, name = among.groups() if among else ("", "")
        best = self._walk.match(figure, whole, "", spread=True) if name else None
        if best is not None and names_part(self._walk.heads.last(index, cases=True), best):
            return []
        if best is not None:
            part = part_names.part_label(name)
            return [self._walk.draft(index, best.indicator, Measure.SHARE_PCT, part, best)]
        before = self._walk.drafts[index - 1][:1] if index and figure.raw[:1] == "、" else []
        goes_on = before and before[0].measure is Measure.SHARE_PCT and before[0].breakdown
        named = _AMONG.search(self._walk.text[figure.sentence_start : figure.number.start])
        if not (goes_on and named):
            return []
        part, value = part_names.part_label(label), signed_value(figure)
        return [replace(before[0], figure=index, breakdown=part, value=value)]

    def _goes_on(self, index: int, best: Candidate) -> bool:
        """分类看，婚姻家庭占31.5%，损害赔偿占11.2%: one more of what an announced list divides."""
        before, here = self._walk.figures[index - 1] if index else None, self._walk.figures[index]
        if before is None or before.sentence_start != here.sentence_start:
            return False
        told = self._walk.drafts[index - 1]
        shared = told and told[0].breakdown and told[0].measure is Measure.SHARE_PCT
        announced = shared and views.ANNOUNCING.search(here.sentence)
        return bool(announced and told[0].indicator != best.indicator)

    def _among_persons(self, index: int, best: Candidate) -> bool:
        """法律明白人1260名，其中人民调解员占26.1%: what persons are otherwise is the name of a part."""
        figure = self._walk.figures[index]
        if "其中" not in self._walk.text[figure.sentence_start : figure.number.start]:
            return False
        whole = self._walk.heads.last(index)
        return whole is not None and of_others(whole, best)

    def _part_named(self, index: int, label: str) -> Draft | None:
        """处罚351件、确认63件，行政处罚类案件占比由…: the part of its sentence that a label names."""
        figures, name = self._walk.figures, _CLASS.sub("", label)
        for at in range(index - 1, -1, -1):
            if figures[at].sentence_start != figures[index].sentence_start:
                return None
            told = self._walk.drafts[at]
            if told and told[0].measure is Measure.LEVEL and told[0].breakdown == name:
                return told[0]
        return None

    def _told_part(self, index: int, best: Candidate, label: str) -> str | None:
        """律师812人，其中专职律师655人，专职律师比重为80.7%: a part that has been told by that name."""
        for drafts in reversed(self._walk.drafts[:index]):
            named = drafts[0].breakdown if drafts and drafts[0].indicator == best.indicator else None
            if named and named in label:
                return named
        wholes = [
            drafts[0].matched
            for drafts in self._walk.drafts[:index]
            if drafts and (drafts[0].indicator, drafts[0].breakdown) == (best.indicator, None)
        ]
        another = wholes and best.matched == label and not any(words in label for words in wholes)
        return part_names.part_label(label) or None if another else None  # not 维持81件，维持的占54.7%

    def _of_unread(self, index: int, base: Draft) -> bool:
        """开展抽查164次，跨部门抽查占比达94.5%: of the count right before, which no rule knows."""
        figures = self._walk.figures
        before = figures[index - 1] if index else None
        if before is None or before.sentence_start != figures[index].sentence_start or base.figure < 0:
            return False
        counted = before.role == "level" and before.number.unit_class not in ("percent", "money")
        elsewhere = figures[base.figure].sentence_start != before.sentence_start
        return counted and elsewhere and not self._walk.drafts[index - 1]

    def _near(self, index: int, base: Draft, name: str) -> bool:
        """A long name is of the figures of its own sentence only."""
        figures = self._walk.figures
        same = base.figure >= 0 and figures[base.figure].sentence_start == figures[index].sentence_start
        return same or len(name) <= _SHORT_NAME
