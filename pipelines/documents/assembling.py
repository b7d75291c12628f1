"""Putting a Document's text together so that every offset is right by construction.

Here belong the paragraphs, table rows, cells and page starts of ``pipelines.model.Document``. Not here:
anything a format knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.model import Cell, Document, Hints, Problem, Table

_BREAK = re.compile(r"[ \u00a0\u3000]*[\t\n\r\v\f\u2028\u2029]+[ \u00a0\u3000]*")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell before it has a place in the text: grid position, span and its own text.

    ``pages_before`` and ``pages_after``: how many pages begin just before and after it.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    pages_before: int = 0
    pages_after: int = 0


def one_line(text: str) -> str:
    """Join the lines inside a cell: nothing between Chinese, a space between Latin words."""

    def joint(match: re.Match[str]) -> str:
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        return " " if _ASCII_WORD.match(before) and _ASCII_WORD.match(after) else ""

    return _BREAK.sub(joint, text).strip()


class Assembler:
    """Collects paragraphs and tables in reading order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._tables: list[Table] = []
        self._pages: list[int] = []
        self._page_pending = False

    def page(self) -> None:
        """Begin a page: the next character written is its first.

        A page without text starts where the next one does.
        """
        self._pages.append(-1)
        self._page_pending = True

    def paragraph(self, text: str) -> None:
        """Add a paragraph; blank ones are left out."""
        if text:
            self._separate()
            self._write(text)

    def continuation(self, text: str) -> None:
        """Go on with the paragraph before (a line wrapped, or a page turned)."""
        self._write(text)

    def table(self, cells: Iterable[GridCell]) -> None:
        """Add a table, a row a line (blank rows are left out); a cell that spans stands where it begins."""
        every = sorted(cells, key=lambda cell: (cell.row, cell.column))
        filled = {cell.row for cell in every if cell.text.strip()}
        done: list[Cell] = []
        start = row = -1
        for cell in every:
            self._begin_pages(cell.pages_before)
            if cell.row in filled:
                if start < 0:
                    self._separate()
                    start = self._length
                else:
                    self._glue("\t" if cell.row == row else "\n")
                row = cell.row
                done.append(self._cell(cell))
            self._begin_pages(cell.pages_after)
        if done:
            self._tables.append(Table(start, self._length, tuple(done)))

    def _cell(self, cell: GridCell) -> Cell:
        text = one_line(cell.text)
        start = self._length
        self._write(text)
        return Cell(cell.row, cell.column, start, self._length, cell.row_span, cell.column_span)

    def _begin_pages(self, count: int) -> None:
        for _ in range(count):
            self.page()

    def document(
        self,
        reader: str,
        media_type: str,
        *,
        hints: Hints | None = None,
        ocr: bool = False,
        problems: Sequence[Problem] = (),
    ) -> Document:
        """Return what was collected."""
        pages = [self._length if start < 0 else start for start in self._pages]
        return Document(
            text="".join(self._parts),
            reader=reader,
            media_type=media_type,
            page_starts=tuple(pages),
            tables=tuple(self._tables),
            hints=hints or Hints(),
            ocr=ocr,
            problems=tuple(problems),
        )

    def _separate(self) -> None:
        if self._length:
            self._glue("\n")

    def _glue(self, mark: str) -> None:
        # A separator never opens a page: the character after it does.
        self._parts.append(mark)
        self._length += 1

    def _write(self, text: str) -> None:
        if text and self._page_pending:
            self._pages = [self._length if start < 0 else start for start in self._pages]
            self._page_pending = False
        self._parts.append(text)
        self._length += len(text)
