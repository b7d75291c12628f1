"""PDF: what has no text, what is damaged, and what is wrong with a page are told and cost no more."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents.assembling import Assembler
from pipelines.documents.glyphs import Box, Line
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.paged import write_pages
from pipelines.documents.pdf_mining import mine
from pipelines.documents.pdf_page import Page
from pipelines.documents.reading import read_bytes, read_document
from tests import formats, odd_pdfs
from tests.unit.documents.drawn_pdf import SHORT, WIDE, codes, drawn, lines


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)


def failure(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, limits or Limits())
    return caught.value.code


def test_a_scan_needs_ocr_and_is_no_empty_report() -> None:
    assert failure(drawn(picture, picture)) == "needs_ocr"


def test_outlines_of_characters_without_text_need_ocr() -> None:
    assert failure(drawn(lambda canvas: canvas.circle(300, 400, 50))) == "needs_ocr"


def test_some_scanned_pages_are_a_warning() -> None:
    document = read_bytes(drawn(lines(SHORT, SHORT), lines(SHORT), picture))
    assert SHORT in document.text
    assert [problem.code for problem in document.problems] == ["pages_not_read"]


def test_blank_pages_are_empty() -> None:
    assert failure(drawn(lambda canvas: None)) == "empty"


def test_a_user_password_is_asked_for_and_an_owner_password_is_not(tmp_path: Path) -> None:
    asks, forbids = StandardEncryption("user", "owner"), StandardEncryption("", "owner", canCopy=0)
    assert failure(formats.write_pdf(WIDE, tmp_path / "a.pdf", encrypt=asks).read_bytes()) == "encrypted"
    document = read_document(formats.write_pdf(WIDE, tmp_path / "b.pdf", encrypt=forbids))
    assert document.text == WIDE
    # Its font is not embedded, and whether the machine has one to stand in is not for this test to say.
    assert {problem.code for problem in document.problems} <= {"text_incomplete"}


def test_a_truncated_file_is_unreadable(tmp_path: Path, report: str) -> None:
    data = formats.write_pdf(report, tmp_path / "a.pdf").read_bytes()
    assert failure(data[: len(data) // 2]) in {"unreadable", "empty"}
    assert failure(data[:40]) == "unreadable"


def test_a_file_with_too_many_pages_is_refused() -> None:
    blank = [lambda canvas: None] * 51
    assert failure(drawn(*blank), Limits(pages=50)) == "too_large"


def test_text_from_a_font_without_a_character_map_is_garbled() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 14)
        for number in range(20):
            canvas.drawString(86, 700 - 20 * number, "ÖÐ¹úÈËÃñÕþ¸®·¨ÖÎ½¨Éè±¨¸æ")

    assert failure(drawn(draw)) == "garbled"


def test_a_page_tree_that_loops_is_unreadable() -> None:
    data = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[2 0 R]/Count 3>> endobj
trailer <</Root 1 0 R>>
%%EOF"""
    assert failure(data) in {"unreadable", "empty"}


def test_a_page_with_very_many_lines_is_read_without_looking_for_tables() -> None:
    def draw(canvas: Canvas) -> None:
        lines(WIDE)(canvas)
        for number in range(300):
            canvas.line(60, 100 + number, 500, 100 + number)
            canvas.line(60 + number, 100, 60 + number, 400)

    document = read_bytes(drawn(draw), Limits(paths=100))
    assert document.text == WIDE
    assert document.tables == ()


def test_a_damaged_page_costs_only_itself_and_is_told() -> None:
    document = read_bytes(odd_pdfs.page(kids=b"3 0 R 99 0 R 3 0 R"))
    assert document.text.count("received 86 applications") == 2
    assert codes(document) == ["pages_damaged"]
    assert "2" in document.problems[0].message
    assert failure(odd_pdfs.page(kids=b"3 0 R 98 0 R 99 0 R")) == "unreadable"


def test_a_title_that_is_half_a_character_costs_nothing() -> None:
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", odd_pdfs.PAGE]
    info = [odd_pdfs.FONT, odd_pdfs.stream(odd_pdfs.TEXT), b"<</Title <FEFFD800D800>>>"]
    document = read_bytes(odd_pdfs.assembled([*objects, *info], b"/Info 6 0 R"))
    assert "86 applications" in document.text
    assert document.hints.title is None


def test_a_page_that_pdfminer_chokes_on_stays_as_pdfium_has_it() -> None:
    # Whether pdfminer is asked at all depends on the machine's fonts, so it is asked here.
    data = drawn(lines(WIDE))
    damaged = data.replace(b"/Author (", b"/Au /hor(")
    with pypdfium2.PdfDocument(damaged) as pdf, Page(pdf, 0) as page:
        characters = page.characters
        assert WIDE in characters
        assert not mine(page, damaged, 0)
        assert page.characters == characters
        assert mine(page, data, 0)


def test_the_numbers_of_glyphs_are_no_text() -> None:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    system = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+X%s/DW 1000>>" % system
    text = b"BT /F1 14 Tf 80 700 Td <" + b"0102" * 60 + b"> Tj ET"
    assert failure(odd_pdfs.page(text, font=font, more=[inner])) == "garbled"


def test_control_characters_are_replaced_where_they_stand_and_told() -> None:
    document = read_bytes(odd_pdfs.page(odd_pdfs.TEXT.replace(b"86", b"8\\0016")))
    assert "received 8\ufffd6 applications" in document.text
    assert codes(document) == ["characters_replaced"]


def test_a_file_whose_beginning_is_lost_is_no_text() -> None:
    assert failure(odd_pdfs.page()[200:]) == "unreadable"


def test_text_that_stands_hidden_behind_a_scan_is_flagged_as_read_by_ocr() -> None:
    def scan(canvas: Canvas) -> None:
        picture(canvas)
        text = canvas.beginText(86, 700)
        text.setFont(formats.FONT, 14)
        text.setTextRenderMode(3)
        text.textLine(WIDE)
        canvas.drawText(text)

    document = read_bytes(drawn(scan))
    assert WIDE in document.text
    assert document.ocr
    assert codes(document)[0] == "read_by_ocr"


def test_lines_without_width_are_read_as_they_stand() -> None:
    pressed = [Line("全年受理申请八十六件", Box(80, top, 80, top + 14), 14.0) for top in (100, 120, 140)]
    assembler = Assembler()
    write_pages([pressed], [595.0], [842.0], assembler)
    assert assembler.document("pdf", "application/pdf").text.count("八十六件") == 3


def test_what_is_wrong_with_a_file_does_not_depend_on_the_one_before(tmp_path: Path) -> None:
    locked = formats.write_pdf(WIDE, tmp_path / "a.pdf", encrypt=StandardEncryption("user", "owner"))
    headless = odd_pdfs.assembled([odd_pdfs.PAGE, b"<</Type/Pages/Kids[1 0 R]/Count 1>>"])
    assert failure(locked.read_bytes()) == "encrypted"
    assert failure(headless) == "unreadable"
