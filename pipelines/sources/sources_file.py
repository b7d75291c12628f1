"""raw/sources.yaml: where reports are published, as a person lists them.

Here belong its schema and its loader. Fetching what it lists is pull.py's.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError, field_validator, model_validator

from pipelines.sources.origin import Code, Year, faults, load_strings


class SourcesError(ValueError):
    """sources.yaml is not what docs/sources.md describes; the message names entry, field and fault."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    address: HttpUrl
    region: Code
    publisher: str | None = None
    enabled: bool = True
    private_hosts: tuple[str, ...] = ()
    """Hosts with a private or loopback address that this entry may lead to; others are refused."""


class ReportSource(_Entry):
    """A report that is published at an address of its own."""

    year: Year
    title: str | None = None


class IndexSource(_Entry):
    """A page whose links lead to a year's reports.

    ``link_text``: a regular expression that the text of a report's link must hold; where it has a group named
    ``year``, that group is the report's year, else ``year`` must be given.
    """

    link_text: str
    year: Year | None = None
    pages: Annotated[int, Field(ge=1, le=50)] = 1

    @field_validator("link_text")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"not a regular expression: {error}") from error
        return pattern

    @model_validator(mode="after")
    def _tells_the_year(self) -> Self:
        if self.year is None and "year" not in re.compile(self.link_text).groupindex:
            raise ValueError("needs either year or a group (?P<year>…) in link_text")
        return self


class Sources(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reports: tuple[ReportSource, ...] = ()
    indexes: tuple[IndexSource, ...] = ()

    @model_validator(mode="after")
    def _lists_an_address_once(self) -> Self:
        addresses = Counter(str(entry.address) for entry in (*self.reports, *self.indexes))
        twice = [address for address, times in addresses.items() if times > 1]
        if twice:
            raise ValueError(f"listed more than once: {', '.join(twice)}")
        return self

    def enabled(self) -> tuple[ReportSource | IndexSource, ...]:
        """Return the entries that are switched on."""
        reports = [entry for entry in self.reports if entry.enabled]
        return (*reports, *(entry for entry in self.indexes if entry.enabled))


def read_sources(file: Path) -> Sources:
    """Return what sources.yaml lists; a missing or empty file lists nothing.

    Raises:
        SourcesError: the file is not YAML or an entry is wrong.
    """
    try:
        content = load_strings(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Sources()
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        fault = " ".join(str(error).split())
        raise SourcesError(f"{file}: 不是有效的 YAML not valid YAML: {fault}") from error
    try:
        return Sources.model_validate(content or {})
    except ValidationError as error:
        raise SourcesError(f"{file}: {faults(error)}") from error
