"""Reading files in worker processes that may die: a bad file costs itself and nothing else.

Here belong the pool, its limits and what a worker's end means. Not here: what a worker does (worker) and what
is done with a Document (the caller's ``then``).
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipelines.documents import ocr
from pipelines.documents.batches import batches
from pipelines.documents.limits import Limits, OcrUse
from pipelines.documents.worker import confine, problem, work_on
from pipelines.model import Document, Problem

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
# A worker is replaced after this many files, so that what libraries leak does not add up.
_MAX_TASKS = 200
# Tasks handed out ahead of the one awaited, for each worker: it is kept busy, and memory stays small.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What became of one file: ``then``'s result, or the problem that kept it from being read."""

    path: Path
    result: T | None
    problem: Problem | None


def read_isolated(
    paths: Sequence[Path],
    *,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    workers: int | None = None,
    then: Callable[[Path, Document], T],
) -> Iterator[Outcome[T]]:
    """Read files in worker processes and yield an outcome for each, in the order of ``paths``.

    Args:
        paths: The files.
        limits: What one file may cost; memory and time are enforced here.
        workers: Number of processes; by default one a core, at most one a file.
        then: What to do with each Document, run in the worker; it and its result must be picklable.

    Yields:
        An Outcome for each path. A worker that hangs, dies or runs out of memory costs its own file.
    """
    # What cannot travel to a worker is a mistake of the caller, not a problem of each file.
    pickle.dumps(then)
    if paths:
        yield from _Run(limits, min(workers or os.cpu_count() or 1, len(paths)), then).outcomes(paths)


@dataclass(frozen=True, slots=True)
class _Task(Generic[T]):
    """Files on their way through a worker, mostly one."""

    paths: tuple[Path, ...]
    limits: Limits
    future: Future[list[T | Problem]]


class _Run(Generic[T]):
    """One pass over some files with one pool (a second one when the first breaks)."""

    def __init__(self, limits: Limits, workers: int, then: Callable[[Path, Document], T]) -> None:
        self._limits = replace(limits, ocr=OcrUse.ASK) if ocr.available() else limits
        self._workers = workers
        self._then = then

    def outcomes(self, paths: Sequence[Path]) -> Iterator[Outcome[T]]:
        done = 0
        while done < len(paths):
            before = done
            for outcome in self._with_one_pool(paths[done:]):
                done += 1
                yield outcome
            if done == before:
                # The pool broke before it gave anything: the file that stands first is taken for the cause.
                yield _failed(paths[done], "reader_crashed", "the pool of workers broke")
                done += 1

    def _with_one_pool(self, paths: Sequence[Path]) -> Iterator[Outcome[T]]:
        """Yield outcomes until all paths are done or the pool is broken beyond use."""
        pool = self._new_pool()
        waiting: deque[_Task[T]] = deque()
        upcoming = batches(paths, len(paths) // (self._workers * _AHEAD))
        try:
            while True:
                for batch in islice(upcoming, max(self._workers * _AHEAD - len(waiting), 0)):
                    waiting.append(self._schedule(pool, batch, self._limits))
                if not waiting:
                    return
                wait([waiting[0].future])
                waiting = deque(one for task in waiting for one in self._looked_at_again(pool, task))
                if waiting[0].future.done():
                    yield self._outcome(waiting.popleft())
        except BrokenProcessPool:
            _LOG.warning("The pool of readers broke; another one is started", exc_info=True)
        finally:
            pool.stop()
            pool.join()

    def _looked_at_again(self, pool: ProcessPool, task: _Task[T]) -> Iterator[_Task[T]]:
        """Yield a task by single files once it is done.

        Files that travelled with one that failed go again by themselves; a scan goes again with more time.
        """
        if not task.future.done():
            yield task
        elif task.future.exception() is None:
            for path, result in zip(task.paths, task.future.result(), strict=True):
                yield self._with_ocr(pool, _settled(path, task.limits, result))
        elif len(task.paths) == 1:
            yield task
        else:
            yield from (self._schedule(pool, (path,), task.limits) for path in task.paths)

    def _with_ocr(self, pool: ProcessPool, task: _Task[T]) -> _Task[T]:
        (result,) = task.future.result()
        if task.limits.ocr is not OcrUse.ASK or not isinstance(result, Problem) or result.code != "needs_ocr":
            return task
        limits = replace(task.limits, ocr=OcrUse.DO, seconds=task.limits.ocr_seconds)
        return self._schedule(pool, task.paths, limits)

    def _new_pool(self) -> ProcessPool:
        # Forked from a small server: neither threads nor open databases of this process get into a worker.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pipelines.documents.worker", self._then.__module__])
        return ProcessPool(
            max_workers=self._workers,
            max_tasks=_MAX_TASKS,
            initializer=confine,
            initargs=(self._memory(),),
            context=context,
        )

    def _schedule(self, pool: ProcessPool, paths: tuple[Path, ...], limits: Limits) -> _Task[T]:
        try:
            future = pool.schedule(work_on, (paths, limits, self._then), timeout=limits.seconds)
        except RuntimeError as error:
            # pebble's way to say that the pool has stopped by itself.
            raise BrokenProcessPool(str(error)) from error
        return _Task(paths, limits, future)

    def _memory(self) -> int:
        limits = self._limits
        return max(limits.memory_bytes, limits.ocr_memory_bytes) if ocr.available() else limits.memory_bytes

    def _outcome(self, task: _Task[T]) -> Outcome[T]:
        """Return what became of one file.

        Raises:
            BrokenProcessPool: The pool itself is gone, not just one worker.
        """
        (path,) = task.paths
        try:
            (result,) = task.future.result()
        except FutureTimeoutError:
            return _failed(path, "reader_timeout", f"> {task.limits.seconds:g} s")
        except ProcessExpired as error:
            return _failed(path, "reader_crashed", f"exit code {error.exitcode}")
        except MemoryError:
            return _failed(path, "reader_crashed", f"memory limit {self._memory():,} bytes")
        except BrokenProcessPool:
            raise
        except Exception as error:
            # A fault of this program, not of the file: the run goes on, the trace goes to the log.
            _LOG.error("%s", path, exc_info=error)
            return _failed(path, "processing_failed", f"{type(error).__name__}: {error}")
        return Outcome(path, None, result) if isinstance(result, Problem) else Outcome(path, result, None)


def _settled(path: Path, limits: Limits, result: T | Problem) -> _Task[T]:
    future: Future[list[T | Problem]] = Future()
    future.set_result([result])
    return _Task((path,), limits, future)


def _failed(path: Path, code: str, message: str) -> Outcome[T]:
    return Outcome(path, None, problem(path, code, message))
