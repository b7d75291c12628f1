"""The fixtures of the warehouse's tests."""

from __future__ import annotations

import importlib

import pytest


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    """Great Expectations, loaded once for all that one process builds; a run of its own loads it beside."""
    importlib.import_module("great_expectations")
