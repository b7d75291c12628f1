"""Totals told last: 办理建议58件、提案71件，总计129件.

Here belongs the whole behind its parts. Wholes before their parts are arithmetic.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.expressions.lexicon import lexicon
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.around_parts import tell_around
from pipelines.extraction.sums.restating import SUBTOTAL, Restating
from pipelines.model import Measure

_CARRIED_OVER = re.compile(any_of("carried_over"))
_LARGEST = re.compile(r"居前|(?:前|列)[一二三四五六七八九十](?![季个批月])位?|较多的")
_FAR = 40  # figures
_LONGEST = 10  # figures of a list: the law knows as many kinds of acts
_LARGE_ENOUGH = 20  # smaller figures add up by chance
_COUNTED = frozenset({"case", "piece"})


def sum_of(codes: frozenset[str]) -> str | None:
    """Return the indicator that several others add up to (lexicon.yaml, ``sums``); None for none."""
    fits = [total for total, parts in lexicon().sums.items() if len(codes) > 1 and codes <= set(parts)]
    return fits[0] if len(fits) == 1 else None


class Totals(Restating):
    """Finds the totals that close lists."""

    def settle(self, at: int) -> None:
        """Restate a figure that closes a list as its whole: 办理建议58件、提案71件，总计129件."""
        figure = self._figures[at]
        if self._parts_before(at):
            return
        if figure.role != "level" or figure.number.unit_class in ("percent", "points"):
            return
        if not SUBTOTAL.search(figure.raw.strip()) or part_names.sums_up(figure.left):
            return
        total = 0.0
        for first in range(at - 1, max(-1, at - _LONGEST - 1), -1):
            same = self._figures[first].sentence_start == figure.sentence_start
            if not (same and self._counts_alike(at, first)):
                return
            total += self._figures[first].number.value
            if at - first > 1 and abs(total - figure.number.value) < 1e-6:
                self._state_total(at, range(first, at))
                return

    def _parts_before(self, at: int) -> bool:
        """简易程序4907件、一般程序5379件，共办结处罚案件10286件: kinds told before the whole they make."""
        told = self._drafts[at]
        if not told or told[0].breakdown is not None or told[0].measure is not Measure.LEVEL:
            return False
        total = 0.0
        for first in range(at - 1, max(-1, at - _LONGEST - 1), -1):
            same = self._figures[first].sentence_start == self._figures[at].sentence_start
            kind = self._figures[first].left and self._may_be_kind(first, told[0])
            if not (same and kind and self._counts_alike(at, first)):
                return False
            total += self._figures[first].number.value
            unread = any(not self._drafts[part] for part in range(first, at))
            if at - first > 1 and unread and abs(total - told[0].value) < 1e-6 and total >= _LARGE_ENOUGH:
                self._make_up(at, list(range(first, at)))
                return True
        return False

    def _make_up(self, at: int, run: list[int]) -> None:
        """新收二审案件243件，加上旧存17件，共260件: what was carried over is no kind of the year's cases."""
        carried = [part for part in run if _CARRIED_OVER.search(self._figures[part].left)]
        if not carried:
            self._restate(self._drafts[at][0], run)
        elif any(self._drafts[part] for part in run if part not in carried):
            self._told.state(at, [], "composite")

    def _may_be_kind(self, part: int, whole: Draft) -> bool:
        """Whether a figure is unread, or read for the very thing that its total is of."""
        drafts = self._drafts[part]
        if not drafts:
            return self._reasons[part] == "no_rule"
        return drafts[0].indicator == whole.indicator and self._is_whole(part)

    def _counts_alike(self, at: int, other: int) -> bool:
        one, two = self._figures[at], self._figures[other]
        classes = {one.number.unit_class, two.number.unit_class}
        return two.role == "level" and (len(classes) == 1 or classes <= _COUNTED)

    def _state_total(self, at: int, parts: range) -> None:
        stated = [self._drafts[part][0] for part in parts if self._drafts[part]]
        codes = {draft.indicator for draft in stated}
        if not codes:
            return
        unread = [part for part in parts if not self._drafts[part]]
        named = all(
            self._reasons[part] in ("no_rule", "composite") and self._figures[part].left for part in unread
        )
        alone = len(codes) == 1 and named
        code = codes.pop() if alone else sum_of(frozenset(codes))
        if code is None:
            return
        figure = self._figures[at]
        if self._of_more(at, code):
            self._told.state(at, [], "composite")
            return
        whole = replace(
            stated[0],
            figure=at,
            indicator=code,
            breakdown=None,
            member=None,
            value=figure.number.value,
            period=figure.period or "",
        )
        self._follow(at, self._drafts[at], code)
        self._told.state(at, [whole], None)
        tell_around(self._told, at)  # …，总计129件，比上年增加17件
        if alone:
            self._restate(whole, [part for part in parts if self._is_whole(part)])

    def _of_more(self, at: int, code: str) -> bool:
        """受理1502件。…三类合计1049件: what gathers some parts of a whole told before, or the largest."""
        figure = self._figures[at]
        if _LARGEST.search(figure.sentence, 0, figure.number.start - figure.sentence_start):
            return True
        wholes = self._told.wholes_of(code, at, at - _FAR)
        return any(whole.period == figure.period and whole.value > figure.number.value for whole in wholes)

    def _is_whole(self, part: int) -> bool:
        drafts = self._drafts[part]
        return not drafts or drafts[0].breakdown is None

    def _follow(self, at: int, before: list[Draft], code: str) -> None:
        """What compares with a total, or is a part or a share of it, is of the total's indicator."""
        for after in range(at + 1, len(self._figures)):
            figure, drafts = self._figures[after], self._drafts[after]
            alike = bool(before and drafts) and drafts[0].indicator == before[0].indicator
            part = alike and drafts[0].breakdown is not None
            if figure.sentence_start != self._figures[at].sentence_start or (
                figure.role == "level" and not part
            ):
                return
            if alike:
                self._told.state(after, [replace(drafts[0], indicator=code)], self._reasons[after])
