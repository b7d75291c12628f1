"""One noun told for several years at once: 2020年、2021年调撤率分别为16.8%、19.5%.

Here belongs which years such a run follows. Years told one by one stand in figures/periods.py, names in
by_order.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.earlier import CHANGING
from pipelines.extraction.facts.spans import spans_of
from pipelines.extraction.figures.figure import same_unit
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.text.clauses import clean
from pipelines.model import Measure, Status

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_YEARS = re.compile(
    r"(?P<before>[^，。；\d]*)"
    r"(?P<years>(?:(?:19|20)\d\d年?度?[、和及至到~-]){1,6}(?:19|20)\d\d)年度?(?:间|期间)?，?(?P<after>[^，。；\d]*?)"
    r"(?:分别|依次)(?P<done>[^，。；\d]{0,16})$"
)
# 2021年、2022年、2023年受理申请120件、130件、143件: as many numbers as years say that they are in order
_SIDE_BY_SIDE = re.compile(
    r"(?<![^，。；\n])(?P<before>)(?P<years>(?:(?:19|20)\d\d年、){1,4}(?:19|20)\d\d)年(?P<after>[^，。；\d]{2,20})(?P<done>)$"
)
# 2022年、2023年，败诉率分别为10.6%、7.9%，纠错率分别为15.3%、11.8%: they hold to the sentence's end.
_OPENED = re.compile(
    r"(?:近[两三四五]年)?\(?(?P<years>(?:(?:19|20)\d\d年?度?[、和及至到~—-]){1,6}(?:19|20)\d\d)"
    r"年度?\)?(?:间|期间)?，"
)
# 三年受理数分别为57件、88件、161件, in a text on 2022年至2024年
_COUNTED = re.compile(
    r"(?P<before>)(?:近|这)?(?P<many>[两三四五])年(?:来|间)?，?(?P<after>[^，。；\d]*?)(?:分别|依次)(?P<done>[^，。；\d]{0,16})"
)
# 纠错率逐年走低，依次是21.8%、17.4%、12.3%: in a text on three years
_YEAR_BY_YEAR = re.compile("逐年|年年|历年")
_IN_ORDER = re.compile("分别|依次|相应")
_YEAR = re.compile(r"\d{4}")
_RANGE = re.compile(r"[至到~—-]")
_THAT = re.compile("(?:这一|该)(?:数字|数据|比例|比率|指标)(?:为|是)?")
_VERB = 3  # characters of 达到 or 为, which name nothing
_LONGEST = 80  # characters before a run in which its years stand


class YearRuns:
    """Reads such runs of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._spans: dict[str, str] | None = None

    def read(self, index: int, count: int) -> bool:
        """State the figures of a run, one for each year; False where no years or not as many are told."""
        walk, first = self._walk, self._walk.figures[index]
        start = max(first.sentence_start, first.number.start - _LONGEST)
        told = _YEARS.search(walk.text, start, first.number.start) or (
            _SIDE_BY_SIDE.search(walk.text, start, first.number.start) if "年、" in first.sentence else None
        )
        named = told or _OPENED.match(walk.text, first.sentence_start)
        years = _listed(named["years"]) if named else []
        counted = None if told else _COUNTED.fullmatch(first.raw)
        if counted:
            told, years = counted, self._of_span(counted["many"])
        if not years and _IN_ORDER.search(first.raw):
            years = self._of_run_before(index, count)
        if not years and _YEAR_BY_YEAR.search(walk.text, first.sentence_start, first.number.start):
            spanned = _listed((first.period or "").replace("/", "至"))
            years = spanned if len(spanned) == count else self._of_span(str(count))
        if len(years) != count or not (told or _IN_ORDER.search(first.raw)):
            return False
        own = _THAT.sub("", _own(told)) if told else first.left
        best = walk.match(first, own or CHANGING.sub("", first.before), "")
        level = None if own or best else self._level_before(index)
        if best is None and level is None:
            return self._unread(index, count)
        for at, year in enumerate(years, index):
            figure = walk.figures[at]
            figure.period, figure.status = str(year), Status.ACTUAL
            if level is not None:
                walk.drafts[at] = [replace(level, figure=at, value=figure.number.value, period=figure.period)]
            elif best is not None:
                walk.drafts[at] = [walk.draft(at, best.indicator, first.measure, None, best)]
            walk.reasons[at] = None
        return True

    def _level_before(self, index: int) -> Draft | None:
        """新收申请1126件，2021年、2022年分别为614件、803件: the level that years without a noun are of."""
        if not index:
            return None
        told = self._walk.drafts[index - 1][:1]
        before, here = self._walk.figures[index - 1 : index + 1]
        same = before.sentence_start == here.sentence_start and same_unit(before, here)
        return told[0] if told and same and told[0].measure is Measure.LEVEL else None

    def _unread(self, index: int, count: int) -> bool:
        """刑事案件发案数依次为46262、38721件: what no rule knows is of no run before it either."""
        self._walk.reasons[index] = "no_rule"
        for at in range(index + 1, index + count):
            self._walk.drafts[at], self._walk.reasons[at] = [], "no_rule"
        return True

    def _of_run_before(self, index: int, count: int) -> list[int]:
        """三年受理数分别为…，审结数分别为…: the years of the run before, if its sentence goes on."""
        figures, drafts = self._walk.figures, self._walk.drafts
        read = [figures[at] for at in range(max(0, index - count - 1), index) if drafts[at]]
        before = read[-count:]  # 年均增幅近三成；受理率依次为…: past what no rule knows
        same = all(one.sentence_start == self._walk.figures[index].sentence_start for one in before)
        years = [int(one.period) for one in before if one.period and one.period.isdigit()]
        rising = all(one < next_one for one, next_one in pairwise(years))
        return years if same and rising and len(years) == count else []

    def _of_span(self, many: str) -> list[int]:
        """三年受理数分别为…: the years that the text has named, if they are so many."""
        if self._spans is None:
            self._spans = spans_of(self._walk.text)
        return _listed(self._spans[many].replace("/", "至")) if many in self._spans else []


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
