"""Reading files in worker processes that may die: a bad file costs itself and nothing else.

Here belong the pool, its limits and what a worker's end means. Not here: reading (reading) and what is
done with a Document (the caller's ``then``).
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import pickle
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from pipelines.catalogue.problems import problem_codes
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.reading import read_document
from pipelines.model import Document, Problem

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
# A worker is replaced after this many files, so that what libraries leak does not add up.
_MAX_TASKS = 200
# Files handed out ahead of the one awaited, for each worker: it is kept busy, and memory stays small.
_AHEAD = 4


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


class _Run(Generic[T]):
    """One pass over some files with one pool (a second one when the first breaks)."""

    def __init__(self, limits: Limits, workers: int, then: Callable[[Path, Document], T]) -> None:
        self._limits = limits
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
        pool = self._pool()
        waiting: deque[tuple[Path, ProcessFuture[T | Problem]]] = deque()
        upcoming = iter(paths)
        try:
            while True:
                for path in islice(upcoming, self._workers * _AHEAD - len(waiting)):
                    waiting.append((path, self._schedule(pool, path)))
                if not waiting:
                    return
                yield self._outcome(*waiting.popleft())
        except BrokenProcessPool:
            _LOG.warning("The pool of readers broke; another one is started", exc_info=True)
        finally:
            pool.stop()
            pool.join()

    def _pool(self) -> ProcessPool:
        # Forked from a small server: neither threads nor open databases of this process get into a worker.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pipelines.documents.reading", self._then.__module__])
        return ProcessPool(
            max_workers=self._workers,
            max_tasks=_MAX_TASKS,
            initializer=_confine,
            initargs=(self._limits.memory_bytes,),
            context=context,
        )

    def _schedule(self, pool: ProcessPool, path: Path) -> ProcessFuture[T | Problem]:
        try:
            return pool.schedule(_work, (path, self._limits, self._then), timeout=self._limits.seconds)
        except RuntimeError as error:
            # pebble's way to say that the pool has stopped by itself.
            raise BrokenProcessPool(str(error)) from error

    def _outcome(self, path: Path, future: ProcessFuture[T | Problem]) -> Outcome[T]:
        """Wait for one file.

        Raises:
            BrokenProcessPool: The pool itself is gone, not just one worker.
        """
        try:
            result = future.result()
        except FutureTimeoutError:
            return _failed(path, "reader_timeout", f"> {self._limits.seconds:g} s")
        except ProcessExpired as error:
            return _failed(path, "reader_crashed", f"exit code {error.exitcode}")
        except MemoryError:
            return _failed(path, "reader_crashed", f"memory limit {self._limits.memory_bytes:,} bytes")
        except BrokenProcessPool:
            raise
        except Exception as error:
            # A fault of this program, not of the file: the run goes on, the trace goes to the log.
            _LOG.error("%s", path, exc_info=error)
            return _failed(path, "processing_failed", f"{type(error).__name__}: {error}")
        return Outcome(path, None, result) if isinstance(result, Problem) else Outcome(path, result, None)


def _failed(path: Path, code: str, message: str) -> Outcome[T]:
    return Outcome(path, None, _problem(path, code, message))


def _problem(path: Path, code: str, particulars: str) -> Problem:
    wording = problem_codes()[code]
    return Problem(code, f"{path.name}: {wording.zh.message} {wording.en.message} ({particulars})", str(path))


def _confine(memory_bytes: int) -> None:
    """Bound what a worker may take, when it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Dies at once when told to, also in the middle of a parser that never comes back to Python.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _work(path: Path, limits: Limits, then: Callable[[Path, Document], T]) -> T | Problem:
    """Read one file and hand it to ``then``; runs in a worker."""
    try:
        document = read_document(path, limits)
    except ReadError as error:
        return Problem(error.code, f"{path.name}: {error.message}", str(path))
    except MemoryError:
        raise
    except RecursionError:
        return _problem(path, "too_large", "nesting")
    except Exception as error:
        # Parsers of damaged files raise whatever they like; a kind not foreseen is worth a look at its trace.
        _LOG.warning("%s", path, exc_info=True)
        return _problem(path, "unreadable", f"{type(error).__name__}: {error}")
    return then(path, document)
