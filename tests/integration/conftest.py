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


@pytest.fixture
def filled(place: Place) -> Place:
    """A place with two districts' reports on 2023 and 2024."""
    for number, code in enumerate(PLACES):
        for year in (2023, 2024):
            put_report(place.raw, code, year, 100 + 20 * number + (year - 2023))
    return place


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
