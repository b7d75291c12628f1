"""Scans: refused with the way out where OCR is not installed, read with their tables where it is."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents import ocr
from pipelines.documents.limits import Limits
from pipelines.documents.pool import read_isolated
from pipelines.model import Document
from tests import formats
from tests.integration.place import Place

# Digits and Latin letters are drawn without any font of the machine.
TEXT = "\n".join(
    f"Item {number}: {number * 137} cases, {number * 3.7:.1f} percent." for number in range(1, 9)
)


def itself(path: Path, document: Document) -> Document:
    return document


def scanned(tmp_path: Path) -> Path:
    """Print a text, then keep only the pictures of its pages."""
    with pypdfium2.PdfDocument(formats.write_pdf(TEXT, tmp_path / "text.pdf", footer=False)) as printed:
        canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
        for page in printed:
            canvas.drawImage(ImageReader(page.render(scale=200 / 72).to_pil()), 0, 0, *A4)
            canvas.showPage()
        canvas.save()
    return tmp_path / "scan.pdf"


@pytest.mark.skipif(ocr.available(), reason="the extra [ocr] is installed")
def test_without_the_extra_a_scan_says_what_would_read_it(tmp_path: Path) -> None:
    (outcome,) = read_isolated([scanned(tmp_path)], then=itself)
    assert outcome.problem is not None
    assert outcome.problem.code == "needs_ocr"
    assert "fazhi-warehouse[ocr]" in outcome.problem.message


@pytest.mark.slow
@pytest.mark.skipif(ocr.available(), reason="the extra [ocr] is installed")
def test_a_run_without_the_extra_says_what_it_would_have_read(filled: Place, tmp_path: Path) -> None:
    shutil.copy(scanned(tmp_path), filled.raw / "2024" / "scan.pdf")
    folders = ("--raw", str(filled.raw), "--warehouse", str(filled.warehouse))
    done = filled.fazhi("run", *folders, more={"COLUMNS": "500"})
    assert done.returncode == 0, done.stdout + done.stderr
    said = next(line for line in done.stdout.splitlines() if "scan.pdf" in line)
    assert "needs_ocr" in said
    assert "fazhi-warehouse[ocr] (make ocr) would read it" in said
    assert len(filled.received()) == 4


@pytest.mark.slow
@pytest.mark.skipif(not ocr.available(), reason="needs the extra [ocr]")
def test_with_the_extra_a_scan_is_read_and_flagged(tmp_path: Path) -> None:
    other = formats.write_txt("全年共受理86件。", tmp_path / "a.txt")
    scan, text = read_isolated([scanned(tmp_path), other], limits=Limits(seconds=30), workers=2, then=itself)
    assert text.result is not None
    assert not text.result.ocr
    assert scan.result is not None, scan.problem
    assert scan.result.ocr
    assert [problem.code for problem in scan.result.problems] == ["read_by_ocr"]
    read, written = ("".join(text.split()) for text in (scan.result.text, TEXT))
    assert difflib.SequenceMatcher(None, read, written, autojunk=False).ratio() > 0.95
