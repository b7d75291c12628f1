"""Which staging partition a raw file belongs to.

Here belongs that decision: the folder's year, else the origin record's, else the year that the text says (the
file is read for it, once, and its document kept). Not here: reading the files that have a year (staging.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from pipelines.catalogue.regions import Regions
from pipelines.documents.pool import read_isolated
from pipelines.documents.reading import Limits
from pipelines.extraction.engine import Context, extract, rules_version
from pipelines.model import Document
from pipelines.sources.scan import RawFile
from pipelines.warehouse.document_rows import (
    document_columns,
    document_of,
    failure_columns,
    file_columns,
    is_current,
    is_failure,
)
from pipelines.warehouse.frames import DOCUMENTS
from pipelines.warehouse.store import OTHER, Staging

FIRST_YEAR = 2005
Row = dict[str, Any]


def assign_partitions(
    files: Sequence[RawFile],
    staging: Staging,
    regions: Regions,
    *,
    limits: Limits | None = None,
    workers: int | None = None,
    wait: float = 600,
    progress: Callable[[int, int], None] | None = None,
) -> Mapping[str, str]:
    """Return the partition of each file, by its path under raw/.

    Files without a year in their folder or origin record are read here unless staging has them already; what
    was read is kept in staging, so stage_documents does not read it again.

    Args:
        files: all files of raw/, as scanned.
        staging: the staging folder.
        regions: the known regions, for the facts of a text.
        limits: limits for reading a file.
        workers: worker processes; by default as many as there are cores.
        wait: seconds to wait for another run that holds staging.
        progress: told (files done, files to read) after each file that is read here.

    Raises:
        WarehouseBusy: another run holds staging.
    """
    limits = limits or Limits()
    stated = {file.relative: partition_of(file.folder_year or _origin_year(file)) for file in files}
    undated = [file for file in files if not (file.folder_year or _origin_year(file))]
    if not undated:
        return stated
    with staging.held(wait, "assigning partitions"):
        rows = list(_with_text_year(undated, staging, regions, limits, workers, progress))
        found = {row["relative"]: partition_of(row["text_year"]) for row in rows}
        _keep(rows, found, staging)
    return {**stated, **found}


def partition_of(year: int | None) -> str:
    """Return the partition of a year; 'other' for none and for years outside 2005 to this year in China."""
    current = datetime.now(ZoneInfo("Asia/Shanghai")).year
    return str(year) if year is not None and FIRST_YEAR <= year <= current else OTHER


def year_in_text(document: Document, regions: Regions, path: str) -> int | None:
    """Return the report year that a text states itself, without any hint from where it lies."""
    return extract(document, Context(regions=regions, path=path)).report.report_year


def _origin_year(file: RawFile) -> int | None:
    return file.origin.report_year if file.origin else None


def _with_text_year(
    files: Sequence[RawFile],
    staging: Staging,
    regions: Regions,
    limits: Limits,
    workers: int | None,
    progress: Callable[[int, int], None] | None,
) -> Iterable[Row]:
    stored = _stored(staging, {file.sha256 for file in files}, limits)
    unread = []
    for file in files:
        known = stored.get(file.sha256)
        if is_failure(file.problem) and file.problem is not None:
            yield _row(file, failure_columns(file.problem, limits), None)
        elif known is None:
            unread.append(file)
        else:
            yield {**known, **file_columns(file), **_year_of(known, regions)}
    reading = read_isolated(
        [file.path for file in unread], limits=limits, workers=workers, then=partial(_read_year, regions)
    )
    for done, (file, outcome) in enumerate(zip(unread, reading, strict=True), start=1):
        if progress:
            progress(done, len(unread))
        if outcome.result is None:
            assert outcome.problem is not None  # noqa: S101 - an outcome has one of the two
            yield _row(file, failure_columns(outcome.problem, limits), None)
        else:
            document, year = outcome.result
            yield _row(file, document_columns(document, limits), year)


def _read_year(regions: Regions, path: Path, document: Document) -> tuple[Document, int | None]:
    return document, year_in_text(document, regions, path.name)


def _year_of(row: Row, regions: Regions) -> Row:
    """The kept year of a document, found again from its kept text when the rules have changed."""
    if row["failure_code"] or row["text_year_rules"] == rules_version():
        return {}
    year = year_in_text(document_of({**row, **_NO_ORIGIN}), regions, row["relative"])
    return {"text_year": year, "text_year_rules": rules_version()}


_NO_ORIGIN = {
    "origin_title": None,
    "origin_publisher": None,
    "origin_published_on": None,
    "origin_source_url": None,
}


def _row(file: RawFile, columns: Row, year: int | None) -> Row:
    blank = dict.fromkeys(DOCUMENTS.names())
    return {
        **blank,
        **file_columns(file),
        **columns,
        "text_year": year,
        "text_year_rules": rules_version(),
    }


def _stored(staging: Staging, wanted: set[str], limits: Limits) -> dict[str, Row]:
    """Return the kept rows of these contents from any partition, as far as they still hold."""
    found: dict[str, Row] = {}
    for partition in staging.partitions():
        frame = staging.read("documents", partition).frame
        for row in frame.filter(pl.col("sha256").is_in(list(wanted))).iter_rows(named=True):
            if is_current(row, limits):
                found.setdefault(row["sha256"], row)
    return found


def _keep(rows: Sequence[Row], partition_by_path: Mapping[str, str], staging: Staging) -> None:
    """Put rows into the documents of their partition, where they are not there already."""
    for partition in sorted(set(partition_by_path.values())):
        mine = [row for row in rows if partition_by_path[row["relative"]] == partition]
        frame = pl.DataFrame(mine, schema=DOCUMENTS).sort("relative")
        kept = staging.read("documents", partition).frame
        merged = pl.concat([kept.filter(~pl.col("relative").is_in(frame["relative"].to_list())), frame])
        if not merged.sort("relative").equals(kept):
            staging.write_documents(partition, merged.sort("relative"))
