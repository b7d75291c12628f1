"""The rules: which words beside a figure state which indicator.

Here belong the entry of a rule file and matching one phrase. Not here: reading the files (rule_files.py), and
what a phrase is in its text (measure, period, whole or part); that is settled before a rule is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from pipelines.catalogue.indicators import Indicator
from pipelines.extraction.rules.plain_sentences import plainly
from pipelines.extraction.topics.in_force import TopicsInForce

# Under a heading of 复议 or 应诉, 行政处罚 or 信息公开 name what a case is about, not what was done.
BANNED: Mapping[str, tuple[str, ...]] = {
    "reconsideration": ("enforcement", "disclosure", "petition", "mediation", "service", "legal_service"),
    "litigation": ("enforcement", "disclosure", "petition", "service"),
}
# What is done of one's own accord, and what deputies ask for, is never what a case is about.
NO_KIND = frozenset({"disclosure.proactive_items", "disclosure.proposals", "enforcement.case_files_reviewed"})


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
    ``topic``: one of these must be in force. ``without``: must not occur in the figure's own words.
    ``needs``: must occur in the sentence before or the clause after; ``unless``: none of these may.
    ``unit``: unit classes other than those of the catalogue's unit.
    ``members``: the indicator counts several things; a noun that names one of them makes the figure a part
    of it, where another figure of the code names another or none.
    ``part``: words that name the part which the figure counts, whatever else is told (检查网吧204家次).
    ``joined``: the noun may be one of several that share the figure (建议、提案).
    ``narrow``: the words may tell less than all (发布政府动态类信息); a plainer figure stands before it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    topic: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    both: tuple[Both, ...] = ()
    without: str | None = None
    needs: str | None = None
    unless: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    joined: bool = False
    members: str | None = None
    part: str | None = None
    narrow: bool = False
    weight: int = 0


# What a rule leaves over ends so where its noun is one of several that share the figure.
COORDINATE = re.compile(r"(?:(?<![一二三四五六七八九十])、|[和或]|(?<!参)与|或者|(?<![涉普惠波危])及|\(含)$")
_NEXT = re.compile(r"[，。；、：\d]|\((?:含|其中|包括)")
_OWN_RIGHT = 24


class Phrase(NamedTuple):
    """The words around a figure, as the passes before have cleaned them.

    ``left`` ends at the figure, ``right`` begins at it; ``sentence`` is the text around it. ``told``: the
    domain that the sentence has told of last, None where that is not known.
    """

    left: str
    right: str
    sentence: str
    unit: str
    unit_class: str
    topics: TopicsInForce
    told: str | None = None

    @property
    def own(self) -> str:
        """The figure's own words with a 0 in its place; those of the next in a list are not its own."""
        end = _NEXT.search(self.right)
        after = self.right[: end.start() if end else None][:_OWN_RIGHT]
        return f"{self.left}0{self.unit}{after}"


class Candidate(NamedTuple):
    """A rule that fits a phrase. ``rest``: the words left over; ``used``: characters taken right."""

    indicator: str
    score: int
    rest: str
    used: int
    matched: str = ""
    member: str | None = None
    joined: bool = False
    part: str | None = None
    narrow: bool = False


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
    unless: re.Pattern[str] | None
    members: re.Pattern[str] | None
    part: re.Pattern[str] | None

    def candidate(self, phrase: Phrase, start: int, used: int, own: str | None = None) -> Candidate | None:
        """Return the rule with the words that it takes: from ``start`` on the left, ``used`` on the right.

        None where words stand beside that it bars, or others are wanting. ``own``: the phrase's own words,
        where they are known.
        """
        if self.without and self.without.search(phrase.own if own is None else own):
            return None
        if self.needs and not (
            self.needs.search(phrase.sentence) or self.needs.search(plainly(phrase.sentence))
        ):
            return None
        if self.unless and self.unless.search(phrase.sentence):
            return None
        fit = phrase.topics.fit(self.topic) if self.topic else 0
        matched = phrase.left[start:]
        behind = phrase.right[:used]
        part = (self.part.search(matched) or self.part.search(behind)) if self.part else None
        return Candidate(
            self.indicator.code,
            (len(matched) + used) * 2 + fit + self.entry.weight,
            phrase.left[:start],
            used,
            matched,
            self._member(phrase.left if matched else behind) if self.members else None,
            self.entry.joined,
            part[0] if part else None,
            self.entry.narrow,
        )

    def _member(self, words: str) -> str | None:
        found = {match.group() for match in self.members.finditer(words)} if self.members else set()
        return found.pop() if len(found) == 1 else None
