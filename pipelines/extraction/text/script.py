"""Texts in traditional characters, and the readings that some pages print beside them: 機構(gòu).

Here belongs what the script of a text says of it, which is nothing: 貴州省 is 贵州省. The length stays, so
that every figure leads back to its characters.
"""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

# Simplified texts hold a few of them too, in names and old words (乾隆, 瞭望).
_LEAST = 5  # different traditional characters
# What a page of pronunciations puts behind a character: it has a tone.
READING = re.compile(r"\((?<=[\u4e00-\u9fff]\()[a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}\)")


def simplified(text: str) -> str:
    """Return a text with its traditional characters simplified, one for one.

    The table is OpenCC's (TSCharacters): https://github.com/BYVoid/OpenCC.
    """
    changed = {ord(sign): to for sign in set(text) if (to := _simple(sign)) != sign}
    return text.translate(changed) if len(changed) >= _LEAST else text


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@cache
def _simple(sign: str) -> str:
    converted: str = _converter().convert(sign)
    return converted if len(converted) == 1 else sign
