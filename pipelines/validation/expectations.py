"""What is expected of every observation, checked with Great Expectations.

Here belong the expectations and how their results become records. Not here: making the frame (the warehouse
does), and arithmetic between figures (identities).

Great Expectations takes three seconds to import, so it is imported inside the function, with its progress
bars and its analytics off, on an ephemeral context: nothing is written anywhere. ``checker`` lets another
process do so while this one has other work.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from pipelines.catalogue.indicators import indicators
from pipelines.model import Comparator, Measure, Status
from pipelines.processes import fresh_workers
from pipelines.validation.results import CheckResult, Severity

if TYPE_CHECKING:
    import pandas as pd

# The columns of the frame that is checked. Its lines are groups of observations that are alike in everything
# that is listed here, two lines a group: the one with the smallest value and the one with the largest.
# Whatever holds for both holds for all, so a million observations are checked in a few thousand lines.
# `rate_level`, `share`, `change` and `count_level` hold the value where the group is of that sort and null
# elsewhere; nulls meet every expectation. `rows`: observations in the group; `repeats`: those that repeat
# another one's key.
FRAME_COLUMNS = (
    "observation_id",
    "indicator",
    "measure",
    "status",
    "comparator",
    "period",
    "unit",
    "unit_expected",
    "rate_level",
    "count_level",
    "share",
    "change",
    "years_from_report",
    "region_known",
    "region_valid",
    "repeats",
    "rows",
    "group",
)
_SAMPLE = 5
_IN_SET = "ExpectColumnValuesToBeInSet"


@dataclass(frozen=True, slots=True)
class _Expected:
    """An expectation: its name, its words, how bad a failure is, and its GX arguments."""

    name: str
    zh: str
    en: str
    severity: Severity
    kind: str
    arguments: dict[str, Any]

    @property
    def blocking(self) -> bool:
        return self.severity == "error"


def _expected() -> Iterator[_Expected]:
    """Errors block: they mean that the tables themselves are wrong. Warnings mean that a figure may be."""
    yield from _structure()
    yield from _plausible()


def _structure() -> Iterator[_Expected]:
    lists = {
        "indicator": list(indicators()),
        "measure": [each.value for each in Measure],
        "status": [each.value for each in Status],
        "comparator": [each.value for each in Comparator],
    }
    for column, values in lists.items():
        yield _Expected(
            f"{column}_known",
            f"{column} 属于代码表",
            f"{column} is in its code list",
            "error",
            _IN_SET,
            {"column": column, "value_set": values},
        )
    yield _Expected(
        "period_well_formed",
        "时期形如 2024 或 2021/2025",
        "periods look like 2024 or 2021/2025",
        "error",
        "ExpectColumnValuesToMatchRegex",
        {"column": "period", "regex": r"^(?:19|20)\d\d(?:/(?:19|20)\d\d)?$"},
    )


def _plausible() -> Iterator[_Expected]:
    between = "ExpectColumnValuesToBeBetween"
    yield _Expected(
        "figure_key_unique",
        "同一报告内同一数字只有一行",
        "a report's figure stands in one row",
        "warn",
        between,
        {"column": "repeats", "max_value": 0},
    )
    ranges: tuple[tuple[str, str, str, float | None, float | None], ...] = (
        ("rate_level", "比率在 0 与 100 之间", "rates lie between 0 and 100", 0, 100),
        ("count_level", "计数与金额不为负", "counts and amounts are not negative", 0, None),
        ("share", "占比在 0 与 100 之间", "shares lie between 0 and 100", 0, 100),
        ("change", "降幅不超过 100%", "nothing falls by more than 100 %", -100, None),
        ("years_from_report", "时期与报告年度相距合理", "periods are near the report's year", -30, 15),
    )
    for column, zh, en, low, high in ranges:
        yield _Expected(
            f"{column}_in_range",
            zh,
            en,
            "warn",
            between,
            {"column": column, "min_value": low, "max_value": high},
        )
    yield _Expected(
        "unit_allowed",
        "单位与指标目录相符",
        "units are those of the catalogue",
        "warn",
        "ExpectColumnPairValuesToBeEqual",
        {"column_A": "unit", "column_B": "unit_expected", "ignore_row_if": "either_value_is_missing"},
    )
    yield _Expected(
        "region_known",
        "报告的地区已知",
        "the report's region is known",
        "warn",
        _IN_SET,
        {"column": "region_known", "value_set": [1]},
    )
    yield _Expected(
        "region_valid_in_year",
        "地区在报告年度存在",
        "the region exists in the report's year",
        "warn",
        _IN_SET,
        {"column": "region_valid", "value_set": [1]},
    )


def expectation_names() -> tuple[tuple[str, bool], ...]:
    """Return the name of every expectation and whether it blocks; cheap, for declaring checks."""
    return tuple((each.name, each.blocking) for each in _expected())


def expectation_words() -> Mapping[str, str]:
    """Return what every expectation says, by its name."""
    return {each.name: f"{each.zh} / {each.en}" for each in _expected()}


Check = Callable[[pl.DataFrame], tuple[CheckResult, ...]]


@contextmanager
def checker() -> Iterator[Check]:
    """Yield check_frame, to be run by a process that loads Great Expectations meanwhile.

    Where it is loaded already there is nothing to save, and the check runs here.
    """
    if "great_expectations" in sys.modules:
        yield check_frame
        return
    with fresh_workers(1, _load) as worker:
        worker.submit(int)  # a worker starts with its first task

        def check(groups: pl.DataFrame) -> tuple[CheckResult, ...]:
            results = worker.submit(check_frame, groups).result()
            worker.shutdown(wait=False)
            return results

        yield check


def _load() -> None:
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations  # noqa: F401


def check_frame(groups: pl.DataFrame) -> tuple[CheckResult, ...]:
    """Check observations.

    Args:
        groups: the groups of observations, with FRAME_COLUMNS.

    Returns:
        One result per expectation, in a fixed order.
    """
    _load()
    import great_expectations as gx
    from great_expectations import expectations as catalogue
    from great_expectations.core.expectation_suite import ExpectationSuite

    frame = groups.select(FRAME_COLUMNS).to_pandas(use_pyarrow_extension_array=True)
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    batch = (
        context.data_sources.add_pandas("warehouse")
        .add_dataframe_asset("observation")
        .add_batch_definition_whole_dataframe("all")
        .get_batch({"dataframe": frame})
    )
    expected = tuple(_expected())
    suite = ExpectationSuite(name="observation")
    for each in expected:
        suite.add_expectation(getattr(catalogue, each.kind)(**each.arguments, meta={"name": each.name}))
    outcome = batch.validate(
        suite,
        result_format={"result_format": "COMPLETE", "partial_unexpected_count": _SAMPLE},
    )
    found = {result.expectation_config.meta["name"]: result for result in outcome.results}
    return tuple(_record(each, found[each.name], frame) for each in expected)


def _record(expected: _Expected, result: Any, frame: pd.DataFrame) -> CheckResult:
    raised = [info for info in _exceptions(result.exception_info) if info.get("raised_exception")]
    if raised:
        raise RuntimeError(f"{expected.name}: {raised[0]['exception_traceback']}")
    details = result.result or {}
    lines = frame.loc[sorted(set(details.get("unexpected_index_list") or []))]
    among = int(lines.drop_duplicates("group")["rows"].sum())
    unexpected = dict.fromkeys(str(value) for value in details.get("partial_unexpected_list") or [])
    said = "、".join(list(unexpected)[:_SAMPLE])
    message = f"{expected.zh} / {expected.en}"
    if not result.success:
        message += f"：{among} 个观测值中有不符 / not so among {among} observations, e.g. {said}"
    return CheckResult(
        name=expected.name,
        passed=bool(result.success),
        severity=expected.severity,
        blocking=expected.blocking,
        rows_checked=int(frame.drop_duplicates("group")["rows"].sum()),
        rows_failed=among,
        sample=tuple(lines["observation_id"].drop_duplicates().iloc[:_SAMPLE].astype(str)),
        message=message,
    )


def _exceptions(info: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """GX gives either one exception_info or one per metric."""
    if "raised_exception" in info:
        yield info
    else:
        yield from (each for each in info.values() if isinstance(each, dict))
