"""Whether a share is what one figure, or several together, are of another.

Here belongs the arithmetic of a share between figures as they are written. What a share that fits makes of
them is sums and lists.
"""

from __future__ import annotations

import re

from pipelines.extraction.figures.figure import Figure, same_unit

# In units of the last digit printed: 10.596% may be printed as 10.60% or cut off at 10.59%.
_ROUNDED, _CUT_OFF = 0.6, 1.0


def fits_share(part: Figure, whole: Figure, share: Figure) -> bool:
    """Tell whether ``share`` is what ``part`` is of ``whole``, to the digits that it is printed with."""
    return fits_sum(part.number.value, part, whole, share)


def fits_sum(total: float, part: Figure, whole: Figure, share: Figure) -> bool:
    """Tell whether ``share`` is what several figures like ``part`` together are of ``whole``."""
    return same_unit(part, whole) and makes_share(total, whole.number.value, share)


def printed(figure: Figure) -> str:
    """Return a figure as it is printed, with its unit."""
    began = figure.sentence_start
    return figure.sentence[figure.number.start - began : figure.number.end - began]


def makes_share(part: float, whole: float, share: Figure) -> bool:
    """Tell whether ``share`` is what one value is of another, to the digits that it is printed with."""
    if not part < whole:
        return False
    decimals = len(re.sub(r"[^\d.]", "", printed(share)).partition(".")[2])  # 28.0% is no 28%
    over = (part / whole * 100 - share.number.value) * 10.0**decimals
    return -_ROUNDED <= over <= (_CUT_OFF if decimals else _ROUNDED)
