"""Why a quantity states no indicator: the fixed list of the account, reasons.yaml, in both languages.

Here belongs the loader. Which reason a quantity gets is decided by the pass that lets it go.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, TypeAdapter

from pipelines.catalogue import yaml_text


class Reason(BaseModel):
    """``mend``: whether a rule or a pass could make something of such a quantity."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    zh: str
    en: str
    mend: bool


@cache
def reasons() -> Mapping[str, Reason]:
    """Return every reason by its code."""
    text = (resources.files(__package__) / "reasons.yaml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, Reason]).validate_python(yaml_text.load(text))
