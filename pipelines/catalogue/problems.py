"""The fixed list of problem codes with what each means and what to do; stated in problems.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipelines.catalogue import yaml_text


class Wording(BaseModel):
    """A problem in one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    message: str
    remedy: str


class ProblemCode(BaseModel):
    """``failed``: the file gives no observations; ``warning``: it was read all the same."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    severity: Literal["failed", "warning"]
    zh: Wording
    en: Wording


@cache
def problem_codes() -> Mapping[str, ProblemCode]:
    """Return every problem code with its wording."""
    text = (resources.files(__package__) / "problems.yaml").read_text(encoding="utf-8")
    return MappingProxyType(TypeAdapter(dict[str, ProblemCode]).validate_python(yaml_text.load(text)))
