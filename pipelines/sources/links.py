"""The links of a page: those of an index that lead to reports, the next page, a report's attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

import httpx
from selectolax.lexbor import LexborHTMLParser

from pipelines.sources.contents import ENDINGS
from pipelines.sources.sources_file import IndexSource

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NEXT = frozenset({"下一页", "下页", "后一页", "next", "›", ">", "»"})
_ARCHIVES = frozenset({".rar", ".7z"})


@dataclass(frozen=True, slots=True)
class Link:
    """A link: where it leads, what it says."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportLink:
    """A link of an index page to a report, with the report's year."""

    address: str
    title: str
    year: int


def links(page: bytes, address: str, media_type: str | None = None) -> Iterator[Link]:
    """Yield the links of a page in their order, with absolute addresses."""
    tree = LexborHTMLParser(_decoded(page, media_type))
    base = httpx.URL(address)
    if (stated := tree.css_first("base[href]")) and (href := stated.attributes.get("href")):
        base = base.join(href)
    for anchor in tree.css("a[href]"):
        href = (anchor.attributes.get("href") or "").strip()
        if not href or href.startswith(("#", "javascript:", "mailto:", "tel:")):
            continue
        try:
            target = base.join(href).copy_with(fragment=None)
        except httpx.InvalidURL:
            continue
        if target.scheme in ("http", "https"):
            title = anchor.attributes.get("title") or ""
            yield Link(str(target), anchor.text(strip=True) or title.strip())


def report_links(found: list[Link], index: IndexSource) -> Iterator[ReportLink]:
    """Yield the links whose text the index's pattern finds, each address once."""
    pattern, seen = re.compile(index.link_text), set()
    for link in found:
        match = pattern.search(link.text)
        if not match or link.address in seen:
            continue
        stated = match.groupdict().get("year") or index.year
        if stated and str(stated).isdigit() and 1990 <= int(stated) <= 2100:
            seen.add(link.address)
            yield ReportLink(link.address, link.text, int(stated))


def next_page(found: list[Link]) -> str | None:
    """Return the address of the next page of an index."""
    return next((link.address for link in found if link.text.lower() in _NEXT), None)


def attachments(found: list[Link], page: str) -> list[Link]:
    """Return the links of a report's page to documents, on its own host or a host of the same domain."""
    home = _domain(httpx.URL(page).host)
    kept = {
        link.address: link
        for link in found
        if ending(link.address) in ENDINGS.keys() | _ARCHIVES
        and _domain(httpx.URL(link.address).host) == home
    }
    return list(kept.values())


def ending(address: str) -> str:
    """Return what the path of an address ends in, in small letters: ``.pdf``."""
    return PurePosixPath(unquote(httpx.URL(address).path)).suffix.lower()


def _domain(host: str) -> str:
    """Return the last labels of a host's name: www.a.gov.cn and file.a.gov.cn are one government's."""
    labels = host.split(".")
    if host.replace(".", "").isdigit() or ":" in host:
        return host
    return ".".join(labels[-3:] if labels[-2:-1] in (["gov"], ["com"], ["org"], ["net"]) else labels[-2:])


def _decoded(page: bytes, media_type: str | None) -> str:
    declared = re.search(r"charset=([\w-]+)", media_type or "", re.IGNORECASE)
    inside = _CHARSET.search(page[:4096])
    name = declared[1] if declared else inside[1].decode("ascii") if inside else "utf-8"
    name = "gb18030" if name.lower() in ("gb2312", "gbk") else name
    try:
        return page.decode(name)
    except (UnicodeDecodeError, LookupError):
        return page.decode("utf-8" if _is_utf8(page) else "gb18030", "replace")


def _is_utf8(page: bytes) -> bool:
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
