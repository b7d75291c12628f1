"""What the assets are given: the folders to work in.

Here belong Dagster resources. The other resource, who is told how a run is getting on, is
pipelines.reporting. https://docs.dagster.io/guides/build/external-resources
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import dagster as dg

PROJECT_MARK = "dagster.yaml"


class Folders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where the reports lie and where the warehouse is made."""

    raw: str
    warehouse: str


def project_folder() -> Path:
    """Return the folder with dagster.yaml at or above the working directory, else the working directory."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / PROJECT_MARK).is_file()), here)


def default_folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """Return raw/ and warehouse/ of the project, or what FAZHI_RAW and FAZHI_WAREHOUSE say."""
    project = project_folder()
    return Folders(
        raw=environment.get("FAZHI_RAW", str(project / "raw")),
        warehouse=environment.get("FAZHI_WAREHOUSE", str(project / "warehouse")),
    )
