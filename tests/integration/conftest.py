"""The fixtures of the integration tests."""

from __future__ import annotations

import importlib
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.warehouse.build import build_release
from pipelines.warehouse.layout import Layout
from pipelines.warehouse.records import Release
from tests.integration.place import PLACES, Place, put_report
from tests.integration.published import REGIONS
from tests.staged import series, stage


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    """Great Expectations, loaded once for all that one process builds; a run of its own loads it beside."""
    importlib.import_module("great_expectations")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty place."""
    (tmp_path / "raw").mkdir()
    return Place(tmp_path)


def fill(place: Place) -> None:
    """Put two districts' reports on 2023 and 2024 into a place."""
    for number, code in enumerate(PLACES):
        for year in (2023, 2024):
            put_report(place.raw, code, year, 100 + 20 * number + (year - 2023))


@pytest.fixture
def filled(place: Place) -> Place:
    """A place with two districts' reports on 2023 and 2024."""
    fill(place)
    return place


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A filled place, run and published once; tests work on copies."""
    place = Place(tmp_path_factory.mktemp("original"))
    fill(place)
    done = place.run()
    assert done.returncode == 0, done.stdout + done.stderr
    return place


@pytest.fixture
def published(original: Place, tmp_path: Path) -> Place:
    """A copy of a place that was run and published."""
    return Place(Path(shutil.copytree(original.root, tmp_path / "copy", symlinks=True)))


@pytest.fixture(scope="session")
def hundred_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Release]:
    folder = tmp_path_factory.mktemp("hundred")
    stage(folder, *series(2022, [100]))
    return folder, build_release(folder, REGIONS)


@pytest.fixture
def hundred(tmp_path: Path, hundred_once: tuple[Path, Release]) -> Release:
    """A release published in ``tmp_path`` in which a report on 2022 states 100."""
    folder, release = hundred_once
    shutil.copytree(folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    return replace(release, path=Layout(tmp_path).release(release.version))


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Chromium; without it the test is skipped, and fails in CI, where it must be there."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        message = "no Chromium found; tests/install-browser.sh installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found
