"""What downloaded bytes are, whatever address and header call them.

Here belongs telling the kind of a download by its first bytes and whether that is what was asked for. Reading
a document is for documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

Kind = Literal["pdf", "zip", "ole", "html", "png", "jpg", "gif", "tif", "rar", "7z", "rtf", "text"]

_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|script|p|a|span)\b", re.IGNORECASE
)
_ERROR_PAGE = re.compile(
    r"\b404\b|not found|页面不存在|页面找不到|无法找到|访问的页面|内容已(?:删除|下线)|forbidden",
    re.IGNORECASE,
)
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"{\\rtf", "rtf"),
)
# The endings that documents have, and the kind of bytes each stands for.
ENDINGS: dict[str, Kind] = {
    ".pdf": "pdf",
    ".docx": "zip",
    ".xlsx": "zip",
    ".ofd": "zip",
    ".zip": "zip",
    ".doc": "ole",
    ".wps": "ole",
    ".xls": "ole",
    ".rtf": "rtf",
    ".rar": "rar",
    ".7z": "7z",
    ".txt": "text",
}
_MEDIA: dict[str, str] = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/zip": ".zip",
    "text/plain": ".txt",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """The ending a download is stored under, or why it is none of what was asked for."""

    ending: str = ""
    fault: str = ""


def kind_of(content: bytes) -> Kind:
    """Tell what bytes are."""
    head = content[:1024]
    for magic, kind in _MAGIC:
        if magic in head[:32] if kind == "pdf" else head.startswith(magic):
            return kind
    return "html" if _HTML.search(content[:4096]) else "text"


def judge(content: bytes, address_ending: str, media_type: str | None) -> Judged:
    """Tell how to store a download, or what is wrong with it.

    Args:
        content: the bytes.
        address_ending: what the address ends in (``.pdf``), '' or a page's ending otherwise.
        media_type: the header Content-Type.
    """
    if not content.strip():
        return Judged(fault="空文件 an empty file")
    kind = kind_of(content)
    declared = _MEDIA.get((media_type or "").partition(";")[0].strip())
    stated = address_ending if address_ending in ENDINGS else declared
    if kind == "html":
        if stated and stated != ".txt":
            return Judged(fault=f"应为 {stated}，收到的是网页 a web page came instead of {stated}")
        return _judge_page(content)
    if stated and ENDINGS[stated] != kind and (stated, kind) not in _BORNE:
        return Judged(fault=f"应为 {stated}，内容却是 {kind} the bytes are {kind}, not {stated}")
    return Judged(ending=stated or _DEFAULT.get(kind, f".{kind}"))


# Offices name .docx files .doc, and sites serve plain text under it; the readers tell by content anyway.
_BORNE = {
    (".doc", "zip"),
    (".doc", "text"),
    (".doc", "rtf"),
    (".wps", "rtf"),
    (".xls", "zip"),
    (".wps", "zip"),
    (".docx", "ole"),
    (".xlsx", "ole"),
}
_DEFAULT: dict[Kind, str] = {"ole": ".doc", "text": ".txt"}


def _judge_page(content: bytes) -> Judged:
    """Refuse a page whose title says that there is nothing, though the host answered 200."""
    page = LexborHTMLParser(content)
    title = page.css_first("title")
    words = title.text(strip=True) if title else ""
    if _ERROR_PAGE.search(words):
        return Judged(fault=f"出错页面 an error page: {words[:60]}")
    return Judged(ending=".html")
