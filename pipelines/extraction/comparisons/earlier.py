"""Levels of another year: 较上年的340件, 由18人增加到23人, 2022年为23件.

Here belongs finding what they speak of: their own noun, or the figure before them. A figure that states
nothing still stands in its place, so that a 同比 after it attaches to nothing rather than to the wrong
figure. Shares that words tell are told_shares.py, classes of cases earlier_classes.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.comparisons.anchors import Anchors
from pipelines.extraction.comparisons.earlier_classes import EarlierClasses
from pipelines.extraction.comparisons.earlier_order import EarlierOrder
from pipelines.extraction.comparisons.span_years import year_of_span
from pipelines.extraction.comparisons.told_parts import part_of_list, part_right_before, told_part
from pipelines.extraction.comparisons.told_shares import ToldShares
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.scope.bodies import Bodies
from pipelines.extraction.scope.bodies_in_row import BodiesInRow
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_CHANGED_BEHIND = re.compile(r"相比，([^，。；\d]{2,16}?)(?:同比)?(?:增加|增长|减少|下降|上升|提高|降低)\d")
_OF_PLACE = re.compile(r"全[省市县区州]")
_NAMED_BEHIND = re.compile(r"[\u4e00-\u9fff]{2}")
_CHAINED = re.compile(r"[、，](?:(?:19|20)\d\d年|[去上前]年)")
# 上年占24.6%, 该比例去年为15.3%; not 行政处罚类案件占比由46.3%
_SHARE_ALONE = re.compile(
    r"(?:^|[，；、年期度])占|^，?(?:[上去]年|(?:19|20)\d\d年)?(?:该|这一|此)(?:比例|占比|比重)"
)
_SHARE_MOVES = re.compile(r"^，?(?:所)?占(?:比|比例|比重)[由从]")
_NOUN_BEHIND = re.compile(r"[\u4e00-\u9fff]{4}")
CHANGING = re.compile(
    r"(?:(?:逐年|持续|稳步|连年|进一步|不断|大幅|有所|略有|不[增降]反)*(?:下降|上升|回落|提高|提升|降低|增长|增加|减少|上扬|走[低高]|[增升降减])|[增降][幅势](?:明显|较大))$"
)


class Earlier:
    """Reads the levels of other years in a walk."""

    def __init__(self, walk: Walk, anchors: Anchors, bodies: Bodies, shares: ToldShares) -> None:
        self._walk, self._row, self._shares = walk, BodiesInRow(walk, bodies), shares
        self._order, self._classes = EarlierOrder(walk, anchors), EarlierClasses(walk)

    def linked(self, index: int, figure: Figure) -> list[Draft]:
        """由18人增加到23人: the level after one of the year before states the same indicator."""
        anchor = self._walk.drafts[figure.anchor] if figure.anchor is not None else []
        if not anchor and figure.noun:
            best = self._walk.own_match(index, figure, figure.noun, "")
            return [self._walk.draft(index, best.indicator, figure.measure, None, best)] if best else []
        return [
            replace(draft, figure=index, period=figure.period, value=signed_value(figure))
            for draft in anchor
            if figure.period
        ]

    def previous(self, index: int, figure: Figure) -> list[Draft]:
        """较上年的340件: a level of the year before, of its own noun or of the figure before it."""
        shared = self._share_before(index, figure)
        if shared:
            return shared
        noun = figure.noun
        if not noun:
            return (
                self._of_noun_behind(index, figure)
                or self._of_clause_before(index, figure)
                or [self._follow(index, draft) for draft in self._of_chain(index) or self._order.of(index)]
            )
        if figure.measure is Measure.SHARE_PCT:
            rate = self._walk.match(figure, noun, "")
            if rate and indicators()[rate.indicator].kind == "rate":  # 全程网办比例由71%提高至89.6%
                return [self._walk.draft(index, rate.indicator, figure.measure, None, rate)]
            return self._shares.of(index, figure, re.sub(r"(?:的?占比|的?比重|的?比例).*$", "", noun))
        told = told_part(self._walk, index, noun)
        if told is not None and figure.period:
            return [replace(told, figure=index, period=figure.period, value=signed_value(figure))]
        best = self._walk.own_match(index, figure, noun, "")
        listed = part_of_list(self._walk, index, noun, best) if figure.period else None
        if listed is not None:
            return [replace(listed, figure=index, period=figure.period or "", value=signed_value(figure))]
        viewed = self._classes.viewed(index, figure, noun)
        if viewed:
            return viewed
        if best is None:
            return self._row.next(index, figure, noun) or self._classes.of_cases(index, figure, noun)
        part = self._classes.told_by_name(index, best.indicator, noun) or self._walk.label(figure, best)
        if not part and not _OF_PLACE.search(noun):
            part = part_right_before(self._walk, index, best.indicator)
        return [self._walk.draft(index, best.indicator, figure.measure, part, best)]

    def _of_noun_behind(self, index: int, figure: Figure) -> list[Draft]:
        """相比2009年底20家律师事务所和231名律师: a level of the year before that names what it counts."""
        changed = _CHANGED_BEHIND.match(self._walk.text, figure.number.end)
        if changed and not figure.left:  # 与2022年的3422件相比，行政处罚案件减少246件
            found = self._walk.match(figure, changed[1], "")
            return [self._walk.draft(index, found.indicator, figure.measure, None, found)] if found else []
        if figure.number.unit_class not in ("person", "entity") or not _NAMED_BEHIND.match(figure.right):
            return []
        best = self._walk.match(figure, "", figure.right)
        return [self._walk.draft(index, best.indicator, figure.measure, None, best)] if best else []

    def _share_before(self, index: int, figure: Figure) -> list[Draft]:
        """农民工428人，占32.5%，上年占24.6%: what share a part had the year before."""
        told = self._walk.drafts[index - 1] if index and _SHARE_ALONE.search(figure.raw) else []
        if told and told[0].breakdown and told[0].measure is Measure.LEVEL and _SHARE_MOVES.match(figure.raw):
            told = [replace(told[0], measure=Measure.SHARE_PCT)]  # 处罚类72件，占比由2022年的35.2%升至41.6%
        before = self._walk.figures[index - 1] if told else figure
        if figure.number.unit_class != "percent" or before.sentence_start != figure.sentence_start:
            return []
        shares = [draft for draft in told if draft.measure is Measure.SHARE_PCT]
        return [replace(self._follow(index, draft), measure=Measure.SHARE_PCT) for draft in shares]

    def _of_chain(self, index: int) -> list[Draft]:
        """由2021年的22.6%、2022年的19.48%降至16.28%: of what the year before in the chain tells of."""
        before, here = self._walk.figures[index - 1] if index else None, self._walk.figures[index]
        if before is None or before.role not in ("previous", "dated"):
            return []
        dated = before.role == here.role == "dated" and before.sentence_start == here.sentence_start
        if not (dated and not here.listed) and not _CHAINED.match(here.raw):
            return []
        return self._walk.drafts[index - 1] if before.number.unit == here.number.unit else []

    def dated(self, index: int, figure: Figure) -> list[Draft]:
        """2022年为23件: a level of another year, of the figure before it."""
        followed = self._of_clause_before(index, figure) or [
            self._follow(index, draft)
            for draft in self._of_chain(index) or self._order.of(index) or self._of_change(index)
        ]
        return followed or self._named_behind(index, figure) or year_of_span(self._walk, index, figure)

    def _named_behind(self, index: int, figure: Figure) -> list[Draft]:
        """2023年有56件行政诉讼案件由负责人出庭应诉: of what the sentence that it opens goes on to name."""
        if figure.clause_start != figure.sentence_start or not _NOUN_BEHIND.match(figure.right):
            return []
        best = self._walk.match(figure, "", figure.right)
        return [self._walk.draft(index, best.indicator, figure.measure, None, best)] if best else []

    def _of_change(self, index: int) -> list[Draft]:
        """一审案件同比增长8.9%，2022年为402件: of what its sentence has just said to have changed."""
        before, here = self._walk.figures[index - 1] if index else None, self._walk.figures[index]
        if before is None or before.sentence_start != here.sentence_start:
            return []
        if before.role != "change" or not before.noun:
            return []
        told = self._walk.drafts[index - 1]
        rate = here.number.unit_class == "percent"
        return [one for one in told if rate == (indicators()[one.indicator].kind == "rate")]

    def _of_clause_before(self, index: int, figure: Figure) -> list[Draft]:
        """报送备案的重大处罚案件，由2021年的17件增加到21件: of what the clause before names."""
        before = self._walk.figures[index - 1] if index else None
        named = figure.before and (before is None or before.number.end <= figure.within.before_start)
        opens = figure.raw[:1] in "由从" or figure.role == "dated"
        if not (named and opens) or figure.number.unit_class == "points":
            return []
        name = CHANGING.sub("", figure.before)
        if figure.number.unit_class == "percent" and not name.endswith("率"):
            return []
        best = self._walk.match(figure, name, figure.right)
        if best is None:
            # 乙县不增反降，由上年的68件降至61件
            return self._row.next(index, figure, name) or self._classes.of_cases(index, figure, name)
        label = self._walk.label(figure, best) if best else None
        return [self._walk.draft(index, best.indicator, figure.measure, label, best)] if best else []

    def _follow(self, index: int, draft: Draft) -> Draft:
        figure = self._walk.figures[index]
        return replace(
            draft,
            figure=index,
            measure=Measure.LEVEL,
            period=figure.period or draft.period,
            value=signed_value(figure),
        )
