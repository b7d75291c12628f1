"""What the warehouse steps report back: small frozen records for the assets, the command line and tests.

Here belong the records only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipelines.model import Problem
from pipelines.validation.results import CheckResult


@dataclass(frozen=True, slots=True)
class StageSummary:
    """What became of the files of one partition in one staging step.

    ``read``: files parsed (or extracted) now; ``unchanged``: taken from staging as they were; ``failed``: of
    all files those that give no observations; ``removed``: paths that left staging; ``rows``: rows of the
    main frame; ``problems``: one per failed file and warning; ``notes``: what a person should know of the
    step itself.
    """

    partition: str
    read: int
    unchanged: int
    failed: int
    removed: tuple[str, ...] = ()
    rows: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A release of the warehouse. ``unchanged``: it was there before, and a build found nothing new."""

    version: str
    path: Path
    created_at: datetime
    fingerprint: str
    counts: Mapping[str, int]
    previous: str | None = None
    unchanged: bool = False
    published: bool = True
    checks: tuple[CheckResult, ...] = field(default=())
