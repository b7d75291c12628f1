"""What the UI shows beside an asset: previews, column schemas, counts.

Here belongs turning frames and records into Dagster metadata. Not here: what is shown for which asset.
https://docs.dagster.io/guides/build/assets/metadata-and-tags
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import dagster as dg
import polars as pl

from pipelines.catalogue.problems import problem_codes
from pipelines.model import Problem
from pipelines.warehouse.models import Model
from pipelines.warehouse.records import StageSummary

PREVIEW_ROWS = 10
PROBLEM_ROWS = 50
# Whole sentences and texts would make a row as high as the screen.
LONGEST_TEXT = 16


def preview(frame: pl.DataFrame) -> dg.TableMetadataValue:
    """Return the first rows of a frame as a table; what is no number is text, cut where it is long."""
    rows = [
        dg.TableRecord({name: _shown(value) for name, value in row.items()})
        for row in frame.head(PREVIEW_ROWS).iter_rows(named=True)
    ]
    return dg.MetadataValue.table(rows, schema=frame_schema(frame.schema))


def _shown(value: object) -> str | int | float | bool | None:
    if value is None or isinstance(value, int | float | bool):
        return value
    text = str(value)
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"


def frame_schema(schema: pl.Schema) -> dg.TableSchema:
    """Return a frame's schema as a table's."""
    return dg.TableSchema([dg.TableColumn(name, type=str(dtype)) for name, dtype in schema.items()])


def column_schema(model: Model) -> dg.TableSchema:
    """Return a table's columns with their meaning, from its description under sql/."""
    return dg.TableSchema(
        [
            dg.TableColumn(
                column.name,
                type=column.type,
                description=column.comment,
                constraints=dg.TableColumnConstraints(
                    nullable=not column.required, unique=model.key == (column.name,)
                ),
            )
            for column in model.columns
        ]
    )


def problem_table(problems: Sequence[Problem]) -> dg.TableMetadataValue:
    """Return problems as a table: file, code, what is wrong, what to do."""
    codes = problem_codes()
    rows = [
        dg.TableRecord(
            {
                "file": problem.path or "",
                "code": problem.code,
                "message": problem.message,
                "remedy": f"{codes[problem.code].zh.remedy} / {codes[problem.code].en.remedy}",
            }
        )
        for problem in problems[:PROBLEM_ROWS]
    ]
    columns = [dg.TableColumn(name) for name in ("file", "code", "message", "remedy")]
    return dg.MetadataValue.table(rows, schema=dg.TableSchema(columns))


def stage_counts(summaries: Iterable[StageSummary]) -> dict[str, Any]:
    """Return the sums of staging summaries under the names that the UI plots over time."""
    every = tuple(summaries)
    return {
        "files_read": sum(each.read for each in every),
        "files_unchanged": sum(each.unchanged for each in every),
        "files_failed": sum(each.failed for each in every),
        "files_removed": sum(len(each.removed) for each in every),
        "dagster/row_count": sum(each.rows for each in every),
    }
