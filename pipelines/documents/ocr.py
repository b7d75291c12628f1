"""Reading pictures of pages with rapidocr, where the extra ``[ocr]`` is installed.

The models come inside its wheel; nothing is fetched. Not here: which pages are pictures (pdf).
"""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import Any

import PIL.Image

from pipelines.documents.assembling import Assembler
from pipelines.documents.glyphs import Box, Line
from pipelines.documents.limits import Limits, OcrUse, ReadError
from pipelines.documents.ocr_tables import arrange
from pipelines.documents.paged import write_pages
from pipelines.documents.pdf_furniture import Item
from pipelines.documents.pdf_page import LONGEST_SIDE
from pipelines.model import Document, Problem

READER = "ocr/1"
# Larger pictures are not unpacked.
HINT = "安装 fazhi-warehouse[ocr]（make ocr）后可识别 fazhi-warehouse[ocr] (make ocr) would read it"
_MAX_PIXELS = 100_000_000
_DOUBTFUL = 0.8
# Doubtful lines that the warning names, and how much of each it shows.
_NAMED, _SHOWN = 10, 30
# rapidocr gives some signs in their narrow form; between Chinese characters the wide one stood on the page.
_WIDE = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_NARROW = re.compile(r"(?<=[\u4e00-\u9fff）》”])[(),:;?!]|[(),:;?!](?=[\u4e00-\u9fff（《“])")


def available() -> bool:
    """Tell whether the extra is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


@dataclass(slots=True)
class Scan:
    """What OCR found on some pages, and how sure it is."""

    pages: int = 0
    lines: int = 0
    doubtful: list[str] = field(default_factory=list)

    def read(self, picture: PIL.Image.Image, width: float) -> list[Item]:
        """Read the picture of a page that is ``width`` points wide: lines, and tables by their columns."""
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        scale = width / picture.width
        found = _engine()(picture.convert("RGB"))
        lines = []
        for corners, text, score in (
            zip(found.boxes, found.txts, found.scores, strict=True) if found.txts else ()
        ):
            xs, ys = [float(x) * scale for x, _ in corners], [float(y) * scale for _, y in corners]
            box = Box(min(xs), min(ys), max(xs), max(ys))
            # The height of a found box is no font size: it varies with what is written.
            lines.append(Line(_NARROW.sub(lambda sign: _WIDE[sign.group()], text.strip()), box, 0.0))
            if score < _DOUBTFUL:
                self.doubtful.append(f"{text.strip()[:_SHOWN]}（{score:.0%}）")
        self.pages += 1
        self.lines += len(lines)
        return arrange(picture, [line for line in lines if line.text], scale)

    def problems(self) -> tuple[Problem, ...]:
        """Return the warning that figures were read by OCR, with the lines that are doubtful."""
        count = len(self.doubtful)
        message = (
            f"{self.pages} 页经文字识别，{self.lines} 行中 {count} 行置信度低 "
            f"{self.pages} pages read by OCR, {count} of {self.lines} lines doubtful"
        )
        if self.doubtful:
            message += f": {'、'.join(self.doubtful[:_NAMED])}"
        return (Problem("read_by_ocr", message),) if self.pages else ()


def read_picture(data: bytes, limits: Limits) -> Document:
    """Read a picture file (several pages of a TIFF too).

    Raises:
        ReadError: ``needs_ocr`` without the extra, ``too_large``, ``unreadable``, ``empty``.
    """
    if limits.ocr is not OcrUse.DO:
        raise ReadError("needs_ocr", f"这是图片 this is a picture; {HINT}")
    scan, pages, heights = Scan(), [], []
    try:
        with PIL.Image.open(io.BytesIO(data)) as picture:
            frames = getattr(picture, "n_frames", 1)
            if picture.width * picture.height > _MAX_PIXELS or frames > limits.pages:
                raise ReadError("too_large", f"{picture.width}×{picture.height}, {frames} 页 pages")
            for number in range(frames):
                picture.seek(number)
                pages.append(scan.read(picture.copy(), 595.0))
                heights.append(595.0 * picture.height / picture.width)
    except (PIL.UnidentifiedImageError, OSError, SyntaxError, PIL.Image.DecompressionBombError) as error:
        raise ReadError("unreadable", f"图片损坏 the picture is damaged: {error}") from error
    assembler = Assembler()
    write_pages(pages, [595.0] * len(pages), heights, assembler)
    return assembler.document(READER, "image", ocr=True, problems=scan.problems())


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.WARNING)
    one = "EngineConfig.onnxruntime.{}_op_num_threads"
    # A worker has one core; the pages are upright, so the classifier of directions is left out.
    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "warning",
            one.format("intra"): 1,
            one.format("inter"): 1,
        }
    )
