"""What a file is, from its bytes; its name is never asked.

Here belong the signatures of formats. Not here: reading any of them, and the encodings of text (decoding).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from enum import StrEnum

import olefile

from pipelines.documents.decoding import decode
from pipelines.documents.limits import ReadError


class Kind(StrEnum):
    """A format a file can be in, by its content."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    OFD = "ofd"
    ZIP = "zip"
    RAR = "rar"
    DOC = "doc"
    XLS = "xls"
    RTF = "rtf"
    IMAGE = "image"


# The stream into which Office puts a whole .docx or .xlsx that has a password.
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Known, but read by nobody here: told by name, so that a person knows at once what was put there.
FOREIGN = {
    b"\x7fELF": "ELF executable",
    b"MZ": "Windows executable",
    b"\x1f\x8b": "gzip archive",
    b"SQLite format 3": "SQLite database",
    b"PAR1": "Parquet file",
    b"%!PS": "PostScript file",
    b"CEBX": "CEBX document",
    b"HM": "CAJ document",
}
ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
# The end of a PDF whose beginning is lost: it is none that can be read, but it is no text either.
_PDF_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|article|section|center|p|h[1-6]|span|font|br)\b",
    re.I,
)


def sniff(data: bytes) -> Kind:
    """Return the format of a file's bytes.

    Raises:
        ReadError: ``unknown_format`` when nobody reads it, ``unreadable`` for a broken archive.
    """
    head = data[:1024]
    if b"%PDF-" in head or _PDF_END.search(data[-1024:]):
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if head.startswith(ARCHIVES):
        return Kind.RAR
    if head.startswith(OLE_MAGIC):
        if ENCRYPTED_PACKAGE in data:
            raise ReadError("encrypted", "Office 文件已加密，需要密码 the Office file asks for a password")
        return _compound(data)
    if head.lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    # "BM" alone would take a text that happens to open with it for a picture.
    if head.startswith(IMAGES[:-1]) or (head.startswith(b"BM") and b"\0" in head[:64]):
        return Kind.IMAGE
    _refuse_foreign(head)
    return _text_or_markup(data)


def _packed(data: bytes) -> Kind:
    """Tell the formats that are zip archives by the members they must have."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise ReadError("unreadable", f"压缩结构损坏 the archive is damaged: {error}") from error
    if "ofd.xml" in names:
        return Kind.OFD
    if "[content_types].xml" in names:
        if any(name.startswith("word/") for name in names):
            return Kind.DOCX
        if any(name.startswith("xl/") for name in names):
            return Kind.XLSX
        raise ReadError(
            "unknown_format", "Office 文件，但不是文档或表格 an Office file that is neither text nor sheet"
        )
    return Kind.ZIP


def _compound(data: bytes) -> Kind:
    """Tell the old Office formats by the streams they must have."""
    try:
        with olefile.OleFileIO(data) as container:
            if container.exists("WordDocument"):
                return Kind.DOC
            if container.exists("Workbook") or container.exists("Book"):
                return Kind.XLS
    except (OSError, struct.error, IndexError, ValueError) as error:
        raise ReadError("unreadable", f"OLE 结构损坏 the OLE container is damaged: {error}") from error
    raise ReadError("unknown_format", "OLE 文件，但不是文档或表格 an OLE file that is neither text nor sheet")


def _refuse_foreign(head: bytes) -> None:
    for magic, name in FOREIGN.items():
        # Two-letter signatures are words as well; a binary has control bytes near them.
        if head.startswith(magic) and (len(magic) > 2 or re.search(rb"[\x00-\x08]", head[:64])):
            raise ReadError("unknown_format", f"这是 {name} 文件，不是报告 this is a {name}, not a report")


def _text_or_markup(data: bytes) -> Kind:
    decoded = decode(data[:8192])
    if decoded is None:
        raise ReadError("unknown_format", "二进制内容，类型未知 binary content of an unknown kind")
    start = decoded.text.lstrip()[:4096]
    return Kind.HTML if start.startswith("<") and MARKUP.search(start) else Kind.TEXT
