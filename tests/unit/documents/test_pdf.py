"""PDF: paragraphs joined over lines and pages, tables once, page furniture left out, and what has no text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from pipelines.documents.assembling import Assembler
from pipelines.documents.glyphs import Box, Line
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.paged import write_pages
from pipelines.documents.pdf_mining import mine
from pipelines.documents.pdf_page import Page
from pipelines.documents.reading import read_bytes, read_document
from pipelines.model import Document
from tests import formats, odd_pdfs

WIDE = "区政府全年共召开专题会议研究法治建设工作，逐项落实年度任务。"
SHORT = "区政府全年召开专题会议十二次。"


def drawn(*pages: Callable[[Canvas], object], **options: object) -> bytes:
    """Return a PDF whose pages the functions draw."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    for draw in pages:
        canvas.setFont(formats.FONT, 14)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(*texts: str, left: float = 86, top: float = 700, step: float = 24) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(left, top - number * step, text)

    return draw


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [line.split("\t") for line in document.text[table.start : table.end].split("\n")]


@pytest.mark.parametrize("size", [10.5, 14.0, 16.0])
def test_wrapped_paragraphs_become_the_paragraphs_they_were(tmp_path: Path, report: str, size: float) -> None:
    document = read_document(formats.write_pdf(report * 3, tmp_path / "a.pdf", size=size))
    assert unspaced(document.text) == unspaced(report * 3)
    assert len(document.page_starts) > 1


def unspaced(text: str) -> list[str]:
    # A space at a line's end is not in the PDF any more.
    return ["".join(line.split(" ")) for line in text.split("\n") if line.strip()]


def test_paragraphs_without_indent_are_told_by_their_last_line(tmp_path: Path, report: str) -> None:
    document = read_document(formats.write_pdf(report, tmp_path / "a.pdf", indent=False))
    assert unspaced(document.text) == unspaced(report)


def test_page_starts_are_where_each_page_begins(tmp_path: Path) -> None:
    text = "\n".join(f"第{number}项工作已经完成，涉及案件{number * 3}件。" for number in range(1, 80))
    document = read_document(formats.write_pdf(text, tmp_path / "a.pdf"))
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        assert len(document.page_starts) == len(pdf)
        for number, start in enumerate(document.page_starts):
            shown = pdf[number].get_textpage().get_text_range()
            assert document.text[start : start + 12] in shown
            assert document.page_of(start) == number + 1
    assert document.page_of(0) == 1
    assert document.page_of(len(document.text)) == len(document.page_starts)


def test_short_lines_headings_and_dates_stay_apart() -> None:
    data = drawn(lines("示例区人民政府", "工作报告", WIDE[:26], "特此报告。", "二〇二四年三月"))
    assert read_bytes(data).text.split("\n") == [
        "示例区人民政府",
        "工作报告",
        WIDE[:26],
        "特此报告。",
        "二〇二四年三月",
    ]


def test_a_number_cut_by_the_line_end_is_whole_and_words_keep_their_space() -> None:
    full = "区政府全年共收到人民群众依法提出的各类行政复议申请共计20"
    data = drawn(lines(full, "24件，其中审结2000件。该项工作由司法行政部门负责 Legal", "Aid 热线受理。"))
    assert "共计2024件" in read_bytes(data).text


@pytest.mark.parametrize(
    "number",
    [
        "— {} —",
        "-{}-",
        "- {} -",
        "第{}页",
        "第 {} 页 共 3 页",
        "第{}页/共3页",
        "{}/3",
        "{}",
        "Page {} of 3",
    ],
)
def test_page_numbers_are_left_out(number: str) -> None:
    def page(count: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawCentredString(A4[0] / 2, 50, number.format(count))
            lines(SHORT, f"第{count}部分。")(canvas)

        return draw

    text = read_bytes(drawn(*(page(count) for count in (1, 2, 3)))).text
    assert text.split("\n") == [line for count in (1, 2, 3) for line in (SHORT, f"第{count}部分。")]


def test_running_heads_are_left_out_but_the_title_is_kept() -> None:
    def page(count: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(86, 800, "示例区司法局 法治政府建设年度报告")
            lines(f"第{count}部分开始", SHORT, f"收到申请{count}件。")(canvas)

        return draw

    text = read_bytes(drawn(*(page(count) for count in (1, 2, 3)))).text
    assert "示例区司法局" not in text
    assert "第1部分开始" in text
    assert "收到申请3件。" in text


def test_a_figure_that_stands_low_on_the_page_is_no_page_number() -> None:
    text = read_bytes(drawn(lines(SHORT, "合计", "86"), lines("二、其他", top=120), lines("17", top=60))).text
    assert "86" in text
    assert "17" in text


def test_a_ruled_table_is_read_once_with_its_cells(tmp_path: Path) -> None:
    text = f"{WIDE}\n指标\t2022年\t2023年\n行政复议申请（件）\t72\t86\n人民调解成功率\t96.1%\t\n{WIDE}"
    document = read_document(formats.write_pdf(text, tmp_path / "a.pdf"))
    assert document.text == text
    assert [(cell.row, cell.column) for cell in document.tables[0].cells] == [
        (row, column) for row in range(3) for column in range(3)
    ]


def test_merged_cells_of_a_ruled_table_have_spans() -> None:
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("FONT", (0, 0), (-1, -1), formats.FONT, 10),
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (2, 0)),
    ]
    rows = [["单位", "案件情况", ""], ["", "收到数量", "审结数量"], ["公安分局", "120", "118"]]
    document = read_bytes(built([Table(rows, style=style)]))
    assert cells(document) == [["单位", "案件情况"], ["收到数量", "审结数量"], ["公安分局", "120", "118"]]
    spans = {document.text[c.start : c.end]: (c.row_span, c.column_span) for c in document.tables[0].cells}
    assert spans["单位"] == (2, 1)
    assert spans["案件情况"] == (1, 2)


def built(story: Sequence[object]) -> bytes:
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, topMargin=110, bottomMargin=110).build(list(story))
    return buffer.getvalue()


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_table_over_page_breaks_is_one_table(tmp_path: Path, repeat: int) -> None:
    rows = [["单位", "收到件数", "审结件数"]] + [
        [f"第{n}街道", str(n * 11), str(n * 10)] for n in range(1, 90)
    ]
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), formats.FONT, 10)]
    document = read_bytes(built([Table(rows, repeatRows=repeat, style=style)]))
    assert cells(document) == rows
    assert len(document.page_starts) > 2
    second = document.text[document.page_starts[1] :]
    assert second.startswith("第")
    assert [cell.row for cell in document.tables[0].cells[::3]] == list(range(90))


def test_a_row_cut_by_a_page_break_is_made_whole() -> None:
    def grid(canvas: Canvas, top: float, heights: Sequence[float]) -> None:
        levels = [top]
        for height in heights:
            levels.append(levels[-1] - height)
        canvas.grid([86, 186, 286, 506], levels)

    def first(canvas: Canvas) -> None:
        lines(WIDE)(canvas)
        grid(canvas, 200, [30, 60])
        for x, text in ((90, "序号"), (190, "单位名称"), (290, "主要内容说明")):
            canvas.drawString(x, 180, text)
        canvas.drawString(90, 150, "壹")
        canvas.drawString(190, 150, "区司法局")
        canvas.drawString(290, 150, "全年办理法律援助")
        canvas.drawString(290, 125, "案件共计三百")

    def second(canvas: Canvas) -> None:
        grid(canvas, 780, [40, 40])
        canvas.drawString(290, 755, "五十二件")
        canvas.drawString(90, 715, "贰")
        canvas.drawString(190, 715, "区公安分局")
        canvas.drawString(290, 715, "无")

    assert cells(read_bytes(drawn(first, second))) == [
        ["序号", "单位名称", "主要内容说明"],
        ["壹", "区司法局", "全年办理法律援助案件共计三百五十二件"],
        ["贰", "区公安分局", "无"],
    ]


def test_lines_drawn_for_ornament_make_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 60, 480, 700)
        for height in (760, 755, 90, 85):
            canvas.line(60, height, 540, height)
        lines(SHORT, "特此报告。")(canvas)

    document = read_bytes(drawn(draw))
    assert document.tables == ()
    assert document.text == f"{SHORT}\n特此报告。"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_like_one_that_is_not(tmp_path: Path, turn: int) -> None:
    text = f"{WIDE * 5}\n指标\t2022年\t2023年\n行政复议申请（件）\t72\t86\n{WIDE}"
    formats.write_pdf(text, tmp_path / "a.pdf", footer=False)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        rotated_content(pdf, turn)
        pdf.save(tmp_path / "b.pdf")
    assert read_document(tmp_path / "b.pdf").text == text


def rotated_content(pdf: pypdfium2.PdfDocument, turn: int) -> None:
    """Turn the content one way and the page the other, so that it is shown as before."""
    page = pdf[0]
    width, height = page.get_size()
    moves = {0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}
    matrix = pypdfium2.PdfMatrix().rotate(-turn).translate(*moves[turn])
    for item in page.get_objects():
        item.transform(matrix)
    if turn in (90, 270):
        page.set_mediabox(0, 0, height, width)
    page.set_rotation(turn)
    page.gen_content()


def test_a_table_inside_a_form_is_found(tmp_path: Path) -> None:
    text = f"{WIDE}\n指标\t2022年\t2023年\n行政复议申请（件）\t72\t86"
    formats.write_pdf(text, tmp_path / "a.pdf", footer=False)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as source, pypdfium2.PdfDocument.new() as target:
        page = target.new_page(*A4)
        page.insert_obj(source.page_as_xobject(0, target).as_pageobject())
        page.gen_content()
        target.save(tmp_path / "b.pdf")
    assert read_document(tmp_path / "b.pdf").text == text


def test_single_characters_in_a_font_that_is_not_embedded_are_not_lost() -> None:
    def draw(canvas: Canvas) -> None:
        for number, character in enumerate("审结八十六件"):
            canvas.drawString(86 + 14 * number, 700, character)

    assert read_bytes(drawn(draw)).text == "审结八十六件"


def test_a_line_like_the_one_above_it_is_not_lost(tmp_path: Path) -> None:
    text = "\n".join([WIDE * 5, "无", "无", "无"])
    assert read_document(formats.write_pdf(text, tmp_path / "a.pdf")).text == text


def test_the_title_of_the_file_is_a_hint(tmp_path: Path) -> None:
    path = formats.write_pdf(WIDE, tmp_path / "a.pdf", title="2023年法治政府建设报告")
    assert read_document(path).hints.title == "2023年法治政府建设报告"


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


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


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
