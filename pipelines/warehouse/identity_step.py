"""Identities over a database that is being made, as rows of check_result and as flags of observations.

Here belongs the passage between the database and pipelines.validation; the arithmetic is there.
"""

from __future__ import annotations

import polars as pl

from pipelines.validation.arithmetic import FIGURE_COLUMNS
from pipelines.validation.evaluate import disputes, evaluate
from pipelines.validation.identities import identities
from pipelines.warehouse.database import Database
from pipelines.warehouse.inputs import CHECK_RESULT, INPUTS


def run_identities(database: Database) -> pl.DataFrame:
    """Evaluate all identities; return their results as rows of check_result."""
    # In no order: results do not depend on it.
    found = evaluate(database.frame(f"SELECT {', '.join(FIGURE_COLUMNS)} FROM stg_observation"))
    words = pl.DataFrame(
        [(each.id, f"{each.zh} / {each.en}") for each in identities()],
        schema={"identity": pl.String, "words": pl.String},
        orient="row",
    )
    named = found.join(words, on="identity", how="left", maintain_order="left")
    rows = named.with_columns(
        check_id=_check_id(),
        check_kind=pl.lit("identity"),
        dispute=pl.Series(disputes(found), dtype=pl.String),
        name=pl.col("identity"),
        severity=pl.lit("warn"),
        blocking=pl.lit(False),
        rows_checked=pl.lit(1),
        rows_failed=(~pl.col("passed")).cast(pl.Int64),
        message=_message(),
    )
    return rows.select(CHECK_RESULT.names()).cast(CHECK_RESULT)


def identity_flags(results: pl.DataFrame) -> pl.DataFrame:
    """Return the flag of every observation that a failed identity names."""
    failed = (
        results.filter(~pl.col("passed"))
        .select(observation_id=pl.col("observation_ids"))
        .explode("observation_id")
    )
    flagged = failed.unique().sort("observation_id").with_columns(flag=pl.lit("identity_failed"))
    return flagged.cast(INPUTS["in_identity_flag"])


def _check_id() -> pl.Expr:
    """Stable: which identity, over which observations."""
    return pl.concat_str("identity", pl.col("observation_ids").list.join("+"), separator=":")


def _message() -> pl.Expr:
    part = (
        pl.when(pl.col("breakdown").is_null())
        .then(pl.lit(""))
        .otherwise(pl.format("（{}）", pl.col("breakdown").fill_null("")))
    )
    judged = pl.when(pl.col("passed")).then(pl.lit("相符 holds")).otherwise(pl.lit("不符 does not hold"))
    return pl.format(
        "{}{}：应为 expected {}，实为 found {}，{}",
        "words",
        part,
        pl.col("expected").round(4),
        pl.col("found").round(4),
        judged,
    )
