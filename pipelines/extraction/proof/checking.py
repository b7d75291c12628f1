"""The rules' own proof: example sentences with the rows they must give, and sentences that must give none.

Here belongs reading examples/*.yaml and comparing. An example is read as the body of an invented county's
report of 2023, so a rule is tried with all the passes around it, as it will be in use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from pipelines.catalogue import yaml_text
from pipelines.catalogue.indicators import indicators
from pipelines.catalogue.regions import Regions
from pipelines.extraction.engine import Context, extract
from pipelines.extraction.rules.rule import RuleError
from pipelines.extraction.rules.rule_files import rules
from pipelines.model import Document, Observation

_TITLE = "示例县人民政府关于2023年度法治政府建设情况的报告"


class Row(BaseModel):
    """A row that an example must give."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    value: float
    measure: str = "level"
    status: str = "actual"
    period: str = "2023"
    breakdown: str | None = None
    comparator: str = "="


class Example(BaseModel):
    """``rows``: all the rows of this indicator that ``text`` states."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str
    rows: tuple[Row, ...]


class Examples(BaseModel):
    """The examples of one indicator; ``negative``: near misses that must give no row of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    positive: tuple[Example, ...] = ()
    negative: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a rule's examples; ``text`` is the sentence, '' where there is none."""

    indicator: str
    what: str
    text: str = ""


@cache
def examples() -> Mapping[str, Examples]:
    """Return the examples of the project by indicator."""
    return read_examples(resources.files("pipelines.extraction") / "examples")


def read_examples(folder: Traversable) -> Mapping[str, Examples]:
    """Return the examples of a folder by indicator.

    Raises:
        RuleError: a file says something that cannot be; the message names the file and what to correct.
    """
    found: dict[str, Examples] = {}
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".yaml")), key=lambda i: i.name)
    for source in files:
        try:
            raw = yaml_text.load(source.read_text(encoding="utf-8")) or {}
            entries = TypeAdapter(dict[str, Examples]).validate_python(raw)
        except (yaml.YAMLError, ValidationError) as error:
            raise RuleError(f"examples/{source.name}: {error}; correct it there") from error
        for code, entry in entries.items():
            if code not in indicators() or code in found:
                raise RuleError(
                    f"examples/{source.name}: {code} is unknown or stands twice; correct or merge it"
                )
            found[code] = entry
    return found


def check_indicator(code: str) -> Iterator[Finding]:
    """Yield what the examples of one indicator find wrong."""
    entry = examples().get(code, Examples())
    for example in entry.positive:
        wanted = sorted(
            (row.measure, row.status, row.period, row.breakdown or "", row.value, row.comparator)
            for row in example.rows
        )
        given = sorted(
            (row.measure, row.status, row.period, row.breakdown or "", row.value, row.comparator)
            for row in _read(example.text, code)
        )
        if wanted != given:
            yield Finding(code, f"wanted {wanted}, read {given}", example.text)
    for text in entry.negative:
        stated = [(row.value, str(row.measure)) for row in _read(text, code)]
        if stated:
            yield Finding(code, f"must state nothing, read {stated}", text)


def check(*, least_positive: int = 3, least_negative: int = 2) -> list[Finding]:
    """Return every finding over the whole catalogue: failing examples, and rules with too few of them."""
    ruled = {rule.indicator.code for rule in rules()}
    findings: list[Finding] = []
    for code in indicators():
        if code not in ruled:
            findings.append(Finding(code, "has no rule"))
        entry = examples().get(code, Examples())
        if len(entry.positive) < least_positive or len(entry.negative) < least_negative:
            findings.append(
                Finding(
                    code, f"has {len(entry.positive)} positive and {len(entry.negative)} negative examples"
                )
            )
        findings += check_indicator(code)
    return findings


@cache
def _regions() -> Regions:
    return Regions.load(None)


def example_document(text: str) -> Document:
    """Return an example as the body of the report that all examples stand in."""
    return Document(f"{_TITLE}\n\n{text}", "text/1", "text/plain")


def _read(text: str, code: str) -> list[Observation]:
    extraction = extract(example_document(text), Context(_regions(), "example"))
    return [row for row in extraction.observations if row.indicator == code]
