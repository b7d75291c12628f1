"""The declared schemas of the staging frames: what a row of each holds.

Here belong the column names and types of staging Parquet, nothing that computes. The published tables are
described in sql/, not here. ``relative`` is a file's path under raw/; it ties the frames together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import polars as pl

Kind = Literal["documents", "reports", "observations", "quantities"]
KINDS: tuple[Kind, ...] = ("documents", "reports", "observations", "quantities")


def declared(columns: Mapping[str, Any]) -> pl.Schema:
    """Return a schema from columns and their Polars types."""
    return pl.Schema(columns)


_PROBLEMS = pl.List(pl.Struct({"code": pl.String, "message": pl.String}))

# A raw file with its text. failure_* is set where it could not be read. origin_* and folder_* are what the
# origin record and the path say; text_year is set for files whose partition came from their text.
DOCUMENTS = declared(
    {
        "relative": pl.String,
        "sha256": pl.String,
        "size": pl.Int64,
        "folder_year": pl.Int32,
        "folder_region": pl.String,
        "origin_year": pl.Int32,
        "origin_region": pl.String,
        "origin_title": pl.String,
        "origin_publisher": pl.String,
        "origin_published_on": pl.String,
        "origin_source_url": pl.String,
        "text_year": pl.Int32,
        "text_year_rules": pl.String,
        "readers_version": pl.String,
        "limits": pl.String,
        "media_type": pl.String,
        "reader": pl.String,
        "ocr": pl.Boolean,
        "text": pl.String,
        "page_starts": pl.List(pl.Int64),
        "tables": pl.String,
        "hint_title": pl.String,
        "hint_publisher": pl.String,
        "hint_published_on": pl.String,
        "hint_source_url": pl.String,
        "problems": _PROBLEMS,
        "scan_problems": _PROBLEMS,
        "failure_code": pl.String,
        "failure_message": pl.String,
    }
)

# What was found out of a raw file; `inputs` is the fingerprint of all that it was made from.
REPORTS = declared(
    {
        "relative": pl.String,
        "sha256": pl.String,
        "size": pl.Int64,
        "inputs": pl.String,
        "readers_version": pl.String,
        "rules_version": pl.String,
        "kind": pl.String,
        "title": pl.String,
        "publisher": pl.String,
        "body": pl.String,
        "region_code": pl.String,
        "region_name": pl.String,
        "report_year": pl.Int32,
        "published_on": pl.String,
        "source_url": pl.String,
        "media_type": pl.String,
        "reader": pl.String,
        "ocr": pl.Boolean,
        "pages": pl.Int32,
        "characters": pl.Int64,
        "quantities": pl.Int64,
        "assigned": pl.Int64,
        "problem": pl.String,
        "problem_message": pl.String,
        "warnings": _PROBLEMS,
    }
)

_EVIDENCE = pl.Struct(
    {
        "char_start": pl.Int64,
        "char_end": pl.Int64,
        "page": pl.Int32,
        "surface": pl.String,
        "sentence": pl.String,
    }
)

# One figure that states an indicator; `precision` is one unit of the last digit printed, 0 for a plain
# integer.
OBSERVATIONS = declared(
    {
        "relative": pl.String,
        "ordinal": pl.Int32,
        "observation_id": pl.String,
        "indicator": pl.String,
        "measure": pl.String,
        "status": pl.String,
        "period": pl.String,
        "breakdown": pl.String,
        "value": pl.Float64,
        "unit": pl.String,
        "comparator": pl.String,
        "precision": pl.Float64,
        "flag": pl.String,
        "rule": pl.String,
        "page": pl.Int32,
        "char_start": pl.Int64,
        "char_end": pl.Int64,
        "surface": pl.String,
        "sentence": pl.String,
        "sentence_start": pl.Int64,
        "evidence": pl.List(_EVIDENCE),
    }
)

# One number with its unit, whether it states an indicator or not.
QUANTITIES = declared(
    {
        "relative": pl.String,
        "ordinal": pl.Int32,
        "page": pl.Int32,
        "char_start": pl.Int64,
        "char_end": pl.Int64,
        "surface": pl.String,
        "value": pl.Float64,
        "unit": pl.String,
        "comparator": pl.String,
        "indicator": pl.String,
        "reason": pl.String,
    }
)

SCHEMAS: dict[Kind, pl.Schema] = {
    "documents": DOCUMENTS,
    "reports": REPORTS,
    "observations": OBSERVATIONS,
    "quantities": QUANTITIES,
}
