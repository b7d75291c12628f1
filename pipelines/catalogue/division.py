"""An administrative division and whether it existed in a year.

Here belongs the record alone. The table of divisions is read in regions.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Sources differ by a year about most renames (docs/regions.md).
TOLERANCE = 1
# How long after its end a name is still taken for the place, when no other place has that name.
AFTERLIFE = 5


@dataclass(frozen=True, slots=True)
class Region:
    """A division under one of its names.

    ``valid_from`` and ``valid_to`` are the first and the last year, None where open or unknown. One code can
    have several rows, one after another.
    """

    code: str
    name: str
    full_name: str
    level: Literal["province", "city", "county"]
    parent_code: str | None
    valid_from: int | None
    valid_to: int | None


def rank(region: Region, year: int | None) -> int:
    """Return how well a region fits a year: 0 exists, 1 within the tolerance, 2 ended not long before, 3 no.

    Without a year a division that still exists ranks 0, another 2.
    """
    if year is None:
        return 0 if region.valid_to is None else 2
    start, end = region.valid_from or 0, region.valid_to or 9999
    if start <= year <= end:
        return 0
    if start - TOLERANCE <= year <= end + TOLERANCE:
        return 1
    return 2 if end < year <= end + AFTERLIFE else 3
