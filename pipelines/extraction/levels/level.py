"""Levels: what a figure that counts states, of the whole body or a part, alone or shared by several subjects.

Here belongs what becomes of the rule found. Which words it is looked for by is level_words.py, whole or part
of a list lists/parts.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.levels.level_words import LevelWords
from pipelines.extraction.levels.resumed import Resumed
from pipelines.extraction.lists.beside import Beside
from pipelines.extraction.lists.further import Further
from pipelines.extraction.lists.inspected_kinds import InspectedKinds
from pipelines.extraction.lists.listed import Listed, same_family
from pipelines.extraction.lists.next_ranks import NextRanks
from pipelines.extraction.lists.parts import Parts
from pipelines.extraction.lists.ranks import Ranks
from pipelines.extraction.lists.under_heads import names_part
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope.bodies import Bodies
from pipelines.extraction.scope.bodies_in_row import BodiesInRow
from pipelines.extraction.scope.instances import INSTANCE_NAMES
from pipelines.extraction.scope.respondents import Respondents
from pipelines.extraction.scope.superlatives import Superlatives
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_SHARED = re.compile(
    r"(?:均|都|各|皆|全部|双双|同(?=[为达]))(?:为|达到?|是|保持|保持在|有|超过|约|须|要|能|到|在|实现|须保持|应|应达到|要达到)*[^\u4e00-\u9fff]*$"
)
_TOGETHER = ("合计", "共计", "总计")
_CANCELLED = "service.cancelled_matters"
_AND = re.compile(r"[、和及与]")
_ANEW = re.compile(r"；|全[年市县区州省]")  # 甲镇、乙镇分别104件、93件；全县共计1260件
_RATES = re.compile(r"率(?=[、和及与]|$)")
_HANDLED = {"reconsideration.carried_over": "reconsideration.cases_handled"}
_NEAR = 6  # figures before a sum among which its two counts stand
_SUBJECTS = re.compile(r"[、，]|和|与|以?及(?!时)")


class Levels:
    """Reads the levels of a walk."""

    def __init__(self, walk: Walk, parts: Parts, bodies: Bodies, beside: Beside) -> None:
        self._walk, self._parts, self._bodies, self._beside = walk, parts, bodies, beside
        self._inspected = InspectedKinds(walk)
        self._row, self._further = BodiesInRow(walk, bodies), Further(walk, walk.heads)
        self._listed, self._resumed, self._respondents = Listed(walk, parts), Resumed(walk), Respondents(walk)
        self._ranks, self._words = Ranks(walk), LevelWords(walk)
        self._superlatives, self._next_ranks = Superlatives(walk), NextRanks(walk)

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """Return what a level states: an indicator of the whole body, or a part of one."""
        if figure.number.unit_class == "points":
            return []  # what a rate has changed by is no rate
        if figure.raw.endswith(_TOGETHER):
            handled = self._of_two(index)
            if handled is not None or self._behind_run(index):
                self._walk.reasons[index] = None if handled else "composite"
                return handled or []
        shared = self._shared(index, figure)
        if shared:
            return shared
        placed = (
            self._ranks.read(index, figure)
            or self._superlatives.read(index, figure)
            or self._resumed.behind_share(index, figure)
            or self._resumed.these(index, figure)
        )
        if placed:
            return placed
        base = self._listed.head(figure, self._walk.heads.of(index))
        best = self._words.best(index, figure, base)
        if self._walk.reasons[index]:
            return []
        claimed = self._further.claimed(index)
        if claimed is not None and (
            best is None or best.indicator == claimed.indicator or names_part(claimed, best)
        ):
            return self._parts.part(index, figure, claimed, None)
        body = None if figure.role == "whole" else self._bodies.of(figure, best)
        opened = base is not None and self._listed.opened(figure, base, best)
        if base is not None and (best is None or best.indicator == base.indicator or opened):
            return self._listed.read(index, figure, base, None if opened else best, body)
        if best is not None:
            return self._inspected.of(index, figure, best) or self._stated(index, figure, base, best, body)
        return self._of_no_rule(index, figure)

    def _of_no_rule(self, index: int, figure: Figure) -> list[Draft]:
        """A part of what has been told, or a level told again."""
        against = self._respondents.read(index, figure) if "为被" in figure.raw else []
        if against:
            return against
        head = self._further.of(index)
        if head is not None:
            return self._parts.part(index, figure, head, None)
        return (
            self._row.next(index, figure, figure.left)
            or self._next_ranks.read(index, figure)
            or self._respondents.read(index, figure)
            or self._resumed.read(index, figure)
        )

    def _behind_run(self, index: int) -> bool:
        """甲县、乙县分别为104件和93件，罚款合计215万元: what several parts make together."""
        walk, here = self._walk, self._walk.figures[index]
        first = bisect_left(walk.starts, here.sentence_start)
        before = [drafts[0] for drafts in walk.drafts[first:index] if drafts]
        code = before[-1].indicator if before else None
        parts = [one.value for one in before if one.breakdown and one.indicator == code]
        anew = _ANEW.search(walk.text, walk.figures[index - 1].end, here.number.start)
        beside = (walk.figures[index - 1].listed and not anew) or sum(parts) == here.number.value
        return len(parts) > 1 and before[-1].breakdown is not None and beside

    def _of_two(self, index: int) -> list[Draft] | None:
        """新收2876件；上年结转142件，合计3018件: what came in with what was carried over is what was handled.

        None where it is no such sum, nothing where no code counts it.
        """
        walk, here = self._walk, self._walk.figures[index]
        levels = [
            (drafts[0], walk.figures[at].number)
            for at, drafts in enumerate(walk.drafts[max(0, index - _NEAR) : index], max(0, index - _NEAR))
            if drafts and drafts[0].measure is Measure.LEVEL and walk.figures[at].paragraph == here.paragraph
        ]
        counts = [(draft, number) for draft, number in levels if number.unit == here.number.unit][-2:]
        carried = next((draft for draft, _ in counts if draft.indicator.endswith("carried_over")), None)
        if (
            carried is None
            or len(counts) < 2
            or sum(number.value for _, number in counts) != here.number.value
        ):
            return None
        code = _HANDLED.get(carried.indicator)
        return [replace(carried, figure=index, indicator=code, value=here.number.value)] if code else []

    def _stated(
        self, index: int, figure: Figure, base: Draft | None, best: Candidate, body: str | None
    ) -> list[Draft]:
        """A figure of an indicator of its own, of the whole body or a part of it."""
        of_matters = best.indicator == _CANCELLED and (best.part or best.member)
        if body and not (of_matters and body.endswith("本级")):  # 市本级取消3项、下放5项: kinds of its own
            return [self._walk.draft(index, best.indicator, figure.measure, body, best)]
        coordinate = self._beside.coordinate(index, figure, best)
        if coordinate:
            return coordinate
        companion = self._beside.companion(index, figure, best.indicator)
        own = best.indicator.endswith("co_defendant_cases")  # a code for what 县政府 is sued for as reviewer
        of_part = base is not None and base.breakdown and base.breakdown not in INSTANCE_NAMES
        if base is not None and of_part and not own and same_family(base.indicator, best.indicator):
            companion = base.breakdown
        label = self._walk.label(figure, best) or companion
        return [self._walk.draft(index, best.indicator, figure.measure, label, best)]

    def _shared(self, index: int, figure: Figure) -> list[Draft]:
        """审结率、备案率、及时率均达100%: one number, several subjects."""
        rates = figure.number.unit_class == "percent" and len(_RATES.findall(figure.left)) > 1
        if not (rates or _SHARED.search(figure.raw)) or not _AND.search(figure.left):
            return []
        parts = [part for part in _SUBJECTS.split(figure.left) if part]
        drafts: list[Draft] = []
        for part in parts:
            best = self._walk.match(figure, part, figure.right)
            if best and best.indicator not in {draft.indicator for draft in drafts}:
                drafts.append(self._walk.draft(index, best.indicator, figure.measure, None, best))
        return drafts if len(parts) > 1 else []
