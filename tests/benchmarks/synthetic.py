"""Staging of any size, made at once: what the benchmarks build from.

Regions are taken from the division list; every region reports every year, each report states the same number
of indicators, and a few figures are quoted again a year later.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import polars as pl

from pipelines.catalogue.indicators import indicators
from pipelines.catalogue.regions import Regions
from pipelines.warehouse.frames import DOCUMENTS, OBSERVATIONS, QUANTITIES, REPORTS
from pipelines.warehouse.store import Staging

FIRST_YEAR = 2010


def stage_synthetic(warehouse: Path, rows: int, regions: Regions, places: int = 3000, years: int = 15) -> int:
    """Stage about ``rows`` observations of ``places`` regions over ``years`` years; return how many."""
    each = max(rows // (places * years), 1)
    codes = sorted({r.code for r in regions.all() if r.level == "county" and r.valid_to is None})[:places]
    # Figures drawn at random would contradict each other: only indicators that no identity names are taken.
    named = (resources.files("pipelines.catalogue") / "identities.yaml").read_text(encoding="utf-8")
    free = [(code, known.unit) for code, known in indicators().items() if code not in named]
    counted = free[:each]
    staging = Staging.of(warehouse)
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        _stage_year(staging, year, codes, counted)
    return len(codes) * years * len(counted)


def _stage_year(staging: Staging, year: int, codes: list[str], counted: list[tuple[str, str]]) -> None:
    reports = _reports(year, codes)
    wanted = pl.DataFrame(counted, schema=["indicator", "unit"], orient="row").with_row_index("ordinal")
    figures = reports.select("relative", "sha256").join(wanted, how="cross")
    observations = figures.with_columns(
        observation_id=pl.concat_str("sha256", "ordinal").hash(1).cast(pl.String),
        measure=pl.lit("level"),
        status=pl.lit("actual"),
        period=pl.lit(str(year)),
        value=(pl.concat_str("relative", "ordinal").hash(2) % 5000).cast(pl.Float64),
        comparator=pl.lit("="),
        precision=pl.lit(0.0),
        flag=pl.lit(""),
        rule=pl.lit("synthetic"),
        char_start=pl.col("ordinal").cast(pl.Int64) * 40,
        char_end=pl.col("ordinal").cast(pl.Int64) * 40 + 5,
    )
    observations = observations.with_columns(
        surface=pl.format("{}{}", pl.col("value").cast(pl.Int64), "unit"),
        sentence=pl.format(
            "全年共办理{}{}{}，工作有序开展。", "indicator", pl.col("value").cast(pl.Int64), "unit"
        ),
        sentence_start=pl.col("char_start"),
    )
    staging.write_documents(str(year), _filled(reports.with_columns(text=pl.lit("正文。" * 50)), DOCUMENTS))
    staging.write_extracted(
        str(year),
        _filled(reports, REPORTS),
        _filled(observations, OBSERVATIONS),
        _filled(
            observations.select(
                "relative",
                "ordinal",
                "char_start",
                "char_end",
                "surface",
                "value",
                "unit",
                "comparator",
                "indicator",
            ),
            QUANTITIES,
        ),
    )


def _reports(year: int, codes: list[str]) -> pl.DataFrame:
    frame = pl.DataFrame({"region_code": codes}).with_columns(
        relative=pl.format(f"{year}/{{}}/report.txt", "region_code"), report_year=pl.lit(year)
    )
    digest = pl.concat_str(
        [pl.col("relative").hash(seed).cast(pl.String).str.zfill(20) for seed in (1, 2, 3)]
    )
    return frame.with_columns(
        sha256=digest.str.slice(0, 64),
        inputs=digest,
        size=pl.lit(1000),
        kind=pl.lit("annual_report"),
        body=pl.lit("government"),
        title=pl.format("{}年度法治政府建设情况报告", "report_year"),
        region_name=pl.col("region_code"),
        quantities=pl.lit(30),
        assigned=pl.lit(25),
        readers_version=pl.lit("1"),
        rules_version=pl.lit("1"),
    )


def _filled(frame: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    missing = [
        pl.lit(None, dtype=kind).alias(name) for name, kind in schema.items() if name not in frame.columns
    ]
    return frame.with_columns(missing).select(schema.names()).cast(schema)
