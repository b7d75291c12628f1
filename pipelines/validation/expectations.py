"""Checking with Great Expectations what is expected of every observation.

Here belong its run and how its results become records. Not here: what is expected (expected.py), making
the frame (the warehouse does), and arithmetic between figures (identities).

Great Expectations takes three seconds to import, so it is imported inside the function, with its progress
bars and its analytics off, on an ephemeral context: nothing is written anywhere. ``checker`` lets another
process do so while this one has other work.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import polars as pl

from pipelines.processes import fresh_workers
from pipelines.validation.expected import Expected, expected_of_observations
from pipelines.validation.results import CheckResult

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
    expected = tuple(expected_of_observations())
    suite = ExpectationSuite(name="observation")
    for each in expected:
        suite.add_expectation(getattr(catalogue, each.kind)(**each.arguments, meta={"name": each.name}))
    outcome = batch.validate(
        suite,
        result_format={"result_format": "COMPLETE", "partial_unexpected_count": _SAMPLE},
    )
    found = {result.expectation_config.meta["name"]: result for result in outcome.results}
    return tuple(_record(each, found[each.name], frame) for each in expected)


def _record(expected: Expected, result: Any, frame: pd.DataFrame) -> CheckResult:
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
