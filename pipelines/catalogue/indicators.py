"""The indicators: codes, names, units and definitions, each stated once in indicators.csv.

Here belongs the loader. How an indicator is recognised in a text stands in extraction/rules/.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of indicators.csv. ``kind``: count, amount (元) or rate (%)."""

    code: str
    name_zh: str
    name_en: str
    domain: str
    kind: Literal["count", "amount", "rate"]
    unit: str
    definition_zh: str


@cache
def indicators() -> Mapping[str, Indicator]:
    """Return all indicators by code, in the order of the catalogue."""
    source = resources.files(__package__) / "indicators.csv"
    with source.open(encoding="utf-8") as lines:
        rows = [Indicator(**row) for row in csv.DictReader(lines)]  # type: ignore[arg-type]
    return MappingProxyType({row.code: row for row in rows})
