"""The manifest of a release: what it is, its tables with counts and checksums, in a JSON file beside it.

Here belongs the record and its file. The checksum of a table does not depend on when the release was made:
equal rows in equal order give equal checksums (see checksums.py).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from pipelines.warehouse.layout import write_atomically
from pipelines.warehouse.records import Release


class TableFacts(BaseModel):
    """A table of a release: how many rows, and a checksum over them in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    rows: int
    sha256: str


class Manifest(BaseModel):
    """A release's manifest."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: str
    created_at: datetime
    previous: str | None
    fingerprint: str
    duckdb_version: str
    file_sha256: str
    file_bytes: int
    tables: Mapping[str, TableFacts]

    def release(self, path: Path) -> Release:
        """Return it as the record that steps hand on."""
        return Release(
            version=self.version,
            path=path,
            created_at=self.created_at,
            fingerprint=self.fingerprint,
            counts={name: table.rows for name, table in self.tables.items()},
            previous=self.previous,
        )


def write(manifest: Manifest, path: Path) -> None:
    """Write a manifest."""
    text = json.dumps(manifest.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
    write_atomically(path, lambda target: target.write_text(text, encoding="utf-8"))


def read(path: Path) -> Manifest | None:
    """Read a manifest; None where there is none."""
    if not path.exists():
        return None
    return Manifest.model_validate_json(path.read_text(encoding="utf-8"))


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
