"""Writes a text as a file of each format, so that tests can compare what is read back.

Each non-blank line of the text becomes a paragraph; a line with tabs becomes a row of a table (rows that
follow each other are one table). Used by tests only.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def blocks(text: str) -> Iterator[str | list[list[str]]]:
    """Yield paragraphs (str) and tables (rows of cells) of a text in order."""
    lines = [line for line in text.split("\n") if line.strip()]
    for is_row, group in groupby(lines, key=lambda line: "\t" in line):
        if is_row:
            yield [line.split("\t") for line in group]
        else:
            yield from group


def write_txt(text: str, path: Path, *, encoding: str = "utf-8") -> Path:
    """Write the text as it is."""
    path.write_bytes(text.encode(encoding))
    return path


def write_docx(text: str, path: Path) -> Path:
    """Write a Word document with a heading-less body."""
    document = docx.Document()
    for block in blocks(text):
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            table = document.add_table(rows=len(block), cols=max(map(len, block)))
            for row, cells in enumerate(block):
                for column, cell in enumerate(cells):
                    table.cell(row, column).text = cell
    document.save(str(path))
    return path


def write_html(text: str, path: Path, *, encoding: str = "gb18030", declared: str | None = None) -> Path:
    """Write a page as government sites have them: navigation, the text in a container, a footer."""
    body = "\n".join(_html_block(block) for block in blocks(text))
    page = f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared or encoding}">
<title>示例区人民政府</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/2024">2024年专题</a></div>
<div class="crumbs">您现在的位置：<a href="/">首页</a> &gt; 政务公开 &gt; 法治政府建设</div>
<div class="info">发布时间：2025-03-01 浏览次数：1234</div>
<div class="TRS_Editor">
{body}
</div>
<div class="footer">版权所有：示例区人民政府办公室 电话：0000-1234567</div>
</body></html>"""
    path.write_bytes(page.encode(encoding))
    return path


def _html_block(block: str | list[list[str]]) -> str:
    if isinstance(block, str):
        return f"<p>　　{html.escape(block)}</p>"
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in block)
    return f'<table border="1"><tbody>{rows}</tbody></table>'


def write_pdf(
    text: str,
    path: Path,
    *,
    indent: bool = True,
    size: float = 14.0,
    footer: bool = True,
    **options: object,
) -> Path:
    """Write an A4 document with wrapped paragraphs, ruled tables and page numbers.

    Args:
        text: The text.
        path: Where to write.
        indent: Begin each paragraph two characters in, as official documents do.
        size: Font size in points.
        footer: Print ``— n —`` at the foot of each page.
        **options: Further settings of reportlab's template, e.g. ``encrypt`` or ``title``.
    """
    style = ParagraphStyle(
        "body",
        fontName=FONT,
        fontSize=size,
        leading=size * 1.7,
        firstLineIndent=2 * size if indent else 0,
        wordWrap="CJK",
    )
    cell_style = ParagraphStyle("cell", parent=style, fontSize=10, leading=13, firstLineIndent=0)
    story: list[Paragraph | Table] = []
    for block in blocks(text):
        if isinstance(block, str):
            story.append(Paragraph(html.escape(block), style))
        else:
            cells = [[Paragraph(html.escape(cell), cell_style) for cell in row] for row in block]
            story.append(Table(cells, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    number = _number_page if footer else _leave_page
    margins = {"leftMargin": 80, "rightMargin": 75, "topMargin": 104, "bottomMargin": 99}
    SimpleDocTemplate(str(path), pagesize=A4, **margins, **options).build(
        story, onFirstPage=number, onLaterPages=number
    )
    return path


def _number_page(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont(FONT, 12)
    canvas.drawCentredString(A4[0] / 2, 60, f"— {canvas.getPageNumber()} —")


def _leave_page(canvas: Canvas, template: SimpleDocTemplate) -> None:
    pass
