"""What the label of a share names: a kind among those that it tells of, a part that has been told by name.

Here belongs reading the label. What the share then states is told_shares.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.under_heads import names_part
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

AMONG = re.compile(r"([^，。；、\d]{2,12}?(?:(?=人群)|案件|人员|对象|主体))(?:人群)?中([\u4e00-\u9fff]+)")


def among(walk: Walk, index: int, figure: Figure, label: str) -> list[Draft]:
    """受援人群中农民工占41.5%、老年人占14.7%: a share of those that a label names, and so along the list."""
    told = AMONG.fullmatch(label)
    whole, name = told.groups() if told else ("", "")
    best = walk.match(figure, whole, "", spread=True) if name else None
    if best is not None and names_part(walk.heads.last(index, cases=True), best):
        return []
    if best is not None:
        part = part_names.part_label(name)
        return [walk.draft(index, best.indicator, Measure.SHARE_PCT, part, best)]
    before = walk.drafts[index - 1][:1] if index and figure.raw[:1] == "、" else []
    goes_on = before and before[0].measure is Measure.SHARE_PCT and before[0].breakdown
    named = AMONG.search(walk.text[figure.sentence_start : figure.number.start])
    if not (goes_on and named):
        return []
    part, value = part_names.part_label(label), signed_value(figure)
    return [replace(before[0], figure=index, breakdown=part, value=value)]


def part_named(walk: Walk, index: int, name: str) -> Draft | None:
    """处罚351件、确认63件，行政处罚类案件占比由…: the part of its sentence that a label names."""
    figures = walk.figures
    for at in range(index - 1, -1, -1):
        if figures[at].sentence_start != figures[index].sentence_start:
            return None
        told = walk.drafts[at]
        if told and told[0].measure is Measure.LEVEL and told[0].breakdown == name:
            return told[0]
    return None


def told_before(walk: Walk, index: int, best: Candidate, label: str) -> str | None:
    """律师812人，其中专职律师655人，专职律师比重为80.7%: a part that has been told by that name."""
    for drafts in reversed(walk.drafts[:index]):
        named = drafts[0].breakdown if drafts and drafts[0].indicator == best.indicator else None
        if named and named in label:
            return named
    wholes = [
        drafts[0].matched
        for drafts in walk.drafts[:index]
        if drafts and (drafts[0].indicator, drafts[0].breakdown) == (best.indicator, None)
    ]
    another = wholes and best.matched == label and not any(words in label for words in wholes)
    return part_names.part_label(label) or None if another else None  # not 维持81件，维持的占54.7%
