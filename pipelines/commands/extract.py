"""``fazhi extract``: the figures of files, with neither Dagster nor DuckDB.

Here belongs choosing how the results are printed. Not here: getting them (extracting.py).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import typer
from rich.console import Console

from pipelines.commands import extract_json, extract_table
from pipelines.commands.extracting import results


def extract_and_print(paths: Sequence[Path], *, as_json: bool, explain: bool) -> int:
    """Print what is found in each file as soon as it is found.

    Args:
        paths: files and folders.
        as_json: one JSON object a line; else tables.
        explain: with tables, also where each figure was read and what became of the other numbers.

    Returns:
        The exit status: 0, or 1 when no file could be read.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    console = Console(highlight=False, soft_wrap=False)
    read = 0
    for result in results(paths, explained=explain):
        read += result.extraction is not None
        if as_json:
            typer.echo(extract_json.line(result))
        else:
            extract_table.show(console, result, explain)
    if not read:
        typer.echo("没有一个文件能够读取 / no file could be read", err=True)
    return 0 if read else 1
