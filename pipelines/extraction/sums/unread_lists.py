"""Lists of no rule whose sum is known: 按类别分，治安153件，土地98件… behind a whole of 251.

Here belongs the search for the whole of figures that no words assign. Lists under a head that has been read
are arithmetic.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.figures.figure import same_unit
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.around_parts import TOLD_OF_PARTS
from pipelines.extraction.sums.restating import SUBTOTAL, Restating
from pipelines.extraction.text import views
from pipelines.model import Measure

_CASES = re.compile(r"(?:收到|新收|受理|办理)(?:行政)?(复议|诉讼|应诉)(?:申请|案件)?$")
_CASES_OF = {"复议": "reconsideration", "诉讼": "litigation", "应诉": "litigation"}
_LONGEST_LIST = 24
_FAR = 40  # figures between a list and the whole that it adds up to
_SURELY = 100  # what two sentences add up to by no chance
_LONG_ENOUGH, _LARGE_ENOUGH = 3, 20  # shorter lists of smaller figures add up by chance
_SIZES_OF_KNOWN = (2, 3, 4)
_LARGE_AS_KNOWN = 50


class UnreadLists(Restating):
    """Finds lists of figures that state nothing yet, and add up to a whole."""

    def settle(self, at: int) -> None:
        """Restate the list that a figure begins, if it adds up to a whole of a table or told before."""
        if self._told.known:
            self._parts_of_known(at)
        if self._listable(at):
            self._parts_of_earlier(at)

    def _listable(self, at: int) -> bool:
        """Whether a figure may be one of a list: of no rule, or read for a whole that has been told."""
        return self._unnamed(at) or self._told_before(at)

    def _told_before(self, at: int) -> bool:
        """办理4286件。…由窗口受理2105件: of a code and period whose whole stands before, and is larger."""
        second = self._whole(at)
        if second is None or self._figures[at].bracket is not None or not second.rest:
            return False
        if part_names.names_whole(self._figures[at].left):
            return False  # 服务全县229个行政村
        wholes = self._told.wholes_of(second.indicator, at, at - _FAR)
        return any(whole.period == second.period and whole.value > second.value for whole in wholes)

    def _parts_of_earlier(self, first: int) -> None:
        """按类别分，治安153件，土地98件…: named figures of no rule that sum to a whole before them."""
        if first and self._goes_on(first):
            return
        run = self._run(first)
        within = sum(self._beside(at, first) for at in run)
        for size in range(len(run), 1, -1):
            total = sum(self._figures[at].number.value for at in run[:size])
            if size > within:
                ends = size == len(run) or not self._beside(run[size - 1], run[size])
                whole = self._whole_known(first, total, size) if ends and total >= _SURELY else None
            else:
                whole = self._whole_beside(first, total) or self._whole_known(first, total, size)
            told = whole is not None and self._told.one_code(total, first)
            if whole is not None and self._one_of_list(whole.figure, first):
                continue
            if whole is not None and told and self._one_code(whole, run[:size]):
                self._restate(whole, run[:size])
                return
        self._with_parts_before(run)

    def _one_of_list(self, head: int, first: int) -> bool:
        """裁定驳回12件、撤诉18件、撤销8件、确认违法4件: one of a list is no whole of those behind it."""
        return 0 <= head < first and all(one.raw[:1] == "、" for one in self._figures[head + 1 : first + 1])

    def _with_parts_before(self, run: list[int]) -> None:
        """公安领域新收418件；市场监管领域259件，…: the rest of a list that began with its verb."""
        before = range(max(0, run[0] - _LONGEST_LIST), run[0]) if run else ()
        parts = [at for at in before if self._is_part(at) and self._beside(at, run[0])]
        told = {self._drafts[at][0].indicator for at in parts if self._alike(run[0], at)}
        if len(told) != 1:
            return
        total = sum(self._figures[at].number.value for at in (*parts, *run))
        whole = self._whole_beside(parts[0], total) or self._whole_known(
            parts[0], total, len(parts) + len(run)
        )
        if whole is not None and {whole.indicator} == told and self._told.one_code(total, parts[0]):
            self._restate(whole, run)

    def _one_code(self, whole: Draft, run: list[int]) -> bool:
        """Whether all that has been read of a list is what its whole counts."""
        return all(self._drafts[at][0].indicator == whole.indicator for at in run if self._drafts[at])

    def _run(self, first: int) -> list[int]:
        """The named figures of no rule from one on, past asides, and on into the next sentence."""
        run: list[int] = []
        for at in range(first, min(first + _LONGEST_LIST, len(self._figures))):
            figure = self._figures[at]
            aside = figure.bracket != self._figures[first].bracket or SUBTOTAL.search(figure.raw.strip())
            if run and (aside or figure.role in TOLD_OF_PARTS):
                continue
            if not self._listable(at) or not self._alike(first, at):
                break
            run.append(at)
        return run

    def _goes_on(self, at: int) -> bool:
        """The list began before: 从区域看 in a sentence of its own begins another."""
        same = self._figures[at - 1].sentence_start == self._figures[at].sentence_start
        return same and self._listable(at - 1) and self._alike(at - 1, at)

    def _whole_beside(self, first: int, total: float) -> Draft | None:
        """The whole of that value before a list in its paragraph."""
        unit = self._figures[first].number.unit
        for head in self._told.of_value(total, first, first - _FAR + 1):
            whole = self._counted(head) if self._alike(first, head) else None
            alike = self._figures[head].number.unit == unit and self._beside(first, head)
            same = total >= _LARGE_ENOUGH or alike
            if whole and same and self._may_head(whole, first, head):
                return whole
        return None

    def _may_head(self, whole: Draft, first: int, head: int) -> bool:
        """A part has parts beside it, or where it opens their sentence: 刑事案件又以侦查阶段402件…."""
        part = whole.breakdown
        return not part or self._beside(first, head) or self._figures[first].sentence.startswith(part)

    def _beside(self, at: int, head: int) -> bool:
        return self._figures[at].sentence_start == self._figures[head].sentence_start

    def _whole_known(self, first: int, total: float, size: int) -> Draft | None:
        """The whole of that value anywhere before a list of three and more, or in a table."""
        figure = self._figures[first]
        divided = total >= _SURELY and views.DIVIDING.search(figure.sentence)
        if (size < _LONG_ENOUGH and not divided) or total < _LARGE_ENOUGH:
            return None
        for head in self._told.of_value(total, first):
            whole = self._whole(head)
            if whole and self._of_other_cases(first, whole.indicator):
                continue
            if whole and whole.period == figure.period and same_unit(figure, self._figures[head]):
                return whole
        for known in self._told.known:
            if abs(known.value - total) < 1e-6 and known.period == figure.period:
                code = known.indicator
                return Draft(first, code, Measure.LEVEL, known.period, None, total, 1, "")
        return None

    def _of_other_cases(self, first: int, code: str) -> bool:
        """收到行政复议申请14件、受理11件…: whether a list counts cases, and the whole afar something else."""
        named = _CASES.search(self._figures[first].left)
        return named is not None and code.partition(".")[0] != _CASES_OF[named[1]]

    def _parts_of_known(self, at: int) -> None:
        """Two to four figures of one sentence, of no rule, that sum to a whole of a table."""
        if self._drafts[at]:
            return
        for size in _SIZES_OF_KNOWN:
            run = list(range(at, at + size))
            if run[-1] >= len(self._figures) or any(
                self._drafts[part] or not self._alike(at, part) or not self._beside(at, part) for part in run
            ):
                return
            if any(self._reasons[part] != "no_rule" or not self._figures[part].left for part in run):
                return
            total = sum(self._figures[part].number.value for part in run)
            fits = [
                known
                for known in self._told.known
                if abs(known.value - total) < 1e-6 and known.period == self._figures[at].period
            ]
            if len(fits) == 1 and total > _LARGE_AS_KNOWN:
                base = Draft(
                    at,
                    fits[0].indicator,
                    Measure.LEVEL,
                    fits[0].period,
                    None,
                    total,
                    1,
                    "",
                )
                self._restate(base, run)
                return
