"""PDF files drawn for a test, and what is looked at in what was read of them."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipelines.model import Document
from tests import formats

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


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]
