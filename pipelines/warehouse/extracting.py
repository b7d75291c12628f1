"""The second staging step: the documents of a partition become observations.

Here belongs deciding what must be extracted again. Extracting it, in worker processes, is extract_files.py.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from pipelines.catalogue.regions import Regions
from pipelines.extraction.engine import rules_version
from pipelines.model import Problem
from pipelines.warehouse.document_rows import problems_of
from pipelines.warehouse.extract_files import Progress, Row, extract_files
from pipelines.warehouse.extraction_rows import ReportRows
from pipelines.warehouse.frames import OBSERVATIONS, QUANTITIES, REPORTS
from pipelines.warehouse.records import StageSummary
from pipelines.warehouse.store import Staging

log = logging.getLogger(__name__)


def stage_observations(
    partition: str,
    staging: Staging,
    regions: Regions,
    *,
    workers: int | None = None,
    wait: float = 600,
    progress: Progress | None = None,
) -> StageSummary:
    """Bring reports, observations and quantities of one partition up to date with its documents.

    A file is extracted again when its content, the readers, the rules, the regions, or what its folder and
    origin record say of it have changed. Files that left the documents leave here too.

    Args:
        partition: a year or 'other'.
        staging: the staging folder.
        regions: the known regions.
        workers: worker processes; by default as many as there are cores.
        wait: seconds to wait for another run that holds staging.
        progress: told (files done, files to extract) after each file.

    Raises:
        WarehouseBusy: another run holds staging.
        OSError: staging cannot be written (a full disk); what was staged before stays.
    """
    with staging.held(wait, f"extracting the figures of {partition}"):
        documents = staging.read("documents", partition)
        files = _with_inputs(documents.frame, regions)
        old, notes = _previous(partition, staging)
        kept = set(old["reports"].filter(_is_final())["inputs"]) & {file["inputs"] for file in files}
        changed = [file for file in files if file["inputs"] not in kept]
        fresh = list(extract_files(changed, regions, workers, progress))
        new = {kind: _merge(frame, kept, old["reports"], fresh, kind) for kind, frame in old.items()}
        if not all(new[kind].equals(old[kind]) for kind in new) or not staging.is_whole(partition):
            staging.write_extracted(partition, new["reports"], new["observations"], new["quantities"])
    notes += (documents.note,) if documents.note else ()
    removed = sorted(set(old["reports"]["relative"]) - set(new["reports"]["relative"]))
    return _summary(partition, new, len(changed), tuple(removed), notes)


def _with_inputs(documents: pl.DataFrame, regions: Regions) -> list[Row]:
    known = hashlib.sha256(repr(regions.all()).encode()).hexdigest()
    rules = rules_version()
    return [
        {**row, "inputs": _inputs(row, rules, known), "rules_version": rules}
        for row in documents.iter_rows(named=True)
    ]


def _inputs(row: Mapping[str, Any], rules: str, regions: str) -> str:
    """Fingerprint of everything that the rows of a file are made from."""
    said = {name: value for name, value in row.items() if name not in ("text", "tables", "page_starts")}
    for name in ("text_year", "text_year_rules", "limits"):
        said.pop(name)
    return hashlib.sha256(repr((sorted(said.items()), rules, regions)).encode()).hexdigest()


def _previous(partition: str, staging: Staging) -> tuple[dict[str, pl.DataFrame], tuple[str, ...]]:
    empty = {"reports": REPORTS, "observations": OBSERVATIONS, "quantities": QUANTITIES}
    if not staging.is_whole(partition):
        note = f"{partition}: 上次写入中断，重新提取 / the last write was cut short, extracted again"
        log.warning(note)
        return {kind: schema.to_frame() for kind, schema in empty.items()}, (note,)
    stored = {
        "reports": staging.read("reports", partition),
        "observations": staging.read("observations", partition),
        "quantities": staging.read("quantities", partition),
    }
    notes = tuple(each.note for each in stored.values() if each.note)
    if notes:
        return {kind: schema.to_frame() for kind, schema in empty.items()}, notes
    return {kind: each.frame for kind, each in stored.items()}, ()


def _is_final() -> pl.Expr:
    """A crash of our own code is tried again at the next run."""
    return pl.col("problem").ne_missing("extraction_failed")


def _merge(
    old: pl.DataFrame, kept: set[str], reports: pl.DataFrame, fresh: Sequence[ReportRows], kind: str
) -> pl.DataFrame:
    paths = reports.filter(pl.col("inputs").is_in(list(kept)))["relative"].to_list()
    rows: list[Row]
    if kind == "reports":
        rows = [each.report for each in fresh]
    elif kind == "observations":
        rows = [row for each in fresh for row in each.observations]
    else:
        rows = [row for each in fresh for row in each.quantities]
    added = pl.DataFrame(rows, schema=old.schema)
    order = ["relative"] if kind == "reports" else ["relative", "ordinal"]
    return pl.concat([old.filter(pl.col("relative").is_in(paths)), added]).sort(order)


def _summary(
    partition: str,
    frames: Mapping[str, pl.DataFrame],
    read: int,
    removed: tuple[str, ...],
    notes: tuple[str, ...],
) -> StageSummary:
    reports = frames["reports"]
    problems = [
        problem
        for row in reports.iter_rows(named=True)
        for problem in (
            *((Problem(row["problem"], row["problem_message"], row["relative"]),) if row["problem"] else ()),
            *problems_of(row["warnings"], row["relative"]),
        )
    ]
    return StageSummary(
        partition=partition,
        read=read,
        unchanged=reports.height - read,
        failed=reports["problem"].count(),
        removed=removed,
        rows=frames["observations"].height,
        problems=tuple(problems),
        notes=notes,
    )
