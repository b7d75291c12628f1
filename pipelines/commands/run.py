"""``fazhi run``: the assets in this process, with a progress bar and a summary.

Here belongs the one door from the command line to Dagster (the only module of pipelines that imports assets).
Not here: what is printed (run_report.py).
"""

from __future__ import annotations

import time
from pathlib import Path

import typer
from rich.console import Console

from pipelines.commands.run_report import RunReport, Watcher, failure_lines
from pipelines.folders import raw_folder, warehouse_folder

PUBLISHED, NOT_PUBLISHED = 0, 1


def run_and_report(raw: Path | None, warehouse: Path | None, years: list[int]) -> int:
    """Run the assets and print what came of it.

    Args:
        raw: the raw folder; None is the project's.
        warehouse: the warehouse folder; None is the project's.
        years: the report years; none means all.

    Returns:
        The exit status: 0, or 1 when nothing could be published.

    Raises:
        typer.BadParameter: a year that no report can be about.
    """
    console, progress = Console(highlight=False), Console(stderr=True)
    started = time.monotonic()
    with progress.status("正在启动 starting…"):
        from assets.resources import Folders
        from assets.session import known_years, run
        from pipelines.warehouse.layout import WarehouseBusy

        chosen = _chosen(years, known_years())
        raw, warehouse = raw or raw_folder(), warehouse or warehouse_folder()
        folders = Folders(raw=str(raw.absolute()), warehouse=str(warehouse.absolute()))
    report = RunReport(Path(folders.raw), Path(folders.warehouse))
    try:
        with Watcher(progress, report) as watcher:
            session = run(folders, chosen, watcher)
    except WarehouseBusy as error:
        console.print(f"[bold red]✗[/] {error}")
        return NOT_PUBLISHED
    report.print(console, time.monotonic() - started)
    for line in failure_lines(session.failures, published=report.release is not None):
        console.print(line)
    return NOT_PUBLISHED if session.failures or report.release is None else PUBLISHED


def _chosen(years: list[int], known: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [year for year in years if str(year) not in known]
    if unknown:
        raise typer.BadParameter(
            f"{', '.join(map(str, unknown))}: 年度应在 {known[0]}–{known[-1]} 之间 / "
            f"a report year is between {known[0]} and {known[-1]}",
            param_hint="--year",
        )
    return tuple(str(year) for year in sorted(set(years)))
