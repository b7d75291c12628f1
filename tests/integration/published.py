"""What the tests of releases share: builds in a process of their own, what is published, what is left."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import duckdb

from pipelines.warehouse.layout import Layout
from tests import warm
from tests.staged import known_regions

PROJECT = Path(__file__).resolve().parents[2]
REGIONS = known_regions()
CASES = "mediation.cases"


def ask(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    """Ask the published release."""
    with duckdb.connect(str(Layout(warehouse).published), read_only=True) as con:
        return con.execute(query).fetchall()


def published_values(warehouse: Path) -> list[tuple[object, ...]]:
    """The published series of CASES."""
    return ask(
        warehouse, f"SELECT period, value FROM indicator_by_year WHERE indicator = '{CASES}' ORDER BY 1"
    )


CHILD = """
import sys
from pathlib import Path
from pipelines.warehouse.build import build_release
from pipelines.warehouse.releases import UnknownRelease, list_releases, rollback
from tests import warm
from tests.staged import *
warehouse = Path(sys.argv[1])
"""


def run_child(warehouse: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code over ``warehouse`` in a process of its own."""
    return warm.run(CHILD + code, str(warehouse), cwd=PROJECT, environment=os.environ)


def leavings(warehouse: Path) -> list[Path]:
    """What must not lie about after a build."""
    suffixes = {".building", ".wal", ".tmp"}
    found = [
        path for path in warehouse.rglob("*") if path.suffix in suffixes or path.name.startswith(".spill")
    ]
    orphans = [
        path for path in Layout(warehouse).releases.glob("*.json") if not path.with_suffix(".duckdb").exists()
    ]
    return found + orphans
