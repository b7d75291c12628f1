"""A saved web page of a government site: its charset, what it says of itself, and its main text.

Not here: which part of a page is the text (html_main) and how elements become paragraphs (html_blocks).
"""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser

from pipelines.documents import html_elsewhere, html_main
from pipelines.documents.assembling import Assembler
from pipelines.documents.decoding import BOMS, Decoded, decode, lenient
from pipelines.documents.html_blocks import write_blocks
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.plain import replaced_problem
from pipelines.model import Document

READER = "html/2"
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^<>]*?(/?)>")
# Elements that have no end tag or close by themselves do not add to the depth.
_FLAT = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"}
    | {"wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option"}
)
# An old page declares gb2312 and uses characters of its successors.
_SUCCESSORS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "hz-gb-2312": "gb18030"}


def read(data: bytes, limits: Limits) -> Document:
    """Read a web page: the main text with its tables, and what its meta tags say.

    Raises:
        ReadError: ``too_large`` when elements are nested too deeply, ``empty`` for a page without a body,
            ``needs_ocr`` for a report that is shown as pictures.
    """
    decoded = decode_page(data)
    check_nesting(decoded.text, limits.nesting)
    tree = LexborHTMLParser(decoded.text)
    if tree.body is None:
        raise ReadError("empty", "网页没有正文 the page has no body")
    hints = html_main.hints(tree)
    heading = html_main.headline(tree, hints.title)
    parted = html_elsewhere.is_parted(tree, decoded.text)
    main = html_main.main_node(tree.body)
    assembler = Assembler()
    if heading and not html_main.opens_with(main, heading):
        assembler.paragraph(heading)
    write_blocks(main, assembler, html_main.is_furniture)
    problems = [
        *replaced_problem(decoded.replaced, decoded.encoding),
        *html_elsewhere.problems(main, heading or hints.title, parted=parted),
    ]
    return assembler.document(READER, "text/html", hints=hints, problems=problems)


def decode_page(data: bytes) -> Decoded:
    """Decode a page by BOM, by what it declares, or by what its bytes look like.

    The declared charset is honoured unless the bytes contradict it: valid UTF-8 with a fair number of
    characters beyond ASCII is UTF-8 whatever the page says, and a charset that fails is detected anew.
    """
    found = decode(data)
    if any(data.startswith(bom) for bom, _ in BOMS) or (found and _surely_utf8(found)):
        return found or lenient(data, "utf-8")
    declared = _declared_codec(data)
    if declared:
        honoured = lenient(data, declared)
        if not honoured.replaced or found is None or honoured.replaced <= found.replaced:
            return honoured
    if found is None:
        raise ReadError("garbled", "网页的编码无法识别 the page's encoding cannot be told")
    return found


def _surely_utf8(found: Decoded) -> bool:
    return found.encoding == "utf-8" and sum(character > "\x7f" for character in found.text) >= 10


def _declared_codec(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    name = match.group(1).decode("ascii").lower()
    try:
        return codecs.lookup(_SUCCESSORS.get(name, name)).name
    except LookupError:
        return None


def check_nesting(markup: str, limit: int) -> None:
    """Refuse a page nested deeper than ``limit`` before a parser sees it (parsers are quadratic there).

    Raises:
        ReadError: ``too_large``.
    """
    depth = 0
    for match in _TAG.finditer(markup):
        closing, name, self_closing = match.groups()
        if self_closing or name.lower() in _FLAT:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > limit:
            raise ReadError("too_large", f"元素嵌套超过 {limit} 层 elements nested over {limit} deep")
