"""How fast the readers are and how well they read, as ratios in one run; ``make bench`` prints the table.

Nothing fails here for being slow on a busy machine; the table is printed for a person to compare with the
goals, which stand beside the figures.
"""

from __future__ import annotations

import os
import re
import resource
import statistics
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

from pipelines.catalogue.regions import Regions
from pipelines.documents import ocr
from pipelines.documents.limits import Limits, OcrUse
from pipelines.documents.pool import read_isolated
from pipelines.documents.reading import read_document
from pipelines.extraction.engine import Context, extract
from pipelines.model import Document
from tests import formats
from tests.ofd_files import write_ofd
from tests.samples.compose import reports
from tests.scans import font_file, write_scan
from tests.unit.extraction.told import Told, rows
from tests.word97 import write_doc

Row = Callable[[str, str, str], None]
REGIONS = Regions.load(Path(__file__).parents[2] / "raw" / "regions.csv")
WRITERS: dict[str, Callable[[str, Path], Path]] = {
    "html": formats.write_html,
    "docx": formats.write_docx,
    "doc": write_doc,
    "wps": write_doc,
    "ofd": write_ofd,
    "pdf": formats.write_pdf,
}
SCANNED = int(os.environ.get("FAZHI_BENCH_SCANS", "6"))
NUMBER = re.compile(r"\d[\d.,]*")
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


def times_as_fast(own: Callable[[], object], peer: Callable[[], object], times: int) -> float:
    """Return the peer's processor time over one's own, each its fastest of some calls made in turn."""
    best = [float("inf"), float("inf")]
    for _ in range(times):
        for place, call in enumerate((own, peer)):
            start = time.process_time()
            call()
            best[place] = min(best[place], time.process_time() - start)
    return best[1] / best[0]


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


def peak(path: Path, document: Document) -> int:
    """Return the most memory that the worker has held, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.fixture(scope="module")
def table() -> Iterator[Row]:
    lines = [("what", "measured", "goal")]
    yield lambda *line: lines.append(line)
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    print()  # noqa: T201 - the table is what the benchmark is for
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))  # noqa: T201


@pytest.mark.slow
def test_pdf_with_tables_against_pdfplumber(tmp_path: Path, table: Row) -> None:
    path = write(tmp_path / "a.pdf", 100, 10)
    document = read_document(path)
    text, tables = by_pdfplumber(path)
    assert tables_of(document) == tables
    mine, theirs = letters(document.text), letters(text)
    agreement = (mine & theirs).total() / max(mine.total(), theirs.total())
    assert agreement >= 0.999
    ratio = times_as_fast(lambda: read_document(path), lambda: by_pdfplumber(path), 3)
    table("PDF, a ruled table on a page in ten: times as fast as pdfplumber", f"{ratio:.1f}", ">= 5")
    table("  characters that agree", f"{agreement:.2%}", ">= 99.9 %")


@pytest.mark.slow
def test_pdf_without_tables_against_pdfium(tmp_path: Path, table: Row) -> None:
    path = write(tmp_path / "a.pdf", 200, None)
    ratio = times_as_fast(lambda: read_document(path), lambda: by_pdfium(path), 9)
    table("PDF without tables: pages/s against pdfium alone", f"{ratio:.2f}", ">= 0.5")


@pytest.mark.slow
def test_memory_of_a_worker_on_a_long_file(tmp_path: Path, table: Row) -> None:
    path = write(tmp_path / "a.pdf", 379, 12)
    (outcome,) = read_isolated([path], then=peak)
    assert outcome.result is not None, outcome.problem
    table("peak memory of a worker on 379 pages, MB", f"{outcome.result / 1024:.0f}", "<= 150")


@pytest.mark.slow
def test_cost_of_isolation(tmp_path: Path, table: Row) -> None:
    paths = [formats.write_docx(SENTENCE * 40, tmp_path / f"{n}.docx") for n in range(300)]
    ratios = [isolated(paths) / alone(paths) for _ in range(3)]
    table("cost of isolation per small file", f"{statistics.median(ratios):.2f}", "<= 1.5")


def alone(paths: list[Path]) -> float:
    start = time.perf_counter()
    for path in paths[1:]:
        read_document(path)
    return time.perf_counter() - start


def isolated(paths: list[Path]) -> float:
    """Return the time from the first outcome to the last: a worker starts and ends once a run."""
    outcomes = read_isolated(paths, workers=1, then=length)
    next(outcomes)
    start = time.perf_counter()
    last = start
    for _ in outcomes:
        last = time.perf_counter()
    return last - start


@pytest.mark.slow
def test_the_same_figures_in_every_format(tmp_path: Path, table: Row) -> None:
    told, kept = 0, dict.fromkeys(WRITERS, 0)
    for number, report in enumerate(reports()):
        said = figures(formats.write_txt(report.text, tmp_path / f"{number}.txt"))
        told += len(said)
        for name, writer in WRITERS.items():
            path = writer(report.text, tmp_path / f"{number}.{name}")
            kept[name] += len(said & figures(path))
    for name, count in kept.items():
        table(f"figures of {told} that a .{name} gives as its .txt does", f"{count / told:.1%}", "100 %")
    assert set(kept.values()) == {told}


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_scans(tmp_path: Path, table: Row) -> None:
    if not ocr.available():
        table("scans: numbers read exactly", "needs [ocr]", ">= 99 %")
        return
    if font_file() is None:
        table("scans: numbers read exactly", "needs a Chinese font", ">= 99 %")
        return
    told = kept = 0
    prose, cells = Counter[str](), Counter[str]()
    for number, report in enumerate(reports()[:SCANNED]):
        path = write_scan(report.text, tmp_path / f"{number}.pdf")
        read = read_document(path, Limits(ocr=OcrUse.DO))
        said = figures(formats.write_txt(report.text, tmp_path / f"{number}.txt"))
        told += len(said)
        kept += len(said & figures_of(read))
        prose += count_numbers(outside_tables(report.text), outside_tables(read.text))
        written = [line for line in report.text.split("\n") if "\t" in line]
        cells += count_cells(written, tables_of(read))
    table(f"scans: numbers in prose read exactly, of {prose['all']}", share(prose), ">= 99 %")
    table(f"scans: cells with numbers read exactly, of {cells['all']}", share(cells), ">= 99 %")
    table(f"figures of {told} that a scan gives as its .txt does", f"{kept / told:.1%}", ">= 98 %")


def share(counted: Counter[str]) -> str:
    return f"{counted['read'] / max(counted['all'], 1):.1%}"


def outside_tables(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if "\t" not in line)


def count_numbers(written: str, read: str) -> Counter[str]:
    first, second = (Counter(NUMBER.findall(text.replace(" ", ""))) for text in (written, read))
    return Counter(all=first.total(), read=(first & second).total())


def count_cells(written: list[str], read: list[list[list[str]]]) -> Counter[str]:
    """Count the cells that hold a number and stand, with the same row's name, in what was read."""
    found = {(row[0], place, cell) for rows in read for row in rows for place, cell in enumerate(row)}
    wanted = [
        (row[0], place, cell)
        for row in (line.split("\t") for line in written)
        for place, cell in enumerate(row)
        if NUMBER.search(cell)
    ]
    return Counter(all=len(wanted), read=sum(cell in found for cell in wanted))


def figures(path: Path) -> frozenset[Told]:
    return figures_of(read_document(path))


def figures_of(document: Document) -> frozenset[Told]:
    return frozenset(rows(extract(document, Context(REGIONS, "report"))))
