"""Levels without a noun of their own, which resume what was told just before: 上年为98.1%，今年不低于98.3%.

Here belongs what such a level resumes: a level of another year, another body's, a change, a share. Levels
that words name are level.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.quantities.units import class_of
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_SIGNS = re.compile(r"[，；、以上左右余多\s]")
_NOW = re.compile(
    r"[，；]?(?:(?:力争|计划|预计)20\d\d年[底末]?(?=控制|达到|提高|增至|建成)|(?:到|至)?20\d\d年[底末]?(?=力争|确保|计划|预计|要|应|将)|今年|本年度?|明年|现已|如今|目前|现在|到年底|年底)(?:则|已|预期|预计|计划|力争|控制|确保|至少|要|应|将|发展|提高|提升|增加|下降"
    r"|不[低少高]于|不超过|举办|办理|开展|完成|组织|培训|实现|达|到|至|为|在|有){0,6}"
)
_ALTOGETHER = re.compile(r"[，；]?(?:共计?|即|合计|总计|为)")
_REACHED = re.compile(r"[，；]?(?:已|现已|共)?(?:达到?|升至|增至|降至|增加到|增长到|上升到|下降到|减少到)")
_CLIMBED = re.compile(r"[，；]?一年[间来里](?:提高|提升|上升|攀升|增加|增长|下降|降低|减少)[到至]")
_TOTAL = re.compile(
    r"[，；]?(?:现有|全[县市区州])?总(?:人)?数(?:已)?(?:达到?|为|增至|升至|增加到|突破)?|[，；]?(?:全[县市区州])?累计(?:已)?(?:达到?|为)|[，、]?达到"
)
_NEW = re.compile(r"新(?:设立?|增加?|建|培育|培养|发展|聘|选聘|招募|创建?|认定|命名)")
_OPENING = re.compile(r"在?[^，。；()\d]{0,10}")
_PARTED = re.compile(r"[^，。；()\d]{0,8}(?:中|当中|里)[，,]")
_THESE, _AMONG = re.compile("[，；]?这"), re.compile("当?中|里")
_OURS = re.compile(r"[，；]?(?:而|但)?[我本][县市区州旗](?:则|仅|却)?(?:为|是|达到?)")
_THEIRS = re.compile(r"全[国省市州]|平均(?!数)")


class Resumed:
    """Reads such levels of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """Return what a level states by the figure before it; nothing where it does not resume one."""
        return (
            self._as_before(index, figure)
            or self._beside_other_body(index, figure)
            or self._reached(index, figure)
            or self._said_again(index, figure)
            or self._grown(index, figure)
        )

    def behind_share(self, index: int, figure: Figure) -> list[Draft]:
        """Return what 治安类占30%，共30件 states: the level of the part whose share has been told."""
        before = self._walk.figures[index - 1] if index and _ALTOGETHER.fullmatch(figure.raw) else None
        told = self._walk.drafts[index - 1] if before else []
        if before is None or before.role != "share" or not told or told[0].breakdown is None:
            return []
        if before.sentence_start != figure.sentence_start or figure.number.unit_class in (
            "percent",
            "points",
        ):
            return []
        part = replace(told[0], figure=index, measure=figure.measure, value=signed_value(figure))
        return [part] if class_of(indicators()[part.indicator].unit) == figure.number.unit_class else []

    def these(self, index: int, figure: Figure) -> list[Draft]:
        """其中食品类审结33件，这33件中调解13件: the part before is named by its count."""
        before = self._walk.figures[index - 1] if index and _THESE.fullmatch(figure.raw) else None
        if before is None or not _AMONG.match(self._walk.text, figure.number.end):
            return []
        same = (before.number.value, before.number.unit) == (figure.number.value, figure.number.unit)
        return [replace(draft, figure=index) for draft in self._walk.drafts[index - 1][:1] if same]

    def _as_before(self, index: int, figure: Figure) -> list[Draft]:
        """成功率上年为98.1%，今年不低于98.3%; 2020年底为31名，现已发展至38名: as just told."""
        now = _NOW.fullmatch(figure.raw) or _CLIMBED.fullmatch(figure.raw)
        before = self._walk.figures[index - 1] if index and now else None
        if before is None or before.sentence_start != figure.sentence_start or figure.bracket is not None:
            return []
        beside = not _SIGNS.sub("", self._walk.text[before.number.end : figure.clause_start])
        told = self._walk.drafts[index - 1]
        if before.role == "change" and index > 1:  # 败诉率7.3%，下降2.5个百分点；力争2024年控制在6%以内
            before, told = self._walk.figures[index - 2], self._walk.drafts[index - 2]
        alike = before.number.unit_class == figure.number.unit_class
        if not (beside and told and alike) or told[0].period == figure.period:
            return []
        listed = self._walk.drafts[index - 2][:1] if index > 1 else []
        if listed and listed[0].breakdown and told[0].breakdown:
            return []  # 司法所6个，其中五星级2个、三星级4个，计划2024年达到12个: not of the last part
        return [replace(told[0], figure=index, value=signed_value(figure), period=figure.period or "")]

    def _beside_other_body(self, index: int, figure: Figure) -> list[Draft]:
        """全市执法人员持证率为93.2%，我区为94.6%: what was told of another body is said of its own."""
        before = self._walk.figures[index - 1] if index and _OURS.fullmatch(figure.raw) else None
        if before is None or self._walk.reasons[index - 1] not in ("other_body", "benchmark"):
            return []
        left = _THEIRS.sub("", before.left)
        best = self._walk.match(figure, left, "") if before.clause_start < figure.clause_start else None
        return [self._walk.draft(index, best.indicator, figure.measure, None, best)] if best else []

    def _reached(self, index: int, figure: Figure) -> list[Draft]:
        """执业律师增长8.5%，达到614名: the level behind a change is of the noun that has changed."""
        before = self._walk.figures[index - 1] if index and _REACHED.fullmatch(figure.raw) else None
        if before is None or before.role != "change" or not before.noun:
            return []
        if before.sentence_start != figure.sentence_start:
            return []
        best = self._walk.match(figure, before.noun, "")
        return [self._walk.draft(index, best.indicator, figure.measure, None, best)] if best else []

    def _grown(self, index: int, figure: Figure) -> list[Draft]:
        """新设律师事务所2家，总数达到19家: how many there are, by the new ones more than before."""
        before = self._walk.figures[index - 1] if index and _TOTAL.fullmatch(figure.raw) else None
        new = _NEW.search(before.left) if before else None
        if before is None or new is None or before.sentence_start != figure.sentence_start:
            return []
        named = before.left[new.end() :] or before.left[: new.start()]  # 司法所新增2个，总数9个
        best = self._walk.match(figure, named, "")
        if best is None or before.number.unit_class != figure.number.unit_class:
            return []
        total = self._walk.draft(index, best.indicator, figure.measure, None, best)
        more = replace(total, figure=index - 1, measure=Measure.CHANGE_ABS, value=signed_value(before))
        self._walk.drafts[index - 1], self._walk.reasons[index - 1] = [more], None
        return [total]

    def _said_again(self, index: int, figure: Figure) -> list[Draft]:
        """…案件1860件。在查办的1860件案件中，…: said again to be parted."""
        opening = self._walk.text[figure.sentence_start : figure.number.start]
        if not (_OPENING.fullmatch(opening) and _PARTED.match(self._walk.text, figure.number.end)):
            return []
        for at in range(index - 1, -1, -1):
            before, told = self._walk.figures[at], self._walk.drafts[at]
            if before.paragraph != figure.paragraph:
                return []
            same = (before.number.value, before.number.unit) == (figure.number.value, figure.number.unit)
            if same and told and told[0].measure is Measure.LEVEL:
                return [replace(told[0], figure=index)]
        return []
