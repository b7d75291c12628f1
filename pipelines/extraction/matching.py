"""Which rules fit a phrase, the best first. Only expressions whose edge stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rules.py; what a phrase is, in figures.py and
tables.py; what tells beforehand that an expression cannot fit, in edges.py and needed.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.extraction.edges import ANYTHING, endings, openings
from pipelines.extraction.needed import Needed, needed
from pipelines.extraction.rule_files import rules
from pipelines.extraction.rules import BANNED, Candidate, Pair, Phrase, Rule

_NOTHING = Needed(frozenset(), ())


@dataclass(frozen=True, slots=True)
class _Entry:
    """One expression of a rule, as found in the index, with what its matches hold on the left and right."""

    rule: Rule
    pair: Pair
    topic: frozenset[str]
    left: Needed
    right: Needed


_Index = Mapping[str, Mapping[str, tuple[_Entry, ...]]]


@cache
def _index() -> tuple[_Index, _Index]:
    """Expressions by unit class, then by their edge: on the left, and those with a right side."""
    lefts: dict[str, dict[str, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
    rights: dict[str, dict[str, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
    for rule in rules():
        for pair in rule.pairs:
            index, edges = (rights, openings(pair[1].pattern)) if pair[1] else (lefts, _endings(pair))
            entry = _Entry(rule, pair, rule.topic, *(needed(side.pattern) if side else _NOTHING for side in pair))
            for unit in rule.units:
                for edge in edges:
                    index[unit][edge].append(entry)
    return _frozen(lefts), _frozen(rights)


def _endings(pair: Pair) -> frozenset[str]:
    return endings(pair[0].pattern) if pair[0] else frozenset({ANYTHING})


def _frozen(index: Mapping[str, Mapping[str, list[_Entry]]]) -> _Index:
    return {key: {edge: tuple(found) for edge, found in edges.items()} for key, edges in index.items()}


def candidates(phrase: Phrase) -> list[Candidate]:
    """Return the rules that fit a phrase, best first; an indicator of several entries may stand twice."""
    banned = BANNED.get(phrase.topics.section or "", ())
    tried: dict[int, tuple[Rule, list[Pair]]] = {}
    for entry in _worth_trying(phrase):
        if entry.rule.indicator.domain not in banned:
            tried.setdefault(id(entry.rule), (entry.rule, []))[1].append(entry.pair)
    found = [rule.match(phrase, pairs) for rule, pairs in tried.values()]
    return sorted((match for match in found if match), key=lambda match: (-match.score, match.indicator))


def _worth_trying(phrase: Phrase) -> Iterator[_Entry]:
    """Yield the expressions whose topic is in force, whose edge stands at the figure and whose words may."""
    lefts, rights = _index()
    left, right = phrase.left, phrase.right
    topics = {phrase.topics.subject, *phrase.topics.near}
    before, after = set(left), set(right)
    for index, edges in (
        (lefts, (left[-2:], left[-1:], ANYTHING)),
        (rights, (right[:2], right[:1], ANYTHING)),
    ):
        by_edge = index.get(phrase.unit_class, {})
        for edge in dict.fromkeys(edges):
            for entry in by_edge.get(edge, ()):
                if entry.topic and entry.topic.isdisjoint(topics):
                    continue
                if not (entry.left.missing(before) or entry.right.missing(after)):
                    yield entry
