"""PDF files with a text layer.

pdfium gives the text and the ruling lines; a page without text is told from an empty one. Not here: lines
into paragraphs (pdf_layout), tables (pdf_tables), OCR.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.documents.assembling import Assembler
from pipelines.documents.columns import read_page
from pipelines.documents.limits import Limits, OcrUse, ReadError
from pipelines.documents.ocr import HINT, Scan
from pipelines.documents.paged import write_pages
from pipelines.documents.pdf_furniture import Item
from pipelines.documents.pdf_mining import mine
from pipelines.documents.pdf_page import Page
from pipelines.model import Document, Hints, Problem

READER = "pdf/1"
MEDIA_TYPE = "application/pdf"
# A page with fewer characters than this is taken for a scan when a picture covers most of it.
_FEW_CHARACTERS, _PICTURE_SHARE = 30, 0.5


@dataclass(slots=True)
class _Pages:
    """What was found on the pages of a file."""

    items: list[list[Item]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    scans: int = 0
    incomplete: int = 0
    drawn: bool = False
    ocr: Scan = field(default_factory=Scan)


def read(data: bytes, limits: Limits) -> Document:
    """Read the text, paragraphs and ruled tables of a PDF.

    Raises:
        ReadError: ``encrypted``, ``unreadable``, ``too_large`` (pages), ``needs_ocr``, ``empty``.
    """
    document = _open(data)
    try:
        count = len(document)
        if count > limits.pages:
            raise ReadError("too_large", f"{count} 页，限度 {limits.pages} 页 pages over the limit")
        pages = _Pages()
        for index in range(count):
            _read_page(document, data, index, limits, pages)
        hints = Hints(title=_title(document))
    finally:
        document.close()
    problems = _judge(pages, limits)
    assembler = Assembler()
    write_pages(pages.items, pages.widths, pages.heights, assembler)
    return assembler.document(READER, MEDIA_TYPE, hints=hints, ocr=pages.ocr.pages > 0, problems=problems)


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise ReadError("encrypted", "PDF 已加密，需要密码 the PDF asks for a password") from error
        raise ReadError("unreadable", f"PDF 损坏 the PDF is damaged: {error}") from error
    if not len(document):
        document.close()
        raise ReadError("unreadable", "PDF 没有页 the PDF has no pages")
    return document


def _read_page(
    document: pypdfium2.PdfDocument, data: bytes, index: int, limits: Limits, pages: _Pages
) -> None:
    try:
        with Page(document, index) as page:
            if page.passes_over_text() and not mine(page, data, index):
                pages.incomplete += 1
            items = read_page(page, limits.paths)
            if len(page.characters) < _FEW_CHARACTERS:
                objects, picture = page.object_kinds()
                pages.drawn = pages.drawn or objects > 0
                if picture > _PICTURE_SHARE or (objects and not items):
                    pages.scans += picture > _PICTURE_SHARE
                    if limits.ocr is OcrUse.DO:
                        items = pages.ocr.read(page.picture(), page.width)
            pages.items.append(items)
            pages.widths.append(page.width)
            pages.heights.append(page.height)
    except pypdfium2.PdfiumError as error:
        raise ReadError(
            "unreadable", f"第 {index + 1} 页损坏 page {index + 1} is damaged: {error}"
        ) from error


def _judge(pages: _Pages, limits: Limits) -> tuple[Problem, ...]:
    """Tell a scan from an empty file, and a file with some pages missing from a whole one.

    Raises:
        ReadError: ``needs_ocr`` or ``empty``.
    """
    count, written = len(pages.items), sum(1 for items in pages.items if items)
    if pages.ocr.pages:
        return pages.ocr.problems()
    asked = pages.scans and limits.ocr is OcrUse.ASK
    if asked or pages.scans * 2 > count or (not written and pages.drawn):
        raise ReadError("needs_ocr", f"{count} 页没有文字层 {count} pages without a text layer; {HINT}")
    if not written:
        raise ReadError("empty", f"{count} 页均为空白 all {count} pages are blank")
    problems = []
    if pages.scans:
        message = f"{pages.scans} 页为扫描图像，未读取 {pages.scans} scanned pages were not read"
        problems.append(Problem("pages_not_read", message))
    if pages.incomplete:
        message = f"{pages.incomplete} 页字体未嵌入 fonts are not embedded on {pages.incomplete} pages"
        problems.append(Problem("text_incomplete", message))
    return tuple(problems)


def _title(document: pypdfium2.PdfDocument) -> str | None:
    return document.get_metadata_dict(skip_empty=True).get("Title", "").strip() or None
