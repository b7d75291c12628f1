"""Which rules fit a phrase, the best first. Only rules whose edge character stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rules.py; what a phrase is, in figures.py and tables.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pipelines.extraction.edges import first_characters, last_characters
from pipelines.extraction.rules import BANNED, Candidate, Phrase, Rule, rules

_ANYWHERE = ""


@cache
def _index() -> tuple[Mapping[tuple[str, str], tuple[Rule, ...]], Mapping[tuple[str, str], tuple[Rule, ...]]]:
    """Rules by (unit class, last character on the left) and by (unit class, first character on the right)."""
    lefts: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    rights: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules():
        for unit in rule.units:
            for character in _edges(rule, left=True):
                lefts[unit, character].append(rule)
            for character in _edges(rule, left=False):
                rights[unit, character].append(rule)
    return {key: tuple(found) for key, found in lefts.items()}, {
        key: tuple(found) for key, found in rights.items()
    }


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
    lefts, rights = _index()
    unit = phrase.unit_class
    tried: dict[str, Rule] = {}
    for index, character in ((lefts, phrase.left[-1:]), (rights, phrase.right[:1])):
        for key in (character, _ANYWHERE) if character else (_ANYWHERE,):
            for rule in index.get((unit, key), ()):
                tried[rule.indicator.code] = rule
    banned = BANNED.get(phrase.topics.section or "", ())
    found = [
        candidate
        for rule in tried.values()
        if rule.indicator.domain not in banned and (candidate := rule.match(phrase)) is not None
    ]
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.indicator))
