"""What a page says of itself: title, publisher and date, for the origin records of it and its attachments.

Not here: the report's own text (documents).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from pipelines.sources.links import decoded

_TITLE = ("articletitle", "og:title", "dc.title")
_PUBLISHER = ("contentsource", "source", "publisher")
_PUBLISHED = ("pubdate", "publishdate", "article:published_time")
_SHOWN = re.compile(r"(?:发布|发文|公开|成文|印发)?(?:时间|日期)\s*[:：]\s*(.{8,20})")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states; None where it is silent."""

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None


def stated(page: bytes, media_type: str | None = None) -> Stated:
    """Return what a page's meta tags, or the line under its headline, say."""
    tree = LexborHTMLParser(decoded(page, media_type))
    tags: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        content = (node.attributes.get("content") or "").strip()
        if content:
            tags.setdefault(name.strip().lower(), content)
    shown = _SHOWN.search(tree.body.text(separator=" ") if tree.body else "")
    dated = _first(tags, _PUBLISHED) or (shown[1] if shown else "")
    return Stated(_first(tags, _TITLE), _first(tags, _PUBLISHER), _day(dated))


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _day(text: str) -> date | None:
    match = _DATE.search(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
