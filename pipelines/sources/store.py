"""Keeping pulled files: byte for byte, with their records, a changed one beside the old, never over it.

Here belong names, versions and the writing. Whether a download is worth keeping is decided in pull.py.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import httpx

from pipelines.sources.origin import SUFFIX, Origin, OriginError, read_origin, write_origin

_UNSAFE = re.compile(r"[^\w\u4e00-\u9fff.-]+")
_LONGEST = 80
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Kept:
    """The newest stored version of an address: its file and origin record."""

    file: Path
    origin: Origin

    @property
    def since(self) -> dict[str, str]:
        """The headers that ask for the file only if it has changed."""
        headers = {"If-None-Match": self.origin.etag, "If-Modified-Since": self.origin.last_modified}
        return {name: value for name, value in headers.items() if value}


def newest(folder: Path, address: str) -> Kept | None:
    """Return the newest stored version of an address in a folder, by the time of receipt."""
    kept = [kept for kept in _stored(folder) if str(kept.origin.source_url) == str(httpx.URL(address))]
    return max(kept, key=lambda one: (one.origin.accessed_at or _NEVER, one.file.name), default=None)


def keep(folder: Path, ending: str, content: bytes, origin: Origin) -> Path:
    """Store a download and its record; the file appears whole or not at all.

    Args:
        folder: raw/<year>/<region code>.
        ending: what its name shall end in, ``.pdf``.
        content: the bytes as received.
        origin: its record; the digest is added.

    Raises:
        OSError: the disk is full or may not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = _free(folder, _stem(str(origin.source_url)), ending)
    partial = file.with_name(f".{file.name}.partial")
    try:
        partial.write_bytes(content)
        # The record first: a record without its file is passed over, but a file without one loses its origin.
        write_origin(file, origin.model_copy(update={"sha256": hashlib.sha256(content).hexdigest()}))
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
    return file


def _stored(folder: Path) -> list[Kept]:
    kept = []
    for record in sorted(folder.glob(f"*{SUFFIX}")):
        file = record.with_name(record.name.removesuffix(SUFFIX))
        try:
            origin = read_origin(file) if file.is_file() else None
        except OriginError:
            continue
        if origin and origin.source_url:
            kept.append(Kept(file, origin))
    return kept


def _stem(address: str) -> str:
    """Make a file name of an address: the host and the last part of its path."""
    url = httpx.URL(address)
    last = PurePosixPath(unquote(url.path)).stem or "index"
    return _UNSAFE.sub("-", f"{url.host}-{last}")[:_LONGEST].strip("-.")


def _free(folder: Path, stem: str, ending: str) -> Path:
    file, version = folder / f"{stem}{ending}", 1
    while file.exists():
        version += 1
        file = folder / f"{stem}~{version}{ending}"
    return file
