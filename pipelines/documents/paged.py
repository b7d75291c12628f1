"""Pages of lines and tables become one text: what a line end or a page end has cut is joined.

The same for every format that has pages (PDF, OFD, scans). Not here: how a page is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.documents.assembling import Assembler
from pipelines.documents.glyphs import Line, TableBlock
from pipelines.documents.pdf_furniture import Item, without_furniture
from pipelines.documents.pdf_joining import Flow, join_tables
from pipelines.documents.pdf_layout import continues, joint, margins


def write_pages(
    pages: Sequence[Sequence[Item]], widths: Sequence[float], heights: Sequence[float], assembler: Assembler
) -> None:
    """Write pages in order.

    Args:
        pages: The lines and tables of each page, in reading order.
        widths: The width of each page, in points.
        heights: The height of each page, in points.
        assembler: Where to write.
    """
    _write(join_tables(without_furniture(pages, heights)), widths, assembler)


def _write(flow: Flow, widths: Sequence[float], assembler: Assembler) -> None:
    """Write all pages, joining what a line end or a page end has cut."""
    every = [item for items in flow.pages for item in items if isinstance(item, Line)]
    whole = margins(every, max(widths, default=0.0))
    above: Line | None = None
    for number, (items, width) in enumerate(zip(flow.pages, widths, strict=True)):
        if number not in flow.begun:
            assembler.page()
        page = margins([item for item in items if isinstance(item, Line)], width, whole)
        for place, item in enumerate(items):
            if isinstance(item, TableBlock):
                assembler.table(item.cells)
                above = None
            else:
                same_page = place > 0
                if above and continues(above, item, page, same_page=same_page):
                    assembler.continuation(joint(above.text, item.text) + item.text)
                else:
                    assembler.paragraph(item.text)
                above = item
