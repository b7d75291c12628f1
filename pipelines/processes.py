"""Worker processes: started afresh, and gone with the process that started them.

Here belongs what all pools have in common. The readers of files, which need memory limits and deadlines,
have a pool of their own (pipelines.documents.pool).
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import BaseProcess


def fresh_workers(
    count: int, prepare: Callable[..., object] | None = None, *arguments: object
) -> ProcessPoolExecutor:
    """Return a pool of ``count`` processes.

    They are spawned, not forked: Dagster and Polars run threads, which a fork does not survive.

    Args:
        count: how many processes.
        prepare: called in each of them before its first task.
        *arguments: what ``prepare`` is called with.
    """
    return ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(prepare, arguments),
    )


def end_with_parent() -> None:
    """Let this process end when the one that started it does, even by SIGKILL.

    A worker of ProcessPoolExecutor holds both ends of the queue that it waits at, so it would wait for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _start(prepare: Callable[..., object] | None, arguments: tuple[object, ...]) -> None:
    end_with_parent()
    if prepare is not None:
        prepare(*arguments)


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
