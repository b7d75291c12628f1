"""The arithmetic that must hold: identities.yaml, read and checked.

Here belongs the loader with the types of identity. Evaluating them is in arithmetic.py (inside a report) and
comparisons.py (a figure against another statement of the same thing).
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from pipelines.catalogue import yaml_text
from pipelines.catalogue.indicators import indicators


def _known(code: str) -> str:
    if code not in indicators():
        raise ValueError(f"{code} is not in indicators.csv")
    return code


Code = Annotated[str, AfterValidator(_known)]


class _Identity(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    zh: str
    en: str


class Rate(_Identity):
    """``rate`` = 100 × ``part`` ÷ ``whole``.

    ``whole`` lists what reports divide by, each a sum of codes; the one that fits is taken as meant. A
    failure needs the first of them, which is the definition's. ``at_least``: the rate counts more than
    ``part``, so that it may be higher than the arithmetic gives, not lower.
    """

    type: Literal["rate"]
    rate: Code
    part: Code
    whole: tuple[tuple[Code, ...], ...] = Field(min_length=1)
    at_least: bool = False


class Sum(_Identity):
    """``total`` = the sum of ``parts``; checked only where all parts are stated."""

    type: Literal["sum"]
    total: Code
    parts: tuple[Code, ...] = Field(min_length=2)


class AtMost(_Identity):
    """The sum of those ``parts`` that are stated ≤ the sum of ``whole``, all of which must be stated."""

    type: Literal["at_most"]
    parts: tuple[Code, ...] = Field(min_length=1)
    whole: tuple[Code, ...] = Field(min_length=1)


class General(_Identity):
    """Holds for every indicator; what it compares follows from its type.

    change_pct, change_abs: a stated change against the two years' values in the same report; change_pair: a
    stated per cent against the stated amount of change; share: 占比 against the part and the whole;
    part_of_whole: a part ≤ the whole; previous_year: last year's value as quoted, against last year's report;
    change_across: a stated change against last year's report; stated_twice: one figure stated twice in a
    report.
    """

    type: Literal[
        "change_pct",
        "change_abs",
        "change_pair",
        "share",
        "part_of_whole",
        "previous_year",
        "change_across",
        "stated_twice",
    ]


Kind = Rate | Sum | AtMost | General
Identity = Annotated[Kind, Field(discriminator="type")]


class IdentityError(ValueError):
    """identities.yaml is wrong."""


@cache
def identities() -> tuple[Kind, ...]:
    """Return all identities.

    Raises:
        IdentityError: the file is not valid, or an id stands twice.
    """
    source = resources.files("pipelines.catalogue") / "identities.yaml"
    try:
        said = yaml_text.load(source.read_text(encoding="utf-8"))
        loaded: tuple[Kind, ...] = TypeAdapter(tuple[Identity, ...]).validate_python(said)
    except (yaml.YAMLError, ValueError) as error:
        raise IdentityError(f"identities.yaml: {error}") from error
    ids = [identity.id for identity in loaded]
    if len(set(ids)) < len(ids):
        raise IdentityError(f"identities.yaml: id used twice: {sorted({i for i in ids if ids.count(i) > 1})}")
    return loaded
