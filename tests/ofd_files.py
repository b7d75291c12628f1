"""Writes OFD files (GB/T 33190) for tests: characters placed one by one on A4 pages, tables drawn by lines.

Written after the standard's names, apart from the reader.
"""

from __future__ import annotations

import html
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.formats import blocks

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE, LEADING, LEFT, TOP, BOTTOM, COLUMNS = 5.6, 9.8, 28.0, 37.0, 262.0, 28


def write_ofd(text: str, path: Path, *, extra: dict[str, bytes] | None = None) -> Path:
    """Write a text with wrapped paragraphs, indents, ruled tables and page numbers.

    Args:
        text: The text; lines with tabs become rows of a table.
        path: Where to write.
        extra: Further members of the archive.
    """
    pages = [*_pages(text)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocInfo><ofd:Title>示例报告</ofd:Title></ofd:DocInfo>"
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(
            f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages))
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
            f"</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        for number, content in enumerate(pages):
            archive.writestr(f"Doc_0/Pages/Page_{number}/Content.xml", _page(content, number + 1))
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return path


def _page(content: str, number: int) -> str:
    foot = text_object(f"— {number} —", 98, 275)
    return (
        f"<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer>{content}{foot}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def text_object(text: str, x: float, y: float, size: float = SIZE) -> str:
    """Return a line of text with its left end at ``x`` and its baseline at ``y``, in millimetres."""
    count = len(text) - 1
    steps = f' DeltaX="g {count} {size}"' if count else ""
    return (
        f'<ofd:TextObject Boundary="{x} {y - size} 180 {size * 1.3}" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}"{steps}>{html.escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def path_object(x: float, y: float, width: float, height: float) -> str:
    """Return a rectangle drawn by its outline."""
    return (
        f'<ofd:PathObject Boundary="{x} {y} {width} {height}" LineWidth="0.2"><ofd:AbbreviatedData>'
        f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _pages(text: str) -> Iterator[str]:
    content, y = "", TOP
    for drawn in _lines(text):
        if y + LEADING > BOTTOM:
            yield content
            content, y = "", TOP
        content += drawn.replace("{y}", f"{y:.2f}").replace("{top}", f"{y - 7:.2f}")
        y += LEADING
    yield content


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of text and the rows of tables."""
    for block in blocks(text):
        if isinstance(block, str):
            yield _line(block[: COLUMNS - 2], LEFT + 2 * SIZE)
            for start in range(COLUMNS - 2, len(block), COLUMNS):
                yield _line(block[start : start + COLUMNS], LEFT)
        else:
            yield from ("".join(_cell(cell, LEFT + 50 * n) for n, cell in enumerate(row)) for row in block)


def _line(text: str, x: float) -> str:
    return text_object(text, x, 0).replace(f"{0 - SIZE} 180", "{top} 180")


def _cell(text: str, x: float) -> str:
    box = path_object(x - 1, 0, 50, LEADING).replace(f'Boundary="{x - 1} 0 ', f'Boundary="{x - 1} {{top}} ')
    return box + _line(text, x)
