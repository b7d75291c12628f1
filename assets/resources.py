"""What the assets are given: the folders to work in.

Here belong Dagster resources. The other one, who is told how a run is getting on, is pipelines.reporting.
https://docs.dagster.io/guides/build/external-resources
"""

from __future__ import annotations

import dagster as dg

from pipelines.folders import raw_folder, warehouse_folder


class Folders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where the reports lie and where the warehouse is made."""

    raw: str
    warehouse: str


def default_folders() -> Folders:
    """Return raw/ and warehouse/ of the project, or what FAZHI_RAW and FAZHI_WAREHOUSE say."""
    return Folders(raw=str(raw_folder()), warehouse=str(warehouse_folder()))
