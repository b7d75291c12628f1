"""The report files as received.

Here belongs the asset of the raw folder and the one look at it that a run takes. Not here: reading the files
(staging.py). Nothing is listed when this module is imported.
"""

# No `from __future__ import annotations` here: Dagster looks at the annotations themselves.

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import dagster as dg
import polars as pl

from assets.faults import said_plainly
from assets.metadata import preview, problem_table
from assets.partitions import ONE_RUN, REPORT_YEARS
from assets.resources import Folders
from pipelines.catalogue.regions import Regions
from pipelines.reporting import Reporter
from pipelines.sources.pull import OFFLINE, PullReport, pull
from pipelines.sources.scan import RawFile, scan
from pipelines.sources.sources_file import read_sources
from pipelines.warehouse.staging import Staging, assign_partitions
from pipelines.warehouse.store import OTHER

POOL = "warehouse"


@dataclass(frozen=True)
class RawFolder:
    """The raw folder as one run sees it: its files, where each is staged, the regions it may add.

    ``read``: files that had to be read to know their year.
    """

    files: tuple[RawFile, ...]
    read: int
    partition_of: Mapping[str, str]
    regions: Regions

    def of(self, partition: str) -> tuple[RawFile, ...]:
        """Return the files of a partition."""
        return tuple(file for file in self.files if self.partition_of[file.relative] == partition)


@lru_cache(maxsize=1)
def look(run_id: str, raw: Path, warehouse: Path, reporter: Reporter) -> RawFolder:
    """Scan the raw folder, once for all the steps of a run.

    Args:
        run_id: the run that looks; another run looks anew.
        raw: the raw folder; its regions.csv, if any, adds places to the official list.
        warehouse: the warehouse folder, whose staging keeps the files that had to be read to know their year.
        reporter: told of that reading.

    Raises:
        RawFolderMissing: there is no such folder.
    """
    files = scan(raw)
    regions = Regions.load(raw / "regions.csv")
    read = 0

    def progress(done: int, total: int) -> None:
        nonlocal read
        read = done
        reporter.progress("files", OTHER, done, total)

    partition_of = assign_partitions(files, Staging.of(warehouse), regions, progress=progress)
    return RawFolder(files, read, partition_of, regions)


def partitions_of_run(context: dg.AssetExecutionContext) -> tuple[str, ...]:
    """Return the staging partitions of a run: its years, and the files of no year, which always go along."""
    return (*context.partition_keys, OTHER)


@dg.asset(
    group_name="raw",
    partitions_def=REPORT_YEARS,
    backfill_policy=ONE_RUN,
    pool=POOL,
    kinds={"file"},
    owners=["team:fazhi"],
    description=(
        "原始报告文件，原样保存，从不改动；先从 `raw/sources.yaml` 中启用的来源下载新的和改过的。\n\n"
        "The report files as received, never changed: `raw/<year>/<region code>/<file>`, or a flat folder. "
        "What the sources that `raw/sources.yaml` has switched on have published since is got first."
    ),
)
def report_files(
    context: dg.AssetExecutionContext, folders: Folders, reporter: dg.ResourceParam[Reporter]
) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Get what is new at the sources, then look at the raw folder; with no network what is there will do."""
    with said_plainly():
        pulled = _pull(context, Path(folders.raw))
        seen = look(context.run_id, Path(folders.raw), Path(folders.warehouse), reporter)
    mine = [file for name in partitions_of_run(context) for file in seen.of(name)]
    if pulled is not None:
        reporter.pulled(pulled)
    reporter.found(len(mine), seen.read)
    for year in context.partition_keys:
        files = seen.of(year)
        context.add_asset_metadata({"files": len(files), "bytes": _size(files)}, partition_key=year)
    problems = [*(file.problem for file in mine if file.problem), *(pulled.problems if pulled else ())]
    return dg.MaterializeResult(
        metadata={
            "files_of_run": len(mine),
            "files_read_for_their_year": seen.read,
            "files_of_no_year": len(seen.of(OTHER)),
            "files_pulled": len(pulled.stored) if pulled else 0,
            "files_pulled_as_revisions": len(pulled.revised) if pulled else 0,
            "folder": dg.MetadataValue.path(folders.raw),
            "preview": preview(_listing(mine, seen.partition_of)),
            "problems": problem_table(problems),
        }
    )


def _pull(context: dg.AssetExecutionContext, raw: Path) -> PullReport | None:
    """Get the reports of the run's years from the sources that are switched on; None where none is.

    A source that fails is said and stops nothing.
    """
    sources = read_sources(raw / "sources.yaml")
    if not sources.enabled():
        return None
    report = pull(raw, sources, years=[int(year) for year in context.partition_keys])
    for problem in report.problems:
        context.log.warning(f"{problem.code}: {problem.message}")
    if report.offline:
        context.log.warning(OFFLINE)
    return report


def _size(files: Sequence[RawFile]) -> int:
    return sum(file.size for file in files)


def _listing(files: Sequence[RawFile], partition_of: Mapping[str, str]) -> pl.DataFrame:
    rows = [(file.relative, partition_of[file.relative], file.size, file.sha256[:12]) for file in files]
    return pl.DataFrame(rows, schema=["file", "partition", "bytes", "sha256"], orient="row")
