"""Extracting many files, in worker processes where they are worth it.

Here belongs that a file whose extraction fails costs its own rows only. Which files must be extracted again
is extracting.py; how a figure is found is the business of pipelines.extraction.
"""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pipelines.catalogue.regions import Regions
from pipelines.extraction.engine import Context, extract
from pipelines.model import Problem
from pipelines.processes import fresh_workers
from pipelines.warehouse.document_rows import document_of, is_failure, problems_of
from pipelines.warehouse.extraction_rows import ReportRows, extracted, failed

log = logging.getLogger(__name__)

Row = dict[str, Any]
Progress = Callable[[int, int], None]

# Starting a worker costs about as much as extracting this many reports.
_WORTH_A_POOL = 24
_CHUNK = 4


def extract_files(
    files: Sequence[Row], regions: Regions, workers: int | None, progress: Progress | None
) -> Iterator[ReportRows]:
    """Extract files of the documents frame, in order.

    Args:
        files: rows with ``inputs`` and ``rules_version``.
        regions: the known regions.
        workers: worker processes; by default as many as there are cores.
        progress: told (files done, files to extract) after each file.
    """
    count = workers or os.cpu_count() or 1
    pooled = count > 1 and len(files) >= _WORTH_A_POOL
    results = _in_pool(files, regions, count) if pooled else (extract_file(file, regions) for file in files)
    for done, rows in enumerate(results, start=1):
        yield rows
        if progress:
            progress(done, len(files))


def extract_file(file: Mapping[str, Any], regions: Regions) -> ReportRows:
    """Extract one file of the documents frame (with ``inputs`` and ``rules_version``) into its rows."""
    if file["failure_code"]:
        return failed(file, Problem(file["failure_code"], file["failure_message"], file["relative"]))
    scan_failures = [p for p in problems_of(file["scan_problems"], file["relative"]) if is_failure(p)]
    if scan_failures:
        return failed(file, scan_failures[0])
    context = Context(
        regions=regions,
        path=file["relative"],
        report_year=file["folder_year"] or file["origin_year"],
        region_code=file["origin_region"] or file["folder_region"],
    )
    try:
        extraction = extract(document_of(file), context)
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        log.exception("%s: extraction failed", file["relative"])
        where = traceback.extract_tb(error.__traceback__)[-1]
        message = f"{type(error).__name__}: {error} ({where.name}, line {where.lineno})"
        return failed(file, Problem("extraction_failed", message, file["relative"]))
    return extracted(file, extraction)


_regions_of_worker: Regions


def _start_worker(regions: Regions) -> None:
    global _regions_of_worker
    _regions_of_worker = regions


def _in_worker(file: Row) -> ReportRows:
    return extract_file(file, _regions_of_worker)


def _in_pool(files: Sequence[Row], regions: Regions, count: int) -> Iterator[ReportRows]:
    with fresh_workers(count, _start_worker, regions) as pool:
        yield from pool.map(_in_worker, files, chunksize=_CHUNK)
