"""A sample report as a file of each format, the same bytes each time.

Here belong the formats. What a report says is made in compose.py.
"""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.samples.compose import Block, Report

FONT = "STSong-Light"
_ZIP_TIME = (2020, 1, 1, 0, 0, 0)


def render(report: Report) -> bytes:
    """Return the file of a report in its format."""
    makers: dict[str, Callable[[Report], bytes]] = {"txt": _txt, "html": _html, "docx": _docx, "pdf": _pdf}
    return makers[report.format](report)


def _txt(report: Report) -> bytes:
    """A text file with indented paragraphs and a blank line around tables; UTF-8 or GB18030 by year."""
    lines = []
    for block in report.blocks:
        if block.rows:
            lines += ["", *("\t".join(row) for row in block.rows), ""]
        elif block.kind == "signature":
            lines.append("\u3000" * 20 + block.text)
        else:
            lines.append(("\u3000\u3000" if block.kind == "paragraph" else "") + block.text)
    return ("\r\n".join(lines) + "\r\n").encode("gb18030" if report.year % 2 else "utf-8")


_PAGE = """<!DOCTYPE html>
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{published}">
<meta name="ContentSource" content="{publisher}">
<title>{title}_{publisher}</title>
<script>document.cookie = "visited=1";</script>
</head>
<body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>\
<li><a href="/zmhd/">政民互动</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 年度报告</div>
<div class="article">
<h1>{title}</h1>
<div class="info">来源：{publisher}&nbsp;&nbsp;发布时间：{published}&nbsp;&nbsp;\
字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div class="content" id="zoom">
{body}
</div>
<div class="share">打印本页 关闭窗口</div>
</div>
<div class="footer">主办：{publisher}办公室&nbsp;&nbsp;（本页面及所述地区均为虚构示例）</div>
</body>
</html>
"""


def _html(report: Report) -> bytes:
    """A government page with its furniture, in GB18030 under the declaration such pages carry."""
    body = "\n".join(_element(block) for block in report.blocks if block.kind != "title")
    page = _PAGE.format(
        charset="gb2312" if report.year % 2 else "gb18030",
        title=html.escape(report.title),
        publisher=html.escape(report.publisher),
        published=report.published.isoformat(),
        body=body,
    )
    return page.encode("gb18030")


def _element(block: Block) -> str:
    if block.rows:
        rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block.rows)
        return "<table border=1>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
    if block.kind == "signature":
        return f'<p style="text-align:right">{html.escape(block.text)}</p>'
    if block.kind == "heading":
        return f"<p><strong>{html.escape(block.text)}</strong></p>"
    indent = "" if block.kind == "line" else "\u3000\u3000"
    return f"<p>{indent}{html.escape(block.text)}</p>"


def _docx(report: Report) -> bytes:
    document = docx.Document()
    stamp = datetime(report.published.year, report.published.month, report.published.day, tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.author = report.title, report.publisher
    properties.created = properties.modified = stamp.replace(tzinfo=None)
    for block in report.blocks:
        _docx_block(document, block)
    packed = io.BytesIO()
    document.save(packed)
    return _with_fixed_times(packed)


def _docx_block(document: DocxDocument, block: Block) -> None:
    if block.rows:
        table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
        for cells, texts in zip(table.rows, block.rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
        return
    if block.kind == "title":
        document.add_heading(block.text, level=0)
    elif block.kind == "heading":
        document.add_heading(block.text, level=1)
    else:
        paragraph = document.add_paragraph(block.text)
        if block.kind == "paragraph":
            paragraph.paragraph_format.first_line_indent = Pt(24)
        if block.kind == "signature":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _with_fixed_times(packed: io.BytesIO) -> bytes:
    """Pack a .docx again with one time for all members: the time of making is the only thing that differs."""
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            entry = zipfile.ZipInfo(member.filename, _ZIP_TIME)
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                0o600 << 16,
                3,
            )
            new.writestr(entry, old.read(member))
    return out.getvalue()


def _style(name: str, size: float = 12, **more: object) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=FONT, fontSize=size, leading=size * 1.75, wordWrap="CJK", **more)


def _pdf(report: Report) -> bytes:
    """A printed page: lines broken by width, ruled tables, a page number at the foot, a running head."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=28 * mm,
        rightMargin=26 * mm,
        topMargin=34 * mm,
        bottomMargin=30 * mm,
        title=report.title,
        author=report.publisher,
        invariant=1,
    )
    story: list[Flowable] = []
    for kind, blocks in groupby(report.blocks, key=lambda block: block.kind):
        story += [_flowable(block) for block in blocks]
        if kind in ("title", "table"):
            story.append(Spacer(1, 6 * mm))

    def furniture(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(A4[0] / 2, 15 * mm, f"— {canvas.getPageNumber()} —")
        canvas.drawRightString(A4[0] - 26 * mm, A4[1] - 20 * mm, f"{report.publisher}文件")

    template.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _flowable(block: Block) -> Flowable:
    if block.rows:
        grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), FONT, 10)]
        return Table([list(row) for row in block.rows], style=grid)
    styles = {
        "title": _style("title", 17, alignment=TA_CENTER),
        "heading": _style("heading", 13, spaceBefore=6),
        "line": _style("line"),
        "paragraph": _style("paragraph", firstLineIndent=24),
        "signature": _style("signature", alignment=TA_RIGHT),
    }
    return Paragraph(html.escape(block.text), styles[block.kind])
