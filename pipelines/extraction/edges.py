"""Which characters an expression can end or begin with: the prefilter of the rules.

A rule's left words end at the figure and its right words begin there, so one character of the text decides
which of
the rules can fit at all. Here belongs that set, read from the parsed expression; nothing of what the rules
mean.
"""

from __future__ import annotations

import re
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the standard library's own reading of an expression
ANY: frozenset[str] | None = None


def last_characters(pattern: str) -> frozenset[str] | None:
    """Return the characters that a match can end with; None where it could be any, or nothing at all."""
    characters, nullable = _edge(list(_parser.parse(pattern)), from_end=True)
    return None if nullable else characters


def first_characters(pattern: str) -> frozenset[str] | None:
    """Return the characters that a match can begin with; None where it could be any, or nothing at all."""
    characters, nullable = _edge(list(_parser.parse(pattern)), from_end=False)
    return None if nullable else characters


def _edge(items: list[Any], *, from_end: bool) -> tuple[frozenset[str] | None, bool]:
    """Return the edge characters of a sequence (None for any) and whether it can match nothing."""
    found: frozenset[str] | None = frozenset()
    for operator, argument in reversed(items) if from_end else items:
        characters, nullable = _one(str(operator), argument, from_end=from_end)
        found = None if found is None or characters is None else found | characters
        if not nullable:
            return found, False
    return found, True


def _one(operator: str, argument: Any, *, from_end: bool) -> tuple[frozenset[str] | None, bool]:
    if operator == "LITERAL":
        return frozenset(chr(argument)), False
    if operator == "IN":
        return _class(argument), False
    if operator == "BRANCH":
        return _branch(argument[1], from_end=from_end)
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, body = argument
        characters, nullable = _edge(list(body), from_end=from_end)
        return characters, nullable or least == 0
    if operator == "SUBPATTERN":
        return _edge(list(argument[3]), from_end=from_end)
    if operator in ("AT", "ASSERT", "ASSERT_NOT"):
        return frozenset(), True
    return None, False


def _branch(branches: list[Any], *, from_end: bool) -> tuple[frozenset[str] | None, bool]:
    found: frozenset[str] | None = frozenset()
    empty = False
    for branch in branches:
        characters, nullable = _edge(list(branch), from_end=from_end)
        found = None if found is None or characters is None else found | characters
        empty = empty or nullable
    return found, empty


def _class(argument: list[Any]) -> frozenset[str] | None:
    characters: set[str] = set()
    for operator, value in argument:
        if str(operator) == "LITERAL":
            characters.add(chr(value))
        elif str(operator) == "RANGE" and value[1] - value[0] < 64:
            characters |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            return None
    return frozenset(characters)
