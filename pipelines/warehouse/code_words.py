"""The words for every code in the published tables, in both languages.

Here belongs gathering them: from labels.yaml, the catalogue and the account's list of reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipelines.catalogue import yaml_text
from pipelines.catalogue.problems import problem_codes
from pipelines.extraction.resolution.reasons import reasons


class Label(BaseModel):
    """What a code means, in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    zh: str
    en: str


@cache
def code_words() -> Mapping[str, Mapping[str, Label]]:
    """Return the words for every code in the published tables: by list (see labels.yaml), by code."""
    stated: dict[str, dict[str, Label]] = {}
    for package in ("pipelines.catalogue", "pipelines.warehouse"):
        text = (resources.files(package) / "labels.yaml").read_text(encoding="utf-8")
        stated |= TypeAdapter(dict[str, dict[str, Label]]).validate_python(yaml_text.load(text))
    # The account's own list holds, whatever else says.
    stated["reason"] = {code: Label(zh=known.zh, en=known.en) for code, known in reasons().items()}
    stated["problem"] = {
        code: Label(zh=known.zh.message, en=known.en.message) for code, known in problem_codes().items()
    }
    return stated
