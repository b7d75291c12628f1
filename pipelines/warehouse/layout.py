"""Where things lie in a warehouse folder, and the one way a file is put there.

Here belong paths, atomic writing and the lock between processes. Not here: what the files hold.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class WarehouseBusy(RuntimeError):  # noqa: N818 - it says what is the case
    """Another run holds the warehouse and did not let go within the time allowed."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths under one warehouse folder."""

    root: Path

    @property
    def published(self) -> Path:
        """The link that analysts open: ``warehouse.duckdb``."""
        return self.root / "warehouse.duckdb"

    @property
    def releases(self) -> Path:
        """The folder of releases, each ``<version>.duckdb`` with its ``<version>.json``."""
        return self.root / "releases"

    @property
    def staging(self) -> Path:
        """The folder of staging Parquet."""
        return self.root / "staging"

    def release(self, version: str) -> Path:
        """Return the database file of a version."""
        return self.releases / f"{version}.duckdb"

    def manifest(self, version: str) -> Path:
        """Return the manifest of a version."""
        return self.releases / f"{version}.json"

    def published_version(self) -> str | None:
        """Return the version that the link points to; None when nothing is published or its file is gone."""
        if not self.published.is_symlink() or not self.published.exists():
            return None
        return self.published.resolve().stem


def write_atomically(path: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` fill a file beside ``path``, then put it in place in one step.

    Whoever reads sees the old file or the new one whole; when writing fails (a full disk) the old one stays.

    Args:
        path: the file to put in place; its folder is made.
        write: is given the path of the file to fill.

    Raises:
        OSError: the disk is full or not writable.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for stale in path.parent.glob(f".{path.name}.*.tmp"):
        stale.unlink(missing_ok=True)
    filling = path.parent / f".{path.name}.{os.getpid()}.tmp"
    try:
        write(filling)
        with filling.open("rb") as written:
            os.fsync(written.fileno())
        filling.replace(path)
    finally:
        filling.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path, wait: float, purpose: str, shared: bool = False) -> Iterator[None]:
    """Hold ``folder`` for one process; the kernel lets go when the process ends, however it ends.

    Args:
        folder: the folder to hold; it is made.
        wait: seconds to wait for another holder before giving up.
        purpose: what this holder does, shown to whoever has to wait.
        shared: hold it with others that only read.

    Raises:
        WarehouseBusy: another process still holds it after ``wait`` seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ".lock"
    with path.open("a+", encoding="utf-8") as handle:
        _acquire(handle.fileno(), fcntl.LOCK_SH if shared else fcntl.LOCK_EX, path, wait)
        if not shared:
            handle.truncate(0)
            handle.write(f"process {os.getpid()}: {purpose}\n")
            handle.flush()
        yield


def _acquire(handle: int, kind: int, path: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = path.read_text(encoding="utf-8").strip() or "another process"
                raise WarehouseBusy(
                    f"{path.parent} 正被另一次运行占用，请稍后再试 / is in use by another run ({holder}); "
                    f"waited {wait:g} s. Wait for it to end, then run again."
                ) from None
            time.sleep(0.1)
        else:
            return
