"""Bytes to characters, and whether the characters are any good.

Here belong encodings and the measure of garbling. Not here: what a page declares of itself (html).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A file in UTF-8 with a few damaged bytes is still UTF-8; beyond this share GB18030 gets its turn.
DAMAGE = 0.02
GARBLED = 0.1
# A line with a greater share of faults than this was never UTF-8.
FOREIGN = 0.3
# Characters that are judged at a time, and how many in all.
WINDOW, JUDGED = 50, 20_000
USUAL = re.compile(r"[\t\n\r\x20-\x7e\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
# Private use, surrogates, controls, replacement. Latin-1 letters stand for GBK read as Latin-1, the letters
# of other scripts for the numbers of glyphs in a font without a character map.
ODD = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xa1-\xa6\xa8-\xaf\xb2-\xb6\xb8-\u036f\u0400-\u1fff\ud800-\uf8ff\ufff0-\uffff]"
)
# No text has these; a file that does is damaged there.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in and the number of characters that had to be replaced."""

    text: str
    encoding: str
    replaced: int


def decode(data: bytes) -> Decoded | None:
    """Decode text of an unknown encoding: BOM, UTF-8, UTF-16, GB18030 in this order.

    Returns:
        None when the bytes are not text at all (they hold zero bytes and are not UTF-16).
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return lenient(data[len(bom) :], encoding)
    if b"\0" in data:
        return _utf16(data)
    utf8 = lenient(data, "utf-8")
    if not utf8.replaced:
        return utf8
    gb = lenient(data, "gb18030")
    if gb.replaced and (pasted := _by_lines(data)):
        return pasted
    if utf8.replaced <= DAMAGE * sum(character > "\x7f" for character in utf8.text):
        return utf8
    # A chunk cut inside a character, or a file too short to judge: the encoding with fewer faults.
    return gb if gb.replaced <= utf8.replaced else utf8


def _by_lines(data: bytes) -> Decoded | None:
    """Read a file pasted together from UTF-8 and GB18030; None unless every line is one or the other."""
    lines = []
    for line in data.split(b"\n"):
        utf8 = lenient(line, "utf-8")
        if utf8.replaced:
            # A damaged byte or two make no other encoding.
            if utf8.replaced < FOREIGN * sum(character > "\x7f" for character in utf8.text):
                return None
            gb = lenient(line, "gb18030")
            if gb.replaced:
                return None
            lines.append(gb.text)
        else:
            lines.append(utf8.text)
    return Decoded("\n".join(lines), "utf-8, gb18030", 0) if any(map(_is_chinese, lines)) else None


def _is_chinese(line: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", line))


def lenient(data: bytes, encoding: str) -> Decoded:
    """Decode and count what had to be replaced."""
    try:
        return Decoded(data.decode(encoding), encoding, 0)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, text.count(REPLACEMENT))


def _utf16(data: bytes) -> Decoded | None:
    """Try both byte orders; Chinese text with line ends has zero bytes only in UTF-16."""
    even = data[: len(data) // 2 * 2]
    readings = [lenient(even, encoding) for encoding in ("utf-16-le", "utf-16-be")]
    shares = [_usual_share(reading.text[:4000]) for reading in readings]
    best = shares.index(max(shares))
    return readings[best] if shares[best] >= 0.9 else None


def _usual_share(text: str) -> float:
    return len(USUAL.findall(text)) / len(text) if text else 0.0


def is_garbled(text: str) -> bool:
    """Tell whether text was decoded wrongly or comes from a font without a character map.

    Either over a tenth of its characters are replaced, private, control or Latin-1 letters, or it is
    UTF-8 that somebody saved after reading it as GBK (it turns back without a fault).
    """
    odd, letters = len(ODD.findall(text)), len("".join(text.split()))
    return bool(letters) and (odd > GARBLED * letters or _double_encoded(text[:JUDGED]))


def _double_encoded(text: str) -> bool:
    """Tell whether a fair share of the Chinese characters turn back into UTF-8, be the rest sound or not."""
    joined = "".join(re.findall(r"[\u4e00-\u9fff]+", text))
    windows = [joined[start : start + WINDOW] for start in range(0, max(len(joined) - WINDOW, 1), WINDOW)]
    return len(joined) >= 20 and sum(map(_turns_back, windows)) > GARBLED * len(windows)


def _turns_back(characters: str) -> bool:
    turned = characters.encode("gb18030").decode("utf-8", "replace")
    return turned.count(REPLACEMENT) < 0.5 * len(turned) and len(turned) < len(characters)
