"""A sentence as the conditions of rules are written: noun, number, comma, whatever order it was told in.

Here belongs what only orders or sets apart: brackets, thousands, fillers before a number, the noun behind it.
What a rule needs is data (rules/*.yaml); matching is rule.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

_THOUSANDS = re.compile(r"(?<=\d)[ ,](?=\d{3}(?!\d))")
_BRACKETED = re.compile(r"\((\d[^()，。；]{0,8})\)(?=[，。；])")
_NUMBER_FIRST = re.compile(
    r"(\d[\d,.]*[万亿]?余?(?:人次|场次|[件份次场人名个项起宗家条期]))([\u4e00-\u9fff“”()]{2,16})(?=[，。；])"
)
_IN_ALL = re.compile(r"(?<=[\u4e00-\u9fff)”])(?:共计|总计|合计|累计|达到|的?有|[共达计约近为])+(?=\d)")
_OF_THEM = re.compile(r"[，。；](?:其中[，：有含]?|包括|当中)(?=[\u4e00-\u9fff])")
_GOES_ON = re.compile(r"(?<=[件份次场人名个项起宗家户期条])[；。、](?=[\u4e00-\u9fff]{2,8}\d)")


@lru_cache(maxsize=4096)
def plainly(sentence: str) -> str:
    """Return 受理286件许可申请；办结共281件 as 受理许可申请286件，办结281件, as ``needs`` are written."""
    numbers = _IN_ALL.sub("", _BRACKETED.sub(r"\1", _THOUSANDS.sub("", sentence)))
    return _GOES_ON.sub("，", _OF_THEM.sub("，其中", _NUMBER_FIRST.sub(r"\2\1", numbers)))
