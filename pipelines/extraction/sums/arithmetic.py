"""What sums say where words do not: a list whose figures add up to another figure is the list of its parts.

Here belongs arithmetic between figures already read. It needs no wording, so it holds in every district's
reports.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extraction.figures.figure import same_unit
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.announced import Announced
from pipelines.extraction.sums.around_parts import tell_of_whole
from pipelines.extraction.sums.beside_shares import BesideShares
from pipelines.extraction.sums.bracket_shares import BracketShares
from pipelines.extraction.sums.columns import Columns
from pipelines.extraction.sums.divisions import Divisions
from pipelines.extraction.sums.headed import Headed
from pipelines.extraction.sums.itemised import Itemised
from pipelines.extraction.sums.joint_shares import JointShares
from pipelines.extraction.sums.numbered_kinds import NumberedKinds
from pipelines.extraction.sums.possible import PossibleShares
from pipelines.extraction.sums.refuted_heads import RefutedHeads
from pipelines.extraction.sums.restating import BY_OTHERS, Restating
from pipelines.extraction.sums.segments import Segments
from pipelines.extraction.sums.shares import Shares
from pipelines.extraction.sums.totals import Totals
from pipelines.extraction.sums.trends import Trends
from pipelines.extraction.sums.unread_lists import UnreadLists

_LONGEST_NAME, _LONGEST_TOLD = 14, 28  # characters of a name, and of one with the words that a rule knows
_BESIDE = 6  # characters between a part and the bracket that divides it
_LONGEST_LIST = 12
_ENDED = re.compile(r"[)、，；]")  # 乙市(182起)、丙县(63起)


class Sums(Restating):
    """Finds wholes and their parts among the figures of a document and restates the parts."""

    def settle(self, text: str) -> None:
        """Restate every list of parts that its sum betrays, or its shares, or the words that divide it."""
        for at in range(len(self._figures)):
            if self._drafts[at]:
                self._parts_after(at)
        Columns(self._told).settle(text)
        Announced(self._told).settle(text)
        Shares(self._told).settle()
        RefutedHeads(self._told).settle()
        JointShares(self._told).settle()
        BracketShares(self._told).settle()
        NumberedKinds(self._told).settle(text)
        totals, unread = Totals(self._told), UnreadLists(self._told)
        for at in range(len(self._figures)):
            totals.settle(at)
            unread.settle(at)
        JointShares(self._told).settle()  # of parts that have been found since
        Itemised(self._told).settle(text)
        Columns(self._told).settle(text)  # beside parts that have been found since
        Segments(self._told).settle(text)
        Headed(self._told).settle(text)
        Divisions(self._told).settle(text)
        for at in range(1, len(self._figures)):
            self._in_bracket(at)
        Trends(self._told).settle()
        PossibleShares(self._told).settle()
        BesideShares(self._told).settle()

    def _parts_after(self, head: int) -> None:
        whole = self._whole(head)
        if whole is None or self._figures[head].role == "previous":
            return  # 由92项调整为87项，其中许可5项、处罚48项: what was before heads no list
        run: list[int] = []
        total = 0.0
        for at in range(head + 1, min(head + _LONGEST_LIST, len(self._figures))):
            if self._figures[at].paragraph != self._figures[head].paragraph:
                return
            other = self._drafts[at] and self._drafts[at][0].indicator != whole.indicator
            other = other and not self._of_outcome(head, at)
            if other and at == head + 1 and self._figures[at].raw[:1] in ("、", "和", "及"):
                return  # 裁定驳回12件、准予撤诉18件、判决撤销8件、确认违法4件: one of a list heads none
            if other or not self._alike(head, at):
                continue
            if not self._may_be_part(head, at, begun=bool(run)):
                return
            run.append(at)
            total += self._figures[at].number.value
            if len(run) > 1 and abs(total - self._figures[head].number.value) < 1e-6:
                tell_of_whole(self._told, whole, at)
                self._recode(whole.indicator, run)
                self._restate(whole, run)
                return

    def _recode(self, indicator: str, run: list[int]) -> None:
        """Make parts that were read as those of an outcome parts of what adds up to their sum."""
        for at in run:
            told = self._drafts[at][0] if self._drafts[at] else None
            if told is not None and told.indicator != indicator:
                self._told.state(at, [replace(told, indicator=indicator)], None)

    def _of_outcome(self, head: int, at: int) -> bool:
        """受理纠纷187件，成功185件，其中草场61件…: whether a kind was read as one of those that succeeded."""
        part, outcome = self._drafts[at][0], self._whole(head + 1)
        told = at > head + 1 and part.breakdown is not None and part.indicator == "mediation.succeeded"
        return (
            told
            and outcome is not None
            and outcome.indicator == part.indicator
            and outcome.value < self._figures[head].number.value
        )

    def _may_be_part(self, head: int, at: int, *, begun: bool) -> bool:
        """Tell whether the words before a figure let it be of the list that follows a head."""
        figure, told = self._figures[at], bool(self._drafts[at])
        if self._reasons[at] == "frequency":
            return False  # 清理3次，其中专项清理2次，每两年一次的全面清理1次
        if len(figure.left) > (_LONGEST_TOLD if told else _LONGEST_NAME) or BY_OTHERS.match(figure.left):
            return False
        if figure.sentence_start != self._figures[head].sentence_start and not (
            told and (begun or at == head + 1)
        ):
            return False  # 清理837件。市直部门清理217件，各县清理620件: all told in the same words
        coordinate = at == head + 1 and figure.raw[:1] in "、和及"  # 建议7件、提案4件
        return not (part_names.names_whole(figure.left) or (coordinate and figure.raw))

    def _in_bracket(self, at: int) -> None:
        """缓刑149人（未成年犯4人）: what a bracket names behind a part is a part of that part."""
        part, figure = self._figures[at - 1], self._figures[at]
        whole = self._counted(at - 1)
        if whole is None or whole.breakdown is None or figure.bracket is None or part.bracket is not None:
            return
        between = part.sentence[part.number.end - part.sentence_start : figure.bracket - part.sentence_start]
        beside = 0 <= figure.bracket - part.number.end <= _BESIDE and not _ENDED.search(between)
        if beside and self._unnamed(at) and same_unit(part, figure) and figure.number.value < whole.value:
            self._restate(whole, [at])
