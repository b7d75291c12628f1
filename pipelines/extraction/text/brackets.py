"""Brackets: which one is open at a place, and which are part of a name.

Here belongs what brackets alone tell. What stands in them is for figures and lists.
"""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\([^()]*\)")
_DIGIT = re.compile(r"\d")
_LONGEST_NAME = 8


def open_bracket(text: str, at: int, floor: int) -> int | None:
    """Return where the innermost bracket around a place opens; None for none.

    镇(街道) within it opens and closes one of its own. ``floor``: where the search ends.
    """
    closed = 0
    while (opened := text.rfind("(", floor, at)) >= 0:
        closing = text.rfind(")", opened, at)
        if closing >= 0:
            closed, at = closed + 1, closing
        elif not closed:
            return opened
        else:
            closed, at = closed - 1, opened
    return None


def closed_between(text: str, start: int, at: int) -> bool:
    """Tell whether a bracket that holds ``start`` closes before ``at``."""
    if text.rfind("(", 0, start) <= text.rfind(")", 0, start):
        return False
    within = 0
    for sign in text[start:at]:
        within += (sign == "(") - (sign == ")")
        if within < 0:
            return True
    return False


def without_brackets(raw: str) -> str:
    """Keep brackets that are part of a name (村（居）), drop asides."""
    return _BRACKET.sub(_of_a_name, raw) if "(" in raw else raw


def _of_a_name(match: re.Match[str]) -> str:
    inside = match.group()
    return inside if len(inside) <= _LONGEST_NAME and not _DIGIT.search(inside) else ""
