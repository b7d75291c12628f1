"""What sums say where words do not: a list whose figures add up to another figure is the list of its parts.

Here belongs arithmetic between figures already read. It needs no wording, so it holds in every district's
reports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from pipelines.extraction import part_names
from pipelines.extraction.around_parts import TOLD_NOW, TOLD_OF_PARTS, tell_around, tell_of_whole
from pipelines.extraction.divisions import Divisions
from pipelines.extraction.drafts import Draft, Known
from pipelines.extraction.figures import Figure
from pipelines.extraction.shares import Shares, same_unit
from pipelines.extraction.totals import Totals
from pipelines.extraction.trends import Trends
from pipelines.model import Measure

_LONGEST_NAME = 14
_BESIDE = 6  # characters between a part and the bracket that divides it
_LONGEST_LIST = 12
_FAR = 40  # figures between a list and the whole that it adds up to
_LONG_ENOUGH, _LARGE_ENOUGH = 3, 20  # shorter lists of smaller figures add up by chance

# 移送5件，公安机关立案侦查4件: what others did of them is no part.
_BY_OTHERS = re.compile("(?:(?:公安|检察|司法)机关|法院)(?:立案|判决|起诉|批捕|侦查)")
_AMONG = re.compile(
    r"^.*(?:集中在|涉及|分布在|包括|分别[是为]|依次[是为]|区域看，|类别看，|领域看，|区域分，|类别分，|领域分，)"
)


def _noun_after(right: str) -> str:
    """38个县直部门: the name of a part may follow its number."""
    match = re.match(r"[\u4e00-\u9fff]{2,8}(?=[、，。；)]|和|共|$)", right)
    return match.group() if match else ""


class Sums:
    """Finds wholes and their parts among the figures of a document and restates the parts."""

    def __init__(
        self,
        figures: Sequence[Figure],
        drafts: list[list[Draft]],
        reasons: list[str | None],
        known: Sequence[Known],
    ) -> None:
        self._figures, self._drafts, self._reasons, self._known = figures, drafts, reasons, known

    @cached_property
    def _of_value(self) -> dict[float, list[int]]:
        """The places of the figures by their value."""
        found: dict[float, list[int]] = defaultdict(list)
        for at, figure in enumerate(self._figures):
            found[round(figure.number.value, 6)].append(at)
        return found

    def settle(self, text: str) -> None:
        """Restate every list of parts that its sum betrays, or its shares, or the words that divide it."""
        for at in range(len(self._figures)):
            if self._drafts[at]:
                self._parts_after(at)
        Shares(self._figures, self._drafts, self._reasons, self._restate).settle()
        totals = Totals(self._figures, self._drafts, self._reasons, self._restate)
        for at in range(len(self._figures)):
            totals.settle(at)
            if self._known:
                self._parts_of_known(at)
            if self._unnamed(at):
                self._parts_of_earlier(at)
        Divisions(self._figures, self._drafts, self._reasons, self._restate).settle(text, self._known)
        for at in range(1, len(self._figures)):
            self._in_bracket(at)
        Trends(self._figures, self._drafts, self._reasons).settle()

    def _whole(self, at: int) -> Draft | None:
        counted = self._counted(at)
        return counted if counted and counted.breakdown is None else None

    def _counted(self, at: int) -> Draft | None:
        drafts = self._drafts[at]
        counted = self._figures[at].number.unit_class not in ("percent", "points")
        return drafts[0] if drafts and counted and drafts[0].measure is Measure.LEVEL else None

    def _alike(self, at: int, other: int) -> bool:
        one, two = self._figures[at], self._figures[other]
        return (
            one.paragraph == two.paragraph
            and two.role in TOLD_NOW
            and one.number.unit_class == two.number.unit_class
        )

    def _parts_after(self, head: int) -> None:
        whole = self._whole(head)
        if whole is None:
            return
        run: list[int] = []
        total = 0.0
        for at in range(head + 1, min(head + _LONGEST_LIST, len(self._figures))):
            figure = self._figures[at]
            if figure.paragraph != self._figures[head].paragraph:
                return
            if not self._alike(head, at):
                continue
            if self._drafts[at] and self._drafts[at][0].indicator != whole.indicator:
                continue
            elsewhere = figure.sentence_start != self._figures[head].sentence_start
            if len(figure.left) > _LONGEST_NAME or (elsewhere and not run):
                return
            if _BY_OTHERS.match(figure.left):
                return
            coordinate = at == head + 1 and figure.raw[:1] in "、和及"  # 建议7件、提案4件
            if part_names.names_whole(figure.left) or (coordinate and figure.raw):
                return
            run.append(at)
            total += figure.number.value
            if len(run) > 1 and abs(total - self._figures[head].number.value) < 1e-6:
                tell_of_whole(self._figures, self._drafts, self._reasons, whole, at)
                self._restate(whole, run)
                return

    def _parts_of_earlier(self, first: int) -> None:
        """按类别分，治安153件，土地98件…: named figures of no rule that sum to a whole before them."""
        if first and self._goes_on(first):
            return
        run: list[int] = []
        for at in range(first, min(first + 2 * _LONGEST_LIST, len(self._figures))):
            aside = self._figures[at].bracket != self._figures[first].bracket
            if run and (aside or self._figures[at].role in TOLD_OF_PARTS):
                continue
            if not self._unnamed(at) or not self._alike(first, at):
                break
            run.append(at)
        for size in range(len(run), 1, -1):
            total = sum(self._figures[at].number.value for at in run[:size])
            whole = self._whole_beside(first, total) or self._whole_known(first, total, size)
            if whole is not None:
                self._restate(whole, run[:size])
                return

    def _goes_on(self, at: int) -> bool:
        """The list began before: 从区域看 in a sentence of its own begins another."""
        same = self._figures[at - 1].sentence_start == self._figures[at].sentence_start
        return same and self._unnamed(at - 1) and self._alike(at - 1, at)

    def _whole_beside(self, first: int, total: float) -> Draft | None:
        """The whole of that value before a list in its paragraph."""
        for head in range(first - 1, max(-1, first - _FAR), -1):
            if self._figures[head].paragraph != self._figures[first].paragraph:
                return None
            whole = self._counted(head)
            if total < _LARGE_ENOUGH and self._figures[head].number.unit != self._figures[first].number.unit:
                continue
            aside = whole and whole.breakdown and not self._beside(first, head)
            fits = self._alike(first, head) and abs(self._figures[head].number.value - total) < 1e-6
            if whole and fits and not aside:
                return whole
        return None

    def _beside(self, at: int, head: int) -> bool:
        return self._figures[at].sentence_start == self._figures[head].sentence_start

    def _whole_known(self, first: int, total: float, size: int) -> Draft | None:
        """The whole of that value anywhere before a list of three and more, or in a table."""
        if size < _LONG_ENOUGH or total < _LARGE_ENOUGH:
            return None
        figure = self._figures[first]
        for head in reversed(self._of_value.get(round(total, 6), ())):
            whole = self._whole(head) if head < first else None
            if whole and whole.period == figure.period and same_unit(figure, self._figures[head]):
                return whole
        for known in self._known:
            if abs(known.value - total) < 1e-6 and known.period == figure.period:
                code = known.indicator
                return Draft(first, code, Measure.LEVEL, known.period, None, total, 1, "", code)
        return None

    def _unnamed(self, at: int) -> bool:
        figure = self._figures[at]
        return (
            not self._drafts[at]
            and self._reasons[at] == "no_rule"
            and figure.role in TOLD_NOW
            and bool(figure.left)
            and not part_names.names_whole(figure.left)
            and not _BY_OTHERS.match(figure.left)
        )

    def _parts_of_known(self, at: int) -> None:
        """Two or three figures in a row, of no rule, that sum to a whole of a table."""
        if self._drafts[at]:
            return
        for size in (2, 3, 4):
            run = list(range(at, at + size))
            if run[-1] >= len(self._figures) or any(
                self._drafts[part] or not self._alike(at, part) for part in run
            ):
                return
            if any(self._reasons[part] != "no_rule" or not self._figures[part].left for part in run):
                return
            total = sum(self._figures[part].number.value for part in run)
            fits = [
                known
                for known in self._known
                if abs(known.value - total) < 1e-6 and known.period == self._figures[at].period
            ]
            if len(fits) == 1 and total > 50:
                base = Draft(
                    at,
                    fits[0].indicator,
                    Measure.LEVEL,
                    fits[0].period,
                    None,
                    total,
                    1,
                    "",
                    fits[0].indicator,
                )
                self._restate(base, run)
                return

    def _restate(self, whole: Draft, run: list[int]) -> None:
        for at in run:
            figure = self._figures[at]
            member = self._drafts[at][0].member if self._drafts[at] else None
            label = (
                self._part_before(at)
                or member
                or (part_names.part_label(_AMONG.sub("", figure.left)) or _noun_after(figure.right))
            )
            label = part_names.named_before(label, figure.sentence)
            if whole.indicator.endswith("as_respondent") and part_names.OUTCOME.search(label):
                continue
            if label and len(label) <= 20 and (not self._drafts[at] or self._drafts[at][0].breakdown is None):
                self._drafts[at] = [
                    replace(
                        whole,
                        figure=at,
                        breakdown=f"{whole.breakdown}/{label}" if whole.breakdown else label,
                        value=figure.number.value,
                        score=1,
                        period=figure.period or whole.period,
                    )
                ]
                self._reasons[at] = None
                tell_around(self._figures, self._drafts, self._reasons, at)

    def _in_bracket(self, at: int) -> None:
        """缓刑149人（未成年犯4人）: what a bracket names behind a part is a part of that part."""
        part, figure = self._figures[at - 1], self._figures[at]
        whole = self._counted(at - 1)
        if whole is None or whole.breakdown is None or figure.bracket is None or part.bracket is not None:
            return
        beside = 0 <= figure.bracket - part.number.end <= _BESIDE
        if beside and self._unnamed(at) and same_unit(part, figure) and figure.number.value < whole.value:
            self._restate(whole, [at])

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
