"""Which rules fit a phrase, the best first. Only rules whose edge character stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rules.py; what a phrase is, in figures.py and
tables.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pipelines.extraction.edges import first_characters, last_characters
from pipelines.extraction.rules import BANNED, Candidate, Phrase, Rule, rules

_ANYWHERE = ""
_NO_TOPIC = ""
_Index = Mapping[tuple[str, str], Mapping[str, tuple[Rule, ...]]]


@cache
def _index() -> tuple[_Index, _Index]:
    """Rules by (unit class, topic), then by the last character on the left and the first on the right."""
    lefts: dict[tuple[str, str], dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
    rights: dict[tuple[str, str], dict[str, list[Rule]]] = defaultdict(lambda: defaultdict(list))
    for rule in rules():
        sides = ((lefts, _edges(rule, left=True)), (rights, _edges(rule, left=False)))
        for unit in rule.units:
            for topic in rule.topic or (_NO_TOPIC,):
                for index, characters in sides:
                    for character in characters:
                        index[unit, topic][character].append(rule)
    return _frozen(lefts), _frozen(rights)


def _frozen(index: Mapping[tuple[str, str], Mapping[str, list[Rule]]]) -> _Index:
    return {key: {edge: tuple(found) for edge, found in edges.items()} for key, edges in index.items()}


def _edges(rule: Rule, *, left: bool) -> frozenset[str]:
    read = last_characters if left else first_characters
    patterns = [pattern.pattern for pattern in (rule.left if left else rule.right)]
    if not left:
        patterns += [right.pattern for _, right in rule.both]
    found: set[str] = set()
    for pattern in patterns:
        found |= read(pattern) or {_ANYWHERE}
    return frozenset(found)


def candidates(phrase: Phrase) -> list[Candidate]:
    """Return the rules that fit a phrase, one per indicator, best first."""
    unit = phrase.unit_class
    topics = {_NO_TOPIC, *phrase.topics.near}
    if phrase.topics.subject:
        topics.add(phrase.topics.subject)
    tried: dict[str, Rule] = {}
    for index, edge in zip(_index(), (phrase.left[-1:], phrase.right[:1]), strict=True):
        for topic in topics:
            edges = index.get((unit, topic))
            if edges:
                for rule in (*edges.get(_ANYWHERE, ()), *(edges.get(edge, ()) if edge else ())):
                    tried[rule.indicator.code] = rule
    banned = BANNED.get(phrase.topics.section or "", ())
    found = [
        candidate
        for rule in tried.values()
        if rule.indicator.domain not in banned and (candidate := rule.match(phrase)) is not None
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.indicator))
