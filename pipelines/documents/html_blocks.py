"""Elements of a page become paragraphs and tables.

Not here: which elements are the report (html_main).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from pipelines.documents.assembling import Assembler, GridCell, one_line

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
    }
    | {
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
    }
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_SOURCE_BREAK = re.compile(r"[ \t\f]*[\r\n][ \t\r\n\f]*")
_SPACES = re.compile(r"[ \t\f\u00a0]+")
_EDGES = " \t\u00a0\u3000\u200b\ufeff"
_MAX_SPAN = 200
# A table whose one cell holds this much of its text lays out the page.
_LAYOUT_SHARE, _LAYOUT_LENGTH = 0.6, 300


def write_blocks(root: LexborNode, assembler: Assembler, is_furniture: Callable[[str], bool]) -> None:
    """Write the paragraphs and tables under ``root``; a table that only lays out the page is none."""
    pending: list[str] = []

    def flush() -> None:
        line = _tidy("".join(pending))
        pending.clear()
        if line and not is_furniture(line):
            assembler.paragraph(line)

    for node, entering in _walk(root):
        if node.is_text_node:
            _take_text(node, pending, flush)
        elif node.tag in _BLOCKS or node.tag == "br":
            flush()
            if entering and is_data_table(node):
                assembler.table(grid(node))
    flush()


def is_data_table(node: LexborNode) -> bool:
    """Tell a table of data from one that lays out the page."""
    if node.tag != "table" or node.css_first("table table") is not None or len(node.css("table")) > 1:
        return False
    rows = _rows(node)
    if max((len(row) for row in rows), default=0) < 2:
        return False
    lengths = [len(cell.text().strip()) for row in rows for cell in row]
    return max(lengths) < max(_LAYOUT_LENGTH, _LAYOUT_SHARE * sum(lengths))


def grid(table: LexborNode) -> Iterator[GridCell]:
    """Place a table's cells, spans included; a cell never lies where an earlier one spans."""
    taken: set[tuple[int, int]] = set()
    rows = _rows(table)
    for row_number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (row_number, column) in taken:
                column += 1
            height = min(_span(cell, "rowspan"), len(rows) - row_number)
            width = _span(cell, "colspan")
            taken.update(
                (row_number + down, column + right) for down in range(height) for right in range(width)
            )
            yield GridCell(row_number, column, _cell_text(cell), height, width)
            column += width


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield (node, entering) in document order without recursion; a data table's inside is not entered."""
    stack = [(root, True)]
    while stack:
        node, entering = stack.pop()
        if entering and _is_hidden(node):
            continue
        yield node, entering
        if not entering or node.is_text_node or is_data_table(node):
            continue
        stack.append((node, False))
        stack.extend((child, True) for child in reversed(list(node.iter(include_text=True))))


def _is_hidden(node: LexborNode) -> bool:
    style = None if node.is_text_node else node.attributes.get("style")
    return bool(style and re.search(r"display\s*:\s*none", style, re.I))


def _take_text(node: LexborNode, pending: list[str], flush: Callable[[], None]) -> None:
    text = node.text_content or ""
    if node.parent is not None and node.parent.tag == "pre":
        for number, line in enumerate(text.split("\n")):
            if number:
                flush()
            pending.append(line)
    else:
        pending.append(_SOURCE_BREAK.sub("\n", text))


def _tidy(text: str) -> str:
    """Collapse white space as a browser does; a source line break between Chinese characters is nothing."""
    return _SPACES.sub(" ", one_line(text)).strip(_EDGES)


def _rows(table: LexborNode) -> list[list[LexborNode]]:
    parts = [part for part in table.iter() if part.tag in ("thead", "tbody", "tfoot")]
    rows = [row for part in (parts or [table]) for row in part.iter() if row.tag == "tr"]
    return [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in rows]


def _span(cell: LexborNode, name: str) -> int:
    digits = re.match(r"\s*(\d{1,4})", cell.attributes.get(name) or "")
    return min(max(int(digits.group(1)), 1), _MAX_SPAN) if digits else 1


def _cell_text(cell: LexborNode) -> str:
    parts: list[str] = []
    for node, _ in _walk(cell):
        if node.is_text_node:
            parts.append(_SOURCE_BREAK.sub("\n", node.text_content or ""))
        elif node.tag in _BLOCKS or node.tag == "br":
            parts.append("\n")
    return _tidy("".join(parts))
