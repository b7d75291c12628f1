"""A pass over figures that have been read, which makes some of them parts of a whole.

Here belongs how parts are restated. What has been read is told.py; what each pass looks for has a room of its
own: arithmetic.py, announced.py, unread_lists.py, totals.py, shares.py, refuted_heads.py, joint_shares.py,
bracket_shares.py, numbered_kinds.py, itemised.py, columns.py, segments.py, headed.py, divisions.py,
trends.py, possible.py, beside_shares.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extraction.figures.proportions import makes_share
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.around_parts import TOLD_NOW, tell_around
from pipelines.extraction.sums.told import Told

# 移送5件，公安机关立案侦查4件: what others did of them is no part.
BY_OTHERS = re.compile("(?:(?:公安|检察|司法)机关|法院)(?:立案|判决|起诉|批捕|侦查)")

# 总计129件: the words of a figure that gathers those before it.
SUBTOTAL = re.compile(
    r"(?:合计|总计|共计|合起来|加起来|总共|总数|总量|以上共|[两三四]项共|共)(?:为|达到?|是|有|办理)?$"
)
_AMONG = re.compile(
    r"^.*(?:集中在|涉及|分布在|包括|分别[是为]|依次[是为]|区域看，|类别看，|领域看，|区域分，|类别分，|领域分，)"
)
_THE_REST = ("其余", "余下", "剩余")
_SPARED = re.compile(r"不予|免予|免于|免罚")  # what was not done is no part of what was
_SURE_PART = 50  # smaller ones have a share with decimals by chance
_KNOWN = 60  # figures before one among which its code may be told as a whole
_SEPARATORS = ("、", "，")  # 85件准予备案、3件要求纠正: what stands before is the name of the number before


def _noun_after(right: str) -> str:
    """38个县直部门: the name of a part may follow its number."""
    kind = re.match(r"为([\u4e00-\u9fff]{2,14}(?:类|会议))(?=[，。；]|$)", right)
    if kind:
        return kind[1]  # 其余63件为其他类; 其余8次为县政府常务会议
    if right.startswith(("散见", "分散", "分布", "分属", "散布", "为", "是")):
        return "其余"  # 其余15件散见于住建、市场监管等领域; 余下15件为许可、协议等其他类型
    given = re.match(r"由([\u4e00-\u9fff]{2,12})(?=[、，。；)]|$)", right)
    if given:
        return given[1]  # 另有343件由公检法机关转交
    match = re.match(r"[\u4e00-\u9fff]{2,8}(?=[、，。；)]|和|共|$)", right)
    return match.group() if match and not match.group().endswith("满意") else ""  # 回访8件满意


class Restating:
    """What the passes share: the figures of a document with their drafts, and how parts are restated."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._figures, self._drafts, self._reasons = told.figures, told.drafts, told.reasons
        self._whole, self._counted, self._is_part = told.whole, told.counted, told.is_part

    def _alike(self, at: int, other: int) -> bool:
        one, two = self._figures[at], self._figures[other]
        return (
            one.paragraph == two.paragraph
            and two.role in TOLD_NOW
            and one.number.unit_class == two.number.unit_class
        )

    def _precisely(self, at: int, whole: float, share: int) -> bool:
        """Whether a share with decimals fits a figure that is no small one: neither fits by chance then."""
        value, figure = self._figures[at].number.value, self._figures[share]
        return value >= _SURE_PART and figure.number.value % 1 > 0 and makes_share(value, whole, figure)

    def _unnamed(self, at: int) -> bool:
        figure = self._figures[at]
        return (
            not self._drafts[at]
            and self._reasons[at] == "no_rule"
            and figure.role in TOLD_NOW
            and bool(figure.left or (figure.raw.endswith("另有") and _noun_after(figure.right)))
            and not part_names.names_whole(figure.left)
            and not BY_OTHERS.match(figure.left)
        )

    def _may_have_share(self, at: int) -> bool:
        """A figure that no rule read, or that was read as another whole of a code told before."""
        figure, drafts = self._figures[at], self._drafts[at]
        if figure.role != "level" or not figure.left or part_names.DEED.match(figure.left):
            return False
        if _SPARED.search(figure.left):
            return False
        if not drafts:
            return self._reasons[at] == "no_rule"
        told = self._told.of_indicator(drafts[0].indicator, at, at - _KNOWN)
        return drafts[0].breakdown is None and any(True for _ in told)

    def _restate(self, whole: Draft, run: list[int]) -> None:
        """Make the figures at some places parts of a whole, each named by its own words."""
        words = [self._figures[at].raw for at in run]
        behind = any(len(raw) > 1 and raw.endswith(_SEPARATORS) for raw in words)
        for at in run:
            figure = self._figures[at]
            told = self._drafts[at][0] if self._drafts[at] else None
            if "/" in whole.period and (figure.period or "").isdigit():
                year = replace(
                    whole, figure=at, value=figure.number.value, score=1, period=figure.period or ""
                )
                self._told.state(at, [year], None)
                continue  # 2021年至2023年受理820件，其中2021年受理240件: the year's, no part of it
            label = (
                self._part_before(at)
                or (told and (told.member or part_names.part_label(told.rest)))
                or (behind and _noun_after(figure.right))
                or (part_names.part_label(_AMONG.sub("", figure.left)) or _noun_after(figure.right))
                or (figure.left in _THE_REST and self._is_rest(at, run) and figure.left)
                or ""
            )
            label = part_names.named_before(label, figure.sentence)
            if whole.indicator.endswith("as_respondent") and part_names.OUTCOME.search(label):
                continue
            if label and len(label) <= 20 and (not self._drafts[at] or self._drafts[at][0].breakdown is None):
                part = replace(
                    whole,
                    figure=at,
                    breakdown=part_names.nested(whole.breakdown, label),
                    value=figure.number.value,
                    score=1,
                    period=figure.period or whole.period,
                )
                self._told.state(at, [part], None)
                tell_around(self._told, at)

    def _is_rest(self, at: int, run: list[int]) -> bool:
        """公安类1204件、城管类906件，其余3174件: whether parts stand beside a figure, or right before it."""
        return len(run) > 1 or (at > 0 and self._is_part(at - 1))

    def _part_before(self, at: int) -> str | None:
        """普通程序4423件，罚款320万元: where the rule's noun alone names a figure, the part before does."""
        drafts, figure = self._drafts[at], self._figures[at]
        if not drafts or not drafts[0].matched or len(drafts[0].matched) < len(figure.left):
            return None
        for before in range(at - 1, -1, -1):
            other = self._figures[before]
            if other.sentence_start != figure.sentence_start:
                return None
            if other.bracket is None and self._drafts[before]:
                told = self._drafts[before][0]
                return told.breakdown if told.indicator != drafts[0].indicator else None
        return None
