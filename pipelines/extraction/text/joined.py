"""Pages whose line breaks became spaces: the lines that paragraphs, headings and a page's head once were.

Here belongs what tells such a space from one that only sets type. The length of a text stays: a space
becomes a line break.
"""

from __future__ import annotations

import re

_POINT = r"(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)[^\s。；，：、\d|]{2,24}"
# …增长5%。 二、存在的不足 一是…: paragraphs that a page has joined by spaces.
_JOINED = re.compile(rf"(?<=[。；]) ( *{_POINT}) (?= *\S)")
_FEW_LINES = 3
_LEAST_PAGE = 400  # characters of a whole page in one line
_AFTER_STOP = re.compile(rf"(?<=。) (?! *{_POINT} )")


def parted(text: str) -> str:
    """Return a text with line breaks where a page had them."""
    if len(text) >= _LEAST_PAGE and text.strip().count("\n") < _FEW_LINES and "。" in text:
        text = _page(text)
    return _JOINED.sub("\n\\1\n", text)


def _page(text: str) -> str:
    """首页 > 政务公开 示例县司法局2023年工作总结 来源：…: each word of a page's head was a line."""
    head = text.index("。")
    return text[:head].replace(" ", "\n") + _AFTER_STOP.sub("\n", text[head:])
