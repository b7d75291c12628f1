"""Which rules fit a phrase, the best first. Only expressions whose edge stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rules.py; what a phrase is, in figures.py and
tables.py; what tells beforehand that an expression cannot fit, in edges.py and needed.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from pipelines.extraction.edges import ANYTHING, endings, openings
from pipelines.extraction.needed import Needed, needed
from pipelines.extraction.rule_files import rules
from pipelines.extraction.rules import BANNED, Candidate, Pair, Phrase, Rule

_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An expression of a rule, the ``order``-th of all; the rest is of the side that it is filed by."""

    order: int
    rule: Rule
    pair: Pair
    topic: frozenset[str]
    needed: Needed
    edges: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Index:
    """Expressions by their edge; those that can have any by a character that they hold, if there is one."""

    by_edge: dict[str, list[_Entry]] = field(default_factory=lambda: defaultdict(list))
    by_character: dict[str, list[_Entry]] = field(default_factory=lambda: defaultdict(list))

    def file(self, entry: _Entry, character: str | None) -> None:
        """Put an expression where phrases that it can fit will look."""
        if character and ANYTHING in entry.edges:
            self.by_character[character].append(entry)
        else:
            for edge in entry.edges:
                self.by_edge[edge].append(entry)

    def filed(self, edges: tuple[str, str], characters: set[str]) -> list[_Entry]:
        """Return what a phrase with these edges (two characters, one) and characters may fit."""
        found = [*self.by_edge.get(ANYTHING, ())]
        for edge in set(edges):
            if edge in self.by_edge and edge != ANYTHING:
                found += self.by_edge[edge]
        for character in self.by_character.keys() & characters:
            found += self.by_character[character]
        return found


_Indexes = Mapping[str, _Index]


@cache
def _indexes() -> tuple[_Indexes, _Indexes]:
    """Expressions by unit class: by what they need on the left, and those with a right side by that."""
    lefts: dict[str, _Index] = defaultdict(_Index)
    rights: dict[str, _Index] = defaultdict(_Index)
    pairs = [(rule, pair) for rule in rules() for pair in rule.pairs]
    entries = [_entry(order, rule, pair) for order, (rule, pair) in enumerate(pairs)]
    often = Counter(character for entry in entries for character in entry.needed.all)
    for entry in entries:
        indexes = rights if entry.pair[1] else lefts
        rarest = min(entry.needed.all, key=lambda character: (often[character], character), default=None)
        for unit in entry.rule.units:
            indexes[unit].file(entry, rarest)
    return dict(lefts), dict(rights)


def _entry(order: int, rule: Rule, pair: Pair) -> _Entry:
    left, right = pair
    if right:
        return _Entry(order, rule, pair, rule.topic, needed(right.pattern), openings(right.pattern))
    pattern = left.pattern if left else ""
    return _Entry(order, rule, pair, rule.topic, needed(pattern), endings(pattern))


def candidates(phrase: Phrase) -> list[Candidate]:
    """Return the rules that fit a phrase, best first; an indicator of several entries may stand twice."""
    banned = BANNED.get(phrase.topics.section or "", ())
    tried: dict[int, tuple[Rule, list[Pair]]] = {}
    for entry in _worth_trying(phrase):
        if entry.rule.indicator.domain not in banned:
            tried.setdefault(id(entry.rule), (entry.rule, []))[1].append(entry.pair)
    found = [rule.match(phrase, pairs) for rule, pairs in tried.values()]
    return sorted((match for match in found if match), key=lambda match: (-match.score, match.indicator))


def _worth_trying(phrase: Phrase) -> list[_Entry]:
    """Return the expressions whose topic is in force, and whose edge and characters the phrase has."""
    lefts, rights = _indexes()
    left, right = phrase.left, phrase.right
    topics = {phrase.topics.subject, *phrase.topics.near}
    found = []
    for indexes, words, edges in (
        (lefts, left, (left[-2:], left[-1:])),
        (rights, right, (right[:2], right[:1])),
    ):
        characters = set(words)
        index = indexes.get(phrase.unit_class)
        found += [
            entry
            for entry in (index.filed(edges, characters) if index else ())
            if not (entry.topic and entry.topic.isdisjoint(topics)) and not entry.needed.missing(characters)
        ]
    return sorted(found, key=_ORDER)
