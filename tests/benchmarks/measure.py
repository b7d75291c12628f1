"""Measure a run over made-up reports: all new, nothing new, one new. ``make bench`` prints the table.

Here belongs measuring, nothing that is asserted: speed depends on the machine.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.integration.place import PLACES, Place, report_text


def fill(raw: Path, reports: int) -> None:
    """Put ``reports`` reports on ten years into a raw folder, each different."""
    codes = list(PLACES)
    for number in range(reports):
        year, code = 2015 + number % 10, codes[number // 10 % len(codes)]
        file = raw / str(year) / code / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(report_text(PLACES[code], year, 100 + number), encoding="utf-8")


def timed(place: Place) -> float:
    """Run once and return the seconds."""
    started = time.perf_counter()
    done = place.run()
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reports", type=int, default=200)
    reports = arguments.parse_args().reports
    with tempfile.TemporaryDirectory() as root:
        place = Place(Path(root))
        fill(place.raw, reports)
        rows = {f"{reports} new reports": timed(place), "nothing new": timed(place)}
        fill(place.raw, reports + 1)
        rows["1 new report"] = timed(place)
    sys.stdout.write(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
    for name, seconds in rows.items():
        sys.stdout.write(f"{name:>20}  {seconds:8.1f} s\n")


if __name__ == "__main__":
    main()
