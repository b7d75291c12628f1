"""What a stretch of text is of: an operation, a class of cases, the government beside its place.

Here belongs what opens a sentence or its part, and holds for the figures in it. Which bodies do is bodies.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import fields
from pipelines.extraction.scope.respondents import OF_CASES, OF_SUITS
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_CLASS_NAMED = re.compile(r"其中([\u4e00-\u9fff]{2,10}?(?:纠纷|案件|类|领域))，")
_GOVERNMENT = re.compile(
    r"(?:--|其中[，：]?)?([市县区州]政府)(?=共?(?:收到|受理|新收|审结|办结|办理)(?:行政复议|案件|申请)*(?:\d|$))"
)


def named_class(walk: Walk, figure: Figure, best: Candidate | None, start: int) -> str | None:
    """其中邻里纠纷，成功率2020年为95.3%: return the class of cases that a clause without a figure names."""
    if best is None or best.indicator.partition(".")[0] not in OF_CASES:
        return None
    told = _CLASS_NAMED.match(walk.text, start, figure.number.start)
    return told[1] if told else None


def operation(text: str, figure: Figure, best: Candidate | None, start: int) -> str | None:
    """…；打击保健品乱象“百日行动”出动…: return the operation that opens what stands from ``start`` on."""
    enforced = best is not None and indicators()[best.indicator].domain == "enforcement"
    return fields.operation(text, start, figure.number.start) if enforced else None


def government(walk: Walk, figure: Figure, best: Candidate | None) -> str | None:
    """——市政府收到286件，受理241件: return the government that received them, beside all of its place."""
    told = _GOVERNMENT.match(walk.text, figure.sentence_start, figure.number.start)
    domain = best.indicator.partition(".")[0] if best else ""
    if told is None or domain not in OF_SUITS:
        return None
    first = bisect_left(walk.starts, figure.sentence_start)
    before = (drafts[0] for drafts in walk.drafts[:first] if drafts)
    wholes = (one for one in before if one.breakdown is None and one.measure is Measure.LEVEL)
    return told[1] if any(one.indicator.startswith(f"{domain}.") for one in wholes) else None
