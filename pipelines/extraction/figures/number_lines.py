"""Pages of figures at a glance, a figure a line, its number first: 1348份 审核政府合同.

Here belongs what makes lines such a page, and the name behind each number. Single nouns behind their number
are levels/behind.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.extraction.quantities.numbers import Number

_LEAST = 5  # lines that make a page
_NAME = re.compile(r"(?:其中[：，]?)?[^\d，。；：()\n]{2,24}")
_LINE = re.compile(r"[^。；\n]{4,48}(?=\n|$)")


def names_behind(text: str, numbers: Sequence[Number]) -> dict[int, int]:
    """Return by the start of each number that opens a line of such a page where its name ends."""
    found: dict[int, int] = {}
    for number in numbers:
        opens = not number.start or text[number.start - 1] == "\n"
        if opens and number.unit and _LINE.match(text, number.start):
            name = _NAME.match(text, number.end)
            if name:
                found[number.start] = name.end()
    return found if len(found) >= _LEAST else {}
