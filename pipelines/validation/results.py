"""What a check found: one frozen record, whichever engine ran it.

Here belongs the record only. expectations.py and the warehouse make them; the warehouse stores them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warn", "info"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check over the observations.

    ``blocking``: a failure stops publication. ``rows_checked`` / ``rows_failed``: rows looked at and rows
    against it. ``sample``: observation_ids of some failing rows. ``message``: what was found, 中文 / English.
    """

    name: str
    passed: bool
    severity: Severity
    blocking: bool
    rows_checked: int
    rows_failed: int
    sample: tuple[str, ...]
    message: str


class BlockingCheckFailed(RuntimeError):  # noqa: N818 - the checks failed, not the program
    """At least one blocking check failed; the published release was left as it was."""

    def __init__(self, failed: tuple[CheckResult, ...]) -> None:
        self.failed = failed
        listed = "; ".join(f"{check.name}: {check.message}" for check in failed)
        super().__init__(
            f"阻断性检查未通过，未发布新版本 / blocking checks failed, the published release was left "
            f"as it was: {listed}"
        )
