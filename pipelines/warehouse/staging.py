"""Staging: raw files become Parquet, a partition at a time, reading and extracting only what is new.

Public steps, called by the assets:
    assign_partitions(files, staging, regions, *, limits=None, workers=None, wait=600) -> Mapping[relative
    path, partition] stage_documents(files_of_partition, partition, staging, *, limits=None, workers=None,
    wait=600, progress=None) -> StageSummary stage_observations(partition, staging, regions, *, workers=None,
    wait=600, progress=None) -> StageSummary preview(kind, partition, staging, rows=10) -> a Polars frame for
    showing

Here belongs the first of the two steps; extracting.py holds the second. Not here: the release (build.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.documents.pool import read_isolated
from pipelines.documents.reading import Limits
from pipelines.model import Document, Problem
from pipelines.sources.scan import RawFile
from pipelines.warehouse.document_rows import (
    document_columns,
    failure_columns,
    file_columns,
    is_current,
    is_failure,
    problems_of,
)
from pipelines.warehouse.extracting import stage_observations
from pipelines.warehouse.frames import DOCUMENTS, Kind
from pipelines.warehouse.partitions import assign_partitions
from pipelines.warehouse.records import StageSummary
from pipelines.warehouse.store import Staging

__all__ = [
    "Staging",
    "assign_partitions",
    "preview",
    "stage_documents",
    "stage_observations",
]

Row = dict[str, Any]
Progress = Callable[[int, int], None]

_WIDE = ("text", "tables", "page_starts", "evidence")


def preview(kind: Kind, partition: str, staging: Staging, rows: int = 10) -> pl.DataFrame:
    """Return the first rows of a staging frame without its wide columns."""
    return staging.read(kind, partition).frame.drop(_WIDE, strict=False).head(rows)


def stage_documents(
    files: Sequence[RawFile],
    partition: str,
    staging: Staging,
    *,
    limits: Limits | None = None,
    workers: int | None = None,
    wait: float = 600,
    progress: Progress | None = None,
) -> StageSummary:
    """Bring the documents of one partition up to date with its raw files.

    A file is read when its content is not in this partition yet or was read by other readers. A file that
    fails becomes a row with its problem. A row whose file is gone leaves, and the summary says which.

    Args:
        files: every file of the partition (see assign_partitions), not only new ones.
        partition: a year or 'other'.
        staging: the staging folder.
        limits: limits for reading a file.
        workers: worker processes; by default as many as there are cores.
        wait: seconds to wait for another run that holds staging.
        progress: told (files done, files to read) after each file.

    Raises:
        WarehouseBusy: another run holds staging.
        OSError: staging cannot be written (a full disk); what was staged before stays.
    """
    limits = limits or Limits()
    with staging.held(wait, f"reading the files of {partition}"):
        stored = staging.read("documents", partition)
        known = {row["sha256"]: row for row in stored.frame.iter_rows(named=True) if is_current(row, limits)}
        unread = [file for file in files if file.sha256 not in known and not is_failure(file.problem)]
        fresh = _read(unread, limits, workers, progress)
        rows = [_row(file, known, fresh, limits) for file in files]
        frame = pl.DataFrame(rows, schema=DOCUMENTS).sort("relative")
        if not frame.equals(stored.frame):
            staging.write_documents(partition, frame)
    gone = set(stored.frame["relative"]) - {file.relative for file in files}
    return _summary(partition, frame, len(unread), tuple(sorted(gone)), stored.note)


def _read(
    files: Sequence[RawFile], limits: Limits, workers: int | None, progress: Progress | None
) -> Mapping[str, Row]:
    """Read each file in a worker process; return the columns found, by path under raw/."""
    columns: dict[str, Row] = {}
    outcomes = read_isolated([file.path for file in files], limits=limits, workers=workers, then=_document)
    for done, (file, outcome) in enumerate(zip(files, outcomes, strict=True), start=1):
        if outcome.result is not None:
            columns[file.relative] = document_columns(outcome.result, limits)
        else:
            assert outcome.problem is not None  # noqa: S101 - an outcome has one of the two
            columns[file.relative] = failure_columns(outcome.problem, limits)
        if progress:
            progress(done, len(files))
    return columns


def _document(path: Path, document: Document) -> Document:
    return document


def _row(file: RawFile, known: Mapping[str, Row], fresh: Mapping[str, Row], limits: Limits) -> Row:
    row: Row = {**dict.fromkeys(DOCUMENTS.names()), **known.get(file.sha256, {}), **file_columns(file)}
    if is_failure(file.problem) and file.problem is not None:
        return {**row, **failure_columns(file.problem, limits)}
    return {**row, **fresh.get(file.relative, {})}


def _summary(
    partition: str, frame: pl.DataFrame, read: int, removed: tuple[str, ...], note: str | None
) -> StageSummary:
    problems: list[Problem] = []
    for row in frame.iter_rows(named=True):
        if row["failure_code"]:
            problems.append(Problem(row["failure_code"], row["failure_message"], row["relative"]))
        else:
            problems += problems_of(row["scan_problems"], row["relative"])
            problems += problems_of(row["problems"], row["relative"])
    return StageSummary(
        partition=partition,
        read=read,
        unchanged=frame.height - read,
        failed=frame["failure_code"].count(),
        removed=removed,
        rows=frame.height,
        problems=tuple(problems),
        notes=(note,) if note else (),
    )
