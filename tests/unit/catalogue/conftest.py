"""What the tests of the catalogue share: the known regions."""

from __future__ import annotations

import pytest

from pipelines.catalogue.regions import Regions


@pytest.fixture(scope="module")
def regions() -> Regions:
    """The table of the package."""
    return Regions.load()
