"""The words of the grammar: unit classes and the named word lists of grammar.yaml, as expressions.

Here belongs the loader. What the passes make of the words stands in the passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from pipelines.catalogue import yaml_text


class Grammar(BaseModel):
    """grammar.yaml: unit classes with their units, and named lists of words (regular expressions allowed)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    units: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]


@cache
def grammar() -> Grammar:
    """Return the grammar's words."""
    text = (resources.files(__package__) / "grammar.yaml").read_text(encoding="utf-8")
    return Grammar.model_validate(yaml_text.load(text))


def any_of(name: str) -> str:
    """Return an expression for any word of a list, the longest first."""
    return "|".join(sorted(grammar().words[name], key=len, reverse=True))
