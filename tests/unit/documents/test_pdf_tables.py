"""PDF: tables are read once, with their cells, over page breaks; ornament is no table."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from pipelines.documents.reading import read_bytes, read_document
from tests import formats
from tests.unit.documents.drawn_pdf import SHORT, WIDE, cells, drawn, lines


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


def test_a_table_inside_a_form_is_found(tmp_path: Path) -> None:
    text = f"{WIDE}\n指标\t2022年\t2023年\n行政复议申请（件）\t72\t86"
    formats.write_pdf(text, tmp_path / "a.pdf", footer=False)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as source, pypdfium2.PdfDocument.new() as target:
        page = target.new_page(*A4)
        page.insert_obj(source.page_as_xobject(0, target).as_pageobject())
        page.gen_content()
        target.save(tmp_path / "b.pdf")
    assert read_document(tmp_path / "b.pdf").text == text
