"""Which characters every match of an expression holds: the second part of the prefilter.

A phrase without 竞 is no 公平竞争审查, and to see that costs a fraction of trying the expression. Here
belongs what the parsed expression says of it; nothing of what the rules mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the standard library's own reading of an expression
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

_Group = frozenset[str]


def needed(pattern: str) -> frozenset[str]:
    """Return the characters that every text with a match of an expression holds."""
    groups = _groups(list(_parser.parse(pattern)))
    return frozenset(character for group in groups if len(group) == 1 for character in group)


def hint(*patterns: str) -> re.Pattern[str]:
    """Return a class of characters of which a text with a match of any pattern holds one: quick to look for.

    Raises:
        ValueError: there is no such character.
    """
    characters: set[str] = set()
    for pattern in patterns:
        groups = list(_groups(list(_parser.parse(pattern))))
        if not groups:
            raise ValueError(f"{pattern!r} can match without any certain character; nothing to look for")
        characters |= min(groups, key=len)
    return re.compile(f"[{re.escape(''.join(sorted(characters)))}]")


def _groups(items: list[Any]) -> Iterator[_Group]:
    for operator, argument in items:
        name = str(operator)
        if name == "LITERAL":
            yield frozenset(chr(argument))
        elif name == "IN":
            yield from _class(argument)
        elif name == "SUBPATTERN":
            yield from _groups(list(argument[3]))
        elif name == "ASSERT":
            yield from _groups(list(argument[1]))
        elif name in _REPEATS and argument[0] > 0:
            yield from _groups(list(argument[2]))
        elif name == "BRANCH":
            yield from _branches([list(_groups(list(branch))) for branch in argument[1]])


def _branches(branches: list[list[_Group]]) -> Iterator[_Group]:
    """What any branch holds: of each its first group, and of each its last."""
    if all(branches):
        yield frozenset().union(*(groups[0] for groups in branches))
        yield frozenset().union(*(groups[-1] for groups in branches))


def _class(argument: list[Any]) -> Iterator[_Group]:
    """The characters of a class that names each of them."""
    if all(str(operator) == "LITERAL" for operator, _ in argument):
        yield frozenset(chr(value) for _, value in argument)
