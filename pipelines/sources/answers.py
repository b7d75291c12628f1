"""What asking an address may cost, and what may come of it.

Here belong the records that fetch.py gives and takes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PullLimits:
    """What one download may cost. Seconds and bytes."""

    file_bytes: int = 80_000_000
    seconds: float = 120
    silence: float = 20
    redirects: int = 5
    attempts: int = 3
    wait: float = 1.0
    pause: float = 1.0
    longest_pause: float = 30


class FetchError(Exception):
    """An address gave no file. ``code``: of catalogue/problems.yaml; ``status``: what the host answered."""

    def __init__(self, code: str, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave; ``content`` is None where it has not changed since the last time."""

    address: str
    content: bytes | None
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
