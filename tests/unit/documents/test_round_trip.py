"""One report in every format gives the same paragraphs and the same table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.documents.reading import READERS_VERSION, read_document
from tests import formats, ofd_files, word97

WRITERS: dict[str, Callable[[str, Path], Path]] = {
    "txt": formats.write_txt,
    "docx": formats.write_docx,
    "html": formats.write_html,
    "pdf": formats.write_pdf,
    "doc": word97.write_doc,
    "ofd": ofd_files.write_ofd,
}


@pytest.mark.parametrize("ending", WRITERS)
def test_every_format_gives_the_same_paragraphs(tmp_path: Path, report: str, ending: str) -> None:
    document = read_document(WRITERS[ending](report, tmp_path / f"report.{ending}"))
    assert document.text == report
    assert document.reader in READERS_VERSION.split(",")


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != "txt"])
def test_every_format_gives_the_same_table(tmp_path: Path, report: str, ending: str) -> None:
    document = read_document(WRITERS[ending](report, tmp_path / f"report.{ending}"))
    (table,) = document.tables
    rows = [line.split("\t") for line in report.split("\n") if "\t" in line]
    found = {(cell.row, cell.column): document.text[cell.start : cell.end] for cell in table.cells}
    assert found == {(r, c): text for r, row in enumerate(rows) for c, text in enumerate(row)}
    assert document.text[table.start : table.end] == "\n".join("\t".join(row) for row in rows)
