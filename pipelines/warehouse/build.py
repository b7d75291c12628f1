"""A release from staging: built whole aside, checked, then put in place of the old one.

    build_release(warehouse, regions, *, keep=5, corrections=None, wait=600, force=False) -> Release

Here belongs the order of the steps. Each step is in a module of its own: database.py, checking.py,
publishing.py.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl

from pipelines.catalogue.corrections import CORRECTIONS_FILE
from pipelines.catalogue.regions import Regions
from pipelines.validation.expectations import checker
from pipelines.validation.results import BlockingCheckFailed
from pipelines.warehouse import manifest as manifests
from pipelines.warehouse.checksums import table_facts
from pipelines.warehouse.database import BuildFailed, opened
from pipelines.warehouse.filling import fill
from pipelines.warehouse.fingerprint import fingerprint
from pipelines.warehouse.frames import KINDS
from pipelines.warehouse.inputs import INPUTS, catalogue_frames
from pipelines.warehouse.layout import Layout, locked
from pipelines.warehouse.models import models, published
from pipelines.warehouse.publishing import BUILDING, clear_leftovers, finish, forget_old, point_to
from pipelines.warehouse.records import Release
from pipelines.warehouse.store import Staging

__all__ = ["BlockingCheckFailed", "BuildFailed", "build_release"]

log = logging.getLogger(__name__)


def build_release(
    warehouse: Path,
    regions: Regions,
    *,
    keep: int = 5,
    corrections: Path | None = None,
    wait: float = 600,
    force: bool = False,
) -> Release:
    """Build, check and publish a release from what is staged.

    When nothing that goes into a release has changed since the published one, that one is returned, marked
    ``unchanged``, and nothing is built.

    Args:
        warehouse: the warehouse folder.
        regions: the known regions.
        keep: how many releases stay for rollback.
        corrections: a corrections file; by default the catalogue's.
        wait: seconds to wait for another run before declining.
        force: build even when nothing has changed.

    Returns:
        The published release with the checks that ran.

    Raises:
        BlockingCheckFailed: a blocking check failed; nothing was published.
        CorrectionError: a correction no longer fits its source; nothing was published.
        BuildFailed: staging is incomplete or the database could not be made; nothing was published.
        WarehouseBusy: another run holds the warehouse.
    """
    layout, staging = Layout(warehouse), Staging.of(warehouse)
    corrections = corrections or CORRECTIONS_FILE
    purpose = "building a release"
    with locked(layout.releases, wait, purpose), staging.held(wait, purpose, shared=True):
        for name in clear_leftovers(layout):
            log.warning("清除上次中断遗留的 / removed %s, left by a run that was cut short", name)
        _require_whole(staging)
        given = catalogue_frames(regions)
        print_ = fingerprint(staging, given, [corrections])
        current = _published(layout)
        if current is not None and current.fingerprint == print_ and not force:
            return replace(current, unchanged=True)
        return _build(layout, staging, given, corrections, print_, keep)


def _published(layout: Layout) -> Release | None:
    version = layout.published_version()
    manifest = manifests.read(layout.manifest(version)) if version else None
    return manifest.release(layout.release(manifest.version)) if manifest else None


def _require_whole(staging: Staging) -> None:
    broken = [partition for partition in staging.partitions() if not staging.is_whole(partition)]
    if broken:
        raise BuildFailed(
            f"暂存数据不完整（上次运行中断），请重新运行 / staging is incomplete, a run was cut short: "
            f"{', '.join(broken)}. Run these again, then build."
        )


def _build(
    layout: Layout,
    staging: Staging,
    given: Mapping[str, pl.DataFrame],
    corrections: Path,
    print_: str,
    keep: int,
) -> Release:
    created = datetime.now(UTC).replace(tzinfo=None)
    version = _new_version(layout, created, print_)
    previous = layout.published_version()
    before = layout.release(previous) if previous else None
    building = layout.releases / f"{version}.duckdb{BUILDING}"
    row = {"version": version, "created_at": created, "previous": previous, "fingerprint": print_}
    release_frame = pl.DataFrame([{**row, "duckdb_version": duckdb.__version__}], schema=INPUTS["in_release"])
    try:
        with checker() as check, opened(building) as database:
            for kind in KINDS:
                database.give_staged(kind, _files(staging, kind))
            for name, frame in {**given, "in_release": release_frame}.items():
                database.give(name, frame)
            checks = fill(database, models(), corrections, before, check)
            tables = table_facts(database, published(models()))
        # The manifest comes first: a release that is there is complete.
        manifest = manifests.Manifest(
            version=version,
            created_at=created,
            previous=previous,
            fingerprint=print_,
            duckdb_version=duckdb.__version__,
            file_sha256=manifests.file_sha256(building),
            file_bytes=building.stat().st_size,
            tables=tables,
        )
        manifests.write(manifest, layout.manifest(version))
        finish(building, layout.release(version))
    finally:
        building.unlink(missing_ok=True)
        building.with_name(f"{building.name}.wal").unlink(missing_ok=True)
    point_to(layout, version)
    forget_old(layout, keep)
    return replace(manifest.release(layout.release(version)), checks=checks)


def _files(staging: Staging, kind: str) -> list[Path]:
    paths = [staging.path(kind, partition) for partition in staging.partitions()]  # type: ignore[arg-type]
    return [path for path in paths if path.exists()]


def _new_version(layout: Layout, created: datetime, print_: str) -> str:
    # Releases are told newest first by their names, and a small one takes less than a second.
    version = f"{created:%Y%m%dT%H%M%S}{created.microsecond // 1000:03}Z-{print_[:8]}"
    while layout.release(version).exists():
        version += "+"
    return version
