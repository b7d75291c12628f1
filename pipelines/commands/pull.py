"""``fazhi pull``: the reports that sources.yaml lists, into the raw folder.

Here belongs the printing. Not here: the getting (pipelines.sources).
"""

from __future__ import annotations

from pathlib import Path

import typer
from rich.console import Console

from pipelines.catalogue.problems import problem_codes
from pipelines.sources.pull import OFFLINE, PullReport, pull
from pipelines.sources.sources_file import SourcesError, read_sources

DONE, REFUSED = 0, 1


def pull_and_report(raw: Path, years: list[int]) -> int:
    """Get new and changed reports and print what came of it.

    Returns:
        The exit status: 0; 1 when sources.yaml is wrong or no host could be reached.
    """
    try:
        sources = read_sources(raw / "sources.yaml")
    except SourcesError as error:
        typer.echo(str(error), err=True)
        return REFUSED
    if not sources.enabled():
        typer.echo(
            f"{raw / 'sources.yaml'} 中没有启用的来源 / has no source that is switched on (enabled: true)"
        )
        return DONE
    with Console(stderr=True).status("正在下载 pulling…") as status:
        report = pull(raw, sources, years=years, progress=lambda address: status.update(address))
    _print(report)
    return REFUSED if report.offline else DONE


def _print(report: PullReport) -> None:
    codes = problem_codes()
    for path in report.stored:
        typer.echo(str(path))
    for problem in report.problems:
        remedy = codes[problem.code]
        typer.echo(
            f"{problem.code}: {problem.message}\n    → {remedy.zh.remedy} / {remedy.en.remedy}", err=True
        )
    typer.echo(
        f"新增 new {len(report.stored) - len(report.revised)}，更新 revised {len(report.revised)}，"
        f"未变 unchanged {report.unchanged}，问题 problems {len(report.problems)}"
    )
    if report.offline:
        typer.echo(OFFLINE, err=True)
