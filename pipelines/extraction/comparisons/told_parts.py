"""Parts told before, by their names: 环保类同比上升35.6%; 举报投诉处理案件由44件增至82件.

Here belongs finding the part that a noun names. What is told of it then is changes.py and earlier.py.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extraction.comparisons.anchors import LOOK_BACK
from pipelines.extraction.lists.under_heads import names_part
from pipelines.extraction.rules.drafts import Draft, signed_value
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.extraction.scope.body_names import is_body
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_KIND = re.compile("类?(?:案件|纠纷)?$")
COUNTED = re.compile("的?(?:案件|纠纷)$")
_LONGEST = 14  # characters of a name
_NO_KIND = re.compile(r"总量$|频次$|^净|保留|清单|版|时限")  # what is told beside the parts of a list
_CHANGED_MOST = re.compile(
    r".*(?:[增升涨降]幅|增长|上升|下降|增加|减少)最[大快多高][^，。；\d]{0,2}[是为](?P<is>[^，。；\d]{2,14})$"
    r"|(?P<has>[^，。；\d]{2,14}?)(?:的?(?:[增升涨降]幅|增长|上升|下降|增加|减少))最[大快多高]$"
)
_LONG_LIST = 40  # figures that a list of parts and what is told of them may hold
_DISTINCT = 4  # characters of a name that is known beyond its sentence


def told_part(
    walk: Walk, index: int, noun: str, *, beyond: bool = True, look_back: int = LOOK_BACK
) -> Draft | None:
    """Return the level of the part that a noun names; None for none.

    ``beyond``: the part may be told in an earlier sentence of the paragraph.
    ``look_back``: how many figures before.
    """
    name = _bare(noun)
    figure = walk.figures[index]
    for at in range(index - 1, max(-1, index - look_back), -1):
        before, told = walk.figures[at], walk.drafts[at]
        near = before.sentence_start == figure.sentence_start
        far = beyond and before.paragraph == figure.paragraph and len(name) >= _DISTINCT
        if not name or not (near or far):
            return None
        if told and told[0].measure is Measure.LEVEL and _last_name(told[0]) == name:
            return told[0]
    return None


def _last_name(draft: Draft) -> str:
    """What a part is called where it stands: of 县级政府/甲县 the county."""
    return _bare((draft.breakdown or "").rpartition("/")[2])


def changed_part(walk: Walk, index: int) -> Draft | None:
    """物业纠纷增长最快，达54.35%；劳动争议增加62件: return the level of the part of a list that changed."""
    figure = walk.figures[index]
    most = _CHANGED_MOST.match(figure.before)
    noun = figure.noun or (most["is"] or most["has"] if most else "")
    if not noun:
        return _changed_before(walk, index)
    part = told_part(walk, index, noun, look_back=_LONG_LIST)
    alike = part and (
        figure.number.unit_class == "percent" or figure.number.unit == walk.figures[part.figure].number.unit
    )
    return part if alike else None


def _changed_before(walk: Walk, index: int) -> Draft | None:
    """山林土地纠纷减少85件，下降9.12%: the part that has just been said to have changed as much."""
    told = walk.drafts[index - 1][:1] if index else []
    if not told or not told[0].breakdown:
        return None
    before, figure = walk.figures[index - 1], walk.figures[index]
    same = before.role == "change" and before.sentence_start == figure.sentence_start
    alike = signed_value(before) * signed_value(figure) > 0  # what has risen has not fallen
    return told[0] if same and alike and figure.number.unit_class == "percent" else None


def told_with(walk: Walk, index: int, noun: str) -> Draft | None:
    """专项清理3次，专项清理比上年多1次: return what was told with just that noun, within its sentence."""
    figure = walk.figures[index]
    for at in range(index - 1, max(-1, index - LOOK_BACK), -1):
        before = walk.figures[at]
        if (
            before.sentence_start != figure.sentence_start
            or "；" in walk.text[before.number.end : figure.number.start]
        ):
            return None
        if before.left == noun and walk.drafts[at] and before.role in ("level", "linked"):
            return walk.drafts[at][0]
    return None


def part_left_over(walk: Walk, index: int, best: Candidate) -> str | None:
    """农民工受援减少96人次; 大洼县罚款下降: return the part or the body that the words left over name."""
    name = _bare(best.rest)
    if not name:
        return None
    for at in range(index - 1, max(-1, index - _LONG_LIST), -1):
        told = walk.drafts[at][:1]
        if told and told[0].indicator == best.indicator and _last_name(told[0]) == name:
            return told[0].breakdown
    return name if is_body(name) and not walk.is_own(name) else None


def part_right_before(walk: Walk, index: int, indicator: str) -> str | None:
    """其中，中院新收85件，新收较上年的159件减少74件: return the part that the level right before is of."""
    told = walk.drafts[index - 1][:1] if index else []
    near = bool(told) and walk.figures[index - 1].sentence_start == walk.figures[index].sentence_start
    same = near and told[0].indicator == indicator and told[0].measure is Measure.LEVEL
    return told[0].breakdown if same else None


def part_of_list(walk: Walk, index: int, noun: str, best: Candidate | None) -> Draft | None:
    """Return the part of the head of its list that a noun names, as a level; None for none.

    其中劳动争议由上年的121件增至178件; 其中行政处罚类增加26件. ``best``: the rule that fits the noun, if any.
    """
    figure = walk.figures[index]
    head = walk.heads.of(index)
    if head is None or head.measure is not Measure.LEVEL:
        return None
    same = best is not None and best.indicator == head.indicator  # 公安处罚由2310件减少到1826件
    if best and (noun in head.matched if same else not names_part(head, best)):
        return None
    noun = best.rest if best and same and best.rest else noun
    name = "" if part_names.LOOSE.fullmatch(noun) else part_names.part_label(COUNTED.sub("", noun))
    if not name or len(name) > _LONGEST or part_names.OUTCOME.search(name) or _NO_KIND.search(name):
        return None
    return replace(head, breakdown=name, score=1) if walk.heads.alike(head, figure) else None


def _bare(name: str) -> str:
    return part_names.part_label(_KIND.sub("", name)) if name else ""
