"""The staging assets: what was read of each report, by report year.

Here belong the assets over staging Parquet. Not here: how files are read or figures found (pipelines).
"""

# No `from __future__ import annotations` here: Dagster looks at the annotations themselves.

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import dagster as dg

from assets.checks import REPORT_CHECKS, TEXT_CHECKS, ProblemCheck, judge, specs
from assets.faults import said_plainly
from assets.metadata import frame_schema, preview, problem_table, stage_counts
from assets.partitions import ONE_RUN, REPORT_YEARS
from assets.raw import POOL, RawFolder, look, partitions_of_run, report_files
from assets.resources import Folders
from pipelines.reporting import Reporter
from pipelines.warehouse.frames import SCHEMAS, Kind
from pipelines.warehouse.records import StageSummary
from pipelines.warehouse.staging import Progress, Staging, stage_documents, stage_observations
from pipelines.warehouse.staging import preview as staged_rows

Stage = Callable[[str, RawFolder, Staging, Progress], StageSummary]


def _shared(name: str, kind: Kind, checks: tuple[ProblemCheck, ...]) -> dict[str, Any]:
    """What the staging assets have in common."""
    return {
        "group_name": "staging",
        "partitions_def": REPORT_YEARS,
        "backfill_policy": ONE_RUN,
        "pool": POOL,
        "kinds": {"polars", "parquet"},
        "owners": ["team:fazhi"],
        "check_specs": specs(name, checks),
        "metadata": {"dagster/column_schema": frame_schema(SCHEMAS[kind])},
    }


# mypy cannot follow the shared keywords, here and below.
@dg.asset(  # type: ignore[untyped-decorator]
    **_shared("report_documents", "documents", TEXT_CHECKS),
    deps=[report_files],
    description=(
        "每份报告的文字与表格；文件未变则不再读取。\n\n"
        "The text and tables of each report. An unchanged file is not read twice; a bad one costs itself."
    ),
)
def report_documents(
    context: dg.AssetExecutionContext, folders: Folders, reporter: dg.ResourceParam[Reporter]
) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Read the files of the run's years."""
    with said_plainly():
        return _stage_all(context, folders, reporter, "documents", _read, TEXT_CHECKS)


@dg.asset(  # type: ignore[untyped-decorator]
    **_shared("report_observations", "observations", REPORT_CHECKS),
    deps=[report_documents],
    description=(
        "从每份报告中提取的数字及其出处；规则变动时重新提取，不重新读取文件。\n\n"
        "Every figure found in each report with the characters it was read from. A changed rule extracts "
        "again, from the kept text."
    ),
)
def report_observations(
    context: dg.AssetExecutionContext, folders: Folders, reporter: dg.ResourceParam[Reporter]
) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Find the figures in the documents of the run's years."""
    with said_plainly():
        return _stage_all(context, folders, reporter, "observations", _extract, REPORT_CHECKS)


def _read(partition: str, seen: RawFolder, staging: Staging, progress: Progress) -> StageSummary:
    return stage_documents(seen.of(partition), partition, staging, progress=progress)


def _extract(partition: str, seen: RawFolder, staging: Staging, progress: Progress) -> StageSummary:
    return stage_observations(partition, staging, seen.regions, progress=progress)


def _stage_all(
    context: dg.AssetExecutionContext,
    folders: Folders,
    reporter: Reporter,
    kind: Kind,
    stage: Stage,
    checks: tuple[ProblemCheck, ...],
) -> dg.MaterializeResult[None]:
    """Take every partition of the run through a step; say of each year, and of the whole, what came of it."""
    staging = Staging.of(Path(folders.warehouse))
    seen = look(context.run_id, Path(folders.raw), Path(folders.warehouse), reporter)
    summaries = []
    for partition in partitions_of_run(context):
        summary = stage(partition, seen, staging, partial(reporter.progress, kind, partition))
        reporter.staged(kind, summary)
        summaries.append(summary)
        if partition in context.partition_keys:
            context.add_asset_metadata(stage_counts([summary]), partition_key=partition)
        for note in summary.notes:
            context.log.warning(note)
    problems = [problem for summary in summaries for problem in summary.problems]
    filled = [summary.partition for summary in summaries if summary.rows] or [summaries[0].partition]
    return dg.MaterializeResult(
        metadata={
            "preview": preview(staged_rows(kind, filled[-1], staging)),
            "problems": problem_table(problems),
        },
        check_results=judge(context.asset_key, checks, problems),
    )
