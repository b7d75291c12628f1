"""The pages for analysts: the dictionary is as the code makes it, the guide's examples run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.warehouse.build import build_release
from pipelines.warehouse.dictionary import dictionary
from pipelines.warehouse.exports import FORMATS
from pipelines.warehouse.models import models, published
from tests.sampled import sample_regions, stage_samples

PROJECT = Path(__file__).resolve().parents[2]
GUIDE = (PROJECT / "docs" / "analysts.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the project's: the warehouse of the samples, and sql/."""
    folder = tmp_path_factory.mktemp("project")
    stage_samples(folder / "warehouse")
    build_release(folder / "warehouse", sample_regions())
    (folder / "sql").symlink_to(PROJECT / "sql")
    return folder


def test_the_dictionary_page_is_up_to_date() -> None:
    page = (PROJECT / "docs" / "dictionary.md").read_text(encoding="utf-8")
    assert page == dictionary(), "stale: run `make docs`"


@pytest.mark.parametrize("code", blocks("python"), ids=lambda code: code.splitlines()[-1][:30])
def test_a_python_example_runs(folder: Path, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"\d", done.stdout)


@pytest.mark.skipif(shutil.which("duckdb") is None, reason="the duckdb shell is not installed")
def test_the_shell_example_runs(folder: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", blocks("bash")[0]], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert "177件" in done.stdout, done.stderr


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_r_example_runs(folder: Path) -> None:
    done = subprocess.run(
        ["Rscript", "-e", blocks("r")[0]], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    if "there is no package called" in done.stderr:
        pytest.skip("R has no duckdb package")
    assert "177件" in done.stdout, done.stderr


def test_the_guide_names_only_tables_that_exist() -> None:
    names = {model.name for model in published(models())}
    asked = set(re.findall(r"`([a-z_]+)`", GUIDE.split("## DuckDB")[0])) - {"zh"}
    assert asked <= names, asked - names


def test_the_guide_names_every_export_format() -> None:
    assert set(re.findall(r"fazhi export (\S+)", GUIDE)) == set(FORMATS)
