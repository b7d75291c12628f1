"""Exports: a release as files for other programs.

    export(warehouse, format, folder, *, tables=None, version=None) -> tuple[Path, ...]

Here belongs one module per format, and the choice between them. Not here: the site for readers
(pipelines.site).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pipelines.warehouse.exports import csv_files, datapackage, parquet, sdmx, workbook
from pipelines.warehouse.exports.source import ExportError, Source, opened
from pipelines.warehouse.layout import Layout
from pipelines.warehouse.models import models, published
from pipelines.warehouse.releases import UnknownRelease, find_release

__all__ = ["FORMATS", "ExportError", "export"]

Write = Callable[[Source, Path], tuple[Path, ...]]

FORMATS: Mapping[str, Write] = MappingProxyType(
    {
        "parquet": parquet.write,
        "csv": csv_files.write,
        "xlsx": workbook.write,
        "sdmx-csv": sdmx.write,
        "datapackage": datapackage.write,
    }
)


def export(
    warehouse: Path,
    format_: str,
    folder: Path,
    *,
    tables: Sequence[str] | None = None,
    version: str | None = None,
) -> tuple[Path, ...]:
    """Write a release as files.

    Args:
        warehouse: the warehouse folder.
        format_: one of FORMATS.
        folder: where the files go; it is made. Files of the same name are replaced, each in one step.
        tables: the tables wanted; by default those that the format is for.
        version: a release; by default the published one.

    Returns:
        The files written.

    Raises:
        ExportError: an unknown format or table, or more rows than the format can hold.
        UnknownRelease: there is no such release, or nothing is published yet.
    """
    if format_ not in FORMATS:
        raise ExportError(f"未知格式 / unknown format {format_!r}; 可用 / there are: {', '.join(FORMATS)}")
    wanted = version or Layout(warehouse).published_version()
    if wanted is None:
        raise UnknownRelease(f"{warehouse} 尚无已发布的版本 / has no published release yet: run first")
    known = {model.name: model for model in published(models())}
    unknown = sorted(set(tables or ()) - set(known))
    if unknown:
        raise ExportError(f"没有表 / no table {', '.join(unknown)}; 可用 / there are: {', '.join(known)}")
    chosen = tuple(known[name] for name in tables) if tables else None
    with opened(find_release(warehouse, wanted).path, wanted, chosen) as source:
        return FORMATS[format_](source, folder)
