"""Lines that were broken at a width: prose set in columns, as pages of books and PDFs give it.

Here belongs telling such lines from lists and tables. What becomes of them is normalise.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Line = tuple[int, str]
"""Where a line begins in its text, and what it holds."""

_CELLS = re.compile(r"[\t|]| {3,}\S+ {3,}")
_OPENS = re.compile(
    r"【|#{1,6} |\(?[一二三四五六七八九十]{1,3}[)、.．]|第[一二三四五六七八九十]{1,3}[章节部]"
    r"|\(?\d{1,2}[)、.．](?!\d)"
)
_STOP = re.compile(r"[，。；、]")
_ENDED = "。！？"
_PAUSES = "，；、：）)"
_NEARLY = 0.75  # of the width: where a line breaks off without a sign it goes on, be it a little short
_NARROWEST, _WIDEST = 24, 110  # columns; a Chinese character takes two
_RAGGED = 6  # columns that a full line may want, as words, figures and signs are not broken
_FEWEST = 4  # lines that show a width
_FULL = 0.7  # of a block's lines
_COLUMNS, _FULL_BESIDE = 2, 0.3  # blocks that show columns, and what suffices beside them
_PROSE = 0.6


def wrapped(text: str, lines: Sequence[Line]) -> set[int]:
    """Return where the lines begin that go on with the line before, because it was full.

    Args:
        text: the whole text.
        lines: its lines that hold something.
    """
    found: set[int] = set()
    columns: list[int] = []
    for full in (_FULL, _FULL_BESIDE):  # once columns have shown, shorter paragraphs stand in them too
        for block in _blocks(text, lines):
            if len(block) < _FEWEST or _limit([len(line) for _, line in block]) > _WIDEST:
                continue
            widths = [_width(line) for _, line in block]
            limit = _limit(widths)
            beside = full == _FULL or (len(columns) >= _COLUMNS and limit <= max(columns) + _RAGGED)
            if beside and _is_prose(block, widths, limit, full):
                columns.append(limit)
                found |= _going_on(block, widths, limit)
    return found


def _going_on(block: Sequence[Line], widths: Sequence[int], limit: int) -> set[int]:
    found: set[int] = set()
    for (_, before), width, (at, line) in zip(block, widths, block[1:], strict=False):
        least = _NEARLY * limit if before[-1] not in _PAUSES else limit - _RAGGED
        full = width >= min(least, limit - _RAGGED) and before[-1] not in _ENDED
        if full and not _OPENS.match(line):
            found.add(at)
    return found


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Lines with none empty between them."""
    begun = 0
    for index in range(1, len(lines) + 1):
        at, line = lines[index - 1]
        parted = index == len(lines) or text.count("\n", at + len(line), lines[index][0]) > 1
        if parted:
            yield lines[begun:index]
            begun = index


def _is_prose(block: Sequence[Line], widths: Sequence[int], limit: int, least: float) -> bool:
    if not _NARROWEST <= limit <= _WIDEST or any(_CELLS.search(line) for _, line in block):
        return False
    full = sum(limit - _RAGGED <= width <= limit + 4 for width in widths)
    stops = sum(bool(_STOP.search(line)) for _, line in block)
    ended = sum(line[-1] in _ENDED for _, line in block)
    return full >= least * (len(block) - 1) and stops >= _PROSE * len(block) and 2 * ended < len(block)


def _limit(widths: Sequence[int]) -> int:
    """The width that hardly a line exceeds."""
    return sorted(widths)[int(0.9 * (len(widths) - 1))]


def _width(line: str) -> int:
    return sum(2 if sign > "\u2000" else 1 for sign in line)
