"""The annotated reports beside the project: the contradictions named in them are found, and no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipelines.validation.evaluate import disputes, evaluate
from pipelines.validation.rounding import precision

SHARED = Path(__file__).parents[4] / "shared"
GOLD = [path for folder in ("conformance/gold", "gold") for path in sorted((SHARED / folder).glob("*.json"))]


def figures_of(gold: dict[str, Any]) -> pl.DataFrame:
    rows = [
        {
            "observation_id": f"{n:04}",
            "report_id": gold["id"],
            "region_code": gold["region"],
            "body": "government",
            "report_year": gold["year"],
            **{
                name: said[name]
                for name in ("indicator", "measure", "status", "period", "breakdown", "comparator")
            },
            "value": float(said["value"]),
            "precision": precision(said["surface"], said["value"]),
        }
        for n, said in enumerate(gold["observations"])
    ]
    return pl.DataFrame(rows, schema_overrides={"breakdown": pl.String}, infer_schema_length=None)


@pytest.mark.skipif(not GOLD, reason="the annotated reports are not beside the project")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_contradictions_named_are_found_and_no_others(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    results = evaluate(figures_of(gold))
    found = set(disputes(results)) - {None}
    assert len(found) == len(gold.get("contradictions", ())), results.filter(~pl.col("passed"))
