"""Which part of a page is the report, and what the page says of it (title, publisher, date).

What sites look like is data: html.yaml. Not here: turning elements into paragraphs (html_blocks).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipelines.catalogue import yaml_text
from pipelines.model import Hints

_CONTAINERS = frozenset(
    {
        "div",
        "td",
        "tr",
        "tbody",
        "table",
        "center",
        "section",
        "article",
        "main",
        "body",
        "span",
        "font",
        "dd",
    }
)
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_SPACE = re.compile(r"\s+")
# What a known container must hold of the page's text, and a child of its parent's to be followed.
_SHARE, _DOMINANT = 0.5, 0.7
_SHORT_LINE, _SHORT_BLOCK = 150, 400


class Patterns(BaseModel):
    """html.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    containers: tuple[str, ...]
    headings: tuple[str, ...]
    drop: tuple[str, ...]
    drop_named: tuple[str, ...]
    drop_lines: tuple[re.Pattern[str], ...]
    meta: dict[str, tuple[str, ...]]
    stated_in_text: dict[str, re.Pattern[str]]


@cache
def patterns() -> Patterns:
    """Return what is known of government pages."""
    text = (resources.files(__package__) / "html.yaml").read_text(encoding="utf-8")
    return Patterns.model_validate(yaml_text.load(text))


def hints(tree: LexborHTMLParser) -> Hints:
    """Return what meta tags, the title element and the line under the headline say."""
    tags: dict[str, str] = {}
    for node in tree.css("meta"):
        name, content = (
            node.attributes.get("name") or node.attributes.get("property"),
            node.attributes.get("content"),
        )
        if name and content and content.strip():
            tags.setdefault(name.strip().lower(), content.strip())
    found = {
        key: next((tags[name] for name in names if name in tags), None)
        for key, names in patterns().meta.items()
    }
    body = tree.body.text(separator=" ") if tree.body else ""
    for key, pattern in patterns().stated_in_text.items():
        match = None if found[key] else pattern.search(body)
        found[key] = match["value"] if match else found[key]
    title = tree.css_first("title")
    return Hints(
        title=found["title"] or (_squeezed(title.text()) or None if title else None),
        publisher=found["publisher"],
        published_on=iso_date(found["published_on"] or ""),
        source_url=found["source_url"],
    )


def iso_date(text: str) -> str | None:
    """Return the first date in ``text`` as YYYY-MM-DD."""
    match = _DATE.search(text)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups())
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def main_node(body: LexborNode) -> LexborNode:
    """Take out what is never text, then return the known container or the densest block."""
    body.strip_tags(list(patterns().drop), recursive=True)
    _drop_named(body)
    whole = _weight(body)
    for selector in patterns().containers:
        best = max(body.css(selector), key=_weight, default=None)
        if best is not None and _weight(best) >= _SHARE * whole:
            return best
    return _densest(body)


def headline(tree: LexborHTMLParser, title: str | None) -> str | None:
    """Return the page's visible headline: the longest heading that its title repeats.

    Call it before ``main_node``, which takes a page's furniture out.
    """
    plain = _unspaced(title or "")
    headings = (_squeezed(node.text()) for selector in patterns().headings for node in tree.css(selector))
    fitting = [text for text in headings if 6 <= len(text) <= 120 and _unspaced(text) in plain]
    return max(fitting, key=len, default=None)


def opens_with(node: LexborNode, heading: str) -> bool:
    """Tell whether the main text already begins with the headline."""
    return _unspaced(heading) in _unspaced(node.text()[:2000])


def is_furniture(line: str) -> bool:
    """Tell whether a paragraph belongs to the page (breadcrumb, counter, footer), not to the report."""
    return len(line) <= _SHORT_LINE and any(pattern.search(line) for pattern in patterns().drop_lines)


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _unspaced(text: str) -> str:
    return _SPACE.sub("", text)


def _drop_named(body: LexborNode) -> None:
    words = ",".join(f'[class*="{word}" i],[id*="{word}" i]' for word in patterns().drop_named)
    named = {
        node.mem_id: node
        for node in body.css(words)
        if node.tag != "body" and (len(_squeezed(node.text())) < _SHORT_BLOCK or _is_links(node))
    }
    # Removing frees all below, so only the topmost may be touched.
    for node in [node for node in named.values() if not _inside(node, named)]:
        node.decompose()


def _inside(node: LexborNode, named: dict[int, LexborNode]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in named:
            return True
        above = above.parent
    return False


def _is_links(node: LexborNode) -> bool:
    return _weight(node) < 0.4 * len(_squeezed(node.text()))


def _weight(node: LexborNode) -> int:
    """Count the characters that are not in links."""
    return len(_unspaced(node.text())) - sum(len(_unspaced(link.text())) for link in node.css("a"))


def _densest(body: LexborNode) -> LexborNode:
    """Go down while one child holds most of what its parent holds."""
    node = body
    while True:
        children = [child for child in node.iter() if child.tag in _CONTAINERS]
        best = max(children, key=_weight, default=None)
        if best is None or _weight(best) < _DOMINANT * _weight(node):
            return node
        node = best
