"""What is expected of every observation, in words and in the arguments of Great Expectations.

Here belongs each expectation, with how bad a failure is. Not here: checking them (expectations.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipelines.catalogue.indicators import indicators
from pipelines.model import Comparator, Measure, Status
from pipelines.validation.results import Severity

_IN_SET, _BETWEEN = "ExpectColumnValuesToBeInSet", "ExpectColumnValuesToBeBetween"


@dataclass(frozen=True, slots=True)
class Expected:
    """An expectation: its name, its words, how bad a failure is, and its GX arguments."""

    name: str
    zh: str
    en: str
    severity: Severity
    kind: str
    arguments: dict[str, Any]

    @property
    def blocking(self) -> bool:
        """Whether a failure means that the tables themselves are wrong."""
        return self.severity == "error"


def _between(column: str, zh: str, en: str, low: float | None, high: float | None) -> Expected:
    arguments = {"column": column, "min_value": low, "max_value": high}
    return Expected(f"{column}_in_range", zh, en, "warn", _BETWEEN, arguments)


_RANGES = (
    _between("rate_level", "比率在 0 与 100 之间", "rates lie between 0 and 100", 0, 100),
    _between("count_level", "计数与金额不为负", "counts and amounts are not negative", 0, None),
    _between("share", "占比在 0 与 100 之间", "shares lie between 0 and 100", 0, 100),
    _between("change", "降幅不超过 100%", "nothing falls by more than 100 %", -100, None),
    _between("years_from_report", "时期与报告年度相距合理", "periods are near the report's year", -30, 15),
)
_PLAUSIBLE = (
    Expected(
        "figure_key_unique",
        "同一报告内同一数字只有一行",
        "a report's figure stands in one row",
        "warn",
        _BETWEEN,
        {"column": "repeats", "max_value": 0},
    ),
    Expected(
        "unit_allowed",
        "单位与指标目录相符",
        "units are those of the catalogue",
        "warn",
        "ExpectColumnPairValuesToBeEqual",
        {"column_A": "unit", "column_B": "unit_expected", "ignore_row_if": "either_value_is_missing"},
    ),
    Expected(
        "region_known",
        "报告的地区已知",
        "the report's region is known",
        "warn",
        _IN_SET,
        {"column": "region_known", "value_set": [1]},
    ),
    Expected(
        "region_valid_in_year",
        "地区在报告年度存在",
        "the region exists in the report's year",
        "warn",
        _IN_SET,
        {"column": "region_valid", "value_set": [1]},
    ),
)


def expected_of_observations() -> Iterator[Expected]:
    """Errors block: they mean that the tables themselves are wrong. Warnings mean that a figure may be."""
    yield from _structure()
    yield from _RANGES
    yield from _PLAUSIBLE


def _structure() -> Iterator[Expected]:
    lists = {
        "indicator": list(indicators()),
        "measure": [each.value for each in Measure],
        "status": [each.value for each in Status],
        "comparator": [each.value for each in Comparator],
    }
    for column, values in lists.items():
        yield Expected(
            f"{column}_known",
            f"{column} 属于代码表",
            f"{column} is in its code list",
            "error",
            _IN_SET,
            {"column": column, "value_set": values},
        )
    yield Expected(
        "period_well_formed",
        "时期形如 2024 或 2021/2025",
        "periods look like 2024 or 2021/2025",
        "error",
        "ExpectColumnValuesToMatchRegex",
        {"column": "period", "regex": r"^(?:19|20)\d\d(?:/(?:19|20)\d\d)?$"},
    )


def expectation_names() -> tuple[tuple[str, bool], ...]:
    """Return the name of every expectation and whether it blocks; cheap, for declaring checks."""
    return tuple((each.name, each.blocking) for each in expected_of_observations())


def expectation_words() -> Mapping[str, str]:
    """Return what every expectation says, by its name."""
    return {each.name: f"{each.zh} / {each.en}" for each in expected_of_observations()}
