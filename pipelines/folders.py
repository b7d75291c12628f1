"""Which folders are meant when none is named.

Here belongs finding the project around the working directory, and its raw and warehouse folders.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

PROJECT_MARK = "dagster.yaml"


def project_folder() -> Path:
    """Return the folder with dagster.yaml at or above the working directory, else the working directory."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / PROJECT_MARK).is_file()), here)


def raw_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return what FAZHI_RAW says, else the project's ``raw/``."""
    return Path(environment.get("FAZHI_RAW") or project_folder() / "raw").absolute()


def warehouse_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return what FAZHI_WAREHOUSE says, else the project's ``warehouse/``."""
    return Path(environment.get("FAZHI_WAREHOUSE") or project_folder() / "warehouse").absolute()
