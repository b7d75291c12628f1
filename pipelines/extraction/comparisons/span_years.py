"""A year of a span told before: 2019年至2023年累计开展宣传8400场。2023年开展1320场.

Here belongs what a verb alone takes from the sentence on the whole span. Levels of other years that sentences
compare with are earlier.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_VERB_ALONE = re.compile(
    r"(?:19|20)\d\d年(?:共|就|全年)?(?:开展|举办|组织|办理|受理|调解|化解|接待|发放|培训)了?"
)


def year_of_span(walk: Walk, index: int, figure: Figure) -> list[Draft]:
    """Return a figure behind a year and a verb alone: of what its paragraph counts over several years."""
    year = figure.period
    if year is None or not _VERB_ALONE.fullmatch(walk.text, figure.sentence_start, figure.number.start):
        return []
    for at in range(index - 1, -1, -1):
        before, told = walk.figures[at], next(iter(walk.drafts[at]), None)
        if before.paragraph != figure.paragraph:
            return []
        if told is None or told.measure is not Measure.LEVEL or told.breakdown is not None:
            continue
        first, _, last = told.period.partition("/")
        if before.number.unit == figure.number.unit and last and first <= year <= last:
            return [replace(told, figure=index, value=signed_value(figure), period=year)]
    return []
