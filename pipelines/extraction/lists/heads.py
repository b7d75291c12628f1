"""The head of a list: which figure the parts in 其中…, in brackets or after 受理的案件中… are parts of.

Here belongs the search for that figure among what has been read. Which count stands nearest to the word that
opens a list is nearest_heads.py, how a part becomes a row parts.py, which further parts a list has room for
further.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure, same_unit
from pipelines.extraction.lists.heads_before import HeadsBefore
from pipelines.extraction.lists.list_sums import LEFT_OVER, ListSums
from pipelines.extraction.lists.named_heads import NamedHeads
from pipelines.extraction.lists.nearest_heads import NearestHeads
from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.text import views
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

OPENERS = re.compile(
    r"其中|(?<=\d[件起宗人份名]中)，|(?<=[件起宗人]中)[含有](?=[\u4e00-\u9fff])|(?<=[，；])当中(?:属于)?|(?<=，)含(?=[\u4e00-\u9fff])(?![有量])|包括|内含|分别是|具体为|即|主要(?:涉及|集中在|是|为|有)|前[^，。；\d]{1,4}的(?:是|为)"
    r"|(?:较多|靠前|突出)的[^，。；：\d]{0,6}(?:是|为|有)："
    r"|(?<![^。；\n，])[^，。；：\d]{0,8}(?:靠前|居前|[列居]前[一二两三四五六七八九十\d]{1,2}位?)的[^，。；：\d]{0,8}："
    r"|(?:分类|类型|构成|来源)(?:情况)?(?:为|如下)?："
    r"|(?<=，)[^，。；\d]{0,6}(?:涉及|涵盖)(?!金额|标的|资金|人[员数]|单位|部门|当事|经营主体|市场主体)"
    r"|(?<=[件起宗人份名场次个家])：(?=[\u4e00-\u9fff])"
    rf"|{views.WITHIN}"
)
_AMONG = re.compile("(?<=[，；])其中")
# 新收34件，其中一审20件、二审14件。涉诉较多的单位为…: of all the cases
_WITHIN_CASES = frozenset(
    f"litigation.{code}" for code in ("first_instance", "second_instance", "retrials", "co_defendant_cases")
)
_ASIDE = re.compile(r"\([^()]*\)")
_BESIDE = 12  # characters between a head and the bracket that lists its parts (244个人民调解委员会（村级…）


class Heads:
    """Finds heads among the drafts of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._called, self._before, self._sums = NamedHeads(walk), HeadsBefore(walk), ListSums(walk)
        self._nearest = NearestHeads(walk)

    def of(self, index: int) -> Draft | None:
        """Return the head whose parts are being listed at a figure; None outside a list."""
        walk = self._walk
        figure = walk.figures[index]
        if figure.bracket is not None:
            beside = self._before_bracket(index, figure.bracket) or self._within_bracket(
                index, figure.bracket
            )
            return beside or self._called.of(index)
        base = self._called.of(index)
        if base is not None and self.alike(base, figure):
            return self._within(index, base) or base
        if not OPENERS.search(walk.text, figure.sentence_start, figure.number.start):
            return None
        before = walk.text[figure.sentence_start : figure.number.start]
        openers = [match.start() for match in OPENERS.finditer(without_asides(before))]
        if not openers or "；" in before[openers[-1] :]:
            return None
        at = figure.sentence_start + openers[-1]
        if self._sums.of_change(index, at):
            return None
        head = self._sums.right_before(index, at) or self._sums.by_sum(index, at)
        if head is not None:
            return head
        return self.opened(index, at)

    def _within_bracket(self, index: int, bracket: int) -> Draft | None:
        """（63件，同比减少14件，其中以区政府为被告22件）: the count before 其中 within a bracket."""
        walk = self._walk
        first = bisect_left(walk.starts, bracket)
        among = walk.text.rfind("其中", bracket, walk.figures[index].number.start)
        counts = (
            walk.drafts[at]
            for at in range(bisect_left(walk.starts, among) - 1, first - 1, -1)
            if walk.figures[at].role == "level" and walk.drafts[at]
        )
        told = next(counts, [])
        larger = bool(told) and told[0].value >= walk.figures[index].number.value
        return told[0] if among >= 0 and larger and self.alike(told[0], walk.figures[index]) else None

    def opened(self, index: int, opener: int) -> Draft | None:
        """Return the head of a list whose opening word stands first in its sentence, or behind a count."""
        if opener - self._walk.figures[index].sentence_start <= 1:
            return self._before.of(index)
        return self._nearest.of(index, opener)

    def _within(self, index: int, base: Draft) -> Draft | None:
        """审结的69件案件中，…；败诉案件9件，其中撤销3件: a list within the list that the sentence names."""
        start = self._walk.figures[index].sentence_start
        openers = list(_AMONG.finditer(self._walk.text, start, self._walk.figures[index].number.start))
        if not openers or "；" in self._walk.text[openers[-1].end() : self._walk.figures[index].number.start]:
            return None
        head = self._sums.right_before(index, openers[-1].start())
        return head if head is not None and head.indicator != base.indicator else None

    def named(self, index: int) -> bool:
        """Tell whether the words that open a sentence name the head of its list (受理的案件中，…)."""
        return self._called.of(index) is not None

    def last(self, index: int, *, money: bool = False, cases: bool = False, least: float = 0) -> Draft | None:
        """Return the last whole count, of cases where they are told, or amount of money in the paragraph.

        ``least``: what the parts make together, which no whole is smaller than.
        """
        walk = self._walk
        fallback = None
        here = walk.text[walk.figures[index].sentence_start : walk.figures[index].number.start]
        for at in range(index - 1, -1, -1):
            figure = walk.figures[at]
            if figure.paragraph != walk.figures[index].paragraph:
                break
            drafts = walk.drafts[at]
            unit = figure.number.unit_class
            counted = unit == "money" if money else unit not in ("percent", "points", "money")
            counted = counted and not (cases and unit == "person")
            if (
                drafts
                and drafts[0].measure is Measure.LEVEL
                and (drafts[0].breakdown is not None or drafts[0].value >= least)
                and counted
                and figure.role in ("level", "linked")
                and not drafts[0].indicator.endswith(LEFT_OVER)
            ):
                within = drafts[0].indicator in _WITHIN_CASES and "审" not in here
                if drafts[0].period == walk.figures[index].period and not within:
                    return _whole(drafts[0])
                fallback = fallback or _whole(drafts[0])
        return fallback

    def alike(self, base: Draft, figure: Figure) -> bool:
        """Tell whether a figure counts in the unit of its head (a head of a table has none of its own)."""
        if base.figure < 0:
            classes = {class_of(indicators()[base.indicator].unit), figure.number.unit_class}
            return classes.isdisjoint(("percent", "points", "money")) and (
                "person" not in classes or len(classes) == 1
            )
        head = self._walk.figures[base.figure]
        return bool(head.number.unit_class) and same_unit(head, figure)

    def _before_bracket(self, index: int, bracket: int) -> Draft | None:
        walk = self._walk
        for at in range(index - 1, -1, -1):
            figure = walk.figures[at]
            if figure.number.end > bracket:
                continue
            between = walk.text[figure.number.end : bracket]
            near = len(between) <= _BESIDE and not re.search(r"[，。；：]", between)
            return (
                walk.drafts[at][0]
                if near and walk.drafts[at] and figure.role in ("level", "linked")
                else None
            )
        return None


def without_asides(words: str) -> str:
    """Return words with blanks for what stands in brackets: no list of theirs begins there."""
    return _ASIDE.sub(lambda match: " " * len(match.group()), words)


def _whole(draft: Draft) -> Draft:
    """Return the whole that a draft is, or is a part of."""
    return replace(draft, breakdown=None)
