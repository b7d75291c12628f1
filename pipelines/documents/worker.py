"""What a worker process does: it bounds itself, reads files and hands on what they hold.

Not here: starting workers, and what becomes of a file whose worker dies (pool).
"""

from __future__ import annotations

import logging
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pipelines.catalogue.problems import problem_codes
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.reading import read_document
from pipelines.model import Document, Problem

T = TypeVar("T")
_LOG = logging.getLogger(__name__)


def problem(path: Path, code: str, particulars: str) -> Problem:
    """Return a problem of a file in the general wording of its code."""
    wording = problem_codes()[code]
    return Problem(code, f"{path.name}: {wording.zh.message} {wording.en.message} ({particulars})", str(path))


def confine(memory_bytes: int) -> None:
    """Bound what a worker may take, when it starts."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Dies at once when told to, also in the middle of a parser that never comes back to Python.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def work_on(
    paths: tuple[Path, ...], limits: Limits, then: Callable[[Path, Document], T]
) -> list[T | Problem]:
    """Read files and hand each to ``then``; a Problem stands for one that could not be read."""
    return [_work(path, limits, then) for path in paths]


def _work(path: Path, limits: Limits, then: Callable[[Path, Document], T]) -> T | Problem:
    """Read one file and hand it to ``then``; runs in a worker."""
    try:
        document = read_document(path, limits)
    except ReadError as error:
        return Problem(error.code, f"{path.name}: {error.message}", str(path))
    except MemoryError:
        raise
    except RecursionError:
        return problem(path, "too_large", "nesting")
    except Exception as error:
        # Parsers of damaged files raise whatever they like; a kind not foreseen is worth a look at its trace.
        _LOG.warning("%s", path, exc_info=True)
        return problem(path, "unreadable", f"{type(error).__name__}: {error}")
    return then(path, document)
