"""The fixtures of the integration tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.integration.place import PLACES, Place, put_report


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
def browser_path() -> str:
    """Chromium; without it the test is skipped, and fails in CI, where it must be there."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        message = "no Chromium found; tests/install-browser.sh installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found
