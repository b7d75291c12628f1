"""What is made of a published release for other programs.

Here belong assets downstream of the warehouse. Not here: writing the files (pipelines.warehouse.exports).
"""

# No `from __future__ import annotations` here: Dagster looks at the annotations themselves.

from pathlib import Path

import dagster as dg

from assets.faults import said_plainly
from assets.raw import POOL
from assets.resources import Folders
from assets.warehouse import TABLES
from pipelines.warehouse.exports import export


@dg.asset(
    group_name="publication",
    deps=TABLES,
    pool=POOL,
    kinds={"csv", "json"},
    owners=["team:fazhi"],
    description=(
        "已发布版本的数据包（Frictionless）：每表一个 CSV，附字段说明。\n\n"
        "The published release as a Frictionless data package: a CSV a table and what each column means, in "
        "`warehouse/exports/datapackage/`."
    ),
)
def data_package(folders: Folders) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """Write the published release as a data package."""
    folder = Path(folders.warehouse) / "exports" / "datapackage"
    with said_plainly():
        paths = export(Path(folders.warehouse), "datapackage", folder)
    return dg.MaterializeResult(
        metadata={
            "files": len(paths),
            "bytes": sum(path.stat().st_size for path in paths),
            "folder": dg.MetadataValue.path(str(folder)),
        }
    )
