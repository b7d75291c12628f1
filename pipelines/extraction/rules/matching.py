"""Which rules fit a phrase, the best first. Only expressions whose edge stands at the figure are tried.

Here belongs the choice among rules. What a rule is stands in rule.py; what a phrase is, in figures/figure.py
and tables/grid_cells.py; what tells beforehand that an expression cannot fit, in expressions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter

from pipelines.extraction.expressions.edges import ANYTHING, endings, openings
from pipelines.extraction.expressions.needed import needed
from pipelines.extraction.rules.rule import BANNED, NO_KIND, Candidate, Pair, Phrase, Rule
from pipelines.extraction.rules.rule_files import rules

_ORDER = attrgetter("order")
_NO_TOPIC = ""
_KEPT = 8192  # edges with their topics, of which each report has a few hundred


@dataclass(frozen=True, slots=True)
class _Entry:
    """An expression of a rule, the ``order``-th of all, as the side that it is filed by has it.

    ``search``, ``match``: how it is looked for on the left and on the right, where it has such a side.
    ``rarest``: of the characters that its words must hold the one that the fewest expressions need; '' for
    none. To look for more of them costs as much as to try the expression.
    """

    order: int
    rule: Rule
    edges: frozenset[str]
    rarest: str
    search: Callable[[str], re.Match[str] | None] | None
    match: Callable[[str], re.Match[str] | None] | None


class _Side:
    """The expressions of one unit class: what words with an edge may fit is one shelf, by topic."""

    def __init__(self) -> None:
        self._filed: dict[str, list[_Entry]] = defaultdict(list)
        self._shelves: dict[str, dict[str | None, list[_Entry]]] = {}

    def file(self, entry: _Entry) -> None:
        """Put an expression where it is looked for."""
        for edge in entry.edges:
            self._filed[edge].append(entry)

    def look(self, near: str, nearest: str, topics: set[str | None]) -> list[_Entry]:
        """Return what fits two characters at a figure, the nearest of them given too, and these topics."""
        edge = near if near in self._filed else nearest if nearest in self._filed else ANYTHING
        if edge not in self._shelves:
            shelf = self._shelves[edge] = {}
            for entry in chain.from_iterable(self._filed.get(key, ()) for key in {edge, nearest, ANYTHING}):
                for topic in entry.rule.topic or (_NO_TOPIC,):
                    shelf.setdefault(topic, []).append(entry)
        found = self._shelves[edge]
        return [entry for topic in topics & found.keys() for entry in found[topic]]


class _Shelves:
    """Expressions by unit class: on the left, and those with a right side on the right."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._lefts: dict[str, _Side] = defaultdict(_Side)
        self._rights: dict[str, _Side] = defaultdict(_Side)
        for entry in entries:
            for unit in entry.rule.units:
                (self._rights if entry.match else self._lefts)[unit].file(entry)
        self.look = lru_cache(maxsize=_KEPT)(self._look)

    def _look(
        self, unit_class: str, left: str, right: str, subject: str | None, near: tuple[str, ...]
    ) -> list[_Entry]:
        """Return the expressions that words with these edges may fit where these topics are in force."""
        topics = {_NO_TOPIC, subject, *near}
        found: list[_Entry] = []
        if unit_class in self._lefts:
            found += self._lefts[unit_class].look(left, left[-1:], topics)
        if unit_class in self._rights:
            found += self._rights[unit_class].look(right, right[:1], topics)
        return sorted({entry.order: entry for entry in found}.values(), key=_ORDER)


@cache
def _shelves() -> _Shelves:
    pairs = [(rule, pair) for rule in rules() for pair in rule.pairs]
    needs = [needed(_filing(pair).pattern) for _, pair in pairs]
    often = Counter(sign for need in needs for sign in need)
    entries = []
    for order, ((rule, pair), need) in enumerate(zip(pairs, needs, strict=True)):
        rarest = min(need, key=lambda sign: (often[sign], sign), default="")
        edges = (openings if pair[1] else endings)(_filing(pair).pattern)
        left, right = pair
        entries.append(
            _Entry(order, rule, edges, rarest, left.search if left else None, right.match if right else None)
        )
    return _Shelves(entries)


# A heading that names one of these besides 复议 is on what its figures count as well.
_OF_ITS_DOMAIN = {"enforcement": frozenset({"supervision", "certificate", "enforcement"})}
# Mediators, legal aid and letters are told of under a heading of 复议 too; no case is about them.
_NEVER_A_KIND = frozenset({"mediation", "legal_service", "petition"})


def allowed(rule: Rule, phrase: Phrase) -> bool:
    """Tell whether the section of a phrase may tell what a rule reads."""
    indicator, topics = rule.indicator, phrase.topics
    if indicator.domain not in BANNED.get(topics.section or "", ()) or indicator.code in NO_KIND:
        return True
    if indicator.domain == phrase.told or topics.headed & _OF_ITS_DOMAIN.get(indicator.domain, frozenset()):
        return True  # 做好行政复议应诉和执法监督工作 over 持证执法人员612名
    return indicator.domain in _NEVER_A_KIND and topics.outright in (rule.topic or (indicator.domain,))


def _filing(pair: Pair) -> re.Pattern[str]:
    """Return the side that a pair is filed by: the right, if it has one."""
    return pair[1] or pair[0] or re.compile("")


def candidates(phrase: Phrase) -> list[Candidate]:
    """Return the rules that fit a phrase, best first; an indicator of several entries may stand twice."""
    left, right, topics = phrase.left, phrase.right, phrase.topics
    best: dict[int, tuple[Rule, int, int]] = {}
    for entry in _shelves().look(phrase.unit_class, left[-2:], right[:2], topics.subject, topics.near):
        start, used = len(left), 0
        if entry.rarest not in (right if entry.match else left):
            continue
        if entry.match:
            after = entry.match(right)
            if after is None:
                continue
            used = after.end()
        if entry.search:
            found = entry.search(left)
            if found is None:
                continue
            start = found.start()
        same = best.get(id(entry.rule))
        if same is None or used - start > same[2] - same[1]:
            best[id(entry.rule)] = entry.rule, start, used
    if not best:
        return []
    own = phrase.own
    fits = [
        match
        for rule, start, used in best.values()
        if allowed(rule, phrase) and (match := rule.candidate(phrase, start, used, own))
    ]
    return sorted(fits, key=best_first) if len(fits) > 1 else fits


def best_first(match: Candidate) -> tuple[int, str]:
    """Return what candidates are sorted by: the highest score first, then the code."""
    return -match.score, match.indicator
