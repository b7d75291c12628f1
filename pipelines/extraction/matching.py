"""Which rules fit a phrase, the best first. Only expressions whose edge stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rules.py; what a phrase is, in figures.py and
tables.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipelines.extraction.edges import ANYTHING, endings, openings
from pipelines.extraction.rule_files import rules
from pipelines.extraction.rules import BANNED, Candidate, Pair, Phrase, Rule

_NO_TOPIC = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One expression of a rule, as found in the index."""

    rule: Rule
    pair: Pair


_Index = Mapping[tuple[str, str], Mapping[str, tuple[_Entry, ...]]]


@cache
def _index() -> tuple[_Index, _Index]:
    """Expressions by (unit class, topic), then by their edge: on the left, and those with a right side."""
    lefts: dict[tuple[str, str], dict[str, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
    rights: dict[tuple[str, str], dict[str, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
    for rule in rules():
        for pair in rule.pairs:
            index, edges = (rights, openings(pair[1].pattern)) if pair[1] else (lefts, _endings(pair))
            for unit in rule.units:
                for topic in rule.topic or (_NO_TOPIC,):
                    for edge in edges:
                        index[unit, topic][edge].append(_Entry(rule, pair))
    return _frozen(lefts), _frozen(rights)


def _endings(pair: Pair) -> frozenset[str]:
    return endings(pair[0].pattern) if pair[0] else frozenset({ANYTHING})


def _frozen(index: Mapping[tuple[str, str], Mapping[str, list[_Entry]]]) -> _Index:
    return {key: {edge: tuple(found) for edge, found in edges.items()} for key, edges in index.items()}


def candidates(phrase: Phrase) -> list[Candidate]:
    """Return the rules that fit a phrase, best first; an indicator of several entries may stand twice."""
    banned = BANNED.get(phrase.topics.section or "", ())
    tried: dict[int, tuple[Rule, list[Pair]]] = {}
    for entry in _at_the_edge(phrase):
        if entry.rule.indicator.domain not in banned:
            tried.setdefault(id(entry.rule), (entry.rule, []))[1].append(entry.pair)
    found = [rule.match(phrase, pairs) for rule, pairs in tried.values()]
    return sorted((match for match in found if match), key=lambda match: (-match.score, match.indicator))


def _at_the_edge(phrase: Phrase) -> Iterator[_Entry]:
    lefts, rights = _index()
    left, right = phrase.left, phrase.right
    topics = {_NO_TOPIC, *phrase.topics.near}
    if phrase.topics.subject:
        topics.add(phrase.topics.subject)
    for index, edges in (
        (lefts, {left[-2:], left[-1:], ANYTHING} if left else {ANYTHING}),
        (rights, {right[:2], right[:1], ANYTHING} if right else {ANYTHING}),
    ):
        for topic in topics:
            entries = index.get((phrase.unit_class, topic))
            if entries:
                for edge in edges:
                    yield from entries.get(edge, ())
