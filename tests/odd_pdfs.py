"""PDF files that no good program writes: put together by hand, and sound ones damaged at random.

Used by tests only; everything is reproducible.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence

TEXT = b"BT /F1 14 Tf 80 700 Td (In 2024 the district received 86 applications.) Tj ET"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
# Numbers and other things where a number should stand.
_ODD = (b"-1", b"0", b"2147483648", b"1e308", b"99999999999999999999", b"null", b"[]", b"<<>>", b"(x)", b"/X")


def stream(data: bytes, more: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(data), data)


def packed(data: bytes, times: int) -> bytes:
    """Return a compressed stream object that unpacks to ``data`` many times over."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(data) for _ in range(times)) + packer.flush()
    return stream(content, b"/Filter/FlateDecode")


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its root."""
    body, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    ending = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF"
    return body + ending % (len(objects) + 1, table, len(objects) + 1, trailer, len(body))


def page(
    content: bytes = TEXT, *, font: bytes = FONT, kids: bytes = b"3 0 R", more: Sequence[bytes] = ()
) -> bytes:
    """Return a PDF of one page (more by ``kids``); ``more`` are objects from number 6 on."""
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, kids.count(b"R"))
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", tree, PAGE, font, stream(content), *more])


def _flip(data: bytes, chance: random.Random, count: int) -> bytes:
    changed = bytearray(data)
    for _ in range(count):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


def _hole(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 3000) :]


def _swap(data: bytes, chance: random.Random) -> bytes:
    first, second, third = sorted(chance.randrange(len(data)) for _ in range(3))
    return data[:first] + data[second:third] + data[first:second] + data[third:]


def _replace(data: bytes, chance: random.Random, pattern: bytes, put: Callable[[], bytes]) -> bytes:
    places = [*re.finditer(pattern, data)]
    for match in sorted(chance.sample(places, min(12, len(places))), key=lambda match: -match.start()):
        data = data[: match.start()] + put() + data[match.end() :]
    return data


DAMAGES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "a byte": lambda data, chance: _flip(data, chance, 1),
    "bytes": lambda data, chance: _flip(data, chance, 20),
    "many bytes": lambda data, chance: _flip(data, chance, 500),
    "cut off": lambda data, chance: data[: chance.randrange(1, len(data))],
    "beginning lost": lambda data, chance: data[chance.randrange(1, len(data)) :],
    "hole": _hole,
    "swapped": _swap,
    "surrounded": lambda data, chance: chance.randbytes(900) + data + chance.randbytes(900),
    "numbers": lambda data, chance: _replace(
        data, chance, rb"(?<![\w.])\d+(?![\w.])", lambda: chance.choice(_ODD)
    ),
    "references": lambda data, chance: _replace(
        data, chance, rb"\d+ 0 R", lambda: b"%d 0 R" % chance.randrange(30)
    ),
    "names": lambda data, chance: _replace(data, chance, rb"/[A-Za-z]\w+", lambda: b"/Zz"),
    "cross-references": lambda data, chance: re.sub(
        rb"\d{10} \d{5} n", lambda _: b"%010d 00000 n" % chance.randrange(len(data)), data
    ),
    "no end": lambda data, _: data[: data.rfind(b"startxref")],
    "loop of tables": lambda data, _: data.replace(b"/Size", b"/Prev %d /Size" % data.rfind(b"xref\n")),
}
