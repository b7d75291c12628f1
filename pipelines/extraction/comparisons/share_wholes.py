"""Which whole a share says that it is of: 山林权属类占受理总数的44.4%.

Here belongs the search for the figure that such words name. Whose share it is told_shares.py tells, and
pairs/paired_parts.py for shares in order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.text import views
from pipelines.model import Measure

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_NAMED = re.compile(
    r"占(?P<whole>(?:全部|全[市县区州省]|所有|总)?(?P<noun>[^，。；、\d]{2,10}?)(?:的?(?:总[数量件]|数量|案件数))?)"
    r"(?:的|比例|比重)*(?:约|近|达)?$"
)


def whole_named(walk: Walk, index: int, figure: Figure) -> Draft | None:
    """Return the last whole of what the words of a share say it is of; None where they say nothing."""
    named = _NAMED.search(figure.raw)
    counted = views.counted(figure.sentence)  # 收案领域上，治安占27.5%
    for words in (named["noun"], named["whole"]) if named else (counted,) if counted else ():
        found = walk.match(figure, words, "", spread=True)
        if found is not None:
            wholes = (drafts[0] for drafts in reversed(walk.drafts[:index]) if drafts)
            return next((whole for whole in wholes if _is_whole_of(whole, found.indicator, figure)), None)
    return None


def _is_whole_of(draft: Draft, code: str, figure: Figure) -> bool:
    same = draft.indicator == code and draft.period == (figure.period or draft.period)
    return same and draft.breakdown is None and draft.measure is Measure.LEVEL
