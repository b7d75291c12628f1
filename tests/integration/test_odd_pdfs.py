"""Odd PDFs, each in a worker: whatever is wrong with one, it has an outcome, and no worker is lost.

A larger crowd (forms that hold themselves, fonts without maps, page boxes of any size, …) was read while the
reader was written; what failed then stands here or in the unit tests.
"""

from __future__ import annotations

import random
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption

from pipelines.documents.limits import MEGABYTE, Limits
from pipelines.documents.pool import read_isolated
from pipelines.model import Document
from tests import formats, odd_pdfs

TEXT = (
    "2024年，全区共收到行政复议申请86件，受理79件，审结74件，其中维持41件、撤销6件、调解结案27件。\n"
    "指标\t2022年\t2023年\n行政复议申请（件）\t72\t86\n特此报告。"
)
REFUSALS = {"unreadable", "empty", "encrypted", "garbled", "unknown_format", "needs_ocr", "too_large"}
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>"


def faults(path: Path, document: Document) -> list[str]:
    """Return what is wrong with a Document, whatever it was read from."""
    document.text.encode("utf-8")
    size = len(document.text)
    found = [f"page {start}" for start in document.page_starts if not 0 <= start <= size]
    if list(document.page_starts) != sorted(document.page_starts):
        found.append("pages out of order")
    for table in document.tables:
        cells = [document.text[cell.start : cell.end] for cell in table.cells]
        found += [repr(text) for text in cells if "\n" in text or "\t" in text]
    return found


def test_every_odd_pdf_has_an_outcome_and_costs_no_worker(tmp_path: Path) -> None:
    sound = [
        odd_pdfs.page(),
        formats.write_pdf(TEXT * 9, tmp_path / "sound.pdf").read_bytes(),
        formats.write_pdf(TEXT, tmp_path / "owner.pdf", encrypt=StandardEncryption("", "owner")).read_bytes(),
    ]
    paths = []
    for number, data in enumerate(sound):
        for name, damage in odd_pdfs.DAMAGES.items():
            for seed in range(4):
                chance = random.Random(f"{number} {name} {seed}")  # noqa: S311 - reproducible damage
                paths.append(tmp_path / f"{number} {name} {seed}.pdf")
                paths[-1].write_bytes(damage(data, chance))
    outcomes = list(read_isolated(paths, limits=Limits(seconds=20), workers=2, then=faults))
    assert [outcome.path for outcome in outcomes] == paths
    assert {
        o.path.name: o.problem.message for o in outcomes if o.problem and o.problem.code not in REFUSALS
    } == {}
    assert {o.path.name: o.result for o in outcomes if o.result} == {}
    assert any(outcome.result == [] for outcome in outcomes)


def test_forms_within_forms_without_number_end_within_the_limits(tmp_path: Path) -> None:
    """Each form draws the next one twice: 2 to the power of 40 times in all."""
    page = odd_pdfs.PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</X 6 0 R>>")
    forms = [
        odd_pdfs.stream(b"/X Do /X Do", FORM.replace(b"6 0 R", b"%d 0 R" % number)) for number in range(7, 47)
    ]
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, odd_pdfs.FONT]
    (tmp_path / "a.pdf").write_bytes(odd_pdfs.assembled([*objects, odd_pdfs.stream(b"/X Do"), *forms]))
    good = formats.write_txt("全年共受理86件。", tmp_path / "b.txt")
    limits = Limits(seconds=10, memory_bytes=512 * MEGABYTE)
    bad, other = read_isolated([tmp_path / "a.pdf", good], limits=limits, workers=1, then=faults)
    assert bad.problem is not None
    assert bad.problem.code in {"reader_crashed", "reader_timeout", "too_large"}
    assert other.problem is None
