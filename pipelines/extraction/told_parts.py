"""Parts told before, by their names: 环保类同比上升35.6%; 举报投诉处理案件由44件增至82件.

Here belongs finding the part that a noun names. What is told of it then is changes.py and earlier.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction import part_names
from pipelines.extraction.anchors import LOOK_BACK
from pipelines.extraction.drafts import Draft
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.reading import Reading

_KIND = re.compile("类?(?:案件|纠纷)?$")
_DISTINCT = 4  # characters of a name that is known beyond its sentence


def told_part(walk: Reading, index: int, noun: str, *, beyond: bool = True) -> Draft | None:
    """Return the level of the part that a noun names; None for none.

    ``beyond``: the part may be told in an earlier sentence of the paragraph.
    """
    name = _bare(noun)
    figure = walk.figures[index]
    for at in range(index - 1, max(-1, index - LOOK_BACK), -1):
        before, told = walk.figures[at], walk.drafts[at]
        near = before.sentence_start == figure.sentence_start
        far = beyond and before.paragraph == figure.paragraph and len(name) >= _DISTINCT
        if not name or not (near or far):
            return None
        if told and told[0].measure is Measure.LEVEL and _bare(told[0].breakdown or "") == name:
            return told[0]
    return None


def _bare(name: str) -> str:
    return part_names.part_label(_KIND.sub("", name)) if name else ""
