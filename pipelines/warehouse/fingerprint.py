"""The fingerprint of everything that a release is made from: equal fingerprints mean equal rows.

Here belongs that one computation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path

import polars as pl

from pipelines.warehouse import models as sql_models
from pipelines.warehouse.frames import KINDS
from pipelines.warehouse.manifest import file_sha256
from pipelines.warehouse.store import Staging

# Code and data whose change can change a release that is made from the same staging.
_PACKAGES = ("pipelines.catalogue", "pipelines.validation", "pipelines.warehouse")


def fingerprint(staging: Staging, given: Mapping[str, pl.DataFrame], extra: Iterable[Path]) -> str:
    """Return the fingerprint of a build.

    Args:
        staging: the staging folder.
        given: the frames handed over beside it (catalogues).
        extra: further files that a build reads (corrections).
    """
    digest = hashlib.sha256()
    for kind in KINDS:
        for partition in staging.partitions():
            path = staging.path(kind, partition)
            if path.exists():
                digest.update(f"{kind}/{partition}:{file_sha256(path)}\n".encode())
    digest.update(sql_models.fingerprint(sql_models.models().values()).encode())
    digest.update((sql_models.sql_folder() / "macros.sql").read_bytes())
    for name in sorted(given):
        digest.update(f"{name}:{hashlib.sha256(repr(given[name].rows()).encode()).hexdigest()}\n".encode())
    for path in (*_own_files(), *extra):
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()


def _own_files() -> list[Path]:
    folders = [Path(str(resources.files(package))) for package in _PACKAGES]
    return sorted(
        path for folder in folders for path in folder.iterdir() if path.suffix in {".py", ".yaml", ".csv"}
    )
