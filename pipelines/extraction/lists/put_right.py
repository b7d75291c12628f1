"""What was put right of what was found: 重大隐患612条，完成整改598条，整改率97.71%.

Here belongs of which kind or part of the violations found a count or a rate of those put right is. What other
neighbours tell of each other is beside.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.proportions import fits_share

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

FOUND = "enforcement.violations_found"
RATE = "enforcement.rectification_rate"
PUT_RIGHT = frozenset({"enforcement.violations_rectified", RATE})
_ALL = 100  # per cent


def kind_put_right(walk: Walk, index: int, indicator: str) -> str | None:
    """发现重大隐患3项、已整改2项、整改率66.7%: what was put right is of the kind that was found."""
    told = walk.drafts[index - 1][:1] if index and indicator in PUT_RIGHT else []
    before, here = walk.figures[index - 1], walk.figures[index]
    if not told or before.sentence_start != here.sentence_start:
        return None
    kinds = walk.drafts[index - 2][:1] if index > 1 else []
    # 一般隐患48项、重大隐患3项，整改50项: of both kinds
    both = kinds and kinds[0].indicator == told[0].indicator == FOUND
    known = told[0].indicator == FOUND or told[0].indicator in PUT_RIGHT
    # 隐患862项，其中重大隐患4项，已整改851项: of all
    more = told[0].indicator == FOUND and here.number.value > told[0].value
    return told[0].member if known and not both and not more else None


def is_rate_of_part(walk: Walk, at: int, rate: Figure) -> bool:
    """Tell whether a rate is that of the count at ``at`` and of the one before it, two counts of one part.

    发现隐患9120条。其中重大隐患612条，完成整改598条，整改率97.71%. Where no figure tells what was found in
    all, the rate may be of that.
    """
    found, put_right = walk.drafts[at - 1][:1] if at else [], walk.drafts[at][:1]
    if not (found and put_right and found[0].indicator == FOUND and put_right[0].indicator in PUT_RIGHT):
        return False
    alike = found[0].breakdown == put_right[0].breakdown is not None
    all_of_it = found[0].value == put_right[0].value and rate.number.value == _ALL
    fits = all_of_it or fits_share(walk.figures[at], walk.figures[at - 1], rate)
    return alike and fits and _told_of_all(walk, at)


def _told_of_all(walk: Walk, at: int) -> bool:
    told = (drafts[0] for drafts in walk.drafts[:at] if drafts)
    return any(draft.indicator == FOUND and draft.breakdown is None for draft in told)
