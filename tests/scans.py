"""Writes a text as scanned pages: pictures of A4 at 200 dots an inch, black on white, wrapped and ruled.

The letters are drawn with a Chinese font of the machine where it has one. Used by benchmarks and tests only.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.formats import blocks

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 1654, 2339, 220, 250, 2080
BODY, CELL, LEADING, ROW = 40, 30, 70, 60


@cache
def font_file() -> str | None:
    """Return a font of the machine that has Chinese letters."""
    if shutil.which("fc-list") is None:
        return None
    listed = subprocess.run(
        ["fc-list", ":lang=zh-cn", "file"], check=True, capture_output=True, text=True
    ).stdout
    return min((line.rstrip(": ") for line in listed.splitlines()), default=None)


def write_scan(text: str, path: Path, font: str | None = None) -> Path:
    """Write a PDF whose pages are pictures of the text; lines with tabs become rows of a ruled table."""
    canvas = Canvas(str(path), pagesize=A4)
    for picture in _pages(text, font or font_file()):
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=85)
        canvas.drawImage(ImageReader(packed), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return path


def _font(file: str | None, size: int) -> PIL.ImageFont.FreeTypeFont:
    return PIL.ImageFont.truetype(file, size) if file else PIL.ImageFont.load_default(size)


def _pages(text: str, file: str | None) -> Iterator[PIL.Image.Image]:
    body, small = _font(file, BODY), _font(file, CELL)
    page, y = PIL.Image.new("L", (WIDTH, HEIGHT), 255), TOP
    for line in _lines(text, body):
        if y > BOTTOM:
            yield page
            page, y = PIL.Image.new("L", (WIDTH, HEIGHT), 255), TOP
        draw = PIL.ImageDraw.Draw(page)
        if isinstance(line, str):
            draw.text((LEFT, y), line, fill=0, font=body)
            y += LEADING
        else:
            width = (WIDTH - 2 * LEFT) // len(line)
            for number, cell in enumerate(line):
                x = LEFT + number * width
                draw.rectangle((x, y, x + width, y + ROW), outline=0, width=2)
                draw.text((x + 12, y + 12), cell, fill=0, font=small)
            y += ROW
    yield page


def _lines(text: str, font: PIL.ImageFont.FreeTypeFont) -> Iterator[str | list[str]]:
    indent = "\u3000\u3000" if font_file() else "    "
    for block in blocks(text):
        if isinstance(block, str):
            yield from _wrapped(indent + block, font)
        else:
            yield from block
            yield ""


def _wrapped(text: str, font: PIL.ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for character in text:
        if font.getlength(line + character) > WIDTH - 2 * LEFT:
            yield line
            line = ""
        line += character
    yield line
