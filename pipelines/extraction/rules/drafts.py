"""A draft: a row to be, before resolution decides between drafts of one key."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.extraction.figures.figure import Figure
from pipelines.model import Measure


@dataclass(slots=True)  # not frozen, as that makes making one four times slower
class Draft:
    """A row to be: the index of its figure, the strength of the rule's hold (``score``), and its words."""

    figure: int
    indicator: str
    measure: Measure
    period: str
    breakdown: str | None
    value: float
    score: int
    rest: str
    matched: str = ""
    member: str | None = None
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A whole that a table states: its value by indicator and period."""

    indicator: str
    period: str
    value: float


def signed_value(figure: Figure) -> float:
    """Return a figure's value with the sign that its comparison words give it."""
    changed = figure.measure in (Measure.CHANGE_ABS, Measure.CHANGE_PCT)
    return figure.number.value * figure.sign if changed else figure.number.value
