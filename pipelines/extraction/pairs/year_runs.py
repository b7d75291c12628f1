"""One noun told for several years at once: 2020年、2021年调撤率分别为16.8%、19.5%.

Here belongs which years such a run follows. Years told one by one stand in figures/periods.py, names in
by_order.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.text.clauses import clean
from pipelines.model import Status

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_YEARS = re.compile(
    r"(?P<before>[^，。；\d]*)"
    r"(?P<years>(?:(?:19|20)\d\d年?度?[、和及至到~-]){1,6}(?:19|20)\d\d)年度?(?:间|期间)?，?(?P<after>[^，。；\d]*?)"
    r"(?:分别|依次)(?P<done>[^，。；\d]{0,16})$"
)
# 2022年、2023年，败诉率分别为10.6%、7.9%，纠错率分别为15.3%、11.8%: they hold to the sentence's end.
_OPENED = re.compile(
    r"(?:近[两三四五]年)?\(?(?P<years>(?:(?:19|20)\d\d年?度?[、和及至到~—-]){1,6}(?:19|20)\d\d)"
    r"年度?\)?(?:间|期间)?，"
)
_YEAR = re.compile(r"\d{4}")
_RANGE = re.compile(r"[至到~—-]")
_VERB = 3  # characters of 达到 or 为, which name nothing
_LONGEST = 80  # characters before a run in which its years stand


class YearRuns:
    """Reads such runs of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def read(self, index: int, count: int) -> bool:
        """State the figures of a run, one for each year; False where no years or not as many are told."""
        walk, first = self._walk, self._walk.figures[index]
        start = max(first.sentence_start, first.number.start - _LONGEST)
        told = _YEARS.search(walk.text, start, first.number.start)
        named = told or _OPENED.match(walk.text, first.sentence_start)
        years = _listed(named["years"]) if named else []
        if len(years) != count or not (told or "分别" in first.raw):
            return False
        own = _own(told) if told else first.left
        best = walk.match(index, first, own or first.before, "")
        if best is None:
            return False
        for at, year in enumerate(years, index):
            figure = walk.figures[at]
            figure.period, figure.status = str(year), Status.ACTUAL
            walk.drafts[at] = [walk.draft(at, best.indicator, first.measure, None, best)]
            walk.reasons[at] = None
        return True


def _own(told: re.Match[str]) -> str:
    """What the words beside the years say is counted: 分别收到行政复议申请, 调撤率分别为."""
    done = clean(told["done"])
    return done if len(done) > _VERB else clean(told["after"]) or clean(told["before"])


def _listed(words: str) -> list[int]:
    """2019年至2021年, 2020年、2021年: each year that is meant."""
    years = [int(year) for year in _YEAR.findall(words)]
    if _RANGE.search(words) and len(years) == 2:
        return list(range(years[0], years[1] + 1))
    return years
