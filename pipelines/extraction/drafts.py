"""A draft: a row to be, before resolution decides between drafts of one key."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.model import Measure


@dataclass(frozen=True, slots=True)
class Draft:
    """``figure``: index of its figure; ``score``: how strong the rule's hold was; ``rest``, ``matched``: its words."""

    figure: int
    indicator: str
    measure: Measure
    period: str
    breakdown: str | None
    value: float
    score: int
    rest: str
    rule: str
    matched: str = ""
    member: str | None = None
