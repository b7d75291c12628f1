"""The one place where everything Dagster shows is put together.

Here belongs the assembly. Tests and ``fazhi run`` call build_definitions with resources of their own and
change nothing else. https://docs.dagster.io/guides/build/projects-and-components
"""

from __future__ import annotations

from collections.abc import Mapping

import dagster as dg

from assets.jobs import ingest
from assets.publication import data_package
from assets.raw import report_files
from assets.resources import default_folders
from assets.schedules import last_years_reports
from assets.sensors import raw_folder_changes
from assets.staging import report_documents, report_observations
from assets.warehouse import warehouse_release
from pipelines.reporting import Reporter


def build_definitions(resource_overrides: Mapping[str, object] | None = None) -> dg.Definitions:
    """Put the project's definitions together.

    Args:
        resource_overrides: resources to take the place of those named alike: ``folders`` (where to read and
            publish), ``reporter`` (who is told how a run is getting on).
    """
    return dg.Definitions(
        assets=[report_files, report_documents, report_observations, warehouse_release, data_package],
        jobs=[ingest],
        schedules=[last_years_reports],
        sensors=[raw_folder_changes],
        resources={"folders": default_folders(), "reporter": Reporter(), **(resource_overrides or {})},
        # A process per step would cost more than most steps; the heavy work is parallel inside them.
        executor=dg.in_process_executor,
    )


defs = build_definitions()
