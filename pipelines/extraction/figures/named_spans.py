"""The years that words for several name: “十四五”期间, “八五”普法以来, 五年来, 近三年来.

Here belongs what such words mean in a text of a known year. Words of single years are named_years.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.facts.dates import SPAN
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.facts.spans import plan_years, spans_of, words_for
from pipelines.model import ReportKind

UNTELLABLE = ""
_IN_PLAN_YEARS = re.compile(r"[”\"]?(?:规划)?(?:时期|期间)?(?:以来|期间)")  # “十四五”以来, no plan's name
# “七五”普法通过验收，五年来: the five years of a plan of publicity, or of the country's, that has just ended.
_ENDED_PLAN = re.compile(r"[“\"](?:十([一二三四五])五[”\"]|([五六七八九])五[”\"]普法)[^\n“”\"]{0,30}$")
_PUBLICITY_YEARS = {"五": 2006, "六": 2011, "七": 2016, "八": 2021, "九": 2026}
_SO_LONG = re.compile(r"[2-9两二三四五六七八九](?=年)")
_RECENT = re.compile(r"近[^年]年|[^年]年来")
_HOW_LONG = {
    name: many
    for many, names in enumerate(("2两二", "3三", "4四", "5五", "6六", "7七", "8八", "9九"), 2)
    for name in names
}


class NamedSpans:
    """Finds them in one text."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts
        lasts = str((facts.year or 0) - 1)  # 五年来 looks back from the report's year, or the one before
        self._told = {many: span for many, span in spans_of(text).items() if span[-4:] >= lasts}
        if facts.span:
            self._told |= dict.fromkeys(words_for(facts.span), facts.span)

    def of(self, match: re.Match[str], after: str) -> str | None:
        """Return the years that words (``mid``) name; None for a plan's name, UNTELLABLE where nothing tells.

        ``after``: the words behind them.
        """
        plan = self._facts.kind is ReportKind.PLAN  # its own years
        if "十" in match["mid"] and (plan or not _IN_PLAN_YEARS.match(after)):
            return None
        each = after.startswith("分别")  # 两年分别办结388件、431件
        span = None if each else self._of_so_many(match)
        return self._of_plan_years(match["mid"], after) or span or UNTELLABLE

    def _of_plan_years(self, words: str, after: str) -> str | None:
        """“十二五”期间: its five years; “十四五”以来: its years up to the report's."""
        words, year = words.lstrip('“"'), self._facts.year or 0
        if "普法" in words:  # “八五”普法以来
            first = _PUBLICITY_YEARS[words[0]]
            return (
                str(first) if first == year else f"{first}/{min(year, first + 4)}" if first < year else None
            )
        if "十" not in words:
            return None
        first, ends = plan_years(words[1])
        last = min(year, ends) if "以来" in after[:5] else ends
        return f"{first}/{last}" if first < last <= year else None

    def _of_so_many(self, match: re.Match[str]) -> str | None:
        """五年来, in a text on five years, or that tells which five (2019年至2023年): those."""
        told = _SO_LONG.search(match["mid"])
        if told is None or self._facts.kind is ReportKind.PLAN:
            return None
        span = self._told.get(told[0])
        if span:
            return span
        plan = _ENDED_PLAN.search(self._text, max(0, match.start() - 40), match.start())
        if plan and told[0] == "五":
            return self._of_ended_plan(plan)
        return self._recent(_HOW_LONG[told[0]]) if _RECENT.match(match["mid"]) else None

    def _recent(self, many: int) -> str | None:
        """近三年来, in a text of 2024: 2022 to 2024, unless it names other three years."""
        named = (int(span[2]) - int(span[1]) + 1 for span in SPAN.finditer(self._text))
        year = self._facts.year
        return f"{year - many + 1}/{year}" if year and many not in named else None

    def _of_ended_plan(self, named: re.Match[str]) -> str | None:
        """The years of a plan named right before, where they end with the report's year."""
        first = plan_years(named[1])[0] if named[1] else _PUBLICITY_YEARS[named[2]]
        return f"{first}/{first + 4}" if first + 4 == self._facts.year else None
