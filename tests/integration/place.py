"""What the integration tests share: short reports, and the command ``fazhi`` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests import warm

PROJECT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
FAZHI = "from pipelines.cli import app; app(prog_name='fazhi')"
PLACES = {"411002": "许昌市魏都区", "411003": "许昌市建安区"}


def report_text(place: str, year: int, received: int) -> str:
    """Return a short report whose figures a reader can check by eye."""
    accepted = received - 10
    return (
        f"{place}{year}年度法治政府建设情况报告\n\n"
        f"{year}年，{place}人民政府深入推进法治政府建设，现将有关情况报告如下。\n\n"
        "一、依法化解行政争议\n\n"
        f"{year}年，全区共收到行政复议申请{received}件，受理{accepted}件，审结{accepted - 5}件。\n\n"
        "二、规范行政执法\n\n"
        f"全年办理行政处罚案件{received * 7}件。\n\n"
        f"{place}人民政府\n{year + 1}年1月20日\n"
    )


def put_report(raw: Path, code: str, year: int, received: int) -> Path:
    """Put a report where it belongs in a raw folder."""
    file = raw / str(year) / code / "report.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(report_text(PLACES[code], year, received), encoding="utf-8")
    return file


@dataclass(frozen=True)
class Place:
    """A raw folder, a warehouse folder and a working directory of a test's own."""

    root: Path

    @property
    def raw(self) -> Path:
        return self.root / "raw"

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse"

    @property
    def database(self) -> Path:
        return self.warehouse / "warehouse.duckdb"

    def environment(self) -> dict[str, str]:
        """The environment of a command: nothing of the caller's folders in it."""
        unwanted = ("FAZHI_RAW", "FAZHI_WAREHOUSE", "DAGSTER_", "PYTHONDONTWRITEBYTECODE")
        passed = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
        return {**passed, "PYTHONUTF8": "1", "COLUMNS": "200", "NO_COLOR": "1"}

    def fazhi(
        self, *arguments: str, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run ``fazhi`` with these arguments, in a process that has imported it already."""
        environment = {**self.environment(), **(more or {})}
        return warm.run(FAZHI, *arguments, cwd=self.root, environment=environment)

    def installed_fazhi(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command ``fazhi`` that is installed, from the start of Python to its end."""
        return subprocess.run(
            [str(BIN / "fazhi"), *arguments],
            cwd=self.root,
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    def folders(self) -> tuple[str, ...]:
        """The options that name the place's folders."""
        return ("--raw", str(self.raw), "--warehouse", str(self.warehouse))

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``fazhi run`` over the place's folders."""
        return self.fazhi("run", *self.folders(), *arguments)

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """Ask the published database, as an analyst would."""
        with duckdb.connect(str(self.database), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def received(self) -> list[tuple[object, ...]]:
        """The published series of reconsideration applications received."""
        return self.query(
            "select region_name, period, value from indicator_by_year "
            "where indicator = 'reconsideration.received' order by 1, 2"
        )
