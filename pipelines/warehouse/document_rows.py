"""A raw file and its Document as one staging row, and back.

Here belongs the mapping only; which files are read is decided in staging.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pipelines.catalogue.problems import problem_codes
from pipelines.documents.reading import READERS_VERSION, Limits
from pipelines.model import Cell, Document, Hints, Problem, Table
from pipelines.sources.scan import RawFile

Row = dict[str, Any]


def file_columns(file: RawFile) -> Row:
    """Return what is known of a file without reading it."""
    origin = file.origin
    return {
        "relative": file.relative,
        "sha256": file.sha256,
        "size": file.size,
        "folder_year": file.folder_year,
        "folder_region": file.folder_region,
        "origin_year": origin.report_year if origin else None,
        "origin_region": origin.region_code if origin else None,
        "origin_title": origin.title if origin else None,
        "origin_publisher": origin.publisher if origin else None,
        "origin_published_on": _text(origin.published_on) if origin else None,
        "origin_source_url": _text(origin.source_url) if origin else None,
        "scan_problems": _problems((file.problem,) if file.problem else ()),
    }


def document_columns(document: Document, limits: Limits) -> Row:
    """Return a document as the columns of a staging row."""
    return {
        **_read_with(limits),
        "media_type": document.media_type,
        "reader": document.reader,
        "ocr": document.ocr,
        "text": document.text,
        "page_starts": list(document.page_starts),
        "tables": _tables_to_text(document.tables),
        "hint_title": document.hints.title,
        "hint_publisher": document.hints.publisher,
        "hint_published_on": document.hints.published_on,
        "hint_source_url": document.hints.source_url,
        "problems": _problems(document.problems),
        "failure_code": None,
        "failure_message": None,
    }


def failure_columns(problem: Problem, limits: Limits) -> Row:
    """Return a file that could not be read as the columns of a staging row."""
    return {**_read_with(limits), "failure_code": problem.code, "failure_message": problem.message}


def is_current(row: Mapping[str, Any], limits: Limits) -> bool:
    """Say whether a stored row still holds: the same readers, and for a failure the same limits.

    A failure of the operating system is always tried again.
    """
    if row["readers_version"] != READERS_VERSION or row["failure_code"] == "io_error":
        return False
    return row["failure_code"] is None or row["limits"] == fingerprint(limits)


def fingerprint(limits: Limits) -> str:
    """Return the limits as a short text that changes when they do."""
    return repr(limits)


def is_failure(problem: Problem | None) -> bool:
    """Say whether a problem means that the file gives no observations."""
    return problem is not None and problem_codes()[problem.code].severity == "failed"


def document_of(row: Mapping[str, Any]) -> Document:
    """Return the Document of a row that is not a failure; the origin record goes before the file."""
    return Document(
        text=row["text"],
        reader=row["reader"],
        media_type=row["media_type"],
        page_starts=tuple(row["page_starts"]),
        tables=_tables_of_text(row["tables"]),
        hints=Hints(
            title=row["origin_title"] or row["hint_title"],
            publisher=row["origin_publisher"] or row["hint_publisher"],
            published_on=row["origin_published_on"] or row["hint_published_on"],
            source_url=row["origin_source_url"] or row["hint_source_url"],
        ),
        ocr=row["ocr"],
        problems=problems_of(row["problems"], row["relative"]),
    )


def problems_of(stored: Sequence[Mapping[str, str]] | None, relative: str) -> tuple[Problem, ...]:
    """Return stored problems as records that name their file."""
    return tuple(Problem(each["code"], each["message"], relative) for each in stored or ())


def _read_with(limits: Limits) -> Row:
    return {"readers_version": READERS_VERSION, "limits": fingerprint(limits)}


def _problems(problems: Sequence[Problem]) -> list[Row]:
    return [{"code": problem.code, "message": problem.message} for problem in problems]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _tables_to_text(tables: Sequence[Table]) -> str:
    return json.dumps(
        [
            [
                table.start,
                table.end,
                [[c.row, c.column, c.start, c.end, c.row_span, c.column_span] for c in table.cells],
            ]
            for table in tables
        ],
        separators=(",", ":"),
    )


def _tables_of_text(text: str) -> tuple[Table, ...]:
    return tuple(
        Table(start, end, tuple(Cell(*cell) for cell in cells)) for start, end, cells in json.loads(text)
    )
