"""Runs that write wait for each other: ``fazhi run`` for one of the UI's, with a word and without effort."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.events import EngineEventData

from assets.definitions import build_definitions
from assets.instance import open_instance
from assets.jobs import INGEST
from assets.raw import POOL
from assets.resources import Folders
from tests.integration.place import Place

WAITS = "waiting for a run of the UI to end: "


@contextmanager
def run_in_the_pool(place: Place, *, entered: bool) -> Iterator[tuple[dg.DagsterInstance, str]]:
    """A run such as the UI starts, worked on by this process; it has entered the pool or is first in line."""
    folders = Folders(raw=str(place.raw), warehouse=str(place.warehouse))
    with open_instance(folders) as instance:
        job = build_definitions().resolve_job_def(INGEST)
        run = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
        instance.report_engine_event("begun", run, EngineEventData.in_process(os.getpid()))
        storage = instance.event_log_storage
        storage.initialize_concurrency_limit_to_default(POOL)
        if entered:
            storage.claim_concurrency_slot(POOL, run.run_id, "report_files")
        else:
            storage.add_pending_step(POOL, run.run_id, "report_files", should_assign=True)
        yield instance, run.run_id


@pytest.mark.parametrize("entered", [True, False])
def test_a_run_of_the_ui_is_waited_for_and_named(published: Place, *, entered: bool) -> None:
    with run_in_the_pool(published, entered=entered) as (instance, run_id):
        holder = Path(instance.storage_directory()) / "fazhi-run" / ".lock"
        before = holder.read_text(encoding="utf-8")

        def end() -> None:
            while holder.read_text(encoding="utf-8") == before:
                time.sleep(0.05)
            time.sleep(1)  # it looks into the pool as soon as it has its lock
            instance.report_run_failed(instance.get_run_by_id(run_id))
            instance.event_log_storage.free_concurrency_slots_for_run(run_id)

        ending = threading.Thread(target=end)
        ending.start()
        done = published.run()
        ending.join()
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count(WAITS + run_id) == 1, done.stderr


@pytest.mark.parametrize("entered", [True, False])
def test_a_run_whose_process_is_gone_is_not_waited_for(published: Place, *, entered: bool) -> None:
    with run_in_the_pool(published, entered=entered) as (instance, run_id):
        run = instance.get_run_by_id(run_id)
        nobody = int(Path("/proc/sys/kernel/pid_max").read_text(encoding="ascii"))
        instance.report_engine_event("begun", run, EngineEventData.in_process(nobody))
        done = published.run()
        assert done.returncode == 0, done.stdout + done.stderr
        assert WAITS not in done.stderr
        assert instance.get_run_by_id(run_id).status is dg.DagsterRunStatus.FAILURE  # type: ignore[union-attr]
