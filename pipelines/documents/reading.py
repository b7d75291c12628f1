"""From a file to a Document: which reader takes which format, and what holds for all of them.

Here belongs the dispatch. Not here: any format, and the isolation of readers (pool).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from pipelines.documents import bundle, doc, docx, html, ocr, ofd, pdf, plain, rar, rtf, sheets
from pipelines.documents.decoding import CONTROLS, REPLACEMENT, is_garbled
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.sniffing import Kind, sniff
from pipelines.model import Document, Problem

__all__ = ["READERS_VERSION", "Limits", "ReadError", "read_bytes", "read_document"]

Reader = Callable[[bytes, Limits], Document]

READERS: MappingProxyType[Kind, Reader] = MappingProxyType(
    {
        Kind.TEXT: plain.read,
        Kind.HTML: html.read,
        Kind.PDF: pdf.read,
        Kind.DOCX: docx.read,
        Kind.DOC: doc.read,
        Kind.OFD: ofd.read,
        Kind.XLSX: sheets.read,
        Kind.XLS: sheets.read,
        Kind.RTF: rtf.read,
        Kind.IMAGE: ocr.read_picture,
        Kind.ZIP: lambda data, limits: bundle.read(data, limits, read_bytes),
        Kind.RAR: lambda data, limits: bundle.read(data, limits, read_bytes),
    }
)
_NAMES = (plain, html, pdf, docx, doc, ofd, sheets, rtf, bundle)
# Changes when any reader does: what an older one has read is then read again.
READERS_VERSION = ",".join(
    [module.READER for module in _NAMES] + [ocr.READER] * ocr.available() + [rar.READER] * rar.available()
)


def read_document(path: Path, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read one file, whatever its name says.

    Call it in a worker process (``pool.read_isolated``) for files that nobody has vouched for: a parser
    can hang, exhaust memory or abort the process.

    Raises:
        ReadError: With the problem code and what is wrong with this file.
    """
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise ReadError(
                "too_large", f"文件 {size:,} 字节，限度 {limits.file_bytes:,} file over the size limit"
            )
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("io_error", f"{error.strerror or error} ({error.__class__.__name__})") from error
    return read_bytes(data, limits)


def read_bytes(data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read a file's bytes (see ``read_document``)."""
    if not data.strip():
        raise ReadError("empty", "文件为空 the file is empty")
    kind = sniff(data)
    document = _without_controls(READERS[kind](data, limits))
    if not document.text.strip():
        raise ReadError("empty", "文件没有文字 the file holds no text")
    if is_garbled(document.text):
        raise ReadError(
            "garbled", "文字为乱码（编码或字体映射有误） the text is garbled (encoding or font mapping)"
        )
    return document


def _without_controls(document: Document) -> Document:
    """Replace what is no character; every offset stays as it is."""
    text, count = CONTROLS.subn(REPLACEMENT, document.text)
    if not count:
        return document
    message = f"{count} 个控制字符已替换 {count} control characters were replaced"
    problems = (*document.problems, Problem("characters_replaced", message))
    return replace(document, text=text, problems=problems)
