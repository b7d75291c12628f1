"""Filling a database in its order: models, corrections, identities, checks, comments.

Here belongs which model runs when. Some inputs can only be computed once other models have run; a model runs
in the first stage in which all its inputs are there.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from pipelines.catalogue.corrections import load_corrections
from pipelines.validation.expectations import Check
from pipelines.validation.results import BlockingCheckFailed, CheckResult
from pipelines.warehouse import ddl
from pipelines.warehouse.checking import check_models, check_observations, result_frame
from pipelines.warehouse.correcting import COLUMNS, correct
from pipelines.warehouse.database import Database
from pipelines.warehouse.diff import comparable, compare
from pipelines.warehouse.identity_step import identity_flags, run_identities
from pipelines.warehouse.inputs import INPUTS
from pipelines.warehouse.models import Model, published

log = logging.getLogger(__name__)

# The computed inputs, in the order in which they can be computed.
STAGES: tuple[tuple[str, ...], ...] = (
    (),
    ("in_override", "in_correction"),
    ("in_identity_flag",),
    ("in_check_result", "in_release_diff"),
)


def fill(
    database: Database,
    loaded: Mapping[str, Model],
    corrections: Path,
    previous: Path | None,
    check: Check,
) -> tuple[CheckResult, ...]:
    """Run all models, corrections, identities and checks; return what the checks found.

    Args:
        database: the release being made, with the staged frames and catalogues given.
        loaded: all models, in dependency order.
        corrections: the corrections file.
        previous: the published release, to be compared with.
        check: what checks the observations.

    Raises:
        BlockingCheckFailed: at least one blocking check failed.
        CorrectionError: a correction no longer fits its source.
    """
    stages = stages_of(loaded)
    _run(database, loaded, stages, 0)
    _correct(database, corrections)
    _run(database, loaded, stages, 1)
    identities = run_identities(database)
    database.give("in_identity_flag", identity_flags(identities))
    _run(database, loaded, stages, 2)
    results = (*check_models(database, keyed_models(loaded)), *check_observations(database, check))
    failed = tuple(result for result in results if result.blocking and not result.passed)
    if failed:
        raise BlockingCheckFailed(failed)
    database.give("in_check_result", pl.concat([result_frame(results), identities]))
    database.give("in_release_diff", _difference(database, previous))
    _run(database, loaded, stages, 3)
    database.describe(published(loaded))
    return results


def keyed_models(loaded: Mapping[str, Model]) -> tuple[Model, ...]:
    """Return the tables whose key is checked: all but those that show the checks themselves."""
    stages = stages_of(loaded)
    return tuple(
        model
        for model in published(loaded)
        if model.key and not model.view and stages[model.name] < len(STAGES) - 1
    )


def stages_of(loaded: Mapping[str, Model]) -> Mapping[str, int]:
    """Return the stage in which each model can run; ``loaded`` is in dependency order."""
    ready = {name: stage for stage, names in enumerate(STAGES) for name in names}
    for model in loaded.values():
        ready[model.name] = max((ready.get(name, 0) for name in model.depends_on), default=0)
    return {name: ready[name] for name in loaded}


def _run(database: Database, loaded: Mapping[str, Model], stages: Mapping[str, int], stage: int) -> None:
    for model in loaded.values():
        if stages[model.name] == stage:
            database.run(model)


def _difference(database: Database, previous: Path | None) -> pl.DataFrame:
    if previous is None:
        return INPUTS["in_release_diff"].to_frame()
    try:
        with database.beside(previous) as con:
            return compare(con, comparable(con, "older", "wh"), "older", "wh")
    except duckdb.Error as error:
        # The old release being damaged is no reason not to publish a sound one.
        log.warning("%s 无法读取，不作比较 / cannot be read, not compared: %s", previous.name, error)
        return INPUTS["in_release_diff"].to_frame()


def _correct(database: Database, path: Path) -> None:
    entries = load_corrections(path)
    reports = database.frame(
        "SELECT r.report_id, r.raw_path, s.sha256 FROM stg_report AS r "
        "JOIN staged_reports AS s ON s.relative = r.raw_path AND s.partition = r.partition WHERE r.counts"
    )
    paths = {entry.where.raw_path for entry in entries} | {
        path
        for entry in entries
        for path in reports.filter(pl.col("sha256") == (entry.where.sha256 or ""))["raw_path"]
    }
    named = pl.DataFrame({"raw_path": sorted(path for path in paths if path)}, schema={"raw_path": pl.String})
    figures = database.frame(
        "SELECT o.*, r.report_id, r.raw_path FROM staged_observations AS o "
        "JOIN stg_report AS r ON r.raw_path = o.relative AND r.partition = o.partition WHERE r.counts "
        f"AND r.raw_path IN ({', '.join(ddl.literal(path) for path in named['raw_path']) or 'NULL'})"
    )
    overrides, records = correct(
        entries, reports, figures.join(reports.drop("raw_path"), on="report_id").select(COLUMNS)
    )
    database.give("in_override", overrides)
    database.give("in_correction", records)
