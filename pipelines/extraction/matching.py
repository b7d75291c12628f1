"""Which rules fit a phrase, the best first. Only expressions whose edge stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rules.py; what a phrase is, in figures.py and
tables.py; what tells beforehand that an expression cannot fit, in edges.py and needed.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    """An expression of a rule, the ``order``-th of all; the rest is of the side that it is filed by."""

    order: int
    rule: Rule
    pair: Pair
    needed: Needed
    edges: frozenset[str]


class _Drawer:
    """Expressions by a key, and under it by the topics of which they need one."""

    def __init__(self, entries: Iterable[tuple[str, _Entry]]) -> None:
        self._filed: dict[str, dict[str | None, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
        for key, entry in entries:
            for topic in entry.rule.topic or (_NO_TOPIC,):
                self._filed[key][topic].append(entry)

    def look(self, keys: set[str], topics: set[str | None], characters: set[str]) -> list[_Entry]:
        """Return what is filed under these keys for these topics and can fit words of these characters."""
        return [
            entry
            for key in self._filed.keys() & keys
            for topic in self._filed[key].keys() & topics
            for entry in self._filed[key][topic]
            if entry.needed.all <= characters and not entry.needed.missing(characters)
        ]


@dataclass(frozen=True, slots=True)
class _Index:
    """Expressions by their edge; those that can have any by a character that they hold, if there is one."""

    by_edge: _Drawer
    by_character: _Drawer

    @classmethod
    def of(cls, entries: Iterable[_Entry], often: Counter[str]) -> _Index:
        by_edge, by_character = [], []
        for entry in entries:
            rarest = min(entry.needed.all, key=lambda sign: (often[sign], sign), default=None)
            if rarest and ANYTHING in entry.edges:
                by_character.append((rarest, entry))
            else:
                by_edge += [(edge, entry) for edge in entry.edges]
        return cls(_Drawer(by_edge), _Drawer(by_character))

    def look(self, words: str, edges: set[str], topics: set[str | None]) -> list[_Entry]:
        """Return the expressions that words with these edges may fit where these topics are in force."""
        characters = set(words)
        by_edge = self.by_edge.look(edges, topics, characters)
        return by_edge + self.by_character.look(characters, topics, characters)


_Indexes = Mapping[str, _Index]


@cache
def _indexes() -> tuple[_Indexes, _Indexes]:
    """Expressions by unit class: by what they need on the left, and those with a right side by that."""
    pairs = [(rule, pair) for rule in rules() for pair in rule.pairs]
    entries = [_entry(order, rule, pair) for order, (rule, pair) in enumerate(pairs)]
    often = Counter(sign for entry in entries for sign in entry.needed.all)
    lefts: dict[str, list[_Entry]] = defaultdict(list)
    rights: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        for unit in entry.rule.units:
            (rights if entry.pair[1] else lefts)[unit].append(entry)
    return (
        {unit: _Index.of(filed, often) for unit, filed in lefts.items()},
        {unit: _Index.of(filed, often) for unit, filed in rights.items()},
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
    found = [rule.match(phrase, pairs) for rule, pairs in tried.values()]
    return sorted((match for match in found if match), key=lambda match: (-match.score, match.indicator))


def _worth_trying(phrase: Phrase) -> list[_Entry]:
    """Return the expressions whose topic is in force, and whose edge and characters the phrase has."""
    lefts, rights = _indexes()
    left, right = phrase.left, phrase.right
    topics = {_NO_TOPIC, phrase.topics.subject, *phrase.topics.near}
    found: list[_Entry] = []
    if phrase.unit_class in lefts:
        found += lefts[phrase.unit_class].look(left, {left[-2:], left[-1:], ANYTHING}, topics)
    if phrase.unit_class in rights:
        found += rights[phrase.unit_class].look(right, {right[:2], right[:1], ANYTHING}, topics)
    return sorted({entry.order: entry for entry in found}.values(), key=_ORDER) if found else []
