"""CSV that a spreadsheet opens right: UTF-8 with a byte-order mark, CRLF, no cell that runs as a formula.

Here belongs CSV for people. A program that wants the values exactly takes Parquet or the data package.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import polars as pl

from pipelines.warehouse.exports.source import Source
from pipelines.warehouse.layout import write_atomically

# What a spreadsheet takes for the beginning of a formula; such text gets an apostrophe before it.
_STARTS_FORMULA = r"^[=+\-@\t\r]"
# Whole texts of reports do not belong in a spreadsheet.
_LEFT_OUT = ("document",)


def write(source: Source, folder: Path) -> tuple[Path, ...]:
    """Write a CSV file per table, without the texts of the reports unless they are asked for."""
    paths = []
    for table in source.tables(_LEFT_OUT):
        path = folder / f"{table.name}.csv"
        write_atomically(path, partial(_write, defused(source.flat(table))))
        paths.append(path)
    return tuple(paths)


def defused(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with an apostrophe before every text that a spreadsheet would run as a formula."""
    text = [name for name, kind in frame.schema.items() if kind == pl.String]
    return frame.with_columns(
        pl.when(pl.col(name).str.contains(_STARTS_FORMULA))
        .then(pl.concat_str(pl.lit("'"), pl.col(name)))
        .otherwise(pl.col(name))
        .alias(name)
        for name in text
    )


def _write(frame: pl.DataFrame, target: Path) -> None:
    frame.write_csv(target, include_bom=True, line_terminator="\r\n")
