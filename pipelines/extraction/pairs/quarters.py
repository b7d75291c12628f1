"""One count told for each quarter or month: 一至四季度依次调解653件、741件、812件和983件.

Here belongs which quarters or months such a run follows: each is a part of the year. Runs by year are
year_runs.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.quantities.numerals import chinese_number
from pipelines.extraction.text.clauses import clean
from pipelines.model import Status

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_TOLD = re.compile(
    r"(?:第?(?P<first>[一二三四])(?:季度)?[至到-]第?(?P<last>[一二三四])季度|(?P<from>\d{1,2})月?[至到-](?P<until>\d{1,2})月份?)"
    r"，?(?P<noun>[^，。；\d]*?)(?:分别|依次)(?P<done>[^，。；\d]*)$"
)


class Quarters:
    """Reads such runs of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def read(self, index: int, count: int) -> bool:
        """State a run as the parts of a year, one for each quarter or month; False where none are told."""
        walk, first = self._walk, self._walk.figures[index]
        told = _TOLD.search(walk.text, first.clause_start, first.number.start)
        names = _names(told) if told else []
        if told is None or len(names) != count:
            return False
        words = clean(f"{told['noun']}{told['done']}") or first.before
        best = walk.match(first, words, "")
        for at, name in enumerate(names, index):
            walk.drafts[at] = [walk.draft(at, best.indicator, first.measure, name, best)] if best else []
            walk.reasons[at] = None if best else "no_rule"
            walk.figures[at].status = Status.ACTUAL
        return True


def _names(told: re.Match[str]) -> list[str]:
    """一至四季度, 1至12月: each quarter or month that is meant."""
    if told["first"]:
        first, last = (int(chinese_number(told[one])) for one in ("first", "last"))
        return [f"{'一二三四'[at - 1]}季度" for at in range(first, last + 1)]
    return [f"{month}月" for month in range(int(told["from"]), int(told["until"]) + 1)]
