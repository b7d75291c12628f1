"""What ``fazhi run`` shows: a progress bar while it works, a summary when it has ended.

Here belongs the wording, 中文 before English. Not here: doing the run (run.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipelines.catalogue.problems import problem_codes
from pipelines.model import Problem
from pipelines.reporting import Reporter
from pipelines.warehouse.glance import Glance
from pipelines.warehouse.records import Release, StageSummary

if TYPE_CHECKING:
    from assets.session import Failed

_STEPS = {"documents": "读取文件 reading", "observations": "提取数字 extracting"}
_SHOWN = 30


@dataclass
class RunReport:
    """What came of a run, gathered while it works."""

    raw: Path
    warehouse: Path
    found: int = 0
    documents: list[StageSummary] = field(default_factory=list)
    observations: list[StageSummary] = field(default_factory=list)
    release: Release | None = None
    shown: Glance | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem once, failures first; those of reading too when extraction did not come about."""
        staged = self.observations or self.documents
        every = {problem for summary in staged for problem in summary.problems}
        return tuple(sorted(every, key=lambda each: (_is_warning(each), each.path or "", each.code)))

    def print(self, console: Console, seconds: float) -> None:
        """Print the summary."""
        _print_problems(console, self.problems)
        table = Table(box=None, show_header=False, pad_edge=False)
        for name, value in self._lines():
            table.add_row(f"[bold]{name}", escape(value))
        table.add_row("[bold]用时 seconds", f"{seconds:.1f}")
        console.print(table)

    def _lines(self) -> Iterator[tuple[str, str]]:
        yield "文件 files", f"{self.found}  ({self.raw})"
        if self.documents:
            read = sum(each.read for each in self.documents)
            unchanged = sum(each.unchanged for each in self.documents)
            failed = sum(each.failed for each in self.observations or self.documents)
            nothing = "  没有文件需要重新读取 no file was read again" if not read and unchanged else ""
            yield "读取 read", f"{read}"
            yield "未变 unchanged", f"{unchanged}{nothing}"
            yield "失败 failed", f"{failed}"
        if self.observations:
            yield "数据 observations", f"{sum(each.rows for each in self.observations):,}"
        if self.shown and self.shown.quantities:
            share = self.shown.assigned / self.shown.quantities
            yield (
                "归入指标 coverage",
                f"{share:.0%}  (全库 all published: {self.shown.assigned:,} / {self.shown.quantities:,})",
            )
        if self.release:
            again = "（内容未变，沿用 unchanged, kept）" if self.release.unchanged else ""
            yield "版本 release", f"{self.release.version}{again}"
            yield "数据库 database", str(self.warehouse / "warehouse.duckdb")


class Watcher(Reporter):
    """Shows how a run is getting on and gathers what comes of it."""

    def __init__(self, console: Console, report: RunReport) -> None:
        self._report = report
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._looking = self._bar.add_task("查看文件 looking", total=None)
        self._tasks = {step: self._bar.add_task(name, visible=False) for step, name in _STEPS.items()}
        self._building = self._bar.add_task("建库检查 building", total=None, visible=False)
        self._passed = dict.fromkeys(_STEPS, 0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def found(self, files: int) -> None:  # noqa: D102
        self._report.found += files
        self._bar.update(self._looking, total=files, completed=files)
        for task in self._tasks.values():
            self._bar.update(task, total=self._report.found)

    def progress(self, step: str, partition: str, done: int, total: int) -> None:  # noqa: D102
        self._bar.update(self._tasks[step], completed=self._passed[step] + done, visible=True)

    def staged(self, step: str, summary: StageSummary) -> None:  # noqa: D102
        (self._report.documents if step == "documents" else self._report.observations).append(summary)
        self._passed[step] += summary.read + summary.unchanged
        self._bar.update(self._tasks[step], completed=self._passed[step], visible=True)

    def building(self) -> None:  # noqa: D102
        self._bar.update(self._building, visible=True)

    def released(self, release: Release, shown: Glance) -> None:  # noqa: D102
        self._report.release, self._report.shown = release, shown
        self._bar.update(self._building, total=1, completed=1)


def failure_lines(failures: Sequence[Failed], *, published: bool) -> Iterator[str]:
    """Return what to say of steps that failed; the trace only where nobody expected the error."""
    for failure in failures:
        yield f"[bold red]✗ {escape(failure.step)}[/]: {escape(failure.message)}"
        if not failure.expected:
            yield escape(failure.trace)
    if failures and not published:
        yield "[bold red]未发布新版本，原版本不变 / nothing was published; the last release is as it was[/]"


def _print_problems(console: Console, problems: Sequence[Problem]) -> None:
    if not problems:
        return
    codes = problem_codes()
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("文件 file", "问题 problem", "说明 what is wrong", "处理 what to do"):
        table.add_column(name, overflow="fold")
    for problem in problems[:_SHOWN]:
        colour = "yellow" if _is_warning(problem) else "red"
        remedy = codes[problem.code]
        table.add_row(
            escape(problem.path or ""),
            f"[{colour}]{problem.code}",
            escape(problem.message),
            f"{remedy.zh.remedy} / {remedy.en.remedy}",
        )
    console.print(table)
    if len(problems) > _SHOWN:
        console.print(
            f"… 另有 {len(problems) - _SHOWN} 个，见表 report / and more, see the table report", style="dim"
        )
    console.print()


def _is_warning(problem: Problem) -> bool:
    return problem_codes()[problem.code].severity == "warning"
