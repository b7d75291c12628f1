"""What sums say where words do not: a list whose figures add up to another figure is the list of its parts.

Here belongs arithmetic between figures already read. It needs no wording, so it holds in every district's
reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.extraction import scope
from pipelines.extraction.drafts import Draft
from pipelines.extraction.figures import Figure
from pipelines.model import Measure

_TOTAL = re.compile(r"(?:合计|总计|共计|总共|以上共|两项共|共)(?:为|达|是|有|办理)?$")
_LONGEST_NAME = 14
_LONGEST_LIST = 12

_AMONG = re.compile(r"^.*(?:集中在|涉及|分布在|包括|分别是)")


def _noun_after(right: str) -> str:
    """38个县直部门: the name of a part may follow its number."""
    match = re.match(r"[\u4e00-\u9fff]{2,8}(?=[、，。；)]|和|共|$)", right)
    return match.group() if match else ""


@dataclass(frozen=True, slots=True)
class Known:
    """A whole that a table states: its value by indicator and period."""

    indicator: str
    period: str
    value: float


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

    def settle(self) -> None:
        """Restate every list of parts that its sum betrays."""
        for at in range(len(self._figures)):
            self._parts_after(at)
        for at in range(len(self._figures)):
            self._total_after(at)
            self._parts_of_known(at)
            self._parts_of_earlier(at)

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
            and two.role == "level"
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
            if not self._alike(head, at):
                continue
            if self._drafts[at] and self._drafts[at][0].indicator != whole.indicator:
                continue
            elsewhere = figure.sentence_start != self._figures[head].sentence_start
            if len(figure.left) > _LONGEST_NAME or (elsewhere and not run):
                return
            run.append(at)
            total += figure.number.value
            if len(run) > 1 and abs(total - self._figures[head].number.value) < 1e-6:
                self._restate(whole, run)
                return

    def _total_after(self, at: int) -> None:
        """办理建议58件、提案71件，总计129件: the whole comes last."""
        figure = self._figures[at]
        if (
            figure.role != "level"
            or not _TOTAL.search(figure.raw.strip())
            or figure.number.unit_class in ("percent", "points")
        ):
            return
        total = 0.0
        for first in range(at - 1, max(-1, at - 6), -1):
            drafts = self._drafts[first]
            if (
                not self._alike(at, first)
                or self._figures[first].sentence_start != figure.sentence_start
                or not drafts
            ):
                return
            total += self._figures[first].number.value
            if at - first > 1 and abs(total - figure.number.value) < 1e-6:
                codes = {self._drafts[part][0].indicator for part in range(first, at)}
                if len(codes) == 1:
                    self._drafts[at] = [
                        replace(
                            drafts[0],
                            figure=at,
                            breakdown=None,
                            value=figure.number.value,
                            period=figure.period or "",
                        )
                    ]
                    self._reasons[at] = None
                    self._restate(
                        self._drafts[at][0],
                        [part for part in range(first, at) if self._drafts[part][0].breakdown is None],
                    )
                return

    def _parts_of_earlier(self, first: int) -> None:
        """按类别分，治安153件，土地98件…: named figures of no rule that sum to a whole before them."""
        if self._drafts[first] or (first and self._unnamed(first - 1) and self._alike(first - 1, first)):
            return
        run: list[int] = []
        for at in range(first, min(first + 2 * _LONGEST_LIST, len(self._figures))):
            if self._figures[at].role == "share" and run:
                continue
            if not self._unnamed(at) or not self._alike(first, at):
                break
            run.append(at)
        if len(run) < 2:
            return
        total = sum(self._figures[at].number.value for at in run)
        for head in range(first - 1, max(-1, first - _LONGEST_LIST), -1):
            whole = self._counted(head)
            if whole and self._alike(first, head) and abs(self._figures[head].number.value - total) < 1e-6:
                self._restate(whole, run)
                return

    def _unnamed(self, at: int) -> bool:
        figure = self._figures[at]
        return (
            not self._drafts[at]
            and self._reasons[at] == "no_rule"
            and figure.role == "level"
            and bool(figure.left)
        )

    def _parts_of_known(self, at: int) -> None:
        """Two or three figures in a row, of no rule, that sum to a whole of a table."""
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
            label = scope.part_label(_AMONG.sub("", figure.left)) or _noun_after(figure.right)
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
                self._share_after(at)

    def _share_after(self, at: int) -> None:
        """行政处罚124件，占44.1%: the share behind a part is its share."""
        after = at + 1
        if after < len(self._figures) and not self._drafts[after]:
            figure = self._figures[after]
            if (
                figure.role == "share"
                and not figure.label
                and figure.sentence_start == self._figures[at].sentence_start
            ):
                part = self._drafts[at][0]
                self._drafts[after] = [
                    replace(part, figure=after, measure=Measure.SHARE_PCT, value=figure.number.value)
                ]
                self._reasons[after] = None
