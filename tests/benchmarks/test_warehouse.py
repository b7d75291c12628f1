"""What a release costs, beside what DuckDB itself needs for the same Parquet; printed, with the goals.

Each build is the first of its warehouse, in a process that has imported what builds and nothing else. Loading
Great Expectations, three seconds of one processor, is inside the clock as it is in every run, in a process
beside; the other row leaves it out to show what the tables cost. Each build is compared with a bare load just
before it.

Sizes can be set: FAZHI_BENCH_ROWS (observations to build from, 1,000,000), FAZHI_BENCH_TIMES (builds, 3),
FAZHI_BENCH_QUERY_ROWS (to query, 6,000,000).
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from pipelines.catalogue.regions import Regions
from pipelines.warehouse.build import build_release
from pipelines.warehouse.frames import KINDS
from pipelines.warehouse.layout import Layout
from tests.benchmarks.synthetic import stage_synthetic

ROWS = int(os.environ.get("FAZHI_BENCH_ROWS", "1000000"))
TIMES = int(os.environ.get("FAZHI_BENCH_TIMES", "3"))
QUERY_ROWS = int(os.environ.get("FAZHI_BENCH_QUERY_ROWS", "6000000"))
ORDERS = {
    "documents": "relative",
    "reports": "relative",
    "observations": "relative, ordinal",
    "quantities": "relative, ordinal",
}
BARE_SCAN = """
SELECT o.region_code, o.report_year, o.value
FROM observation AS o
WHERE o.indicator = '{0}' AND o.measure = 'level' AND o.status = 'actual' AND o.breakdown IS NULL
"""
COMPARISON = (
    "SELECT region_code, year, value, rank, peer_median FROM region_comparison WHERE indicator = '{0}'"
)


# Prints the seconds between the imports and the published release.
BUILD = """
import sys, time
from pathlib import Path
from pipelines.catalogue.regions import Regions
from pipelines.warehouse.build import build_release
regions = Regions.load()
if sys.argv[2] == "loaded":
    import great_expectations
began = time.perf_counter()
build_release(Path(sys.argv[1]), regions)
print(time.perf_counter() - began)
"""
CLOCKS = {
    "cold": "Great Expectations loaded meanwhile, as in every run",
    "loaded": "Great Expectations loaded before the clock, which no run does",
}


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bare(warehouse: Path, target: Path) -> None:
    """CREATE TABLE AS SELECT … ORDER BY of the same Parquet files, and nothing else."""
    target.unlink(missing_ok=True)
    con = duckdb.connect(str(target))
    for kind in KINDS:
        files = warehouse / "staging" / kind / "*.parquet"
        con.execute(f"CREATE TABLE {kind} AS SELECT * FROM read_parquet('{files}') ORDER BY {ORDERS[kind]}")
    con.execute("CHECKPOINT")
    con.close()


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_build_and_publish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = stage_synthetic(tmp_path, ROWS, Regions.load())
    taken: dict[str, list[tuple[float, float]]] = {clock: [] for clock in CLOCKS}
    for clock in [*CLOCKS] * TIMES:
        floor = seconds(lambda: bare(tmp_path, tmp_path / "bare.duckdb"))
        taken[clock].append((built_in(tmp_path, clock), floor))
        with duckdb.connect(str(Layout(tmp_path).published), read_only=True) as con:
            assert con.execute("SELECT count(*) FROM observation").fetchall() == [(rows,)]
    with capsys.disabled():
        for clock, words in CLOCKS.items():
            took, floor = (statistics.median(times) for times in zip(*taken[clock], strict=True))
            ratios = sorted(each / bare_one for each, bare_one in taken[clock])
            print(  # noqa: T201 - the benchmark's result
                f"\n| build and publish of {rows:,} observations; {words} | {took:.1f} s "
                f"| {statistics.median(ratios):.1f} × bare ({floor:.1f} s), {ratios[0]:.1f} to "
                f"{ratios[-1]:.1f} in {TIMES} | ≤ 3 |"
            )


def built_in(warehouse: Path, clock: str) -> float:
    """The seconds that the first build of a warehouse takes."""
    layout = Layout(warehouse)
    layout.published.unlink(missing_ok=True)
    shutil.rmtree(layout.releases, ignore_errors=True)
    said = subprocess.check_output([sys.executable, "-c", BUILD, str(warehouse), clock], text=True)
    return float(said.split()[-1])


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_region_comparison(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    regions = Regions.load()
    rows = stage_synthetic(tmp_path, QUERY_ROWS, regions)
    build_release(tmp_path, regions)
    with duckdb.connect(str(Layout(tmp_path).published), read_only=True) as con:
        [[indicator]] = con.execute("SELECT min(indicator) FROM observation").fetchall()

        def median(query: str) -> float:
            times = [seconds(lambda: con.execute(query.format(indicator)).fetchall()) for _ in range(5)]
            return statistics.median(times)

        floor, took = median(BARE_SCAN), median(COMPARISON)
        compared = con.execute(COMPARISON.format(indicator)).fetchall()
        scanned = con.execute(BARE_SCAN.format(indicator)).fetchall()
    with capsys.disabled():
        print(  # noqa: T201 - the benchmark's result
            f"\n| region_comparison of one indicator, {rows:,} observations | {1000 * took:.0f} ms "
            f"| {took / floor:.1f} × bare scan ({1000 * floor:.0f} ms) | ≤ 3 |"
        )
    assert len(compared) == len(scanned)
