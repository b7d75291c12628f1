"""Where Dagster keeps its state, opened for a run in this process.

Here belong finding and opening the persistent instance, settling what a killed run left in it, and waiting
for runs that live. The settings are those of dagster.yaml, wherever the state lies.
https://docs.dagster.io/deployment/oss/dagster-instance
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
from dagster._core.instance.ref import InstanceRef

import assets
from assets.raw import POOL
from assets.resources import Folders
from pipelines.folders import PROJECT_MARK, project_folder, warehouse_folder
from pipelines.reporting import Reporter

STATE = ".dagster"
FROM_COMMAND_LINE = {"fazhi/started_by": "fazhi run"}

_NO_COPIES = {
    "compute_logs": {
        "module": "dagster._core.storage.noop_compute_log_manager",
        "class": "NoOpComputeLogManager",
    }
}
_BEGUN = [dg.DagsterRunStatus.NOT_STARTED]
_LOOK_AGAIN = 1.0  # seconds
_RUNNING = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]


def state_folder(folders: Folders) -> Path:
    """Return where the state about a warehouse is kept.

    That is DAGSTER_HOME where it is set; else the project's ``.dagster/``, which the UI shows, for the
    project's own warehouse, and ``.dagster/`` beside the database for any other: one history must not speak
    of two warehouses.
    """
    if home := os.environ.get("DAGSTER_HOME"):
        return Path(home)
    warehouse, project = Path(folders.warehouse).resolve(), project_folder()
    own = warehouse_folder().resolve() == warehouse
    return (project if own and (project / PROJECT_MARK).is_file() else warehouse) / STATE


@contextlib.contextmanager
def open_instance(folders: Folders) -> Iterator[dg.DagsterInstance]:
    """Open the persistent instance. What is printed stays on the terminal, it is not copied into its logs."""
    state = state_folder(folders)
    state.mkdir(parents=True, exist_ok=True)
    if os.environ.get("DAGSTER_HOME"):
        ref = InstanceRef.from_dir(str(state), overrides=_NO_COPIES)
    else:
        anchored = {**_NO_COPIES, **_storage(state)}
        ref = InstanceRef.from_dir(str(state), config_dir=str(_settings_folder()), overrides=anchored)
    with dg.DagsterInstance.from_ref(ref) as instance:
        yield instance


def _storage(state: Path) -> dict[str, Any]:
    """The places that dagster.yaml names relative to the working directory, made absolute."""
    artifacts = {"module": "dagster._core.storage.root", "class": "LocalArtifactStorage"}
    return {
        "storage": {"sqlite": {"base_dir": str(state / "storage")}},
        "local_artifact_storage": {**artifacts, "config": {"base_dir": str(state)}},
    }


def settle(instance: dg.DagsterInstance) -> tuple[str, ...]:
    """Mark runs whose process is gone as failed and give back their place in the pool or its queue.

    Dagster's daemon would do this after some time; without it, the next run would wait for the dead one for
    ever. The caller holds the state's lock, so an earlier ``fazhi run`` that is still open is dead; of runs
    started from the UI the process is asked for, and one that has not begun is left to its queue.

    Returns:
        The ids of those runs.
    """
    gone = []
    for run in instance.get_runs(filters=dg.RunsFilter(statuses=_BEGUN + _RUNNING)):
        own = FROM_COMMAND_LINE.items() <= run.tags.items()
        if not own and (run.status in _BEGUN or _is_alive(_process_of(instance, run.run_id))):
            continue
        instance.report_run_failed(
            run, "进程已不存在 / The process of this run is gone (killed or powered off)."
        )
        gone.append(run.run_id)
    for run_id in _in_pool(instance):
        holder = instance.get_run_by_id(run_id)
        if holder is None or holder.is_finished:
            instance.event_log_storage.free_concurrency_slots_for_run(run_id)
    return tuple(gone)


def wait_for_pool(instance: dg.DagsterInstance, reporter: Reporter) -> tuple[str, ...]:
    """Settle dead runs and wait until no other run is in the pool or its queue.

    Dagster's executor in this process would wait as well, but without a word and with a core fully busy: the
    time that it means to sleep is never above 0 (dagster 1.13,
    InstanceConcurrencyContext.interval_to_next_pending_claim_check).

    Returns:
        The ids of the runs that were found dead.
    """
    settled = settle(instance)
    while others := _in_pool(instance):
        reporter.waiting(others[0])
        time.sleep(_LOOK_AGAIN)
        settled += settle(instance)
    return settled


def _in_pool(instance: dg.DagsterInstance) -> list[str]:
    """The runs that hold the pool or wait in its queue."""
    pool = instance.event_log_storage.get_concurrency_info(POOL)
    holders = [slot.run_id for slot in pool.claimed_slots]
    return list(dict.fromkeys([*holders, *(step.run_id for step in pool.pending_steps)]))


def _process_of(instance: dg.DagsterInstance, run_id: str) -> int | None:
    """The process that works on a run, as its events last said."""
    pids = [
        int(str(pid.value))
        for entry in instance.all_logs(run_id, of_type=dg.DagsterEventType.ENGINE_EVENT)
        if entry.dagster_event and (pid := entry.dagster_event.engine_event_data.metadata.get("pid"))
    ]
    return pids[-1] if pids else None


def _is_alive(pid: int | None) -> bool:
    if pid is None:
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _settings_folder() -> Path:
    """Where dagster.yaml lies: inside an installed package, or beside it in a checkout."""
    package = Path(next(iter(assets.__path__)))
    return package if (package / PROJECT_MARK).is_file() else package.parent
