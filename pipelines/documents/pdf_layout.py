"""Lines of PDF pages become paragraphs: running heads go, wrapped lines are joined, over pages too.

A line ends its paragraph when the next word would still have fitted into it; what fits is told by the
margins that the full lines keep. Not here: reading pages (pdf_page) and ruled tables (pdf_tables).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

from pipelines.documents.glyphs import APART, Line

_FIRST_WORD = re.compile(
    r"[（《〈“‘【〔\[(\"']*(?:[A-Za-z0-9.,%‰:/+~～—–-]+|.)[，。、；：？！）》〉”’】〕,.;:?!)\]%％\"']*"
)
_SENTENCE_END = re.compile(r"[。！？；：!?;:][”’）)》]*$")
_ITEM = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.](?!\d)|第[一二三四五六七八九十百]+[章节条])"
)
_CLAUSE_END = re.compile(r"[。！？；：!?;:.”’）)》]$")
# What a Chinese character may measure, in points.
_NARROWEST, _WIDEST = 0.1, 10_000.0
# A search for an end starts no further from it than this.
_TAIL = 6
# In characters: what may be left of a full line, and of one that goes on at the margin; the widest indent.
_FULL, _NEARLY_FULL, _HALF_FULL, _INDENT = 1.5, 4.0, 12.0, 4.5
_SIZES_DIFFER, _PITCH_DIFFERS = 1.15, 1.25
# Margins are alike on both sides, within so many characters; else most lines must end at one place.
_RAGGED = 4
# A page has its own margins (those of left and right pages differ) when this many lines keep them, this near.
_ENOUGH, _MIRRORED = 5, 3


@dataclass(frozen=True, slots=True)
class Margins:
    """Where text begins and ends on a page, in points.

    ``pitch``: from line to line. ``indented``: paragraphs begin with an indent. ``spaced``: paragraphs have
    space between them. ``wraps``: there are lines that were broken at the right margin.
    """

    left: float
    right: float
    pitch: float
    indented: bool
    spaced: bool
    wraps: bool


def width_in_ems(text: str) -> float:
    """Return the width of text in units of a Chinese character; Latin ones take about half.

    GB18030 happens to take two bytes for what is as wide as it is high, and one for the rest.
    """
    return len(text.encode("gb18030", "replace")) / 2


@lru_cache(maxsize=4096)
def em(line: Line) -> float:
    """Return the width of a Chinese character in a line, in points."""
    units = width_in_ems(line.text)
    height = line.box.bottom - line.box.top
    width = (line.box.x1 - line.box.x0) / units if units >= 4 else height * 0.85
    # A damaged font may give its characters no width at all.
    return width if _NARROWEST < width < _WIDEST else 10.0


def margins(lines: Sequence[Line], page_width: float, whole: Margins | None = None) -> Margins:
    """Measure the margins that lines keep; ``whole`` (the whole file's) fills in for few lines."""
    if not lines:
        return whole or Margins(0.0, page_width, 0.0, indented=False, spaced=False, wraps=False)
    size = median(em(line) for line in lines)
    lefts = Counter(round(line.box.x0 / size * 2) for line in lines)
    often = max(2, len(lines) // 10)
    left_bin = min((bin_ for bin_, count in lefts.items() if count >= often), default=min(lefts))
    left = median(line.box.x0 for line in lines if round(line.box.x0 / size * 2) == left_bin)
    right, full = _right_margin([line.box.x1 for line in lines], size)
    if whole is None:
        return _of_whole(lines, page_width, size, left, right, full)
    if (
        full < _ENOUGH
        or abs(right - whole.right) > _MIRRORED * size
        or abs(left - whole.left) > _MIRRORED * size
    ):
        return whole
    return replace(whole, left=left, right=right, wraps=True)


def _of_whole(
    lines: Sequence[Line], page_width: float, size: float, left: float, right: float, full: int
) -> Margins:
    indents = sum(1.2 * size < line.box.x0 - left < _INDENT * size for line in lines)
    pitches = [
        below.box.bottom - above.box.bottom
        for above, below in pairwise(lines)
        if 0.5 * size < below.box.bottom - above.box.bottom < 4 * size
    ]
    wraps = full >= max(_ENOUGH, 0.4 * len(lines)) or right >= page_width - left - _RAGGED * size
    pitch = median(pitches) if pitches else 0.0
    spaces = sum(other > pitch * _PITCH_DIFFERS for other in pitches)
    return Margins(left, right, pitch, indents * 8 >= len(lines), spaces * 8 >= len(lines), wraps)


def continues(above: Line, below: Line, page: Margins, *, same_page: bool) -> bool:
    """Tell whether ``below`` goes on with the paragraph that ``above`` is a line of."""
    size = em(above)
    if not page.wraps or _sizes_differ(above, below) or APART in above.text or APART in below.text:
        return False
    if same_page and not 0 < below.box.bottom - above.box.bottom <= (page.pitch or 3 * size) * _PITCH_DIFFERS:
        return False
    room = (page.right - above.box.x1) / size
    if abs(below.box.x0 - page.left) <= 0.9 * size:
        if page.indented or (page.spaced and same_page):
            return _goes_on(above, below, page, size, room)
        return _is_full(above, below, room) and not _begins_item(above, below)
    return _is_full(above, below, room) and _centred(above, page, size) and _centred(below, page, size)


def joint(above: str, below: str) -> str:
    """Return what stands between two joined lines: a space between Latin words, else nothing."""
    two = above[-1:] + below[:1]
    return " " if len(two) == 2 and two.isascii() and two.isalpha() else ""


def _sizes_differ(above: Line, below: Line) -> bool:
    if above.size == below.size:
        return False
    small, large = sorted((above.size, below.size))
    return small > 0 and large / small > _SIZES_DIFFER


def _goes_on(above: Line, below: Line, page: Margins, size: float, room: float) -> bool:
    """Judge a line at the margin in a file that marks where paragraphs begin, by indent or by space.

    No mark, so the line above need only look like one that could not end its paragraph.
    """
    if above.box.x0 - page.left >= _INDENT * size:
        return False
    if _CLAUSE_END.search(above.text[-1:]):
        return room < (_FULL if _ITEM.match(below.text) else _NEARLY_FULL)
    return room < (_HALF_FULL if abs(above.box.x0 - page.left) <= 0.9 * size else _NEARLY_FULL + 2)


def _is_full(above: Line, below: Line, room: float) -> bool:
    """Tell whether the first word of ``below`` would not have fitted into the ``room`` (in characters)."""
    ended = _SENTENCE_END.search(above.text[-_TAIL:])
    if room < (_FULL if ended else _FULL + 1):
        return True
    word = _FIRST_WORD.match(below.text)
    return not ended and word is not None and room < width_in_ems(word.group()) + 0.5


def _begins_item(above: Line, below: Line) -> bool:
    """Tell a numbered paragraph or heading after the end of a sentence or after another heading."""
    ended = _CLAUSE_END.search(above.text[-1:]) or _ITEM.match(above.text)
    return bool(ended and _ITEM.match(below.text))


def _centred(line: Line, page: Margins, size: float) -> bool:
    return abs((line.box.x0 - page.left) - (page.right - line.box.x1)) < 0.4 * size


def _right_margin(ends: Sequence[float], size: float) -> tuple[float, int]:
    """Return where most lines end, and how many do so (within the width of a character)."""
    ordered = sorted(ends)
    counts = [number + 1 - bisect_left(ordered, end - size) for number, end in enumerate(ordered)]
    best = max(range(len(ordered)), key=lambda number: (counts[number], ordered[number]))
    return ordered[best], counts[best]
