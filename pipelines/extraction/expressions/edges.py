"""Which two characters an expression can end or begin with: the prefilter of the rules.

A rule's left words end at the figure and its right words begin there, so the characters at the figure
decide which expressions can fit at all. Here belongs that set, read from the parsed expression; nothing of
what the rules mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the standard library's own reading of an expression
_DEPTH = 2
_TOO_MANY = 4000
ANYTHING = ""  # the edge of an expression that can end or begin with any character, or match nothing
_ANY = "\0"
_DIGIT = "\1"
_UNKNOWN = re.compile(f"[{_ANY}{_DIGIT}]")
_SPACES = frozenset(character for character in map(chr, range(0x3001)) if character.isspace())
_Edges = set[tuple[str, bool]]  # (characters, whether nothing more stands behind them)


def endings(pattern: str) -> frozenset[str]:
    """Return the last one or two characters of the matches: one where any may stand before it."""
    return _edges(pattern, from_end=True)


def openings(pattern: str) -> frozenset[str]:
    """Return the first one or two characters of the matches: one where any may follow it."""
    return _edges(pattern, from_end=False)


def beginnings(pattern: str) -> str:
    """Return a character class of all that the matches can begin with.

    Raises:
        ValueError: the matches can begin with any character, or match nothing.
    """
    return _class_of(_first(pattern, 1), pattern)


def places(pattern: str) -> str:
    """Return an expression for the first character of the matches, before what may follow it in one.

    Raises:
        ValueError: the matches can begin with any character, or match nothing.
    """
    followers: dict[str, set[str]] = defaultdict(set)
    for edge in _first(pattern, _DEPTH):
        followers[edge[:1]].add(edge[1:])
    alike: dict[frozenset[str], set[str]] = defaultdict(set)
    for first, seconds in followers.items():
        alike[frozenset() if {_ANY, ANYTHING} & seconds else frozenset(seconds)].add(first)
    branches = [
        f"(?<={_class_of(firsts, pattern)})" + (f"(?={_class_of(seconds, pattern)})" if seconds else "")
        for seconds, firsts in sorted(alike.items(), key=lambda item: sorted(item[1]))
    ]
    return f"{_class_of(followers, pattern)}(?:{'|'.join(branches)})"


def _first(pattern: str, depth: int) -> set[str]:
    """The first characters of the matches, as many as ``depth`` or fewer where a match may be shorter."""
    return {edge[::-1] for edge, _ in _sequence(list(_parser.parse(pattern)), depth, from_end=False)}


def _class_of(characters: Iterable[str], pattern: str) -> str:
    told = set(characters)
    if _ANY in told or ANYTHING in told:
        raise ValueError(f"{pattern!r} can begin with anything; to look for its beginning saves nothing")
    digits = r"\d" if _DIGIT in told else ""
    return f"[{digits}{re.escape(''.join(sorted(told - {_DIGIT})))}]"


def _edges(pattern: str, *, from_end: bool) -> frozenset[str]:
    found = _sequence(list(_parser.parse(pattern)), _DEPTH, from_end=from_end)
    if len(found) > _TOO_MANY:
        return frozenset({ANYTHING})
    return frozenset(_key(edge, from_end=from_end) for edge, _ in found)


def _key(edge: str, *, from_end: bool) -> str:
    """Cut an edge at the first unknown character, counted from the figure."""
    near = edge[::-1]
    known = _UNKNOWN.split(near, maxsplit=1)[0]
    return known[::-1] if from_end else known


def _sequence(items: list[Any], depth: int, *, from_end: bool) -> _Edges:
    """Edges of a sequence, the character nearest to the figure last."""
    current: _Edges = {("", True)}
    for operator, argument in reversed(items) if from_end else items:
        if all(not bare for _, bare in current) or len(current) > _TOO_MANY:
            break
        grown: _Edges = set()
        for edge, bare in current:
            if not bare:
                grown.add((edge, bare))
                continue
            for more, still in _item(str(operator), argument, depth - len(edge), from_end=from_end):
                joined = more + edge
                grown.add((joined, still and len(joined) < depth))
        current = grown
    return current


def _item(operator: str, argument: Any, depth: int, *, from_end: bool) -> _Edges:
    if operator == "LITERAL":
        return {(chr(argument), depth > 1)}
    if operator == "IN":
        return {(character, depth > 1) for character in _class(argument)}
    if operator == "BRANCH":
        return {edge for branch in argument[1] for edge in _sequence(list(branch), depth, from_end=from_end)}
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, body = argument
        once = _sequence(list(body), depth, from_end=from_end)
        twice = _sequence([*list(body)] * 2, depth, from_end=from_end) if most > 1 else set()
        return once | twice | ({("", True)} if least == 0 else set())
    if operator == "SUBPATTERN":
        return _sequence(list(argument[3]), depth, from_end=from_end)
    if operator in ("AT", "ASSERT", "ASSERT_NOT"):
        return {("", True)}
    return {(_ANY, depth > 1)}


def _class(argument: list[Any]) -> set[str]:
    characters: set[str] = set()
    for operator, value in argument:
        if str(operator) == "LITERAL":
            characters.add(chr(value))
        elif str(operator) == "RANGE" and value[1] - value[0] < 64:
            characters |= {chr(code) for code in range(value[0], value[1] + 1)}
        elif str(value) == "CATEGORY_SPACE":
            characters |= _SPACES
        elif str(value) == "CATEGORY_DIGIT":
            characters.add(_DIGIT)
        else:
            return {_ANY}
    return characters
