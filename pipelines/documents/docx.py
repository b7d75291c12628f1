"""Word documents of 2007 and later (.docx, .docm, .dotx), also as WPS writes them.

Reads the XML itself: python-docx passes over content controls, tracked insertions and smart tags, all of
which WPS writes. Not here: the binary .doc of before.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from pipelines.documents.archive import Archive
from pipelines.documents.assembling import Assembler, GridCell
from pipelines.documents.limits import Limits, ReadError
from pipelines.model import Document, Hints

READER = "docx/1"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Strict files use other namespaces for the same words.
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Deleted text, the picture that stands for a drawing's text, field codes, the pronunciation of ruby text.
_SKIP = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rt", "pPr", "rPr", "sdtPr"})
_CHARACTERS = {"tab": " ", "noBreakHyphen": "-", "ptab": " "}
_BREAKS = frozenset({"br", "cr"})


def read(data: bytes, limits: Limits) -> Document:
    """Read the body in order: paragraphs, tables (nested ones after their own), text boxes, notes.

    Raises:
        ReadError: ``too_large`` for an archive over the limits, ``unreadable`` for a damaged one.
    """
    with Archive(data, limits) as archive:
        main = _main_part(archive)
        root = archive.xml(main)
        if root is None:
            raise ReadError("unreadable", f"缺少 {main} the document part is missing")
        assembler = Assembler()
        for body in root.iter(f"{_W}body", f"{_STRICT}body"):
            _write_blocks(body, assembler)
        _write_notes(archive, main, assembler)
        return assembler.document(READER, MEDIA_TYPE, hints=_hints(archive))


def _main_part(archive: Archive) -> str:
    relations = archive.xml("_rels/.rels")
    for relation in () if relations is None else relations.iter(_RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(str(relation.get("Target", "")).lstrip("/"))
    return "word/document.xml"


def _local(element: Any) -> str:
    # Comments and processing instructions have no name but a function.
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _write_blocks(parent: Any, assembler: Assembler) -> None:
    for element in parent:
        name = _local(element)
        if name == "p":
            _write_paragraph(element, assembler)
        elif name == "tbl":
            _write_table(element, assembler)
        elif name not in _SKIP:
            # Content controls and custom XML wrap blocks.
            _write_blocks(element, assembler)


def _write_paragraph(paragraph: Any, assembler: Assembler) -> None:
    boxes: list[Any] = []
    for line in _text(paragraph, boxes).split("\n"):
        assembler.paragraph(line.strip())
    for box in boxes:
        _write_blocks(box, assembler)


def _text(element: Any, boxes: list[Any]) -> str:
    """Return a paragraph's characters; text boxes met on the way are put aside, each once."""
    return "".join(_pieces(element, boxes))


def _pieces(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        name = _local(child)
        if name in _SKIP:
            continue
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield "\n"
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        else:
            yield from _pieces(child, boxes)


def _write_table(table: Any, assembler: Assembler) -> None:
    inner: list[Any] = []
    assembler.table(_grid(table, inner))
    for block in inner:
        (_write_table if _local(block) == "tbl" else _write_blocks)(block, assembler)


def _grid(table: Any, inner: list[Any]) -> list[GridCell]:
    """Place the cells; a cell merged downwards is its first one, with its span."""
    cells: list[GridCell] = []
    open_above: dict[int, int] = {}
    for number, row in enumerate(_descend(table, "tr")):
        column = _number(row, "gridBefore", 0)
        for cell in _descend(row, "tc"):
            width = max(_number(cell, "gridSpan", 1), 1)
            merge = _property(cell, "vMerge")
            if merge is not None and _value(merge) != "restart" and column in open_above:
                index = open_above[column]
                first = cells[index]
                cells[index] = GridCell(
                    first.row, first.column, first.text, number - first.row + 1, first.column_span
                )
            else:
                open_above.pop(column, None)
                if merge is not None:
                    open_above[column] = len(cells)
                cells.append(GridCell(number, column, _cell_text(cell, inner), 1, width))
            column += width
    return cells


def _descend(parent: Any, wanted: str) -> Iterator[Any]:
    """Yield rows or cells, also those inside content controls, not those of nested tables."""
    for child in parent:
        name = _local(child)
        if name == wanted:
            yield child
        elif name not in ("tbl", "p", *_SKIP):
            yield from _descend(child, wanted)


def _cell_text(cell: Any, inner: list[Any]) -> str:
    lines: list[str] = []
    for block in _descend_blocks(cell):
        if _local(block) == "tbl":
            inner.append(block)
        else:
            lines.append(_text(block, inner))
    return "\n".join(lines)


def _descend_blocks(parent: Any) -> Iterator[Any]:
    for child in parent:
        name = _local(child)
        if name in ("p", "tbl"):
            yield child
        elif name not in _SKIP and not name.endswith("Pr"):
            yield from _descend_blocks(child)


def _property(element: Any, name: str) -> Any | None:
    for properties in element:
        if _local(properties).endswith("Pr"):
            for entry in properties:
                if _local(entry) == name:
                    return entry
    return None


def _value(element: Any) -> str | None:
    value: str | None = element.get(f"{_W}val") or element.get(f"{_STRICT}val")
    return value


def _number(element: Any, name: str, default: int) -> int:
    entry = _property(element, name)
    value = None if entry is None else _value(entry)
    return min(int(value), 1000) if value and value.isdigit() else default


def _write_notes(archive: Archive, main: str, assembler: Assembler) -> None:
    for part in ("footnotes.xml", "endnotes.xml"):
        root = archive.xml(posixpath.join(posixpath.dirname(main), part))
        for note in () if root is None else root:
            # Separators have a type; notes of the author have none.
            if note.get(f"{_W}type") is None and note.get(f"{_STRICT}type") is None:
                _write_blocks(note, assembler)


def _hints(archive: Archive) -> Hints:
    core = archive.xml(_CORE)
    title = (
        None if core is None else next((e.text for e in core.iter(_TITLE) if e.text and e.text.strip()), None)
    )
    return Hints(title=title.strip() if title else None)
