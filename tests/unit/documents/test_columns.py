"""Tables without ruling lines: figures under each other in columns are a table, other lines are not."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from pipelines.documents.reading import read_bytes
from tests.unit.documents.test_pdf import SHORT, drawn


def rows(
    *texts: tuple[str, ...], top: float = 600, lefts: tuple[float, ...] = (90, 260, 400)
) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(texts):
            for left, text in zip(lefts, row, strict=False):
                canvas.drawString(left, top - 24 * number, text)

    return draw


def both(*draws: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    return lambda canvas: [draw(canvas) for draw in draws] and None


def test_figures_in_columns_are_a_table() -> None:
    table = rows(("指标", "2022年", "2023年"), ("行政复议", "72", "86"), ("人民调解", "2,310", "2,475"))
    above, below = rows((SHORT,), top=700), rows(("二、存在的不足",), top=500)
    document = read_bytes(drawn(both(above, table, below)))
    assert document.text.split("\n") == [
        SHORT,
        "指标\t2022年\t2023年",
        "行政复议\t72\t86",
        "人民调解\t2,310\t2,475",
        "二、存在的不足",
    ]
    (found,) = document.tables
    assert [(cell.row, cell.column) for cell in found.cells] == [(r, c) for r in range(3) for c in range(3)]


def test_a_missing_figure_leaves_its_cell_blank() -> None:
    def draw(canvas: Canvas) -> None:
        rows(("指标", "2022年", "2023年"), ("行政复议", "72", "86"))(canvas)
        canvas.drawString(90, 552, "人民调解")
        canvas.drawString(400, 552, "2475")

    assert read_bytes(drawn(draw)).text.endswith("人民调解\t\t2475")


def test_two_names_side_by_side_are_a_line() -> None:
    draw = both(
        rows((SHORT,), top=700), rows(("中共示例区委", "", "示例区人民政府"), ("二〇二四年", "", "三月"))
    )
    document = read_bytes(drawn(draw))
    assert document.tables == ()
    assert document.text.split("\n")[1].split() == ["中共示例区委", "示例区人民政府"]


def test_text_in_two_columns_of_sentences_is_no_table() -> None:
    left = "全区共受理行政复议申请八十六件，审结七十四件"
    document = read_bytes(drawn(rows((left, left), (left, left), (left, left), lefts=(40, 320))))
    assert document.tables == ()
