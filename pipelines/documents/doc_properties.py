"""What a binary Word file says of its paragraphs that matters here: whether they stand in a table.

Reads the pages of paragraph properties ([MS-DOC] 2.9.37 PapxFkp) and of their entries the few that
concern tables. Not here: the text (doc) and the making of tables (doc_tables).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

_BIN_TABLE = 0x102
_PAGE = 512
_IN_TABLE, _ROW_END, _INNER_CELL, _INNER_ROW_END = 0x2416, 0x2417, 0x244B, 0x244C
_DEPTH, _DEFINITION = 0x6649, 0xD608
_CHANGE_TABS = 0xC615
# Bytes that an entry's operand takes, by the three top bits of its code; None: the first byte says it.
_OPERANDS = (1, 1, 2, 4, 2, 2, None, 3)
_CELL_BYTES = 20


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is known of one paragraph.

    ``depth``: 1 in a table, 2 in a table inside a cell, and so on.
    ``edges``: the left sides of a row's cells and the right side of the last, in twips.
    ``merged_down``: for each cell of a row, whether it goes on from the cell above.
    """

    in_table: bool = False
    row_end: bool = False
    inner_cell: bool = False
    depth: int = 1
    edges: tuple[int, ...] = ()
    merged_down: tuple[bool, ...] = ()


_PLAIN = Paragraph()


class Properties:
    """The paragraphs of a file by the bytes where they lie."""

    def __init__(self, runs: list[tuple[int, int, Paragraph]]) -> None:
        """Take (first byte, last byte exclusive, properties) of each paragraph."""
        self._runs = sorted(runs, key=lambda run: run[0])
        self._starts = [run[0] for run in self._runs]

    @classmethod
    def read(cls, word: bytes, table: bytes) -> Properties:
        """Read them from the streams WordDocument and 0Table or 1Table.

        Raises:
            struct.error: The file is damaged.
        """
        start, size = struct.unpack_from("<II", word, _BIN_TABLE)
        plan = table[start : start + size]
        count = max((len(plan) - 4) // 8, 0)
        numbers = struct.unpack_from(f"<{count}I", plan, (count + 1) * 4) if count else ()
        runs: list[tuple[int, int, Paragraph]] = []
        for number in numbers:
            offset = (number & 0x3FFFFF) * _PAGE
            runs.extend(_page(word[offset : offset + _PAGE]))
        return cls(runs)

    def at(self, place: int) -> Paragraph:
        """Return what is known of the paragraph whose characters lie at byte ``place``."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._runs[index][1]:
            return _PLAIN
        return self._runs[index][2]


def _page(page: bytes) -> Iterator[tuple[int, int, Paragraph]]:
    if len(page) < _PAGE:
        return
    count = page[-1]
    places = struct.unpack_from(f"<{count + 1}I", page, 0)
    for number in range(count):
        offset = page[(count + 1) * 4 + number * 13] * 2
        yield places[number], places[number + 1], _paragraph(page, offset) if offset else _PLAIN


def _paragraph(page: bytes, offset: int) -> Paragraph:
    half = page[offset]
    # An odd length is given in one byte, an even one in two, the first of them zero.
    start, size = (offset + 1, 2 * half - 1) if half else (offset + 2, 2 * page[offset + 1])
    found = _PLAIN
    # The entries follow the number of the paragraph's style.
    for code, operand in _entries(page[start + 2 : start + size]):
        if code == _IN_TABLE:
            found = replace(found, in_table=bool(operand[0]))
        elif code in (_ROW_END, _INNER_ROW_END):
            found = replace(found, row_end=bool(operand[0]))
        elif code == _INNER_CELL:
            found = replace(found, inner_cell=bool(operand[0]))
        elif code == _DEPTH:
            found = replace(found, depth=max(int.from_bytes(operand, "little"), 1))
        elif code == _DEFINITION:
            edges, merged = _definition(operand)
            found = replace(found, edges=edges, merged_down=merged)
    return found


def _entries(group: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position + 3 <= len(group):
        (code,) = struct.unpack_from("<H", group, position)
        position += 2
        size = _OPERANDS[code >> 13]
        if code == _DEFINITION:
            size = struct.unpack_from("<H", group, position)[0] - 1
            position += 2
        elif size is None:
            size = group[position]
            position += 1
            if code == _CHANGE_TABS and size == 255:
                return
        yield code, group[position : position + size].ljust(1, b"\0")
        position += size


def _definition(operand: bytes) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    count = operand[0]
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    merged = []
    for number in range(count):
        place = 1 + 2 * (count + 1) + number * _CELL_BYTES
        bits = struct.unpack_from("<H", operand, place)[0] if place + 2 <= len(operand) else 0
        # Bits 5 and 6: 1 goes on from the cell above, 3 begins a merged cell.
        merged.append((bits >> 5) & 3 == 1)
    return edges, tuple(merged)
