"""The year that a heading, or what opens its text, gives to figures that name none: 2011年完成情况：….

Here belongs only the year before the report's: any other in a heading is of a plan or a document.
"""

from __future__ import annotations

import re

from pipelines.extraction.facts.report import Facts
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.text.layout import Paragraph
from pipelines.model import ReportKind

# Over what a plan tells of the year before.
_LOOKING_BACK = re.compile(
    r"(?:去年|上年度?)(?:全年)?(?:工作|法治)|工作回顾|(?:发展|工作|基本)?现状|(?:发展|工作|现有)基础|基本情况|工作(?:开展|完成)情况|(?:工作|取得的?|主要)(?:成效|成绩)"
)
_OPENED = re.compile(r"\s*((?:19|20)\d\d)年度?[\u4e00-\u9fff]{0,4}(?:情况|成效|成绩|回顾)：")
_AS_OF = re.compile(r"截[至止]((?:19|20)\d\d)年[末底]，")
_IN_HEADING = re.compile(r"((?:19|20)\d\d)年")


class HeadingYears:
    """Finds them in a document."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text, self._facts = text, facts
        self._before = str((facts.year or 0) - 1)
        self._found: dict[int, str | None] = {}

    def of(self, paragraph: Paragraph) -> str | None:
        """Return the year before, where the nearest heading that tells a year is of it."""
        if paragraph.start not in self._found:
            self._found[paragraph.start] = None if paragraph.outlook else self._of_nearest(paragraph)
        return self._found[paragraph.start]

    def of_plan(self, figure: Figure) -> str | None:
        """2011年完成情况：…由312个增加到341个: told of the year before a plan."""
        if self._facts.kind is not ReportKind.PLAN:
            return None
        opened = _OPENED.match(self._text, figure.paragraph)
        opened = opened or _AS_OF.match(self._text, figure.sentence_start)
        told = opened[1] if opened else self.of(figure.within.paragraph)
        return self._before if told == self._before else None

    def _of_nearest(self, paragraph: Paragraph) -> str | None:
        plan = self._facts.kind is ReportKind.PLAN
        for heading in reversed(paragraph.headings):
            named = _IN_HEADING.search(self._text, heading.start, heading.end)
            if named:
                return self._before if named[1] == self._before else None
            if plan and _LOOKING_BACK.search(self._text, heading.start, heading.end):
                return self._before
        return None
