"""PDF files with a text layer.

pdfium gives the text and the ruling lines; a page without text is told from an empty one. Not here: lines
into paragraphs (pdf_layout), tables (pdf_tables), OCR.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from pipelines.documents.assembling import Assembler
from pipelines.documents.columns import read_page
from pipelines.documents.decoding import is_garbled
from pipelines.documents.limits import Limits, OcrUse, ReadError
from pipelines.documents.ocr import HINT, Scan
from pipelines.documents.paged import write_pages
from pipelines.documents.pdf_furniture import Item
from pipelines.documents.pdf_mining import mine
from pipelines.documents.pdf_page import Page
from pipelines.model import Document, Hints, Problem

READER = "pdf/2"
MEDIA_TYPE = "application/pdf"
_NO_PDF = b"no PDF"
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
    hidden: int = 0
    damaged: list[int] = field(default_factory=list)
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
    return assembler.document(
        READER, MEDIA_TYPE, hints=hints, ocr=pages.ocr.pages + pages.hidden > 0, problems=problems
    )


def _open(data: bytes) -> pypdfium2.PdfDocument:
    # pdfium does not always say why it fails, and then its last reason stands: that of an earlier file.
    pdfium.FPDF_LoadMemDocument(_NO_PDF, len(_NO_PDF), None)
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
    items: list[Item] = []
    width = height = 0.0
    try:
        with Page(document, index) as page:
            width, height = page.width, page.height
            items = _items(page, data, index, limits, pages)
    except pypdfium2.PdfiumError:
        pages.damaged.append(index + 1)
    pages.items.append(items)
    pages.widths.append(width)
    pages.heights.append(height)


def _items(page: Page, data: bytes, index: int, limits: Limits, pages: _Pages) -> list[Item]:
    if page.passes_over_text() and not mine(page, data, index):
        pages.incomplete += 1
    items = read_page(page, limits.paths)
    objects, picture = page.object_kinds()
    if len(page.characters) >= _FEW_CHARACTERS:
        pages.hidden += picture > _PICTURE_SHARE and page.hides_text()
        scan = drawn = limits.ocr is not OcrUse.NEVER and is_garbled(page.characters)
    else:
        pages.drawn = pages.drawn or objects > 0
        scan = picture > _PICTURE_SHARE
        drawn = scan or (objects > 0 and not items)
    pages.scans += scan
    return pages.ocr.read(page.picture(), page.width) if drawn and limits.ocr is OcrUse.DO else items


def _judge(pages: _Pages, limits: Limits) -> tuple[Problem, ...]:
    """Tell a scan from an empty file, and a file with some pages missing from a whole one.

    Raises:
        ReadError: ``unreadable`` (most pages are damaged), ``needs_ocr`` or ``empty``.
    """
    count, written = len(pages.items), sum(1 for items in pages.items if items)
    if len(pages.damaged) * 2 > count or (pages.damaged and not written and not pages.scans):
        raise ReadError("unreadable", _damaged(pages.damaged))
    asked = pages.scans and limits.ocr is OcrUse.ASK
    if not pages.ocr.pages and (asked or pages.scans * 2 > count or (not written and pages.drawn)):
        raise ReadError("needs_ocr", f"{count} 页没有文字层 {count} pages without a text layer; {HINT}")
    if not written:
        raise ReadError("empty", f"{count} 页均为空白 all {count} pages are blank")
    return tuple(_warnings(pages))


def _warnings(pages: _Pages) -> Iterator[Problem]:
    if pages.damaged:
        yield Problem("pages_damaged", _damaged(pages.damaged))
    if pages.ocr.pages:
        yield from pages.ocr.problems()
    elif pages.scans:
        message = f"{pages.scans} 页为扫描图像，未读取 {pages.scans} scanned pages were not read; {HINT}"
        yield Problem("pages_not_read", message)
    if pages.hidden:
        message = (
            f"{pages.hidden} 页是扫描图像，自带识别文字 {pages.hidden} scans that bring their own text layer"
        )
        yield Problem("read_by_ocr", message)
    if pages.incomplete:
        message = f"{pages.incomplete} 页字体未嵌入 fonts are not embedded on {pages.incomplete} pages"
        yield Problem("text_incomplete", message)


def _damaged(numbers: list[int]) -> str:
    shown = "、".join(map(str, numbers[:10])) + "…" * (len(numbers) > 10)
    return f"第 {shown} 页损坏，无法读取 pages that are damaged and cannot be read: {len(numbers)}"


def _title(document: pypdfium2.PdfDocument) -> str | None:
    try:
        title: str = document.get_metadata_value("Title")
    except UnicodeDecodeError:
        # Half a character in it; the text says the title better anyway.
        return None
    return title.strip() or None
