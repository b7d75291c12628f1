"""Known errors of sources: what corrections.yaml says, read and checked.

Here belongs the loader. Applying an entry, with its guard, is the warehouse's business
(warehouse/correcting.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, model_validator

from pipelines.catalogue import yaml_text
from pipelines.model import Comparator, Measure, Status

CORRECTIONS_FILE = Path(__file__).with_name("corrections.yaml")


class CorrectionError(ValueError):
    """corrections.yaml is wrong, or a source no longer says what an entry expects of it."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Where(_Strict):
    """Which figure is meant: its report, by path under raw/ or by sha256, and the figure's key."""

    raw_path: str | None = None
    sha256: str | None = None
    indicator: str
    measure: Measure = Measure.LEVEL
    status: Status = Status.ACTUAL
    period: str
    breakdown: str | None = None

    @model_validator(mode="after")
    def _names_a_report(self) -> Self:
        if not (self.raw_path or self.sha256):
            raise ValueError("where: name the report by raw_path or sha256")
        return self


class Expect(_Strict):
    """What the source says; the run fails when it says otherwise."""

    value: float
    surface: str | None = None


class Override(_Strict):
    """What it should say; what is not named stays."""

    indicator: str | None = None
    measure: Measure | None = None
    status: Status | None = None
    period: str | None = None
    value: float | None = None
    unit: str | None = None
    comparator: Comparator | None = None


class Reason(_Strict):
    """Why, in both languages."""

    zh: str
    en: str


class Correction(_Strict):
    """One entry. ``drop`` removes the figure, ``override`` changes it, ``flag`` marks it as doubtful."""

    id: str
    action: Literal["drop", "override", "flag"]
    where: Where
    expect: Expect
    set: Override | None = None
    reason: Reason
    added_on: date

    @model_validator(mode="after")
    def _set_fits_action(self) -> Self:
        changes = self.set is not None and bool(self.set.model_fields_set)
        if changes != (self.action == "override"):
            raise ValueError("`set` belongs to action: override, and only there")
        return self

    @property
    def changes(self) -> Mapping[str, str | float]:
        """The columns that an override sets."""
        return {} if self.set is None else self.set.model_dump(mode="json", exclude_none=True)


def load_corrections(path: Path = CORRECTIONS_FILE) -> tuple[Correction, ...]:
    """Read a corrections file.

    Raises:
        CorrectionError: it is not valid; the message names the file and the place.
    """
    try:
        said = yaml_text.load(path.read_text(encoding="utf-8"))
        entries = TypeAdapter(tuple[Correction, ...]).validate_python(said or ())
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise CorrectionError(f"{path}: {error}") from error
    ids = [entry.id for entry in entries]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    if twice:
        raise CorrectionError(f"{path}: id used twice: {', '.join(twice)}")
    return entries
