"""Putting a finished database in place, switching the link, and forgetting old releases.

Here belongs what happens to files. Not here: what is in them (build.py), and going back (releases.py).

Nobody ever opens a release for writing once it has its final name. A reader's open connection keeps its
release, the next connection follows the link to the new one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from pipelines.warehouse.layout import Layout, sync_folder

BUILDING = ".building"


def clear_leftovers(layout: Layout) -> tuple[str, ...]:
    """Remove what a killed build left behind; return the names removed. The caller holds the releases folder.

    A write-ahead log beside a release or beside the link would be replayed into it by the next reader.
    """
    layout.releases.mkdir(parents=True, exist_ok=True)
    stale = [
        *layout.releases.glob(f"*{BUILDING}"),
        *layout.releases.glob("*.wal"),
        *layout.releases.glob(".*.tmp"),
        *layout.root.glob("warehouse.duckdb.wal"),
        *layout.root.glob(".warehouse.duckdb.*.tmp"),
        *(path for path in layout.releases.glob("*.json") if not path.with_suffix(".duckdb").exists()),
    ]
    for path in stale:
        path.unlink(missing_ok=True)
    spills = [path for path in layout.releases.glob(".spill-*") if path.is_dir()]
    for folder in spills:
        shutil.rmtree(folder, ignore_errors=True)
    return tuple(sorted(path.name for path in (*stale, *spills)))


def finish(building: Path, release: Path) -> None:
    """Make the finished database durable and read-only under its final name."""
    with building.open("rb") as handle:
        os.fsync(handle.fileno())
    building.chmod(0o444)
    building.replace(release)
    sync_folder(release.parent)


def point_to(layout: Layout, version: str) -> None:
    """Switch the published link to a version, in one rename.

    Raises:
        FileExistsError: ``warehouse.duckdb`` is a real file, which is not ours to replace.
    """
    if layout.published.exists() and not layout.published.is_symlink():
        raise FileExistsError(
            f"{layout.published} 不是链接而是文件，未改动；请移走后重试 / is a file, not our link: left "
            f"alone. Move it away and run again."
        )
    waiting = layout.root / f".warehouse.duckdb.{os.getpid()}.tmp"
    waiting.unlink(missing_ok=True)
    waiting.symlink_to(layout.release(version).relative_to(layout.root))
    waiting.replace(layout.published)
    sync_folder(layout.root)


def forget_old(layout: Layout, keep: int) -> tuple[str, ...]:
    """Remove all releases but the newest ``keep`` and the published one; return the versions removed."""
    versions = sorted((path.stem for path in layout.releases.glob("*.duckdb")), reverse=True)
    published = layout.published_version()
    old = tuple(version for version in versions[max(keep, 1) :] if version != published)
    for version in old:
        with contextlib.suppress(FileNotFoundError):
            layout.release(version).unlink()
        layout.manifest(version).unlink(missing_ok=True)
    return old
