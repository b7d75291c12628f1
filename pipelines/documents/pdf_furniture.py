"""What is printed on a page but is not text of the report: page numbers and running heads.

Not here: paragraphs (pdf_layout).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipelines.documents.glyphs import Line, TableBlock

_PAGE_NUMBER = re.compile(
    r"^(?:[-—–－─·\s]+\d{1,4}[-—–－─·\s]+"
    r"|第\s*[\d一二三四五六七八九十百]{1,4}\s*页(?:\s*[/，,、]?\s*共\s*\d{1,4}\s*页)?"
    r"|共\s*\d{1,4}\s*页\s*[/，,、]?\s*第\s*\d{1,4}\s*页"
    r"|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$"
)
_BARE_NUMBER = re.compile(r"^\d{1,4}$")
_DIGITS = re.compile(r"\d+")
# Official documents keep text 37 mm from the top and 35 mm from the bottom of 297 mm.
_ZONE = 0.125
_REPEATS = 3

Item = Line | TableBlock


def without_furniture(pages: Sequence[Sequence[Item]], heights: Sequence[float]) -> list[list[Item]]:
    """Return the pages' items without page numbers and running heads.

    Args:
        pages: The items of each page, in reading order.
        heights: The height of each page, in points.
    """
    repeated = _repeated(pages, heights)
    kept: list[list[Item]] = []
    for number, (items, height) in enumerate(zip(pages, heights, strict=True)):
        kept.append([item for item in items if not _is_furniture(item, number, height, repeated)])
    return kept


def _edge_line(item: Item, height: float) -> Line | None:
    if isinstance(item, TableBlock):
        return None
    in_zone = item.box.bottom < _ZONE * height or item.box.top > (1 - _ZONE) * height
    return item if in_zone else None


def _key(line: Line) -> tuple[str, int]:
    # The same words at the same height (within some points) on page after page.
    return _DIGITS.sub("#", line.text), round(line.box.top / 6)


def _repeated(pages: Sequence[Sequence[Item]], heights: Sequence[float]) -> set[tuple[str, int]]:
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, (items, height) in enumerate(zip(pages, heights, strict=True)):
        for item in items:
            line = _edge_line(item, height)
            if line is not None:
                places[_key(line)].add(number)
    enough = min(_REPEATS, max(2, len(pages)))
    return {key for key, numbers in places.items() if len(numbers) >= enough}


def _is_furniture(item: Item, number: int, height: float, repeated: set[tuple[str, int]]) -> bool:
    line = _edge_line(item, height)
    if line is None:
        return False
    if _PAGE_NUMBER.match(line.text) or _key(line) in repeated:
        return True
    # A bare number is a page number only when it counts this page.
    return bool(_BARE_NUMBER.match(line.text)) and int(line.text) == number + 1
