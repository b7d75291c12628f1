"""Applying corrections: which observations they mean, whether the source still says so, what changes.

Here belongs matching entries with staged observations. Their file and its loader are in
catalogue/corrections.py; the change itself is made by sql/staging/stg_observation.sql.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from pipelines.catalogue.corrections import Correction, CorrectionError
from pipelines.warehouse.inputs import CORRECTION, OVERRIDE

Row = dict[str, Any]

# What of the staged observations is needed to match and to record a correction.
COLUMNS = (
    "report_id",
    "raw_path",
    "sha256",
    "observation_id",
    "indicator",
    "measure",
    "status",
    "period",
    "breakdown",
    "value",
    "unit",
    "comparator",
    "surface",
)


def correct(
    corrections: Sequence[Correction], reports: pl.DataFrame, figures: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the overrides to make and the record of them.

    An entry whose report is not in the warehouse is recorded as not applied.

    Args:
        corrections: the entries.
        reports: report_id, raw_path, sha256 of all reports.
        figures: observations (COLUMNS) of the reports that entries name.

    Raises:
        CorrectionError: a report no longer says what an entry expects.
    """
    overrides: list[Row] = []
    records: list[Row] = []
    for entry in corrections:
        known = reports.filter(_report(entry))
        if known.is_empty():
            records.append(_record(entry, None))
            continue
        row = _the_one(entry, figures.filter(_report(entry)))
        overrides.append({"observation_id": row["observation_id"], **_override(entry)})
        records += _records(entry, row)
    return pl.DataFrame(overrides, schema=OVERRIDE), pl.DataFrame(records, schema=CORRECTION)


def _report(entry: Correction) -> pl.Expr:
    said = {"raw_path": entry.where.raw_path, "sha256": entry.where.sha256}
    return pl.all_horizontal(pl.col(name) == value for name, value in said.items() if value is not None)


def _the_one(entry: Correction, figures: pl.DataFrame) -> Mapping[str, Any]:
    """Return the one figure that an entry means, having made sure that it still says what is expected."""
    where = entry.where
    keyed = figures.filter(
        (pl.col("indicator") == where.indicator)
        & (pl.col("measure") == where.measure.value)
        & (pl.col("status") == where.status.value)
        & (pl.col("period") == where.period)
        & pl.col("breakdown").eq_missing(where.breakdown)
    )
    fitting = keyed.filter(pl.col("value") == entry.expect.value)
    if entry.expect.surface is not None:
        fitting = fitting.filter(pl.col("surface") == entry.expect.surface)
    if fitting.height != 1:
        said = ", ".join(f"{row['value']:g} ({row['surface']})" for row in keyed.iter_rows(named=True))
        raise CorrectionError(
            f"corrections.yaml, {entry.id}: {where.raw_path or where.sha256} 中 {where.indicator} "
            f"{where.period} 应为 {entry.expect.value:g}，实为 {said or '无'}；请核对 "
            f"/ expected {entry.expect.value:g} once, the source now says {said or 'nothing'}. "
            f"Check it, then change or remove the entry."
        )
    return fitting.row(0, named=True)


def _override(entry: Correction) -> Row:
    blank: Row = dict.fromkeys(OVERRIDE.names()[1:])
    flag = {"override": "corrected", "flag": "flagged", "drop": None}[entry.action]
    return {**blank, **entry.changes, "dropped": entry.action == "drop", "flag": flag}


def _records(entry: Correction, row: Mapping[str, Any]) -> list[Row]:
    if entry.action == "drop":
        return [_record(entry, row, "value", row["value"], None)]
    if entry.action == "flag":
        return [_record(entry, row, "flag", None, "flagged")]
    return [_record(entry, row, column, row[column], after) for column, after in entry.changes.items()]


def _record(
    entry: Correction,
    row: Mapping[str, Any] | None,
    column: str | None = None,
    before: object = None,
    after: object = None,
) -> Row:
    return {
        "correction": entry.id,
        "action": entry.action,
        "applied": row is not None,
        "report_id": row["report_id"] if row else None,
        "observation_id": row["observation_id"] if row else None,
        "column_name": column,
        "before": _text(before),
        "after": _text(after),
        "reason_zh": entry.reason.zh,
        "reason_en": entry.reason.en,
    }


def _text(value: object) -> str | None:
    if value is None:
        return None
    return f"{value:g}" if isinstance(value, float) else str(value)
