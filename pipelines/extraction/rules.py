"""The rules: which words beside a figure state which indicator. Data in rules/*.yaml, one file per domain.

Here belong loading, the expansion of shared words and matching one phrase. Not here: what a phrase is in
its text
(measure, period, whole or part); other passes settle that before a rule is asked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict

from pipelines.catalogue.indicators import Indicator, indicators
from pipelines.extraction.lexicon import lexicon
from pipelines.extraction.topics import TopicsInForce

_NAMED = re.compile(r"<([^>()!=?]+)>")
# Under a heading of 复议 or 应诉, 行政处罚 or 信息公开 name what a case is about, not what was done.
BANNED: Mapping[str, tuple[str, ...]] = {
    "reconsideration": ("enforcement", "disclosure", "petition", "mediation", "service", "legal_service"),
    "litigation": ("enforcement", "disclosure", "petition", "service"),
}
_COUNTS = frozenset({"case", "piece", "time", "entity"})
_UNIT_CLASSES: Mapping[str, frozenset[str]] = {
    "人": frozenset({"person", "piece"}),
    "人次": frozenset({"person", "case", "time"}),
    "元": frozenset({"money"}),
    "%": frozenset({"percent"}),
    "学时": frozenset({"hours"}),
    "通": frozenset({"call", "case", "time", "piece", "person"}),
}
_COUNTED = _COUNTS | {"zero", "bare"}


class RuleError(ValueError):
    """A rule file says something that cannot be: names the file, the entry and what to do."""


class Both(BaseModel):
    """Words needed on both sides at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    left: str
    right: str


class RuleEntry(BaseModel):
    """An entry of a rule file.

    ``left`` must end at the figure, ``right`` begin at it (either suffices), ``both`` needs the two at once.
    ``topic``: one of these must be in force. ``without``: must not occur in the clause. ``needs``: must
    occur in the
    sentence before or the clause after. ``unit``: unit classes other than the catalogue unit's own.
    ``members``: the indicator counts several things; a noun that names one of them makes the figure a part
    of it.
    ``joined``: the noun may be one of several that share the figure (建议、提案).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    topic: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    both: tuple[Both, ...] = ()
    without: str | None = None
    needs: str | None = None
    unit: tuple[str, ...] = ()
    joined: bool = False
    members: str | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words around a figure, as the passes before have cleaned them.

    ``left`` ends at the figure, ``right`` begins at it; ``clause`` and ``sentence`` are the text around it.
    """

    left: str
    right: str
    clause: str
    sentence: str
    unit_class: str
    topics: TopicsInForce


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule that fits a phrase. ``rest``: the words left over; ``used``: characters taken right."""

    indicator: str
    score: int
    rest: str
    used: int
    matched: str = ""
    member: str | None = None
    joined: bool = False


Pair = tuple[re.Pattern[str] | None, re.Pattern[str] | None]
"""An expression of a rule: what ends at the figure, what begins there; one of them may be wanting."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled entry."""

    indicator: Indicator
    entry: RuleEntry
    topic: frozenset[str]
    units: frozenset[str]
    pairs: tuple[Pair, ...]
    without: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    members: re.Pattern[str] | None

    def match(self, phrase: Phrase, pairs: Sequence[Pair] | None = None) -> Candidate | None:
        """Return how the rule fits the phrase; None where it does not. ``pairs``: the expressions to try."""
        if phrase.unit_class not in self.units:
            return None
        fit = phrase.topics.fit(self.topic) if self.topic else 0
        if self.topic and not fit:
            return None
        span = _span(phrase, self.pairs if pairs is None else pairs)
        if span is None:
            return None
        if self.without and self.without.search(phrase.clause):
            return None
        if self.needs and not self.needs.search(phrase.sentence):
            return None
        start, used = span
        score = (len(phrase.left) - start) * 2 + used * 2 + fit + self.entry.weight
        matched = phrase.left[start:]
        member = self._member(matched or phrase.right[:used])
        return Candidate(
            self.indicator.code, score, phrase.left[:start], used, matched, member, self.entry.joined
        )

    def _member(self, words: str) -> str | None:
        found = (
            list(dict.fromkeys(match.group() for match in self.members.finditer(words)))
            if self.members
            else []
        )
        return found[0] if len(found) == 1 else None


def _span(phrase: Phrase, pairs: Sequence[Pair]) -> tuple[int, int] | None:
    """Return where the longest match begins on the left and how far it reaches on the right."""
    best: tuple[int, int] | None = None
    width = len(phrase.left)
    for left, right in pairs:
        found = left.search(phrase.left) if left else None
        after = right.match(phrase.right) if right else None
        if (left and not found) or (right and not after):
            continue
        span = (found.start() if found else width, after.end() if after else 0)
        if best is None or width - span[0] + span[1] > width - best[0] + best[1]:
            best = span
    return best


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, compiled; RuleError names the file and entry of a mistake."""
    compiled = []
    seen: dict[str, str] = {}
    for file, code, raw in _entries():
        if code in seen:
            raise RuleError(f"{file}: {code} already stands in {seen[code]}; keep one entry per indicator")
        seen[code] = file
        compiled.append(_compiled(file, code, raw))
    return tuple(compiled)


@cache
def rules_version() -> str:
    """Return a short hash of all that decides what is read: the rules and the code of the passes."""
    digest = hashlib.sha256()
    package = resources.files(__package__)
    for folder in (package, package / "rules"):
        for source in sorted(
            (item for item in folder.iterdir() if item.is_file()), key=lambda item: item.name
        ):
            if source.name.endswith((".py", ".yaml")):
                digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()[:12]


def _entries() -> list[tuple[str, str, object]]:
    found = []
    folder = resources.files(__package__) / "rules"
    for source in sorted(
        (item for item in folder.iterdir() if item.name.endswith(".yaml")), key=lambda item: item.name
    ):
        if source.name == "lexicon.yaml":
            continue
        try:
            content = yaml.safe_load(source.read_text(encoding="utf-8")) or {}
        except yaml.YAMLError as error:
            raise RuleError(f"{source.name}: not valid YAML: {error}") from error
        found += [(source.name, code, raw) for code, raw in content.items()]
    return found


def _compiled(file: str, code: str, raw: object) -> Rule:
    indicator = indicators().get(code)
    if indicator is None:
        raise RuleError(
            f"{file}: {code} is not in catalogue/indicators.csv; correct the code or add it there"
        )
    try:
        entry = RuleEntry.model_validate(raw or {})
        unknown = set(entry.topic) - set(lexicon().topics)
        if unknown:
            raise ValueError(f"unknown topics {sorted(unknown)}; add them to lexicon.yaml")
        return Rule(
            indicator,
            entry,
            frozenset(entry.topic),
            frozenset(entry.unit) or _units(indicator),
            tuple(_pairs(entry)),
            re.compile(_expand(entry.without)) if entry.without else None,
            re.compile(_expand(entry.needs)) if entry.needs else None,
            re.compile(_expand(entry.members)) if entry.members else None,
        )
    except (ValueError, re.error) as error:
        raise RuleError(f"{file}: {code}: {error}") from error


def _pairs(entry: RuleEntry) -> Iterator[Pair]:
    for left in entry.left:
        yield re.compile(f"(?:{_expand(left)})$"), None
    for right in entry.right:
        yield None, re.compile(_expand(right))
    for both in entry.both:
        yield re.compile(f"(?:{_expand(both.left)})$"), re.compile(_expand(both.right))


def _units(indicator: Indicator) -> frozenset[str]:
    return _UNIT_CLASSES.get(indicator.unit, _COUNTED) | (
        frozenset({"bare"}) if indicator.kind != "rate" else frozenset()
    )


def _expand(pattern: str) -> str:
    words = lexicon().words

    def words_of(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise ValueError(f"<{match[1]}> is not in the words of lexicon.yaml")
        return "(?:" + "|".join(sorted(words[match[1]], key=len, reverse=True)) + ")"

    return _NAMED.sub(words_of, pattern)
