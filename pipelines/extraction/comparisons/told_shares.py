"""Shares that words tell: 占收案总数的16.9%, 网上申请占87%.

Here belongs finding what a share is of: its own label, or the figure before it. What a label names is
share_labels.py, words that make a share one of no count are uncounted_shares.py, and shares that betray a
part by arithmetic are sums/shares.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.comparisons import share_labels, uncounted_shares
from pipelines.extraction.comparisons.anchors import Anchors
from pipelines.extraction.comparisons.changed_before import FORMER, ChangedBefore
from pipelines.extraction.comparisons.share_wholes import whole_named
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.listed import of_others
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
_POINT = re.compile("；(?:[一二三四五六]是|\\([一二三四五六]\\))[^，。；]*，")
_OF_YEAR = re.compile(r"占全年(?:总[数量])?的$")
_NUMBERED = re.compile("^[一二三四五六]是")
_SOME_MONTHS = re.compile("期间|月|季度|上半年|下半年|期$|行动")
_CLASS = re.compile(r"类(?:案件|申请)?$")  # a class of what has been told, whatever its name counts elsewhere
_BOTH = re.compile(
    r"(?:[^，。；]{0,2}者|[两三四]项|(?:上述|这)?[两三四五]?[个家]?(?:单位|部门|领域|乡镇|类型?(?:案件|纠纷)?))?(?:合计|合起来|加起来|加总?|相加|共)?"
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
            part = (
                rest or best.part or best.member or share_labels.told_before(self._walk, index, best, label)
            )
            return [self._walk.draft(index, best.indicator, Measure.SHARE_PCT, part, best)]
        among = share_labels.among(self._walk, index, figure, label)
        if among or share_labels.AMONG.fullmatch(label):
            return among  # 受理复议案件102件，行政处罚案件中公安占62.5%: of a kind that no count is told of
        told = share_labels.part_named(self._walk, index, _CLASS.sub("", label)) or whole_named(
            self._walk, index, figure
        )
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
