"""One run of the project's definitions in this process, on the persistent instance.

Here belongs what ``fazhi run`` needs of Dagster, and nothing that it prints. The definitions are the same
that the UI serves, so a run from the command line has its place in the UI's history.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from assets.definitions import build_definitions
from assets.instance import FROM_COMMAND_LINE, open_instance, state_folder, wait_for_pool
from assets.jobs import INGEST
from assets.partitions import REPORT_YEARS, contiguous, span_tags
from assets.resources import Folders
from pipelines.reporting import Reporter
from pipelines.sources.scan import report_files
from pipelines.warehouse.layout import locked
from pipelines.warehouse.store import Staging

_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
_STAGING = ["report_files", "report_documents", "report_observations"]


@dataclass(frozen=True, slots=True)
class Failed:
    """A step that failed. ``expected``: the message says it all; else ``trace`` is what a developer needs."""

    step: str
    message: str
    trace: str
    expected: bool


@dataclass(frozen=True, slots=True)
class Session:
    """How the run ended. ``settled``: earlier runs that were found dead and marked as failed."""

    run_id: str
    failures: tuple[Failed, ...]
    settled: tuple[str, ...]
    state: Path


def known_years() -> tuple[str, ...]:
    """Return the years that can be run."""
    return tuple(REPORT_YEARS.get_partition_keys())


def years_in_use(folders: Folders) -> tuple[str, ...]:
    """Return the years that a run over everything has to take.

    A file in a year folder belongs to that year; a file elsewhere may be about any year. Years that staging
    holds are taken too, so that files which are gone leave.
    """
    raw, known = Path(folders.raw), known_years()
    tops = {path.relative_to(raw).parent.parts[:1] for path in report_files(raw)} if raw.is_dir() else set()
    in_raw = {top[0] for top in tops if top}
    if () in tops or not in_raw <= set(known):
        return known
    used = sorted((in_raw | set(Staging.of(Path(folders.warehouse)).partitions())) & set(known))
    return known[known.index(used[0]) : known.index(used[-1]) + 1] if used else known[-1:]


def run(folders: Folders, years: Sequence[str], reporter: Reporter) -> Session:
    """Run the assets over some years and publish.

    A run that was started from the UI and is still going on is waited for.

    Args:
        folders: where to read and where to publish.
        years: the report years; none means all in use. Every unbroken span of years costs a Dagster run; all
            but the last go over staging only.
        reporter: told how the run is getting on.

    Raises:
        WarehouseBusy: another ``fazhi run`` works on the same state.
    """
    definitions = build_definitions(resource_overrides={"folders": folders, "reporter": reporter})
    job = definitions.resolve_job_def(INGEST)
    *earlier, last = contiguous(years or years_in_use(folders))
    with ExitStack() as stack:
        instance = stack.enter_context(open_instance(folders))
        stack.enter_context(locked(Path(instance.storage_directory()) / "fazhi-run", 0, "fazhi run"))
        settled = wait_for_pool(instance, reporter)
        selections = [(span, [dg.AssetKey(name) for name in _STAGING]) for span in earlier]
        for span, selection in [*selections, (last, None)]:
            result = job.execute_in_process(
                instance=instance,
                tags={**span_tags(*span), **FROM_COMMAND_LINE},
                run_config=_QUIET,
                raise_on_error=False,
                asset_selection=selection,
            )
            if not result.success:
                break
    return Session(result.run_id, _failures(result), settled, state_folder(folders))


def _failures(result: dg.ExecuteInProcessResult) -> tuple[Failed, ...]:
    return tuple(_failure(event) for event in result.all_events if event.is_step_failure)


def _failure(event: dg.DagsterEvent) -> Failed:
    data = event.step_failure_data
    if data.user_failure_data and data.user_failure_data.description:
        return Failed(event.step_key or "", data.user_failure_data.description, "", expected=True)
    error = data.error.cause if data.error and data.error.cause else data.error
    message = (error.message if error else "").strip()
    return Failed(event.step_key or "", message, data.error_display_string, expected=False)
