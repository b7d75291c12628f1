"""Characters with places: what a page of PDF or OFD is before it becomes lines, tables and paragraphs.

Display coordinates are points from the top left corner of the page as shown, y downwards. Not here: where
the characters come from (pdf_page, pdf_mining, ofd) and what becomes of them (pdf_tables, pdf_layout).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.documents.assembling import GridCell

LINE_END = "\r\n"
# Between texts that stand beside each other with a gap that no sentence has.
APART = "  "
# Parts of the font size: how far a character may be off the line, and what gap is a space.
_OFF_LINE, _GAP = 0.5, 0.5


class Box(NamedTuple):
    """A rectangle in display coordinates, in points."""

    x0: float
    top: float
    x1: float
    bottom: float


class Line(NamedTuple):
    """A line of text; ``size`` is the font size in points where the file states it."""

    text: str
    box: Box
    size: float


class Stroke(NamedTuple):
    """A piece of a drawn path from one point to another."""

    x0: float
    y0: float
    x1: float
    y1: float


class Glyph(NamedTuple):
    """A character with its box and font size."""

    text: str
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table on a page: its box, its number of columns and the cells with their text."""

    box: Box
    columns: int
    cells: tuple[GridCell, ...]


class GlyphPage:
    """A page as characters, each with a box, in the order of the file; lines end with ``LINE_END``."""

    width: float
    height: float

    def __init__(
        self, glyphs: Iterable[Glyph], strokes: Sequence[Stroke], width: float, height: float
    ) -> None:
        self.width, self.height = width, height
        self._strokes = strokes
        self.substitute(glyphs)

    def substitute(self, glyphs: Iterable[Glyph]) -> None:
        """Take the page's characters anew; spaces and line ends are put where the gaps are."""
        text: list[str] = []
        self._boxes: list[Box] = []
        self._sizes: list[float] = []
        for glyph in _separated(glyphs):
            for character in glyph.text:
                text.append(character)
                self._boxes.append(glyph.box)
                self._sizes.append(glyph.size)
        self.characters = "".join(text)

    def box(self, index: int) -> Box:
        """Return the box of a character, as wide as its advance and as high as its font."""
        return self._boxes[index]

    def font_size(self, index: int) -> float:
        """Return the font size of a character in points, as the file states it."""
        return self._sizes[index]

    def strokes(self, limit: int) -> Sequence[Stroke] | None:
        """Return the straight pieces of all drawn paths; None when there are over ``limit`` paths."""
        return self._strokes if len(self._strokes) <= limit else None

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield start and end index of each line, blanks around it left out."""
        position = 0
        for piece in self.characters.split(LINE_END):
            stripped = piece.strip()
            if stripped:
                start = position + piece.index(stripped[0])
                yield start, start + len(stripped)
            position += len(piece) + len(LINE_END)

    def line(self, start: int, end: int) -> Line:
        """Return the characters from ``start`` to ``end`` as a line."""
        text = self.characters[start:end]
        if self._paired:
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return Line(text, self.span_box(start, end - 1), self.font_size(start))

    def span_box(self, first: int, last: int) -> Box:
        """Return the box that holds two characters."""
        one, other = self.box(first), self.box(last)
        return Box(
            min(one.x0, other.x0),
            min(one.top, other.top),
            max(one.x1, other.x1),
            max(one.bottom, other.bottom),
        )

    @property
    def characters(self) -> str:
        """The page's characters, each at its index."""
        return self._characters

    @characters.setter
    def characters(self, characters: str) -> None:
        self._characters = characters
        # Rare characters may stand as halves of a pair, each with a place of its own.
        self._paired = _has_halves(characters)


def _has_halves(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _separated(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    before: Box | None = None
    for glyph in glyphs:
        box, size = glyph.box, glyph.size
        if before is not None:
            if abs(box.bottom - before.bottom) > _OFF_LINE * size or box.x1 < before.x0:
                yield Glyph(LINE_END, box, size)
            elif box.x0 - before.x1 > _GAP * size:
                yield Glyph(" ", box, size)
        yield glyph
        before = box
