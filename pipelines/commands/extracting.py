"""Files become results without a warehouse: read in worker processes, extracted there.

Here belongs going through the files that ``fazhi extract`` was given; what a file's place and origin record
say counts as it does in a run. Not here: printing the results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipelines.catalogue.regions import Regions
from pipelines.documents.limits import Limits
from pipelines.documents.pool import read_isolated
from pipelines.extraction.engine import Context, extract
from pipelines.extraction.proof.explaining import Explained, explain
from pipelines.model import Document, Extraction, Problem
from pipelines.sources.scan import look, report_files
from pipelines.warehouse.document_rows import document_columns, document_of, file_columns

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was found in a file. ``path``: as it was given. Without ``extraction``, ``problems`` say why.

    ``explained``, ``text``: only where an explanation was asked for.
    """

    path: str
    sha256: str | None = None
    media_type: str | None = None
    reader: str | None = None
    pages: int | None = None
    extraction: Extraction | None = None
    problems: tuple[Problem, ...] = ()
    explained: tuple[Explained, ...] = ()
    text: str = ""


def results(paths: Sequence[Path], *, explained: bool = False) -> Iterator[FileResult]:
    """Read and extract files, each isolated from the others.

    Args:
        paths: files, and folders whose report files are taken.
        explained: also explain each quantity.

    Yields:
        A result for every file, in order.
    """
    files = [file for path in paths for file in (report_files(path) if path.is_dir() else [path])]
    for outcome in read_isolated(files, then=partial(_extract, explained=explained)):
        if outcome.result is not None:
            yield outcome.result
        else:
            problems = (outcome.problem,) if outcome.problem else ()
            sha256 = look(outcome.path.absolute(), _raw_folder(outcome.path)).sha256
            yield FileResult(str(outcome.path), sha256 or None, problems=problems)


def _extract(path: Path, document: Document, *, explained: bool) -> FileResult:
    """Extract one document, in the worker that read it."""
    raw = _raw_folder(path)
    file = look(path.absolute(), raw)
    row = {**file_columns(file), **document_columns(document, Limits())}
    context = Context(
        regions=Regions.load(raw / "regions.csv"),
        path=file.relative,
        report_year=row["folder_year"] or row["origin_year"],
        region_code=row["origin_region"] or row["folder_region"],
    )
    told: tuple[Explained, ...] = ()
    if explained:
        extraction, told = explain(document_of(row), context)
    else:
        extraction = extract(document_of(row), context)
    placing = (file.problem,) if file.problem else ()
    return FileResult(
        path=str(path),
        sha256=file.sha256,
        media_type=document.media_type,
        reader=document.reader,
        pages=len(document.page_starts) or None,
        extraction=extraction,
        problems=tuple(dict.fromkeys((*placing, *document.problems, *extraction.problems))),
        explained=told,
        text=document.text if explained else "",
    )


def _raw_folder(path: Path) -> Path:
    """The raw folder that a file seems to lie in: above its year folder, else its own folder."""
    folders = path.absolute().parents
    return next((folder.parent for folder in folders if _YEAR.fullmatch(folder.name)), folders[0])
