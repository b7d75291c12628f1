"""An Excel workbook: a sheet per table with Chinese headings, and a sheet that explains every column.

Here belongs the workbook. Text is always written as text: nothing in a cell is run as a formula or made a
link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import xlsxwriter

from pipelines.warehouse.exports.source import ExportError, Source
from pipelines.warehouse.layout import write_atomically
from pipelines.warehouse.models import Model

# What a sheet can hold.
MOST_ROWS = 1_048_575
_MOST_CHARACTERS = 32_767
_LEFT_OUT = ("document", "quantity", "unassigned_quantity", "region", "check_result")
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


def write(source: Source, folder: Path) -> tuple[Path, ...]:
    """Write ``fazhi.xlsx``.

    Raises:
        ExportError: a table has more rows than a sheet can hold.
    """
    tables = source.tables(_LEFT_OUT)
    for table in tables:
        rows = source.rows(table)
        if rows > MOST_ROWS:
            raise ExportError(
                f"{table.name} 有 {rows:,} 行，超过工作表上限 {MOST_ROWS:,}；请改用 parquet 或 csv / has "
                f"{rows:,} rows, more than a sheet holds: take parquet or csv"
            )
    path = folder / "fazhi.xlsx"
    write_atomically(path, partial(_write, source, tables))
    return (path,)


def _write(source: Source, tables: Sequence[Model], target: Path) -> None:
    with xlsxwriter.Workbook(str(target), _OPTIONS) as book:
        heading = book.add_format({"bold": True, "bg_color": "#E8EEF4", "text_wrap": True, "valign": "top"})
        explained = book.add_worksheet("说明")
        _fill(explained, heading, ("表", "列", "含义", "Meaning", "单位"), _dictionary(source, tables))
        for table in tables:
            sheet = book.add_worksheet(table.label[:31])
            _fill(sheet, heading, [column.label for column in table.columns], source.flat(table).iter_rows())


def _dictionary(source: Source, tables: Sequence[Model]) -> Iterable[tuple[Any, ...]]:
    yield ("发布版本 release", source.version, "", "", "")
    for table in tables:
        yield (table.label, "", table.description.zh, table.description.en, "")
        for column in table.columns:
            yield (table.label, column.label, column.zh, column.en, column.unit or "")


def _fill(sheet: Any, heading: Any, labels: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(labels) - 1, 16)
    sheet.write_row(0, 0, labels, heading)
    last = 0
    for last, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(last, place, value[:_MOST_CHARACTERS])
            elif value is not None:
                sheet.write(last, place, value)
    sheet.autofilter(0, 0, last, len(labels) - 1)
