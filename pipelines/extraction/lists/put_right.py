"""What was put right of what was found: 重大隐患612条，完成整改598条，整改率97.71%.

Here belongs of which kind or part of the violations found a count or a rate of those put right is. What other
neighbours tell of each other is beside.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extraction.rules.drafts import Draft

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

FOUND = "enforcement.violations_found"
RATE = "enforcement.rectification_rate"
PUT_RIGHT = frozenset({"enforcement.violations_rectified", RATE})
_ROUNDED = 0.1  # percentage points by which a rate may differ from its counts


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


def is_rate_of_part(walk: Walk, at: int, rate: float) -> bool:
    """Tell whether a rate is that of the count at ``at`` and of the one before it, two counts of one part.

    发现隐患9120条。其中重大隐患612条，完成整改598条，整改率97.71%. Where no figure tells what was found in
    all, the rate may be of that.
    """
    found, put_right = walk.drafts[at - 1][:1] if at else [], walk.drafts[at][:1]
    return bool(found and put_right and _agree(found[0], put_right[0], rate) and _told_of_all(walk, at))


def _agree(found: Draft, put_right: Draft, rate: float) -> bool:
    alike = found.indicator == FOUND and found.breakdown == put_right.breakdown is not None
    if not alike or put_right.indicator not in PUT_RIGHT or not found.value:
        return False
    return abs(100 * put_right.value / found.value - rate) < _ROUNDED


def _told_of_all(walk: Walk, at: int) -> bool:
    told = (drafts[0] for drafts in walk.drafts[:at] if drafts)
    return any(draft.indicator == FOUND and draft.breakdown is None for draft in told)
