"""Figures with their measure, period and status settled, in the order of the text.

Here belongs the sequence of the passes before any rule is asked: place, measure, period.
"""

from __future__ import annotations

from pipelines.extraction.facts.report import Facts
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.measures import settle_measure
from pipelines.extraction.figures.periods import Periods
from pipelines.extraction.figures.placing import place
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.text.layout import Layout
from pipelines.extraction.topics.in_force import Topics


def figures(text: str, numbers: list[Number], layout: Layout, topics: Topics, facts: Facts) -> list[Figure]:
    """Return a settled figure for each number of the prose."""
    found = place(text, numbers, layout, topics)
    periods = Periods(text, facts)
    for index, figure in enumerate(found):
        settle_measure(index, figure, found)
        periods.settle(figure)
    return found
