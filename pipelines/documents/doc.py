"""Word documents of before 2007 (.doc), and .wps of WPS Office, which are the same inside.

Reads the piece table of the binary format ([MS-DOC] 2.4.1): which characters stand in the document, in
order, whatever order the file keeps them in. Not here: the properties of paragraphs (doc_properties).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

import olefile

from pipelines.documents.assembling import Assembler
from pipelines.documents.doc_properties import Properties
from pipelines.documents.doc_tables import TableCollector
from pipelines.documents.limits import Limits, ReadError
from pipelines.model import Document, Hints

READER = "doc/1"
MEDIA_TYPE = "application/msword"
_WORD_97, _MAGIC = 0x00C1, 0xA5EC
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
# Where the FIB keeps the lengths of the stories (main text, footnotes, …) and the place of the piece table.
_LENGTHS, _CLX = 0x4C, 0x1A2
_MAIN, _FOOTNOTES, _ENDNOTES, _TEXT_BOXES = 0, 1, 5, 6
_PARAGRAPH, _CELL, _LINE, _PAGE = "\r", "\x07", "\x0b", "\x0c"
_FIELD = re.compile(r"\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_MARKS = {"\x1e": "-", "\x1f": "", "\x01": "", "\x02": "", "\x05": "", "\x08": "", "\x03": "", "\x04": ""}
_DROP = str.maketrans(_MARKS)


class Piece(NamedTuple):
    """Characters ``first`` to ``last`` (exclusive) as they lie in the stream from byte ``offset``."""

    first: int
    last: int
    offset: int
    width: int

    def place_of(self, position: int) -> int:
        """Return the byte offset of a character."""
        return self.offset + (position - self.first) * self.width


def read(data: bytes, limits: Limits) -> Document:
    """Read main text with tables, then notes and text boxes; headers, footers and comments are left out.

    Raises:
        ReadError: ``encrypted``, ``unreadable``, ``unknown_format`` for Word 95 and earlier.
    """
    try:
        with olefile.OleFileIO(data) as container:
            word = container.openstream("WordDocument").read()
            flags = _check(word)
            table = container.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
        return _read_streams(word, table)
    except (OSError, struct.error, IndexError, ValueError) as error:
        raise ReadError("unreadable", f"DOC 文件损坏 the DOC file is damaged: {error}") from error


def _check(word: bytes) -> int:
    magic, version = struct.unpack_from("<HH", word, 0)
    if magic != _MAGIC or version < _WORD_97:
        raise ReadError("unknown_format", "Word 95 或更早的格式 the format of Word 95 or earlier")
    flags: int = struct.unpack_from("<H", word, 0x0A)[0]
    if flags & _ENCRYPTED:
        raise ReadError("encrypted", "DOC 文件已加密，需要密码 the DOC file asks for a password")
    return flags


def _read_streams(word: bytes, table: bytes) -> Document:
    pieces = list(_pieces(word, table))
    text = "".join(_characters(piece, word) for piece in pieces)
    properties = Properties.read(word, table)
    assembler = Assembler()
    for first, last in _stories(word):
        _write_story(text, first, last, pieces, properties, assembler)
    return assembler.document(READER, MEDIA_TYPE, hints=Hints())


def _pieces(word: bytes, table: bytes) -> Iterator[Piece]:
    start, size = struct.unpack_from("<II", word, _CLX)
    clx = table[start : start + size]
    position = 0
    while clx[position] == 1:
        # Formatting of pieces comes first and is passed over.
        position += 3 + struct.unpack_from("<H", clx, position + 1)[0]
    (length,) = struct.unpack_from("<I", clx, position + 1)
    plan = clx[position + 5 : position + 5 + length]
    count = (len(plan) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plan, 0)
    for number in range(count):
        (packed,) = struct.unpack_from("<I", plan, (count + 1) * 4 + number * 8 + 2)
        compressed = bool(packed & 0x40000000)
        offset = (packed & 0x3FFFFFFF) // (2 if compressed else 1)
        if not ends[number] <= ends[number + 1] <= len(word):
            raise ReadError("unreadable", "DOC 文件的字符表有误 the piece table of the DOC file is wrong")
        yield Piece(ends[number], ends[number + 1], offset, 1 if compressed else 2)


def _characters(piece: Piece, word: bytes) -> str:
    raw = word[piece.offset : piece.place_of(piece.last)]
    if piece.width == 1:
        # cp1252 leaves five bytes open, which Word uses for nothing.
        return raw.decode("cp1252", "replace")
    # Half of a pair alone would make the text longer or shorter than the piece table says.
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))


def _stories(word: bytes) -> Iterator[tuple[int, int]]:
    lengths = struct.unpack_from("<8I", word, _LENGTHS)
    for story in (_MAIN, _FOOTNOTES, _ENDNOTES, _TEXT_BOXES):
        first = sum(lengths[:story])
        yield first, first + lengths[story]


def _write_story(
    text: str, first: int, last: int, pieces: list[Piece], properties: Properties, assembler: Assembler
) -> None:
    tables = TableCollector(assembler)
    start = first
    for position, place in _marks(text, first, last, pieces):
        mark = text[position]
        line = text[start:position]
        start = position + 1
        found = properties.at(place)
        if found.row_end:
            tables.end_row(found)
        elif mark == _CELL or found.inner_cell:
            tables.end_cell(_clean(line), found.depth)
        elif found.in_table:
            tables.add_line(_clean(line), found.depth)
        else:
            tables.end_table()
            _write_lines(line, assembler)
    tables.end_table()
    _write_lines(text[start:last], assembler)


def _write_lines(text: str, assembler: Assembler) -> None:
    for line in _clean(text).split("\n"):
        assembler.paragraph(line.strip())


def _marks(text: str, first: int, last: int, pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """Yield each mark that ends a paragraph, cell or page, with the byte where it lies."""
    for piece in pieces:
        for position in range(max(first, piece.first), min(last, piece.last, len(text))):
            if text[position] in (_PARAGRAPH, _CELL, _PAGE):
                yield position, piece.place_of(position)


def _clean(line: str) -> str:
    """Take out what is not text: field codes, pictures, marks of notes and comments."""
    before = None
    while before != line:
        before = line
        line = _FIELD.sub(lambda match: match.group(1) or "", line)
    line = line.replace(_LINE, "\n").replace("\t", " ").translate(_DROP)
    return line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
