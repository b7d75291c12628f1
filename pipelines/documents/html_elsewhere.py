"""Pages that do not hold the report they are about: it is attached, shown as pictures, or goes on elsewhere.

Not here: getting what stands elsewhere (sources does, when it pulls the page).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipelines.documents.limits import ReadError
from pipelines.model import Problem

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|wps|ofd|xlsx?|et|rtf|zip|rar|7z)(?:[?#]|$)", re.I)
# Pictures that a page has beside its text: icons, codes to scan, what editors put for an attachment's kind.
_ORNAMENT = re.compile(r"icon|logo|qr|ewm|erweima|fileType|/ico|blank|spacer|\.gif", re.I)
_NEXT = frozenset({"下一页", "下页", "后一页"})
_SCRIPTED = re.compile(r"createPageHTML\(\s*[\"']?(\d+)")
# A report has more characters than this beside its headline and its links.
_REPORT = 150
_SPACE = re.compile(r"\s+")


def is_parted(tree: LexborHTMLParser, markup: str) -> bool:
    """Tell whether a page is one of several that make an article."""
    scripted = _SCRIPTED.search(markup)
    return bool(scripted and int(scripted[1]) > 1) or any(
        _SPACE.sub("", link.text()) in _NEXT and not (link.attributes.get("href") or "#").startswith("#")
        for link in tree.css("a")
    )


def problems(main: LexborNode, headline: str | None, *, parted: bool) -> Iterator[Problem]:
    """Yield the warnings that the report, or a part of it, is not on the page.

    Raises:
        ReadError: ``needs_ocr`` where pictures stand for the text.
    """
    if parted:
        yield Problem("goes_on_elsewhere", "文章分为多页，此文件是其中一页 the article has several pages")
    if _own_length(main, headline) > _REPORT:
        return
    attached = [
        _SPACE.sub(" ", link.text()).strip() or link.attributes.get("href") or ""
        for link in main.css("a[href]")
        if _DOCUMENT.search(link.attributes.get("href") or "")
    ]
    if attached:
        yield Problem("only_attached", f"附件 attached: {'、'.join(attached[:5])}")
        return
    pictures = [node.attributes.get("src") or "" for node in main.css("img[src]")]
    shown = [source for source in pictures if not _ORNAMENT.search(source)]
    if shown:
        named = "、".join(source.rpartition("/")[2][:60] for source in shown[:5])
        raise ReadError("needs_ocr", f"正文是 {len(shown)} 张图片 the text is {len(shown)} pictures: {named}")


def _own_length(main: LexborNode, headline: str | None) -> int:
    text = _SPACE.sub("", main.text()).replace(_SPACE.sub("", headline or ""), "")
    return len(text) - sum(len(_SPACE.sub("", link.text())) for link in main.css("a"))
