"""Lists whose numbers stand before their names: 71个村级、10个镇级和13个行业性人民调解委员会.

Here belongs which figures make such a list and what the noun behind the last of them makes of all. Lists
whose names stand before their numbers are pairs/by_order.py and parts.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_NAME = re.compile(r"((?:[\u4e00-\u9fff]|\([^()\d]{1,8}\)){1,12}?)(?:、|和|及|以及|与)")
_LAST = re.compile(r"[\u4e00-\u9fff()]{2,10}?(?:、[\u4e00-\u9fff]{2,6})?")
_SUMMED = re.compile(r"([\u4e00-\u9fff()]{2,10}?)，?(?:共计?|合计|总计)")
_COUNTING_BODIES = frozenset({"个", "家", "所", "名", "位", "户"})
_BODIES = ("部门", "单位")  # what names bodies is a part of their names
# 120名领导干部和9000名法律明白人: a noun of its own is no part of the next.
_LAST_PERSONS = re.compile(r"([\u4e00-\u9fff]{2,12})(?=[，。；]|$)")
_PERSONS = re.compile(r"(?:干部|工作者|人员|队员|教师|律师|职工|民警)$")
_SHORTEST_NAME, _LONGEST_NAME = 2, 12


class NumberFirst:
    """Reads such lists of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def read(self, index: int) -> int:
        """State the parts of a list that begins at a figure; return how many they are, 0 for no list."""
        names = self._names(index)
        if not names:
            return 0
        summed = self._summed(index, names)
        if summed:
            return summed
        last = index + len(names)
        of_verb = any(map(_PERSONS.search, names))
        found = self._verb(index, last) if of_verb else self._noun(index, last)
        if found is None:
            return 0
        best, name = found
        for at, label in enumerate([*names, name], index):
            self._walk.drafts[at] = [self._part(at, best, label)]
            self._walk.reasons[at] = None
        return len(names) + 1

    def _part(self, at: int, best: Candidate, label: str) -> Draft:
        figure = self._walk.figures[at]
        return self._walk.draft(at, best.indicator, figure.measure, label, best)

    def _summed(self, index: int, names: list[str]) -> int:
        """16个乡镇、41个部门共计57个单位列为述法对象: a list whose sum stands before the noun of all."""
        walk, last = self._walk, index + len(names)
        total = walk.figures[last + 1] if last + 1 < len(walk.figures) else None
        named = (
            _SUMMED.fullmatch(walk.text, walk.figures[last].number.end, total.number.start) if total else None
        )
        parts = walk.figures[index : last + 1]
        if total is None or not named or sum(part.number.value for part in parts) != total.number.value:
            return 0
        best = walk.match(total, parts[0].left, total.right)
        if best is None or not best.used or walk.veto(total):
            return 0
        for at, label in enumerate([*names, named[1], None], index):
            walk.drafts[at] = [walk.draft(at, best.indicator, total.measure, label, best)]
            walk.reasons[at] = None
        return last + 2 - index

    def _names(self, index: int) -> list[str]:
        """The names between the figures of a list; none where fewer than two figures make it."""
        figures, names = self._walk.figures, []
        for at in range(index, len(figures) - 1):
            one, two = figures[at], figures[at + 1]
            alike = one.number.unit == two.number.unit and one.role == two.role == "level"
            if one.number.unit not in _COUNTING_BODIES or not alike:
                break
            named = _NAME.fullmatch(self._walk.text, one.number.end, two.number.start)
            if named is None:
                break
            names.append(named[1])
        return names

    def _verb(self, index: int, last: int) -> tuple[Candidate, str] | None:
        """培训120名领导干部、800名工作者和6000名骨干: the rule of the verb before all, and the last name."""
        first, named = self._walk.figures[index], _LAST_PERSONS.match(self._walk.figures[last].right)
        best = self._walk.match(first, first.left, "") if named else None
        return (best, named[1]) if best and named and not self._walk.veto(first) else None

    def _noun(self, index: int, last: int) -> tuple[Candidate, str] | None:
        """The rule whose noun stands behind the name of the last figure, and that name."""
        walk = self._walk
        first, figure = walk.figures[index], walk.figures[last]
        own = walk.match(first, first.left, first.right)
        if walk.veto(first) or part_names.names_whole(first.left) or (own is not None and own.used):
            return None
        for cut in range(_SHORTEST_NAME, min(_LONGEST_NAME, len(figure.right)) + 1):
            name, rest = figure.right[:cut], figure.right[cut:]
            if not _LAST.fullmatch(name) or name.count("(") != name.count(")") or rest.startswith(_BODIES):
                continue
            best = walk.match(first, first.left, rest.removeprefix("的"))
            if best is not None and best.used:
                return best, part_names.part_label(name) or name
        return None
