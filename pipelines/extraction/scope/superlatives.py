"""Bodies told by their rank: 申请最多的甲县有297件，最少的乙县只有17件; 甲县败诉率最高，达24.1%.

Here belongs whose and of what such a figure is. Lists under one rank are lists/ranks.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure, same_unit
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope.body_names import BODY
from pipelines.extraction.text.clauses import clean
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_BODY = rf"(?:{BODY.pattern}|[\u4e00-\u9fff]{{1,4}}州)"
_OF = r"[^，。；：、()\d]{0,12}?"
_TOLD = re.compile(
    rf"(?:^|[，。；：、(])(?:其中[，：]?)?(?:"
    rf"(?:各?(?:县\(市、区\)|[市县区]{{2}}|乡镇|部门|单位)中，?)?(?P<kind>{_OF})最[多高低少大]的(?:是|为)?(?P<body>{_BODY})"
    rf"|(?:是)?(?:以(?=[^，。；]{{2,10}}为被))?(?P<named>(?!以){_BODY})的?(?P<of>{_OF})最[多高低少大]"
    rf")[，(]?(?:达到?|高达|仅?[为有]|仅|只|共|已|占|、){{0,3}}$"
)
_NEAR = 60  # characters before a figure in which its rank stands
_FAR = 8  # figures between a whole and a rank among its parts
_DIFFERS = re.compile(r"(?<=率)(?:差异|差距|悬殊|不一|高低)[^，。；]*$")  # 各县败诉率差异明显


class Superlatives:
    """Reads the figures of a walk that are told of the first or the last body."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """Return the part that a figure told of a rank states; nothing where it is told of none."""
        start = max(figure.sentence_start, figure.number.start - _NEAR)
        words = self._walk.text[start : figure.number.start]
        told = _TOLD.search(words) if "最" in words else None
        if told is None:
            return []
        body = told["body"] or told["named"]
        best = self._named(figure, told["kind"] or told["of"] or "", words[: told.start()])
        if best is not None:
            return [self._walk.draft(index, best.indicator, figure.measure, body, best)]
        whole = self._whole(index, figure)
        return [replace(whole, figure=index, breakdown=body, value=signed_value(figure))] if whole else []

    def _named(self, figure: Figure, kind: str, before: str) -> Candidate | None:
        """The indicator that the rank names, or for a rate the clause before it (各县败诉率差异明显)."""
        percent = figure.number.unit_class == "percent"
        clause = _DIFFERS.sub("", re.split("[，。；]", before)[-1])
        for words in (kind, clause if percent and clause.endswith("率") else ""):
            best = self._walk.match(figure, clean(words), "") if words else None
            if best is not None:
                return best
        return None

    def _whole(self, index: int, figure: Figure) -> Draft | None:
        """The level told last, of the whole or of another body, that the figure can be a part of."""
        percent = figure.number.unit_class == "percent"
        for at in range(index - 1, max(-1, index - _FAR), -1):
            before, told = self._walk.figures[at], self._walk.drafts[at][:1]
            if before.paragraph != figure.paragraph:
                break
            level = before.role in ("level", "linked") and same_unit(before, figure)
            if not (level and told and told[0].measure is Measure.LEVEL):
                continue
            if percent or told[0].breakdown or before.number.value > figure.number.value:
                return told[0]
        return None
