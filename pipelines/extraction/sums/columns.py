"""Tables told in prose: 甲市检查62家次、隐患307条、罚款49万元；乙县58家次、221条、35万元.

Here belongs such a run of segments or lines, where what they count in one unit adds up to a whole told
before. Each such column tells parts of its whole, named by what opens the segments. Lists of one figure a
name are announced.py and unread_lists.py.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipelines.extraction.figures.figure import same_unit
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.scope import part_names
from pipelines.extraction.sums.around_parts import TOLD_NOW, tell_around
from pipelines.extraction.sums.restating import Restating

_LEAST = 2  # segments, and columns
_LARGE_ENOUGH = 20  # a sum that does not come out by chance
_LARGE = 100
_LONGEST_NAME = 14

_ASIDE = re.compile(r"\([^()]*\)$|文件(?:\([^()]*\))?$")  # 州政府文件（含办公室文件）

Key = tuple[str, int]
"""A column: its unit, and the how-manieth of that unit in its segment."""


class Columns(Restating):
    """Finds the tables that the prose of a document tells."""

    def settle(self, text: str) -> None:
        """Restate every column that adds up as parts of its whole, where two or more do."""
        for segments in self._runs(text):
            if not self._restated(segments):
                self._restated(segments[1:])  # the first of the lines may tell the wholes

    def _restated(self, segments: Sequence[list[int]]) -> bool:
        """Restate the columns of some segments; tell whether they add up."""
        columns = self._columns(segments) if len(segments) >= _LEAST else {}
        fits = {key: whole for key, column in columns.items() if (whole := self._whole_of(column))}
        codes = {whole.indicator for whole in fits.values()}
        # 检查62家次、307条: a verb may have been taken for that of all its segment
        summed = {key: whole for key, whole in fits.items() if self._stated(columns[key]) <= codes}
        if not summed or not self._surely(columns, summed):
            return False
        names = [self._name(segment) for segment in segments]
        if not all(names) or len(set(names)) < len(names):
            return False
        for key, whole in summed.items():
            for order, at in columns[key].items():
                self._state(at, whole, names[order])
        return True

    def _surely(self, columns: dict[Key, dict[int, int]], summed: dict[Key, Draft]) -> bool:
        """Two columns that add up, or a large one beside another whose figures are parts already."""
        large = any(whole.value >= _LARGE for whole in summed.values())
        others = (column for key, column in columns.items() if key not in summed)
        return len(summed) >= _LEAST or (
            large and any(all(map(self._is_part, one.values())) for one in others)
        )

    def _state(self, at: int, whole: Draft, name: str) -> None:
        part = part_names.nested(whole.breakdown, name)
        value = self._figures[at].number.value
        self._told.state(at, [replace(whole, figure=at, breakdown=part, value=value, score=1)], None)
        tell_around(self._told, at)

    def _runs(self, text: str) -> Iterator[list[list[int]]]:
        """The figures of each sentence by segment, and those of lines that follow one another by line."""
        starts = [figure.number.start for figure in self._figures]
        counted = [at for at, figure in enumerate(self._figures) if self._counts(figure.role, at)]
        for _, sentence in groupby(counted, key=lambda at: self._figures[at].sentence_start):
            run = list(sentence)
            begins = self._figures[run[0]].sentence_start
            if text.find("；", begins, starts[run[-1]]) < 0:
                continue
            parted = groupby(run, key=lambda at: text.count("；", begins, starts[at]))
            yield [list(segment) for _, segment in parted]
        lines = [list(line) for _, line in groupby(counted, key=lambda at: self._figures[at].paragraph)]
        yield from self._following(lines, text)

    def _following(self, lines: list[list[int]], text: str) -> Iterator[list[list[int]]]:
        """Lines one below the other, each of which a name and its figures open."""
        run: list[list[int]] = []
        for line in lines:
            first = self._figures[line[0]]
            before = self._figures[run[-1][0]] if run else first
            beside = text.count("\n", before.paragraph, first.paragraph) == 1
            beside = beside and before.number.unit == first.number.unit
            opens = first.number.start - len(first.raw) - first.paragraph <= _LONGEST_NAME
            if run and not (beside and opens):
                yield run
                run = []
            if opens:
                run.append(line)
        yield run

    def _counts(self, role: str, at: int) -> bool:
        figure = self._figures[at]
        return role in TOLD_NOW and figure.bracket is None and figure.number.unit_class != "percent"

    def _columns(self, segments: Sequence[list[int]]) -> dict[Key, dict[int, int]]:
        """The figures of each column, by segment."""
        found: dict[Key, dict[int, int]] = defaultdict(dict)
        for order, segment in enumerate(segments):
            seen: Counter[str] = Counter()
            for at in segment:
                unit = self._figures[at].number.unit
                found[unit, seen[unit]][order] = at
                seen[unit] += 1
        return {key: column for key, column in found.items() if len(column) >= _LEAST}

    def _whole_of(self, column: dict[int, int]) -> Draft | None:
        """The nearest whole told before that a column adds up to."""
        places = list(column.values())
        total = sum(self._figures[at].number.value for at in places)
        if total < _LARGE_ENOUGH or not self._told.one_code(total, places[0]):
            return None
        for head in self._told.of_value(total, places[0]):
            whole = self._whole(head)
            alike = whole and same_unit(self._figures[head], self._figures[places[0]])
            same = whole and whole.period == (self._figures[places[0]].period or whole.period)
            if whole and alike and same:
                return whole
        return None

    def _stated(self, column: dict[int, int]) -> set[str]:
        """The indicators that the figures of a column have been read for."""
        return {self._drafts[at][0].indicator for at in column.values() if self._drafts[at]}

    def _name(self, segment: list[int]) -> str:
        """What opens a segment, less the words that its first figure's rule takes."""
        first = segment[0]
        told = self._drafts[first][0] if self._drafts[first] else None
        if told is not None and told.breakdown is not None:
            return told.breakdown
        rest = told.rest if told is not None and told.matched else ""
        words = rest if rest and not rest[-1].isdigit() else self._figures[first].left  # 2月份处罚案件10件
        name = part_names.part_label(_ASIDE.sub("", words))
        return name if len(name) <= _LONGEST_NAME else ""
