"""Spreadsheets (.xlsx, .xls): each sheet is a table under its name.

Not here: what the header of a table means (extraction).
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from pipelines.documents.archive import Archive
from pipelines.documents.assembling import Assembler, GridCell
from pipelines.documents.limits import Limits, ReadError
from pipelines.model import Document

READER = "sheets/1"
MEDIA_TYPE = "application/vnd.ms-excel"
# Rows of a report's table; a sheet beyond this is a database, not a report.
_MAX_CELLS = 1_000_000


def read(data: bytes, limits: Limits) -> Document:
    """Read the visible sheets in order.

    A percentage stands in the file as a fraction with a format, which is not read: 0.913 stays 0.913.

    Raises:
        ReadError: ``encrypted``, ``unreadable``, ``too_large``.
    """
    if data.startswith(b"PK"):
        with Archive(data, limits):
            pass
    assembler = Assembler()
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [sheet.name for sheet in workbook.sheets_metadata if "Visible" in str(sheet.visible)]
        for name in names:
            _write_sheet(workbook.get_sheet_by_name(name), name, len(names) > 1, assembler)
    except PasswordError as error:
        raise ReadError("encrypted", "表格已加密，需要密码 the workbook asks for a password") from error
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError) as error:
        raise ReadError("unreadable", f"表格损坏 the workbook is damaged: {error}") from error
    return assembler.document(READER, MEDIA_TYPE)


def _write_sheet(sheet: Any, name: str, named: bool, assembler: Assembler) -> None:
    if sheet.total_height * sheet.total_width > _MAX_CELLS:
        raise ReadError("too_large", f"工作表 {name} 过大 sheet {name} is too large")
    cells = list(_cells(sheet))
    if named and cells:
        assembler.paragraph(name)
    assembler.table(cells)


def _cells(sheet: Any) -> Iterator[GridCell]:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        spans[top, left] = (bottom - top + 1, right - left + 1)
        covered.update((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
    first_row, first_column = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), first_row):
        for column, value in enumerate(values, first_column):
            if (row, column) in covered and (row, column) not in spans:
                continue
            height, width = spans.get((row, column), (1, 1))
            yield GridCell(row - first_row, column - first_column, shown(value), height, width)


def shown(value: object) -> str:
    """Return a cell's value as a reader of the sheet sees it."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.12g}"
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value).strip()
