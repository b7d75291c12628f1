"""What ``fazhi run`` shows: a progress bar while it works, a summary when it has ended.

Here belongs the wording, 中文 before English. Not here: doing the run (run.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
from pipelines.sources.pull import OFFLINE, PullReport
from pipelines.warehouse.glance import Glance
from pipelines.warehouse.records import Release, StageSummary

if TYPE_CHECKING:
    from assets.session import Failed

_STEPS = {"files": "查看文件 looking", "documents": "读取文件 reading", "observations": "提取数字 extracting"}
_SHOWN = 30


@dataclass
class RunReport:
    """What came of a run, gathered while it works."""

    raw: Path
    warehouse: Path
    found: int = 0
    read_for_year: int = 0
    pulled: list[PullReport] = field(default_factory=list)
    documents: dict[str, StageSummary] = field(default_factory=dict)
    observations: dict[str, StageSummary] = field(default_factory=dict)
    release: Release | None = None
    shown: Glance | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem once, failures first; those of reading too when extraction did not come about."""
        staged = self.observations or self.documents
        every = {problem for summary in staged.values() for problem in summary.problems}
        every.update(problem for report in self.pulled for problem in report.problems)
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
        documents, observations = self.documents.values(), self.observations.values()
        if self.pulled:
            stored = sum(len(report.stored) for report in self.pulled)
            offline = f"  {OFFLINE}" if all(report.offline for report in self.pulled) else ""
            yield "下载 pulled", f"{stored}{offline}"
        yield "文件 files", f"{sum(each.rows for each in documents) or self.found}  ({self.raw})"
        if documents:
            read = self.read_for_year + sum(each.read for each in documents)
            unchanged = sum(each.unchanged for each in documents) - self.read_for_year
            failed = sum(each.failed for each in observations or documents)
            nothing = "  没有文件需要重新读取 no file was read again" if not read and unchanged else ""
            yield "读取 read", f"{read}"
            yield "未变 unchanged", f"{unchanged}{nothing}"
            yield "失败 failed", f"{failed}"
        if observations:
            yield "数据 observations", f"{sum(each.rows for each in observations):,}"
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
        self._tasks = {
            step: self._bar.add_task(name, total=None, visible=step == "files")
            for step, name in _STEPS.items()
        }
        self._building = self._bar.add_task("建库检查 building", total=None, visible=False)
        self._passed = dict.fromkeys(_STEPS, 0)
        self._waited_for = ""

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def waiting(self, run_id: str) -> None:  # noqa: D102
        if run_id != self._waited_for:
            self._bar.console.print(f"等待界面中的运行结束 waiting for a run of the UI to end: {run_id}")
        self._waited_for = run_id

    def pulled(self, report: PullReport) -> None:  # noqa: D102
        self._report.pulled.append(report)

    def found(self, files: int, read: int) -> None:  # noqa: D102
        self._report.found += files
        self._report.read_for_year += read
        self._bar.update(self._tasks["files"], total=files, completed=files)
        for step in ("documents", "observations"):
            self._bar.update(self._tasks[step], total=self._report.found)

    def progress(self, step: str, partition: str, done: int, total: int) -> None:  # noqa: D102
        if step == "files":
            self._bar.update(self._tasks[step], completed=done, total=total)
        else:
            self._bar.update(self._tasks[step], completed=self._passed[step] + done, visible=True)

    def staged(self, step: str, summary: StageSummary) -> None:  # noqa: D102
        gathered = self._report.documents if step == "documents" else self._report.observations
        gathered[summary.partition] = _after(gathered.get(summary.partition), summary)
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


def _after(earlier: StageSummary | None, summary: StageSummary) -> StageSummary:
    """Years with gaps between them are several runs, and the files of no year pass through each."""
    if earlier is None:
        return summary
    return replace(summary, read=earlier.read + summary.read, unchanged=summary.unchanged - earlier.read)


def _is_warning(problem: Problem) -> bool:
    return problem_codes()[problem.code].severity == "warning"
