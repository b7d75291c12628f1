"""Every bad file ends in its problem code, touches no other file, and leaves this process as small as it was.

What a bad host does when files are pulled from it is in tests/unit/sources/test_pull.py.
"""

from __future__ import annotations

import io
import random
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from pipelines.catalogue.problems import problem_codes
from pipelines.documents.limits import MEGABYTE, Limits
from pipelines.documents.pool import Outcome, read_isolated
from pipelines.model import Document
from tests import formats, odd_pdfs, word97
from tests.rar_files import rar

TEXT = "全年共受理行政复议申请86件，审结74件。"
ENDINGS = ("txt", "md", "html", "pdf", "docx", "doc", "wps", "ofd", "xlsx", "xls", "rtf", "zip", "rar", "jpg")
NOISE = random.Random(7).randbytes(20_000)  # noqa: S311 - reproducible noise, no secret
CATALOG, TREE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>"


def length(path: Path, document: Document) -> int:
    return len(document.text)


def zipped(name: str, megabytes: int, others: dict[str, bytes] | None = None) -> bytes:
    """Return an archive with a member that unpacks to so many megabytes of blanks."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, data in (others or {}).items():
            archive.writestr(other, data)
        with archive.open(name, "w") as member:
            for _ in range(megabytes):
                member.write(b" " * MEGABYTE)
    return buffer.getvalue()


def nested(times: int) -> bytes:
    inner = b"86"
    for number in range(times):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{number}.zip", inner)
        inner = buffer.getvalue()
    return inner


def empty_pages(count: int) -> bytes:
    tree = TREE % (b" ".join(b"%d 0 R" % number for number in range(3, count + 3)), count)
    return odd_pdfs.assembled(
        [CATALOG, tree, *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * count]
    )


def locked(folder: Path) -> bytes:
    path = formats.write_pdf(TEXT, folder / "locked.pdf", encrypt=StandardEncryption("user", "owner"))
    return path.read_bytes()


def half(folder: Path, name: str, write: Callable[[str, Path], Path]) -> bytes:
    data = write(TEXT * 200, folder / name).read_bytes()
    return data[: len(data) // 2]


def deep_docx() -> bytes:
    body = (
        b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        + b"<w:p>" * 5000
    )
    return zipped("pad", 0, {"[Content_Types].xml": b"<Types/>", "word/document.xml": body})


# 30 million drawn lines.
LINES = odd_pdfs.packed(b"0 0 m 9 9 l S\n" * 100_000, 300)
BOMB = {"[Content_Types].xml": b"<Types/>"}
BAD: dict[str, tuple[Callable[[Path], bytes], set[str]]] = {
    "zero.pdf": (lambda _: b"", {"empty"}),
    "blank.txt": (lambda _: b" \r\n " * 9, {"empty"}),
    "half.pdf": (lambda folder: half(folder, "a.pdf", formats.write_pdf), {"unreadable", "empty"}),
    "half.docx": (lambda folder: half(folder, "a.docx", formats.write_docx), {"unreadable"}),
    "half.doc": (lambda folder: half(folder, "a.doc", word97.write_doc), {"unreadable"}),
    "half.rar": (lambda _: rar({"a.txt": TEXT.encode() * 99})[:900], {"unreadable", "archive_unread"}),
    "program.pdf": (lambda _: b"\x7fELF\x02\x01\x01" + bytes(2000), {"unknown_format"}),
    "program.doc": (lambda _: b"MZ\x90\x00" + bytes(2000), {"unknown_format"}),
    "locked.pdf": (locked, {"encrypted"}),
    "pages.pdf": (lambda _: empty_pages(10_000), {"too_large"}),
    "blank.pdf": (lambda _: empty_pages(4_000), {"empty"}),
    "loop.pdf": (
        lambda _: odd_pdfs.assembled([CATALOG, TREE % (b"2 0 R", 3)]),
        {"unreadable", "empty"},
    ),
    "arrays.pdf": (
        lambda _: b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000 + b"]" * 100_000,
        {"unreadable", "empty"},
    ),
    "bomb.pdf": (
        lambda _: odd_pdfs.assembled([CATALOG, TREE % (b"3 0 R", 1), odd_pdfs.PAGE, odd_pdfs.FONT, LINES]),
        {"reader_crashed"},
    ),
    "bomb.docx": (lambda _: zipped("word/document.xml", 220, BOMB), {"too_large"}),
    "bomb.ofd": (lambda _: zipped("Doc_0/Document.xml", 220, {"OFD.xml": b"<OFD/>"}), {"too_large"}),
    "bomb.zip": (lambda _: zipped("b.zip", 0, {"a.zip": zipped("a.txt", 220)}), {"too_large"}),
    "ratio.zip": (lambda _: zipped("a.txt", 40), {"too_large"}),
    "nested.zip": (lambda _: nested(30), {"too_large"}),
    "deep.html": (lambda _: b"<html><body>" + b"<div>" * 200_000, {"too_large"}),
    "deep.docx": (lambda _: deep_docx(), {"too_large", "unreadable"}),
    "deep.rtf": (lambda _: b"{\\rtf1 " + b"{" * 100_000, {"too_large"}),
    "mixed.txt": (lambda _: TEXT.encode() * 20 + TEXT.encode("gbk") * 20, {"garbled"}),
    "binary.txt": (lambda _: bytes(range(256)) * 50, {"unknown_format"}),
    "picture.jpg": (lambda _: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), {"needs_ocr", "unreadable"}),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome[int]]:
    """Every bad file read in one run, with a good one after each."""
    folder, made = tmp_path_factory.mktemp("bad"), tmp_path_factory.mktemp("made")
    paths = []
    for number, (name, (make, _)) in enumerate(BAD.items()):
        (folder / name).write_bytes(make(made))
        paths += [folder / name, formats.write_txt(TEXT, folder / f"good{number}.txt")]
    for ending in ENDINGS:
        paths.append(folder / f"noise.{ending}")
        paths[-1].write_bytes(NOISE)
    paths.append(folder / "missing.pdf")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    limits = Limits(memory_bytes=1024 * MEGABYTE, seconds=30)
    found = {
        outcome.path.name: outcome for outcome in read_isolated(paths, limits=limits, workers=2, then=length)
    }
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 64 * MEGABYTE
    assert set(found) == {path.name for path in paths}
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_in_its_code(outcomes: dict[str, Outcome[int]], name: str) -> None:
    problem = outcomes[name].problem
    assert problem is not None
    assert problem.code in BAD[name][1]
    assert name in problem.message


@pytest.mark.slow
def test_no_other_file_is_touched(outcomes: dict[str, Outcome[int]]) -> None:
    good = [outcome for name, outcome in outcomes.items() if name.startswith("good")]
    assert [outcome.result for outcome in good] == [len(TEXT)] * len(BAD)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ENDINGS)
def test_noise_under_any_ending_is_of_an_unknown_kind(outcomes: dict[str, Outcome[int]], ending: str) -> None:
    problem = outcomes[f"noise.{ending}"].problem
    assert problem is not None
    assert problem.code == "unknown_format"


@pytest.mark.slow
def test_a_file_that_is_gone_is_told(outcomes: dict[str, Outcome[int]]) -> None:
    problem = outcomes["missing.pdf"].problem
    assert problem is not None
    assert problem.code == "io_error"


@pytest.mark.slow
def test_every_code_is_documented(outcomes: dict[str, Outcome[int]]) -> None:
    assert {outcome.problem.code for outcome in outcomes.values() if outcome.problem} <= set(problem_codes())
