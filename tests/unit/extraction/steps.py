"""Counts the work of a regular expression: a backtracking matcher that tries what ``re`` tries, and counts.

It reads the parsed expression of the standard library and walks it as the library's engine does (greedy
before lazy before giving up), one step for each character or position looked at. So growth can be asserted
without a clock.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]
_Next = Callable[[int], bool]
_Node = Callable[[int, _Next], bool]


@contextmanager
def _deep() -> Iterator[None]:
    """Allow the recursion that long runs need."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


class TooManyStepsError(Exception):
    """The limit of steps is reached; counting on might never end."""


class Steps:
    """One expression, ready to be tried on texts with at most ``limit`` steps."""

    def __init__(self, pattern: str, limit: int = 10**6) -> None:
        self.count = 0
        self._limit = limit
        self._text = ""
        self._node = self._sequence(list(_parser.parse(pattern)))

    def found(self, text: str) -> bool:
        """Tell whether the expression matches anywhere in ``text``."""
        self.count, self._text = 0, text
        with _deep():
            return any(self._node(start, lambda end: True) for start in range(len(text) + 1))

    def search(self, text: str) -> int:
        """Return the steps of looking for a first match anywhere in ``text``."""
        self.found(text)
        return self.count

    def match(self, text: str) -> int:
        """Return the steps of looking for a match at the beginning of ``text``."""
        self.count, self._text = 0, text
        with _deep():
            self._node(0, lambda end: True)
        return self.count

    def _sequence(self, items: list[Any]) -> _Node:
        nodes = [self._one(str(operator), argument) for operator, argument in items]

        def walk(at: int, then: _Next, index: int = 0) -> bool:
            if index == len(nodes):
                return then(at)
            return nodes[index](at, lambda end: walk(end, then, index + 1))

        return walk

    def _one(self, operator: str, argument: Any) -> _Node:
        if operator == "BRANCH":
            branches = [self._sequence(list(branch)) for branch in argument[1]]
            return lambda at, then: any(branch(at, then) for branch in branches)
        if operator == "SUBPATTERN":
            return self._sequence(list(argument[3]))
        if operator in ("ASSERT", "ASSERT_NOT"):
            return self._assertion(*argument, wanted=operator == "ASSERT")
        if operator == "AT":
            return self._position(str(argument))
        if operator in ("MAX_REPEAT", "MIN_REPEAT"):
            return self._repeat(*argument, greedy=operator == "MAX_REPEAT")
        if operator in ("ATOMIC_GROUP", "POSSESSIVE_REPEAT"):
            return self._atomic(operator, argument)
        return self._character(operator, argument)

    def _character(self, operator: str, argument: Any) -> _Node:
        expression = re.compile(_source(operator, argument))
        known: dict[str, bool] = {"": False}

        def try_it(at: int, then: _Next) -> bool:
            self.count += 1
            if self.count > self._limit:
                raise TooManyStepsError(self._text)
            sign = self._text[at : at + 1]
            fits = known.get(sign)
            if fits is None:
                fits = known[sign] = expression.match(sign) is not None
            return fits and then(at + 1)

        return try_it

    def _position(self, where: str) -> _Node:
        def try_it(at: int, then: _Next) -> bool:
            self.count += 1
            return (at == 0 if "BEGINNING" in where else at == len(self._text)) and then(at)

        return try_it

    def _assertion(self, direction: int, body: Any, *, wanted: bool) -> _Node:
        node = self._sequence(list(body))
        width = body.getwidth()[1] if direction < 0 else 0

        def try_it(at: int, then: _Next) -> bool:
            self.count += 1
            held = at >= width and node(at - width, lambda end: direction > 0 or end == at)
            return held is wanted and then(at)

        return try_it

    def _repeat(self, least: int, most: Any, body: Any, *, greedy: bool) -> _Node:
        node = self._sequence(list(body))
        limit = most if isinstance(most, int) and most < 10**6 else 10**6

        def again(at: int, then: _Next, done: int) -> bool:
            def more() -> bool:
                return done < limit and node(at, lambda end: end > at and again(end, then, done + 1))

            if done < least:
                return node(at, lambda end: again(end, then, done + 1))
            return (more() or then(at)) if greedy else (then(at) or more())

        return lambda at, then: again(at, then, 0)

    def _atomic(self, operator: str, argument: Any) -> _Node:
        node = (
            self._sequence(list(argument))
            if operator == "ATOMIC_GROUP"
            else self._repeat(*argument, greedy=True)
        )

        def try_it(at: int, then: _Next) -> bool:
            ends: list[int] = []
            return node(at, lambda end: ends.append(end) or True) and then(ends[0])

        return try_it


def _source(operator: str, argument: Any) -> str:
    """Write one parsed character or class back as an expression."""
    if operator == "ANY":
        return "."
    if operator in ("LITERAL", "NOT_LITERAL"):
        return f"[{'^' if operator == 'NOT_LITERAL' else ''}{re.escape(chr(argument))}]"
    if operator != "IN":
        raise NotImplementedError(f"the counter does not know {operator}")
    return "[" + "".join(_member(str(kind), value) for kind, value in argument) + "]"


_CATEGORIES = {
    "DIGIT": r"\d",
    "NOT_DIGIT": r"\D",
    "SPACE": r"\s",
    "NOT_SPACE": r"\S",
    "WORD": r"\w",
    "NOT_WORD": r"\W",
}


def _member(kind: str, value: Any) -> str:
    if kind == "NEGATE":
        return "^"
    if kind == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if kind == "CATEGORY":
        return _CATEGORIES[str(value).removeprefix("CATEGORY_")]
    return re.escape(chr(value))
