"""What Dagster is given: the assets with their groups, columns and checks, assembled in one place."""

from __future__ import annotations

import subprocess

import dagster as dg
import pytest

from assets.definitions import build_definitions
from pipelines.warehouse.models import models, published
from tests.integration.place import BIN, PROJECT, Place


@pytest.fixture(scope="module")
def specs() -> dict[str, dg.AssetSpec]:
    return {spec.key.to_user_string(): spec for spec in build_definitions().resolve_all_asset_specs()}


def test_dagster_accepts_the_project(place: Place) -> None:
    done = subprocess.run(
        [str(BIN / "dagster"), "definitions", "validate"],
        cwd=PROJECT,
        env=place.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_published_table_is_an_asset(specs: dict[str, dg.AssetSpec]) -> None:
    tables = {model.name for model in published(models())}
    assert tables <= specs.keys()
    assert {specs[name].group_name for name in tables} == {"warehouse"}


def test_tables_show_the_columns_that_they_have(specs: dict[str, dg.AssetSpec]) -> None:
    for model in published(models()):
        schema = specs[model.name].metadata["dagster/column_schema"]
        assert [(column.name, column.type) for column in schema.columns] == [
            (column.name, column.type) for column in model.columns
        ]
        assert all(column.description for column in schema.columns)


def test_the_flow_goes_from_files_to_marts(specs: dict[str, dg.AssetSpec]) -> None:
    def upstream(name: str) -> set[str]:
        return {dep.asset_key.to_user_string() for dep in specs[name].deps}

    assert upstream("report_documents") == {"report_files"}
    assert upstream("report_observations") == {"report_documents"}
    assert "report_observations" in upstream("observation")
    assert "observation" in upstream("chosen_value")
    assert "chosen_value" in upstream("indicator_by_year")


def test_every_asset_says_what_it_is(specs: dict[str, dg.AssetSpec]) -> None:
    for name, spec in specs.items():
        assert spec.description, name
        assert spec.owners, name
        assert spec.kinds, name


def test_what_writes_is_in_one_pool() -> None:
    job = build_definitions().resolve_job_def("ingest")
    assert {node.definition.pool for node in job.nodes} == {"warehouse"}  # type: ignore[union-attr]
