"""Topics and shared words of the rules, from lexicon.yaml.

Here belongs the loader. Which topic is in force at a place of the text is topics/in_force.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from pipelines.catalogue import yaml_text


class TopicEntry(BaseModel):
    """The words that name a topic; ``subject``: it rules the sentence that it opens."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    subject: bool = False


class Fate(BaseModel):
    """What becomes of a thing: ``of``, the indicators that count it, and ``told``, those of its fates."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    of: tuple[str, ...]
    told: tuple[str, ...]

    @property
    def outcomes(self) -> frozenset[str]:
        """The fates that count no such things themselves: 维持 of cases, not 受理."""
        return frozenset(self.told) - frozenset(self.of)


class Lexicon(BaseModel):
    """lexicon.yaml.

    ``sums``: the indicators that a total adds up; ``kinds``: those of its kinds, by what a list calls them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    topics: Mapping[str, TopicEntry]
    words: Mapping[str, tuple[str, ...]]
    sums: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Mapping[str, str]]
    fates: Mapping[str, Fate]
    bodies: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """Return the shared lexicon."""
    text = (resources.files(__package__) / "lexicon.yaml").read_text(encoding="utf-8")
    return Lexicon.model_validate(yaml_text.load(text))
