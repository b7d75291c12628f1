"""Of which year the level is that another is compared with: 由486人增至655人, 与2018年相比.

Here belongs the period of what a figure has risen or fallen from. That of the figure itself is periods.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.facts.report import Facts
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.heading_years import HeadingYears

_COMPARED = re.compile(any_of("compared"))
_SET_AGAINST = re.compile(r"[与同和](20\d\d)年(?:度|[末底])?相比，")  # 与2018年相比，持证人员由486人增至655人
# 处罚从2016年的6.2万件降到4.5万件，其中食品由8140件降到5026件: from the same year
_LED_FROM = re.compile(
    r"[由从](20\d\d)年[^，。；\d]{0,6}\d[\d.,]*[^，。；\d]{0,6}[升降增减][^，。；\d]{0,2}[到至]"
)
_LED = re.compile(r"[由从]的?$")


class Bases:
    """Finds it in a document whose year is known."""

    def __init__(self, text: str, facts: Facts, headings: HeadingYears) -> None:
        self._text, self._facts, self._headings = text, facts, headings

    def period(self, figure: Figure, stated: str | None) -> str | None:
        """Return the year of the level before; None where nothing says it.

        ``stated``: the period that the words left of it state.
        """
        led = self._led(figure)
        if self._since_unknown(figure, stated) and not led:
            return None
        return figure.period or led or self._year_before(figure, stated)

    def _since_unknown(self, figure: Figure, stated: str | None) -> bool:
        """网办率从86.5%提高到99.3%, in a report on five years: from which of them is not said."""
        one_year = figure.period or (stated or "").isdigit()
        told = one_year or _COMPARED.search(figure.raw)
        return self._facts.covered is not None and not told

    def _led(self, figure: Figure) -> str | None:
        led = _LED_FROM.findall(self._text, figure.sentence_start, figure.clause_start)
        return str(led[-1]) if led and not figure.period and _LED.search(figure.raw) else None

    def _year_before(self, figure: Figure, stated: str | None) -> str:
        year = self._facts.year or 0
        against = _SET_AGAINST.search(self._text, figure.sentence_start, figure.number.start)
        if against and int(against[1]) < year:
            return against[1]
        based = stated and stated.isdigit() and int(stated) < year and not _COMPARED.search(figure.raw)
        if based and stated and not self._headings.of_plan(figure):
            return stated  # 以2024年末为基数，由31名发展到…
        return str((int(stated[-4:]) if stated else year) - 1)
