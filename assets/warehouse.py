"""The published warehouse: one asset per table, all made by one step.

Here belongs the multi-asset over the tables. Its assets, their columns and what they depend on come from the
descriptions under sql/. Not here: building, checking and publishing (pipelines.warehouse), which is one act:
a table alone cannot be published.
"""

# No `from __future__ import annotations` here: Dagster looks at the annotations themselves.

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg

from assets.checks import release_results, release_specs
from assets.faults import said_plainly
from assets.metadata import column_schema, preview
from assets.raw import POOL, look
from assets.resources import Folders
from assets.staging import report_observations
from pipelines.reporting import Reporter
from pipelines.validation.results import BlockingCheckFailed
from pipelines.warehouse.build import build_release
from pipelines.warehouse.glance import Glance, glance
from pipelines.warehouse.models import Model, models, published
from pipelines.warehouse.records import Release


def _upstream(model: Model, loaded: Mapping[str, Model]) -> set[str]:
    """The published tables that a model is made from, directly or by way of staging models.

    What comes from staging Parquet counts as report_observations.
    """
    found: set[str] = set()
    for name in model.depends_on:
        if name.startswith("staged_"):
            found.add(report_observations.key.to_user_string())
        elif name in loaded:
            found |= {name} if loaded[name].published else _upstream(loaded[name], loaded)
    return found


def _specs() -> list[dg.AssetSpec]:
    loaded = models()
    return [
        dg.AssetSpec(
            model.name,
            deps=sorted(_upstream(model, loaded)),
            group_name="warehouse",
            kinds={"duckdb", "sql"},
            owners=["team:fazhi"],
            tags={"layer": model.layer},
            description=f"{model.label}：{model.description.zh}\n\n{model.description.en}",
            metadata={
                "dagster/column_schema": column_schema(model),
                "dagster/table_name": f"main.{model.name}",
            },
        )
        for model in published(loaded)
    ]


CHECKS = release_specs()
TABLES = [model.name for model in models().values() if model.published]


@dg.multi_asset(specs=_specs(), check_specs=CHECKS, pool=POOL, name="warehouse_release")
def warehouse_release(
    context: dg.AssetExecutionContext, folders: Folders, reporter: dg.ResourceParam[Reporter]
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
    """Build the release, check it, publish it; where a blocking check fails, leave the last one."""
    warehouse = Path(folders.warehouse)
    seen = look(context.run_id, Path(folders.raw), warehouse, reporter)
    reporter.building()
    with said_plainly():
        try:
            release = build_release(warehouse, seen.regions)
        except BlockingCheckFailed as error:
            failed = {result.name for result in error.failed}
            yield from release_results(error.failed, [spec for spec in CHECKS if spec.name in failed])
            raise
    shown = glance(release.path, TABLES)
    reporter.released(release, shown)
    for name in TABLES:
        yield dg.MaterializeResult(asset_key=name, metadata=_metadata(release, name, shown))
    # After the tables, so that each check is shown beside the materialisation that it is about.
    yield from release_results(shown.checks, CHECKS)


def _metadata(release: Release, table: str, shown: Glance) -> dict[str, Any]:
    covered = {"quantities": shown.quantities, "assigned": shown.assigned} if table == "report" else {}
    return {
        "dagster/row_count": shown.rows[table],
        "release": release.version,
        "unchanged": release.unchanged,
        "database": dg.MetadataValue.path(str(release.path)),
        "preview": preview(shown.previews[table]),
        **covered,
    }
