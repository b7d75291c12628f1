"""The kind of a file is told by its bytes, whatever its name."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipelines.documents.limits import ReadError
from pipelines.documents.reading import read_document
from pipelines.documents.sniffing import Kind, sniff
from tests import formats


def test_each_format_is_read_under_the_name_of_another(tmp_path: Path, report: str) -> None:
    files = {
        "text/plain": formats.write_txt(report, tmp_path / "a.pdf"),
        "text/html": formats.write_html(report, tmp_path / "b.doc"),
        "application/pdf": formats.write_pdf(report, tmp_path / "c.txt"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": formats.write_docx(
            report, tmp_path / "d.html"
        ),
    }
    assert {read_document(path).media_type for path in files.values()} == set(files)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf<html><body>", Kind.HTML),
        ("<p>全区共有</p>".encode("gbk"), Kind.HTML),
        ("<《关于印发〈办法〉的通知》>".encode(), Kind.TEXT),
        (b"\n\n%PDF-1.4", Kind.PDF),
        (b"{\\rtf1\\ansi", Kind.RTF),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Kind.IMAGE),
        (b"BM means benchmark in this report.", Kind.TEXT),
        (b"MZ is not a program here.", Kind.TEXT),
        ("﻿全年共受理".encode("utf-16"), Kind.TEXT),
    ],
)
def test_signatures(data: bytes, kind: Kind) -> None:
    assert sniff(data) is kind


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(60), "ELF"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "Windows"),
        (b"SQLite format 3\x00", "SQLite"),
    ],
)
def test_a_foreign_file_is_refused_by_its_name(data: bytes, named: str) -> None:
    with pytest.raises(ReadError, match=named) as caught:
        sniff(data)
    assert caught.value.code == "unknown_format"


@pytest.mark.parametrize("ending", ["txt", "md", "html", "pdf", "docx", "doc", "wps", "ofd", "xlsx", "zip"])
def test_random_bytes_under_any_ending_are_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"report.{ending}"
    path.write_bytes(random.Random(7).randbytes(20_000))  # noqa: S311 - reproducible noise, no secret
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert caught.value.code == "unknown_format"
