"""Bodies told in a row by their names alone: 甲县新收182件，办结170件；乙市167件.

Here belongs what the next of them has counted. Which body words name is bodies.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.scope import part_names, whose
from pipelines.extraction.scope.bodies import Bodies
from pipelines.extraction.scope.body_names import BODY, NAMED
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_STEADY = re.compile(r"连续[\d两三四五六七八九十]+年$")  # 甲县、乙市连续三年保持100%
_FAR = 16  # figures between two bodies told in a row


class BodiesInRow:
    """Reads the figures of such bodies in a walk."""

    def __init__(self, walk: Walk, bodies: Bodies) -> None:
        self._walk, self._bodies = walk, bodies

    def next(self, index: int, figure: Figure, name: str) -> list[Draft]:
        """甲县新收182件，办结170件；乙市167件: the next of bodies told in a row, of what opened the last."""
        rates = figure.number.unit_class == "percent" and "、" in name
        several = _STEADY.sub("", name).split("、") if rates else []
        if several and all(map(BODY.fullmatch, several)):
            return self._rates_alike(index, figure, several)
        named = NAMED.fullmatch(name)
        if named is None or whose.counted(
            named[1], self._walk.text[figure.clause_start : figure.number.start]
        ):
            return []
        about = figure.before.removesuffix("方面") if figure.before.endswith("方面") else ""
        best = self._walk.match(figure, about, "") if about else None  # 行政处罚方面，甲县14682件
        if best is not None:
            return [self._walk.draft(index, best.indicator, figure.measure, named[1], best)]
        for at in self._before(index, figure):
            told = self._walk.drafts[at][0]
            alike = self._walk.figures[at].number.unit == figure.number.unit
            if told.breakdown and BODY.fullmatch(told.breakdown) and alike:
                if self._told_already(index, replace(told, breakdown=named[1])):
                    break  # 收到521件，其中市本级236件、乙县285件；受理453件，市本级203件
                period = figure.period or told.period
                value = signed_value(figure)
                return [replace(told, figure=index, breakdown=named[1], value=value, period=period)]
        return self._of_whole_before(index, figure, named[1])

    def _told_already(self, index: int, part: Draft) -> bool:
        """Whether the sentence of a figure has told what a body has come to in a code."""
        walk, key = self._walk, (part.indicator, part.breakdown, part.measure)
        here = walk.figures[index].sentence_start
        return any(
            (told.indicator, told.breakdown, told.measure) == key
            for at in range(max(0, index - _FAR), index)
            if walk.figures[at].sentence_start == here
            for told in walk.drafts[at]
        )

    def _rates_alike(self, index: int, figure: Figure, bodies: list[str]) -> list[Draft]:
        """应诉率98.4%，甲县、乙市为100%: one number for each of several bodies, of the rate told before."""
        for at in range(index - 1, max(-1, index - _FAR), -1):
            before, told = self._walk.figures[at], self._walk.drafts[at][:1]
            if before.paragraph != figure.paragraph:
                break
            rate = before.number.unit_class == "percent" and before.role in ("level", "linked")
            if rate and told and told[0].measure is Measure.LEVEL:
                value = signed_value(figure)
                return [replace(told[0], figure=index, breakdown=body, value=value) for body in bodies]
        return []

    def _of_whole_before(self, index: int, figure: Figure, body: str) -> list[Draft]:
        """不予处罚共6803件，市场监管部门2914件: of the whole right before it, which it is less than."""
        if not index:
            return []
        told, before = self._walk.drafts[index - 1][:1], self._walk.figures[index - 1]
        alone = figure.role == "level" and figure.bracket is None and figure.raw.strip("，、") == body
        beside = before.sentence_start == figure.sentence_start and before.role == "level"
        alike = before.number.unit == figure.number.unit and before.number.value > figure.number.value
        whole = told and told[0].breakdown is None and told[0].measure is Measure.LEVEL
        named = part_names.part_label(body) == body and not part_names.names_whole(body)
        named = named and "以" not in body  # 后者以甲区447件最多
        after = self._walk.figures[index + 1] if index + 1 < len(self._walk.figures) else None
        shared = after is not None and after.role == "share"  # whether it fits, its share will tell
        if shared or not (whole and alone and beside and alike and named):
            return []
        return [replace(told[0], figure=index, breakdown=body, value=signed_value(figure))]

    def _before(self, index: int, figure: Figure) -> list[int]:
        """The levels told of the bodies before, the nearest body first, those of one in their order."""
        walk, found = self._walk, []
        segment = self._bodies.segment(figure)
        for at in range(index - 1, max(-1, index - _FAR), -1):
            before = walk.figures[at]
            if before.paragraph != figure.paragraph:
                break
            if before.bracket is not None and before.bracket != figure.bracket:
                continue
            counted = before.role in ("level", "linked", "previous") and walk.drafts[at]
            if counted and walk.drafts[at][0].measure is Measure.LEVEL:
                found.append((self._bodies.segment(before) if before.number.start < segment else segment, at))
        return [at for _, at in sorted(found, key=lambda one: (-one[0], one[1]))]
