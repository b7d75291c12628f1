"""``fazhi releases``, ``rollback``, ``diff`` and ``export``: what can be done with releases.

Here belongs the printing. Not here: listing, switching, comparing and writing them (pipelines.warehouse).
"""

from __future__ import annotations

from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from pipelines.warehouse.diff import diff
from pipelines.warehouse.exports import ExportError, export
from pipelines.warehouse.layout import WarehouseBusy
from pipelines.warehouse.releases import UnknownRelease, list_releases, rollback

DONE, REFUSED = 0, 1


def show_releases(warehouse: Path) -> int:
    """Print the releases of a warehouse, newest first, the published one marked."""
    releases = list_releases(warehouse)
    if not releases:
        typer.echo(f"{warehouse} 尚无版本 / has no releases yet: fazhi run", err=True)
        return REFUSED
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("", "版本 release", "时间 made (UTC)", "报告 reports", "数据 observations"):
        table.add_column(name, justify="right" if name.endswith(("reports", "observations")) else "left")
    for release in releases:
        table.add_row(
            "*" if release.published else "",
            release.version,
            f"{release.created_at:%Y-%m-%d %H:%M}",
            f"{release.counts.get('report', 0):,}",
            f"{release.counts.get('observation', 0):,}",
        )
    Console(highlight=False).print(table)
    return DONE


def go_back(warehouse: Path, version: str) -> int:
    """Publish an earlier release again."""
    try:
        release = rollback(warehouse, version)
    except (UnknownRelease, WarehouseBusy) as error:
        typer.echo(str(error), err=True)
        return REFUSED
    typer.echo(f"已发布 now published: {release.version}")
    return DONE


def show_difference(warehouse: Path, old: str, new: str) -> int:
    """Print what differs between two releases."""
    try:
        found = diff(warehouse, old, new)
    except UnknownRelease as error:
        typer.echo(str(error), err=True)
        return REFUSED
    typer.echo(found.as_text())
    return DONE


def write_export(warehouse: Path, format_: str, folder: Path, tables: list[str], version: str | None) -> int:
    """Write a release as files for other programs and list them."""
    try:
        paths = export(warehouse, format_, folder, tables=tables or None, version=version)
    except (ExportError, UnknownRelease) as error:
        typer.echo(str(error), err=True)
        return REFUSED
    for path in paths:
        typer.echo(str(path))
    return DONE
