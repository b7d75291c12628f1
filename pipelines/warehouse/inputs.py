"""What Python hands to the SQL models: the staged frames and the catalogues, each with its declared schema.

Here belong the schemas and the frames made from catalogues. Not here: frames that a build computes
(corrections, identities, checks), which come from validation and are only declared here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

from pipelines.catalogue.indicators import indicators
from pipelines.catalogue.problems import problem_codes
from pipelines.catalogue.regions import Regions
from pipelines.warehouse.code_words import code_words
from pipelines.warehouse.frames import KINDS, SCHEMAS, declared
from pipelines.warehouse.succession import series_codes

_REGION = declared(
    {
        "code": pl.String,
        "name": pl.String,
        "full_name": pl.String,
        "level": pl.String,
        "parent_code": pl.String,
        "valid_from": pl.Int32,
        "valid_to": pl.Int32,
        "series_code": pl.String,
    }
)
_INDICATOR = declared(
    {
        "code": pl.String,
        "name_zh": pl.String,
        "name_en": pl.String,
        "domain": pl.String,
        "kind": pl.String,
        "unit": pl.String,
        "definition_zh": pl.String,
        "position": pl.Int32,
    }
)
CORRECTION = declared(
    {
        "correction": pl.String,
        "action": pl.String,
        "applied": pl.Boolean,
        "report_id": pl.String,
        "observation_id": pl.String,
        "column_name": pl.String,
        "before": pl.String,
        "after": pl.String,
        "reason_zh": pl.String,
        "reason_en": pl.String,
    }
)
OVERRIDE = declared(
    {
        "observation_id": pl.String,
        "dropped": pl.Boolean,
        "indicator": pl.String,
        "measure": pl.String,
        "status": pl.String,
        "period": pl.String,
        "value": pl.Float64,
        "unit": pl.String,
        "comparator": pl.String,
        "flag": pl.String,
    }
)
CHECK_RESULT = declared(
    {
        "check_id": pl.String,
        "check_kind": pl.String,
        "name": pl.String,
        "severity": pl.String,
        "blocking": pl.Boolean,
        "passed": pl.Boolean,
        "report_id": pl.String,
        "region_code": pl.String,
        "body": pl.String,
        "period": pl.String,
        "indicator": pl.String,
        "observation_ids": pl.List(pl.String),
        "dispute": pl.String,
        "expected": pl.Float64,
        "found": pl.Float64,
        "tolerance": pl.Float64,
        "rows_checked": pl.Int64,
        "rows_failed": pl.Int64,
        "message": pl.String,
    }
)
_RELEASE = declared(
    {
        "version": pl.String,
        "created_at": pl.Datetime("us"),
        "previous": pl.String,
        "fingerprint": pl.String,
        "duckdb_version": pl.String,
    }
)

INPUTS: Mapping[str, pl.Schema] = MappingProxyType(
    {
        **{f"staged_{kind}": declared({**SCHEMAS[kind], "partition": pl.String}) for kind in KINDS},
        "in_region": _REGION,
        "in_indicator": _INDICATOR,
        "in_problem": declared({"code": pl.String, "severity": pl.String, "remedy": pl.String}),
        "in_label": declared({"code_list": pl.String, "code": pl.String, "zh": pl.String, "en": pl.String}),
        "in_correction": CORRECTION,
        "in_override": OVERRIDE,
        "in_identity_flag": declared({"observation_id": pl.String, "flag": pl.String}),
        "in_check_result": CHECK_RESULT,
        "in_release_diff": declared(
            {
                "table_name": pl.String,
                "year": pl.Int32,
                "region_code": pl.String,
                "region_name": pl.String,
                "indicator": pl.String,
                "added": pl.Int64,
                "removed": pl.Int64,
                "changed": pl.Int64,
            }
        ),
        "in_release": _RELEASE,
    }
)


def catalogue_frames(regions: Regions) -> Mapping[str, pl.DataFrame]:
    """Return the inputs that come from catalogues: regions, indicators, problem codes and labels."""
    series = series_codes(regions.all())
    return {
        "in_region": pl.DataFrame(
            [
                (
                    *(r.code, r.name, r.full_name, r.level, r.parent_code),
                    *(r.valid_from, r.valid_to, series[r.code]),
                )
                for r in regions.all()
            ],
            schema=_REGION,
            orient="row",
        ),
        "in_indicator": pl.DataFrame(
            [
                (i.code, i.name_zh, i.name_en, i.domain, i.kind, i.unit, i.definition_zh, position)
                for position, i in enumerate(indicators().values())
            ],
            schema=_INDICATOR,
            orient="row",
        ),
        "in_problem": pl.DataFrame(
            [
                (code, known.severity, f"{known.zh.remedy} / {known.en.remedy}")
                for code, known in problem_codes().items()
            ],
            schema=INPUTS["in_problem"],
            orient="row",
        ),
        "in_label": pl.DataFrame(_labels(), schema=INPUTS["in_label"], orient="row"),
    }


def _labels() -> list[tuple[str, str, str, str]]:
    return [
        (code_list, code, label.zh, label.en)
        for code_list, codes in code_words().items()
        for code, label in codes.items()
    ]
