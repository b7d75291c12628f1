"""The releases of a warehouse: which there are, and going back to an earlier one.

    list_releases(warehouse) -> tuple[Release, ...]      newest first
    rollback(warehouse, version, *, wait=600) -> Release

Here belongs reading their manifests and switching the link. Making one is build.py's business.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipelines.warehouse import manifest as manifests
from pipelines.warehouse.layout import Layout, locked
from pipelines.warehouse.publishing import clear_leftovers, point_to
from pipelines.warehouse.records import Release


class UnknownRelease(LookupError):  # noqa: N818 - it says what is the case
    """There is no such release, or it is not whole any more."""


def list_releases(warehouse: Path) -> tuple[Release, ...]:
    """Return all releases that can be opened, newest first; ``published``: the one the link points to."""
    layout = Layout(warehouse)
    current = layout.published_version()
    found = []
    for path in sorted(layout.releases.glob("*.duckdb"), reverse=True):
        manifest = manifests.read(layout.manifest(path.stem))
        if manifest is not None:
            found.append(replace(manifest.release(path), published=path.stem == current))
    return tuple(found)


def find_release(warehouse: Path, version: str) -> Release:
    """Return one release by its version.

    Raises:
        UnknownRelease: it is not there; the message lists those that are.
    """
    known = list_releases(warehouse)
    for release in known:
        if release.version == version:
            return release
    listed = ", ".join(release.version for release in known) or "无 none"
    raise UnknownRelease(f"没有版本 {version}；现有 / there is no release {version}; there are: {listed}")


def rollback(warehouse: Path, version: str, *, wait: float = 600) -> Release:
    """Let the published link point to an earlier release again.

    The next run publishes anew when it finds that the published release is not what staging gives.

    Args:
        warehouse: the warehouse folder.
        version: the release to publish.
        wait: seconds to wait for another run before declining.

    Raises:
        UnknownRelease: it is not there, or its file is not what its manifest says.
        WarehouseBusy: another run holds the warehouse.
    """
    layout = Layout(warehouse)
    with locked(layout.releases, wait, f"going back to {version}"):
        release = find_release(warehouse, version)
        manifest = manifests.read(layout.manifest(version))
        if manifest is None or manifests.file_sha256(release.path) != manifest.file_sha256:
            raise UnknownRelease(
                f"{release.path.name} 与其清单的校验值不符，未切换 / does not match the checksum of its "
                f"manifest, left as it was"
            )
        clear_leftovers(layout)
        point_to(layout, version)
    return replace(release, published=True)
