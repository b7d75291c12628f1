"""The links of a page: those of an index that lead to reports, the next page, what belongs to a report.

Not here: what a page says of itself (stated.py), and the getting (pull.py).
"""

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
# The script by which many sites write the links between the pages of a list or an article.
_SCRIPTED = re.compile(
    r"createPageHTML\(\s*[\"']?(\d+)[\"']?\s*,\s*[\"']?(\d+)[\"']?\s*,\s*[\"']([\w.-]+)[\"']\s*,\s*[\"'](\w+)[\"']"
)
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp"})
# A page with more characters than this outside its links has a text; its pictures only illustrate it.
_TEXT = 500


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
    tree = LexborHTMLParser(decoded(page, media_type))
    base = _base(tree, address)
    for anchor in tree.css("a[href]"):
        target = _target(base, anchor.attributes.get("href"))
        if target:
            title = anchor.attributes.get("title") or ""
            yield Link(target, anchor.text(strip=True) or title.strip())


def _base(tree: LexborHTMLParser, address: str) -> httpx.URL:
    stated = tree.css_first("base[href]")
    href = stated.attributes.get("href") if stated else None
    return httpx.URL(address).join(href) if href else httpx.URL(address)


def _target(base: httpx.URL, href: str | None) -> str | None:
    href = (href or "").strip()
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return None
    try:
        target = base.join(href).copy_with(fragment=None)
    except httpx.InvalidURL:
        return None
    return str(target) if target.scheme in ("http", "https") else None


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


def next_page(page: bytes, address: str, media_type: str | None = None) -> str | None:
    """Return the address of the next page of a list or an article: a link says so, or a script."""
    for link in links(page, address, media_type):
        if "".join(link.text.lower().split()) in _NEXT:
            return link.address
    scripted = _SCRIPTED.search(decoded(page, media_type))
    if not scripted:
        return None
    count, here, name, suffix = scripted.groups()
    following = int(here) + 1
    return _target(httpx.URL(address), f"{name}_{following}.{suffix}") if following < int(count) else None


def pictures(page: bytes, address: str, media_type: str | None = None) -> list[Link]:
    """Return the pictures that stand for a report's text: the page has none, and they lie in its folder."""
    tree = LexborHTMLParser(decoded(page, media_type))
    if tree.body is None:
        return []
    base, folder = _base(tree, address), address.rpartition("/")[0] + "/"
    found = [_target(base, node.attributes.get("src")) for node in tree.css("img[src]")]
    tree.body.strip_tags(["script", "style", "a"], recursive=True)
    if len("".join(tree.body.text().split())) > _TEXT:
        return []
    shown = dict.fromkeys(target for target in found if target and target.startswith(folder))
    return [Link(target, "") for target in shown if ending(target) in _PICTURES]


def attachments(found: list[Link], page: str) -> list[Link]:
    """Return the links of a report's page to documents, on its own host or a host of the same domain."""
    home = _domain(httpx.URL(page).host)
    kept = {
        link.address: link
        for link in found
        if ending(link.address) in ENDINGS and _domain(httpx.URL(link.address).host) == home
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


def decoded(page: bytes, media_type: str | None = None) -> str:
    """Return a page's markup, by the charset of the header, of the page, or what its bytes look like."""
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
