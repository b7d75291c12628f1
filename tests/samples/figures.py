"""The figures of the invented districts: series_*.csv, and the rates computed from them.

Here belongs the data alone; how a report words a figure stands in compose.py.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the years: its name in wording.yaml, its indicator, its unit as counted."""

    name: str
    indicator: str
    unit: str
    values: dict[int, float]


@cache
def load_yaml(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@cache
def series_of(district: str) -> dict[str, Series]:
    """Return every series of a district by name, the rates included."""
    with (HERE / f"series_{district}.csv").open(encoding="utf-8", newline="") as lines:
        found = {row["name"]: _series(row) for row in csv.DictReader(lines)}
    for name, rate in load_yaml("rates.yaml").items():
        part, whole = found[rate["part"]].values, found[rate["whole"]].values
        values = {year: round(100 * part[year] / whole[year], rate["digits"]) for year in part}
        found[name] = Series(name, rate["indicator"], "%", values)
    return found


def _series(row: dict[str, str]) -> Series:
    values = {int(year): float(value) for year, value in row.items() if year.isdigit()}
    return Series(row["name"], row["indicator"], row["unit"], values)
