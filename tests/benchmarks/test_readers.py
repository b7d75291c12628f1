"""How fast the readers are, as ratios in one run: ``pytest -n 0 -s tests/benchmarks/test_readers.py``.

Nothing fails here for being slow on a busy machine; the table is printed for a person to compare with the
goals, which stand beside the figures.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from pipelines.documents.pool import read_isolated
from pipelines.documents.reading import read_document
from pipelines.model import Document
from tests import formats

# A font that pdfium has glyphs for, so that the machine's fonts do not matter.
STYLE = ParagraphStyle("body", fontName="Helvetica", fontSize=12, leading=20)
SENTENCE = "In 2024 the district received 86 applications and closed 74 of them in the time the law sets. "


def write(path: Path, pages: int, every: int | None) -> Path:
    """Write pages of text, a ruled table on each ``every``-th."""
    story: list[object] = []
    rows = [["Unit", "Received", "Closed"], *([f"Unit {n}", str(n * 13), str(n * 11)] for n in range(1, 9))]
    for number in range(pages):
        # Pages that say the same at the same place would be taken for running heads.
        word = "".join("abcdefghij"[int(digit)] for digit in str(number))
        story += [Paragraph(f"{word.title()} {SENTENCE} {word} " * 4, STYLE) for _ in range(4)]
        if every and number % every == 0:
            story.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return path


def seconds(call: Callable[[], object], times: int = 3) -> float:
    """Return the processor time of the fastest of some calls."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def by_pdfplumber(path: Path) -> tuple[str, list[list[list[str | None]]]]:
    texts, tables = [], []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            texts.append(page.extract_text())
            tables += page.extract_tables()
            page.close()
    return "\n".join(texts), tables


def by_pdfium(path: Path) -> str:
    texts = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    return "".join(texts)


def tables_of(document: Document) -> list[list[list[str]]]:
    return [
        [line.split("\t") for line in document.text[table.start : table.end].split("\n")]
        for table in document.tables
    ]


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


def length(path: Path, document: Document) -> int:
    return len(document.text)


@pytest.fixture(scope="module")
def table() -> Iterator[Callable[[str, str, str], None]]:
    lines = [("what", "measured", "goal")]
    yield lambda *line: lines.append(line)
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    print()  # noqa: T201 - the table is what the benchmark is for
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))  # noqa: T201


@pytest.mark.slow
def test_pdf_with_tables_against_pdfplumber(tmp_path: Path, table: Callable[[str, str, str], None]) -> None:
    path = write(tmp_path / "a.pdf", 100, 10)
    document = read_document(path)
    text, tables = by_pdfplumber(path)
    assert tables_of(document) == tables
    mine, theirs = letters(document.text), letters(text)
    agreement = (mine & theirs).total() / max(mine.total(), theirs.total())
    assert agreement >= 0.999
    ratio = seconds(lambda: by_pdfplumber(path)) / seconds(lambda: read_document(path))
    table("PDF, a ruled table on a page in ten: times as fast as pdfplumber", f"{ratio:.1f}", ">= 5")
    table("  characters that agree", f"{agreement:.2%}", ">= 99.9 %")


@pytest.mark.slow
def test_pdf_without_tables_against_pdfium(tmp_path: Path, table: Callable[[str, str, str], None]) -> None:
    path = write(tmp_path / "a.pdf", 200, None)
    ratio = seconds(lambda: by_pdfium(path)) / seconds(lambda: read_document(path))
    table("PDF without tables: pages/s against pdfium alone", f"{ratio:.2f}", ">= 0.5")


@pytest.mark.slow
def test_memory_of_a_worker_on_a_long_file(tmp_path: Path, table: Callable[[str, str, str], None]) -> None:
    path = write(tmp_path / "a.pdf", 379, 12)
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from pipelines.documents.reading import read_document\n"
        "read_document(Path(sys.argv[1])); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    peak = subprocess.run(
        [sys.executable, "-c", script, str(path)], check=True, capture_output=True, text=True
    )
    table("peak memory on 379 pages, MB", peak.stdout.strip(), "<= 150")


@pytest.mark.slow
def test_cost_of_isolation(tmp_path: Path, table: Callable[[str, str, str], None]) -> None:
    paths = [formats.write_docx(SENTENCE * 40, tmp_path / f"{n}.docx") for n in range(300)]
    alone = _wall(lambda: [read_document(path) for path in paths])
    first, whole = _wall(lambda: list(read_isolated(paths[:1], workers=1, then=length))), 0.0
    whole = _wall(lambda: list(read_isolated(paths, workers=1, then=length)))
    table("cost of isolation per small file, start left out", f"{(whole - first) / alone:.2f}", "<= 1.5")


def _wall(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
