"""Writes binary Word documents (.doc) for tests: an OLE container with a piece table.

Written after [MS-CFB] and [MS-DOC], apart from the reader, so that the two check each other; the pieces of
the text lie in the file in reverse order, as a fast-saved document may have them.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.formats import blocks

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
IN_TABLE = b"\x16\x24\x01"
ROW_END = IN_TABLE + b"\x17\x24\x01"
TEXT_AT = 0x800


class Paragraph(NamedTuple):
    """Text with the mark that ends it, and its properties."""

    text: str
    properties: bytes = b""


def write_doc(text: str, path: Path, *, header: str = "", encrypted: bool = False) -> Path:
    """Write a text as a Word 97 document; lines with tabs become rows of a table.

    Args:
        text: The text.
        path: Where to write.
        header: Text of a page header, which stands in a story of its own.
        encrypted: Set the flag of a document that has a password.
    """
    paragraphs: list[Paragraph] = []
    for block in blocks(text):
        if isinstance(block, str):
            paragraphs.append(Paragraph(block + "\r"))
        else:
            paragraphs += [paragraph for row in block for paragraph in row_of(row)]
    path.write_bytes(document(paragraphs, header, encrypted))
    return path


def row_of(cells: Sequence[str]) -> list[Paragraph]:
    """Return a row of a table: a paragraph a cell, and the mark that ends the row."""
    count = len(cells)
    edges = struct.pack(f"<B{count + 1}h", count, *(2000 * number for number in range(count + 1)))
    definition = edges + bytes(20 * count)
    end = ROW_END + struct.pack("<HH", 0xD608, len(definition) + 1) + definition
    return [*(Paragraph(f"{cell}\x07", IN_TABLE) for cell in cells), Paragraph("\x07", end)]


def document(paragraphs: Sequence[Paragraph], header: str = "", encrypted: bool = False) -> bytes:
    """Return the bytes of a document of these paragraphs."""
    stories = [*paragraphs, *([Paragraph(header + "\r")] if header else [])]
    pieces = [cut for paragraph in stories for cut in _cut(paragraph)]
    body, places = _laid_out(pieces)
    positions = [0]
    for text, _ in pieces:
        positions.append(positions[-1] + len(text))
    entries = [
        struct.pack("<HIH", 0, _packed(text, place), 0)
        for (text, _), place in zip(pieces, places, strict=True)
    ]
    plan = struct.pack(f"<{len(positions)}I", *positions) + b"".join(entries)
    clx = b"\x02" + struct.pack("<I", len(plan)) + plan
    pages, bins = _property_pages(pieces, places, TEXT_AT + len(body))
    main = sum(len(paragraph.text) for paragraph in paragraphs)
    word = _fib(main, len(header) + 1 if header else 0, len(clx), len(bins), encrypted) + body + pages
    return compound({"WordDocument": word, "1Table": clx + bins})


def _cut(paragraph: Paragraph) -> list[tuple[str, bytes]]:
    """Cut a paragraph into two pieces, so that pieces end inside paragraphs too."""
    text, properties = paragraph
    middle = len(text) // 2
    return [(part, properties) for part in (text[:middle], text[middle:]) if part]


def _narrow(text: str) -> bool:
    return text.isascii()


def _packed(text: str, place: int) -> int:
    return place * 2 | 0x40000000 if _narrow(text) else place


def _laid_out(pieces: Sequence[tuple[str, bytes]]) -> tuple[bytes, list[int]]:
    """Lay the pieces into the stream, the last one first; return the bytes and where each piece lies."""
    body, places = b"", []
    for text, _ in reversed(pieces):
        body += bytes(len(body) % 2)
        places.append(TEXT_AT + len(body))
        body += text.encode("cp1252" if _narrow(text) else "utf-16-le")
    body += bytes(-len(body) % SECTOR)
    return body, places[::-1]


def _property_pages(
    pieces: Sequence[tuple[str, bytes]], places: Sequence[int], start: int
) -> tuple[bytes, bytes]:
    runs = sorted(
        (place, place + len(text) * (1 if _narrow(text) else 2), properties)
        for (text, properties), place in zip(pieces, places, strict=True)
    )
    pages, firsts = b"", []
    for number in range(0, len(runs), 3):
        group = runs[number : number + 3]
        firsts.append(group[0][0])
        pages += _property_page(group)
    first = start // SECTOR
    numbers = range(first, first + len(firsts))
    bins = struct.pack(f"<{len(firsts) + 1}I", *firsts, runs[-1][1]) + struct.pack(
        f"<{len(firsts)}I", *numbers
    )
    return pages, bins


def _property_page(runs: Sequence[tuple[int, int, bytes]]) -> bytes:
    page = bytearray(SECTOR)
    struct.pack_into(f"<{len(runs) + 1}I", page, 0, *(run[0] for run in runs), runs[-1][1])
    position = SECTOR - 2
    for number, (_, _, properties) in enumerate(runs):
        group = b"\0\0" + properties
        entry = bytes([0, (len(group) + 1) // 2]) + group + bytes(len(group) % 2)
        position -= len(entry) + len(entry) % 2
        page[position : position + len(entry)] = entry
        page[(len(runs) + 1) * 4 + number * 13] = position // 2
    page[-1] = len(runs)
    return bytes(page)


def _fib(main: int, header: int, clx: int, bins: int, encrypted: bool) -> bytes:
    fib = bytearray(TEXT_AT)
    struct.pack_into("<HHHHHH", fib, 0, 0xA5EC, 0xC1, 0, 0x0804, 0, 0x0200 | (0x0100 if encrypted else 0))
    struct.pack_into("<H", fib, 0x20, 14)
    struct.pack_into("<H", fib, 0x3E, 22)
    struct.pack_into("<III", fib, 0x4C, main, 0, header)
    struct.pack_into("<H", fib, 0x98, 93)
    struct.pack_into("<II", fib, 0x102, clx, bins)
    struct.pack_into("<II", fib, 0x1A2, 0, clx)
    return bytes(fib)


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE container that holds the streams (at most seven)."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    chains: list[int] = []
    starts, content = [], b""
    for data in padded.values():
        count = -(-len(data) // SECTOR)
        starts.append(len(chains))
        chains += [*range(len(chains) + 1, len(chains) + count), END]
        content += data.ljust(count * SECTOR, b"\0")
    names = sorted(padded, key=lambda name: (len(name), name.upper()))
    folder = _entry("Root Entry", 5, END, 0, child=1 + list(padded).index(names[0]))
    for name, start in zip(padded, starts, strict=True):
        after = names[names.index(name) + 1 :]
        right = 1 + list(padded).index(after[0]) if after else FREE
        folder += _entry(name, 2, start, len(padded[name]), right=right)
    folder = folder.ljust(2 * SECTOR, b"\0")
    folder_at = len(chains)
    chains += [folder_at + 1, END]
    fat_count = 1
    while (len(chains) + fat_count) * 4 > fat_count * SECTOR:
        fat_count += 1
    fat_at = len(chains)
    chains += [FAT] * fat_count
    fat = struct.pack(f"<{len(chains)}I", *chains).ljust(fat_count * SECTOR, b"\xff")
    sectors = [*range(fat_at, fat_at + fat_count)]
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIIIIIII", 0, fat_count, folder_at, 0, 4096, END, 0, END, 0)
    head += struct.pack(f"<{len(sectors)}I", *sectors).ljust(436, b"\xff")
    return head + content + folder + fat


def _entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
