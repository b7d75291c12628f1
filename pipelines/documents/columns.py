"""Tables without ruling lines: short texts that stand under each other in columns.

Serves pages whose characters are placed (PDF, OFD) and pages read by OCR. Not here: ruled tables
(pdf_tables).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.documents.assembling import GridCell
from pipelines.documents.glyphs import APART, Box, GlyphPage, Line, TableBlock
from pipelines.documents.pdf_tables import divide

Row = list[Line]
# Parts of the font size: a gap that parts two cells, and how far rows of one table may lie apart.
_GAP, _ROW_GAP = 1.2, 3.0
# What cells look like: mostly short, and a fair share of those after the first column figures.
_SHORT, _FIGURES = 16, 0.3
# A line of more words than this is a sentence, and its gaps are not looked at; on a page with columns of
# figures more are.
_FEW_WORDS, _MANY_WORDS = 4, 12
_BLANK = re.compile(r"\s+")
_FIGURE = re.compile(r"^[-+±≥≤<>＜＞]?[\d.,，．]+(?:[%％‰]|[\u4e00-\u9fff]{1,3})?$|^[-—－/]$")


def read_page(page: GlyphPage, paths: int) -> list[Line | TableBlock]:
    """Return a page's lines and tables in reading order: ruled tables, or else such that stand in columns.

    Args:
        page: The page.
        paths: Number of drawn paths beyond which no ruled tables are looked for.
    """
    ruled = divide(page, paths)
    if ruled is not None:
        return ruled
    spans = list(page.spans())
    if sum(_ends_in_figure(page.characters[start:end]) for start, end in spans) < 2:
        return [_whole(_row(page, start, end, _FEW_WORDS)) for start, end in spans]
    rows = [_row(page, start, end, _MANY_WORDS) for start, end in spans]
    if sum(len(row) > 1 for row in rows) < 2:
        return [row[0] if len(row) == 1 else _whole(row) for row in rows]
    return with_tables(rows)


def _row(page: GlyphPage, start: int, end: int, words: int) -> Row:
    few = page.characters.count(" ", start, end) <= words
    return fragments(page, start, end) if few else [page.line(start, end)]


def _ends_in_figure(text: str) -> bool:
    # Boxes cost far more than words, so the words decide where gaps are looked at.
    words = text.rsplit(maxsplit=1)
    return len(words) == 2 and bool(_FIGURE.match(words[1]))


def fragments(page: GlyphPage, start: int, end: int) -> Row:
    """Cut a line where its gaps are as wide as those between columns."""
    pieces: Row = []
    first = start
    if not _BLANK.search(page.characters, start, end):
        return [page.line(start, end)]
    for gap in _BLANK.finditer(page.characters, start, end):
        before, after = gap.start() - 1, gap.end()
        left, right = page.box(before), page.box(after)
        if right.x0 - left.x1 > _GAP * (left.bottom - left.top):
            pieces.append(page.line(first, before + 1))
            first = after
    return [*pieces, page.line(first, end)]


def with_tables(rows: Sequence[Row]) -> list[Line | TableBlock]:
    """Return lines, and tables where rows of short texts stand in columns.

    Args:
        rows: The fragments of each visual row, from left to right, in reading order.
    """
    items: list[Line | TableBlock] = []
    for group, in_columns in _groups(rows):
        if in_columns and _looks_like_table(group):
            items.append(_table(group))
        else:
            items.extend(_whole(row) for row in group)
    return items


def visual_rows(lines: Sequence[Line]) -> list[Row]:
    """Gather lines that stand beside each other, from top to bottom."""
    rows: list[Row] = []
    for line in sorted(lines, key=lambda line: (line.box.top + line.box.bottom) / 2):
        if rows and _beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.x0) for row in rows]


def _beside(one: Line, other: Line) -> bool:
    overlap = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return overlap > 0.5 * min(one.box.bottom - one.box.top, other.box.bottom - other.box.top)


def _groups(rows: Sequence[Row]) -> Iterator[tuple[list[Row], bool]]:
    """Part the rows into runs of such with several fragments, near each other, and the rest."""
    group: list[Row] = []
    for row in rows:
        if len(row) > 1 and (not group or _near(group[-1], row)):
            group.append(row)
            continue
        if group:
            yield group, True
        group = [row] if len(row) > 1 else []
        if not group:
            yield [row], False
    if group:
        yield group, True


def _near(above: Row, below: Row) -> bool:
    height = above[0].box.bottom - above[0].box.top
    return 0 <= below[0].box.top - above[0].box.top < _ROW_GAP * height


def _looks_like_table(rows: Sequence[Row]) -> bool:
    if len(rows) < 2:
        return False
    texts = [fragment.text for row in rows for fragment in row]
    later = [fragment.text.replace(" ", "") for row in rows[1:] for fragment in row[1:]]
    figures = sum(bool(_FIGURE.match(text)) for text in later)
    return max(map(len, texts)) <= 2 * _SHORT and figures >= max(2, _FIGURES * len(later))


def _table(rows: Sequence[Row]) -> TableBlock:
    columns = [fragment.box for fragment in max(rows, key=len)]
    cells = []
    for number, row in enumerate(rows):
        taken: dict[int, str] = {}
        for fragment in row:
            place = _column(fragment.box, columns)
            taken[place] = f"{taken[place]} {fragment.text}" if place in taken else fragment.text
        cells += [GridCell(number, place, taken.get(place, "")) for place in range(len(columns))]
    boxes = [fragment.box for row in rows for fragment in row]
    box = Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
    return TableBlock(box, len(columns), tuple(cells))


def _column(box: Box, columns: Sequence[Box]) -> int:
    """Return the column that a fragment overlaps most, or else stands nearest to."""
    return max(
        range(len(columns)),
        key=lambda number: min(box.x1, columns[number].x1) - max(box.x0, columns[number].x0),
    )


def _whole(row: Row) -> Line:
    if len(row) == 1:
        return row[0]
    boxes = [line.box for line in row]
    box = Box(boxes[0].x0, min(b.top for b in boxes), boxes[-1].x1, max(b.bottom for b in boxes))
    return Line(APART.join(line.text for line in row), box, row[0].size)
