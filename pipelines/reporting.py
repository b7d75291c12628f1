"""Who is told how a run is getting on.

Here belongs the listener that keeps silent; whoever wants to show progress puts one with its methods in its
place. Not here: showing anything (commands/run_report.py).
"""

from __future__ import annotations

from pipelines.sources.pull import PullReport
from pipelines.warehouse.glance import Glance
from pipelines.warehouse.records import Release, StageSummary


class Reporter:
    """Told how a run is getting on. This one keeps silent."""

    def waiting(self, run_id: str) -> None:
        """Another run, of that id in the UI, has to end first; told again every second."""

    def pulled(self, report: PullReport) -> None:
        """What came of asking the sources that are switched on."""

    def found(self, files: int, read: int) -> None:
        """``files`` raw files belong to the years of the run; ``read`` had to be read to know their year."""

    def progress(self, step: str, partition: str, done: int, total: int) -> None:
        """``done`` of the ``total`` files that ``step`` has to work on in ``partition`` are done.

        Steps: ``files`` (reading those whose place says no year), ``documents``, ``observations``.
        """

    def staged(self, step: str, summary: StageSummary) -> None:
        """A partition has passed through ``step`` (``documents`` or ``observations``)."""

    def building(self) -> None:
        """The release is being built and checked."""

    def released(self, release: Release, shown: Glance) -> None:
        """A release was published, or the published one was found up to date."""
