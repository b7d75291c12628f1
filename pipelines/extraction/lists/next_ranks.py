"""The next of a rank: 公安类最多，为89件，其次是市场监管类38件、人社类27件；城管类次之，12件.

Here belongs what a figure is told of that follows the first of a rank. Ranks under one noun are ranks.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure, same_unit
from pipelines.extraction.lists.names import GOES_ON
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.scope import part_names
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_FIRST = re.compile(r"最[多高大]|首位|第一位?|为主|居多|集中")
_PLACE = r"(?:其次|再次|第[二三四五六]位?|排[名在]?第[二三四五六]位?)的?(?:依次|分别)?(?:是|为|有)"
_NEXT = re.compile(
    rf"{_PLACE}(?P<named>[^，。；、\d]{{2,16}}?)，?(?:有|为|达|共|计)?$"
    r"|(?:^|[，；])(?P<ranked>[^，。；、\d]{2,16}?)(?:次之|居次|居第[二三四五])，?(?:有|为|达|共|计)?$"
)


class NextRanks:
    """Reads the figures of a walk that follow the first of a rank."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._last = -1

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """Return the part that the next of a rank states; nothing where it is none."""
        before = self._walk.text[figure.sentence_start : figure.number.start]
        told = _NEXT.search(before) if figure.bracket is None else None
        goes_on = index - 1 == self._last and before.endswith(figure.raw) and self._goes_on(figure)
        name = (told["named"] or told["ranked"]) if told else figure.left if goes_on else ""
        label = part_names.part_label(name)
        base = self._first(index, figure) if label and _FIRST.search(before) else None
        if base is None or base.value < figure.number.value:
            return []
        self._last = index
        above = (base.breakdown or "").rpartition("/")[0]
        whole = f"{above}/{label}" if above else label
        return [replace(base, figure=index, breakdown=whole, value=signed_value(figure), score=1)]

    def _goes_on(self, figure: Figure) -> bool:
        between = self._walk.text[self._walk.figures[self._last].end : figure.number.start]
        return between.startswith(GOES_ON)

    def _first(self, index: int, figure: Figure) -> Draft | None:
        """The part told last before it in its sentence."""
        for at in range(index - 1, -1, -1):
            told, drafts = self._walk.figures[at], self._walk.drafts[at]
            if told.sentence_start != figure.sentence_start:
                return None
            if told.role == "level" and drafts and drafts[0].measure is Measure.LEVEL:
                return drafts[0] if drafts[0].breakdown and same_unit(told, figure) else None
        return None
