"""PDF: paragraphs joined over lines and pages, page furniture left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipelines.documents.reading import read_bytes, read_document
from tests import formats
from tests.unit.documents.drawn_pdf import SHORT, WIDE, drawn, lines


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
