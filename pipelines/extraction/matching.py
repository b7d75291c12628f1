"""Which rules fit a phrase, the best first. Only expressions whose edge stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rules.py; what a phrase is, in figures.py and
tables.py; what tells beforehand that an expression cannot fit, in edges.py and needed.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from pipelines.extraction.edges import ANYTHING, endings, openings
from pipelines.extraction.needed import Needed, needed
from pipelines.extraction.rule_files import rules
from pipelines.extraction.rules import BANNED, Candidate, Pair, Phrase, Rule

_ORDER = attrgetter("order")
_NO_TOPIC = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An expression of a rule, the ``order``-th of all; the rest is of the side that it is filed by.

    ``rarest``: of the characters needed the one that the fewest expressions need; '' for none.
    """

    order: int
    rule: Rule
    pair: Pair
    needed: Needed
    edges: frozenset[str]
    rarest: str = ""


_Shelf = Mapping[str | None, list[_Entry]]
"""Expressions by the topics of which they need one."""


class _Index:
    """Expressions by their edge: all that words with one edge may fit stand on one shelf, made when asked."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._filed: dict[str, list[_Entry]] = defaultdict(list)
        for entry in entries:
            for edge in entry.edges:
                self._filed[edge].append(entry)
        self._shelves: dict[str, _Shelf] = {}

    def look(self, words: str, near: str, nearest: str, topics: set[str | None]) -> list[_Entry]:
        """Return the expressions that words may fit where these topics are in force.

        ``near``: their two characters at the figure; ``nearest``: the one.
        """
        edge = near if near in self._filed else nearest if nearest in self._filed else ANYTHING
        shelf = self._shelves.get(edge)
        if shelf is None:
            shelf = self._shelves[edge] = self._shelf(edge, nearest)
        found = [entry for topic in topics if topic in shelf for entry in shelf[topic]]
        if not found:
            return found
        return [entry for entry in found if entry.rarest in words and not entry.needed.missing(words)]

    def _shelf(self, edge: str, nearest: str) -> _Shelf:
        shelf: dict[str | None, list[_Entry]] = {}
        filed = [entry for key in (edge, nearest, ANYTHING) for entry in self._filed.get(key, ())]
        for entry in {entry.order: entry for entry in filed}.values():
            for topic in entry.rule.topic or (_NO_TOPIC,):
                shelf.setdefault(topic, []).append(entry)
        return shelf


@cache
def _indexes() -> tuple[Mapping[str, _Index], Mapping[str, _Index]]:
    """Expressions by unit class: by what they need on the left, and those with a right side by that."""
    pairs = [(rule, pair) for rule in rules() for pair in rule.pairs]
    lefts: dict[str, list[_Entry]] = defaultdict(list)
    rights: dict[str, list[_Entry]] = defaultdict(list)
    entries = [_entry(order, rule, pair) for order, (rule, pair) in enumerate(pairs)]
    often = Counter(sign for entry in entries for sign in entry.needed.all)
    for entry in entries:
        rarest = min(entry.needed.all, key=lambda sign: (often[sign], sign), default="")
        for unit in entry.rule.units:
            filed = rights if entry.pair[1] else lefts
            filed[unit].append(replace(entry, rarest=rarest))
    return (
        {unit: _Index(filed) for unit, filed in lefts.items()},
        {unit: _Index(filed) for unit, filed in rights.items()},
    )


def _entry(order: int, rule: Rule, pair: Pair) -> _Entry:
    left, right = pair
    if right:
        return _Entry(order, rule, pair, needed(right.pattern), openings(right.pattern))
    pattern = left.pattern if left else ""
    return _Entry(order, rule, pair, needed(pattern), endings(pattern))


def candidates(phrase: Phrase) -> list[Candidate]:
    """Return the rules that fit a phrase, best first; an indicator of several entries may stand twice."""
    entries = _worth_trying(phrase)
    if not entries:
        return []
    banned = BANNED.get(phrase.topics.section or "", ())
    tried: dict[int, tuple[Rule, list[Pair]]] = {}
    for entry in entries:
        if entry.rule.indicator.domain not in banned:
            tried.setdefault(id(entry.rule), (entry.rule, []))[1].append(entry.pair)
    found = [match for rule, pairs in tried.values() if (match := rule.match(phrase, pairs))]
    return sorted(found, key=best_first) if len(found) > 1 else found


def best_first(match: Candidate) -> tuple[int, str]:
    """Return what candidates are sorted by: the highest score first, then the code."""
    return -match.score, match.indicator


def _worth_trying(phrase: Phrase) -> list[_Entry]:
    """Return the expressions whose topic is in force, and whose edge and characters the phrase has."""
    lefts, rights = _indexes()
    left, right = phrase.left, phrase.right
    topics = {_NO_TOPIC, phrase.topics.subject, *phrase.topics.near}
    found: list[_Entry] = []
    if phrase.unit_class in lefts:
        found = lefts[phrase.unit_class].look(left, left[-2:], left[-1:], topics)
    if phrase.unit_class in rights:
        found += rights[phrase.unit_class].look(right, right[:2], right[:1], topics)
    return sorted({entry.order: entry for entry in found}.values(), key=_ORDER) if len(found) > 1 else found
