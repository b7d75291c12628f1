"""How finely a printed figure states its value: one unit of its last digit.

Here belongs reading that from the surface. How tolerant a comparison is follows from it (identities.py).
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_SCALES = {"十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}
_DIGITS = re.compile(r"\d[\d,\s]*(?:\.\s*(\d+))?")
_SCALE = re.compile(r"\s*[余多]?\s*(百万|千万|百亿|千亿|万亿|[十百千万亿])")


def precision(surface: str, value: float) -> float:
    """Return one unit of the last digit printed, in the unit of ``value``.

    ``19.15%`` → 0.01; ``1.2万件`` → 1000; ``3万件`` → 10000; ``1,284起`` → 0: a plain integer is counted out,
    and so are Chinese numerals without 万 or 亿 at the end.

    Args:
        surface: the number with its unit as written.
        value: its value with 万 and 亿 folded in; only used where the surface has no digits.
    """
    text = unicodedata.normalize("NFKC", surface)
    digits = _DIGITS.search(text)
    if digits is None:
        return _round_numeral(text, value)
    decimals = len(digits.group(1) or "")
    scale = _SCALE.match(text, digits.end())
    factor = _factor(scale.group(1)) if scale else 1
    if not decimals and factor == 1:
        return 1.0 if _is_percent(text) else 0.0
    return float(Decimal(factor) / 10**decimals)


def _is_percent(text: str) -> bool:
    return "%" in text or "百分" in text


def _factor(letters: str) -> int:
    product = 1
    for letter in letters:
        product *= _SCALES[letter]
    return product


def _round_numeral(text: str, value: float) -> float:
    """两万 is as coarse as 2万; 十一, 三百二十 are counted out."""
    if _is_percent(text) or "成" in text:
        return 10.0 if "成" in text else 1.0
    for letter in ("亿", "万"):
        if letter in text and value % _SCALES[letter] == 0:
            return float(_SCALES[letter])
    return 0.0
