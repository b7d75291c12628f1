"""What the words around a number say of it: at least, at most, about, or exactly.

Here belongs the comparator of a number alone; the words are data (grammar.yaml).
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.edges import beginnings
from pipelines.extraction.expressions.grammar import any_of
from pipelines.model import Comparator

_LACKING = "(?<=[据由实])不足"  # 证据不足51件, 理由不足: what is lacking, no bound
_BEFORE = re.compile(
    rf"(?:(?P<about>{any_of('about')})|(?P<least>{any_of('at_least')})|(?P<most>(?!{_LACKING})(?:{any_of('at_most')})))"
    r"(?:为|是|达到?|有|举办|开展|组织|接受|完成|参加|培养|培训|安排|新增|每年"
    r"|[^，。；、()\d]{1,6}(?<=听取|安排|开展|举办|组织|进行|接受))?$"
)
# Few numbers have such a word before them; to look for a character that one can begin with tells it at once.
_MAY_BE_BEFORE = re.compile(beginnings("|".join(any_of(words) for words in ("about", "at_least", "at_most"))))
_AFTER = re.compile(
    r"(?:[^，。；、()\d]{0,3})?(?:(?P<least>(?:及|或)?(?<!级)以上|之上|起步)|(?P<most>(?:及)?以[内下]|之[内下])|(?P<about>左右|上下))"
)
_MAY_BE_AFTER, _AFTERWARDS = re.compile("[以之起左上]"), 5


def comparator(text: str, start: int, end: int, about: bool) -> Comparator:
    """Return the comparator of the number in ``[start, end)``; ``about``: its own words say roughly."""
    first = max(0, start - 12)
    before = _BEFORE.search(text, first, start) if _MAY_BE_BEFORE.search(text, first, start) else None
    after = _AFTER.match(text, end) if _MAY_BE_AFTER.search(text, end, end + _AFTERWARDS) else None
    if before is None and after is None:
        return Comparator.ABOUT if about else Comparator.EQUAL
    for match in (after, before):
        if match and match["least"]:
            return Comparator.AT_LEAST
        if match and match["most"]:
            return Comparator.AT_MOST
    if about or (before and before["about"]) or (after and after["about"]):
        return Comparator.ABOUT
    return Comparator.EQUAL
