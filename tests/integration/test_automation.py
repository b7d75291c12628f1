"""What starts by itself: the yearly schedule and the sensor over the raw folder."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import dagster as dg
import pytest

from assets.definitions import build_definitions
from assets.partitions import REPORT_YEARS, contiguous
from assets.resources import Folders
from tests.integration.place import put_report

CHINA = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    return tmp_path / "raw"


def look(raw: Path, cursor: str | None) -> dg.SensorResult | dg.SkipReason:
    """One tick of the sensor as the daemon would run it."""
    folders = Folders(raw=str(raw), warehouse=str(raw.parent / "warehouse"))
    definitions = build_definitions({"folders": folders})
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_sensor_context(
            instance=instance, cursor=cursor, resources={"folders": folders}, definitions=definitions
        )
        return definitions.resolve_sensor_def("raw_folder_changes").evaluate_tick(context)


def test_years_run_from_2005_to_the_running_year() -> None:
    keys = REPORT_YEARS.get_partition_keys(current_time=datetime(2026, 6, 1, tzinfo=CHINA))
    assert keys[0] == "2005"
    assert keys[-1] == "2026"


def test_a_new_year_appears_at_midnight_in_china() -> None:
    before = datetime(2026, 12, 31, 23, 59, tzinfo=CHINA)
    after = datetime(2027, 1, 1, 0, 1, tzinfo=CHINA)
    assert REPORT_YEARS.get_partition_keys(current_time=before)[-1] == "2026"
    assert REPORT_YEARS.get_partition_keys(current_time=after)[-1] == "2027"


def test_years_with_gaps_become_spans() -> None:
    assert contiguous(["2024", "2019", "2020", "2023"]) == (("2019", "2020"), ("2023", "2024"))


def test_on_the_first_of_april_the_year_before_is_run() -> None:
    definitions = build_definitions()
    schedule = definitions.resolve_schedule_def("last_years_reports")
    with dg.build_schedule_context(
        scheduled_execution_time=datetime(2026, 4, 1, 2, tzinfo=CHINA),
        repository_def=definitions.get_repository_def(),
    ) as context:
        tick = schedule.evaluate_tick(context)
    assert [request.partition_key for request in tick.run_requests or ()] == ["2025"]
    assert schedule.cron_schedule == "0 2 1 4 *"
    assert schedule.execution_timezone == "Asia/Shanghai"
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING


def test_each_year_with_new_files_is_run_once(raw: Path) -> None:
    put_report(raw, "411002", 2023, 100)
    put_report(raw, "411002", 2024, 101)
    first = look(raw, None)
    assert {request.partition_key for request in first.run_requests} == {"2023", "2024"}
    assert look(raw, first.cursor).skip_message


def test_only_the_changed_year_is_run_and_under_a_new_key(raw: Path) -> None:
    put_report(raw, "411002", 2023, 100)
    file = put_report(raw, "411002", 2024, 101)
    first = look(raw, None)
    file.write_text("改过的报告", encoding="utf-8")
    os.utime(file, (1, 1))
    second = look(raw, first.cursor)
    assert [request.partition_key for request in second.run_requests] == ["2024"]
    old = {request.run_key for request in first.run_requests}
    assert second.run_requests[0].run_key not in old


def test_a_year_whose_files_are_gone_is_run(raw: Path) -> None:
    file = put_report(raw, "411002", 2024, 101)
    first = look(raw, None)
    file.unlink()
    assert [request.partition_key for request in look(raw, first.cursor).run_requests] == ["2024"]


def test_a_file_outside_the_year_folders_may_be_about_any_year(raw: Path) -> None:
    (raw / "report.txt").write_text("报告", encoding="utf-8")
    (request,) = look(raw, None).run_requests
    assert request.partition_key is None
    assert request.tags["dagster/asset_partition_range_start"] == "2005"


def test_hidden_files_change_nothing(raw: Path) -> None:
    put_report(raw, "411002", 2024, 101)
    first = look(raw, None)
    (raw / "2024" / ".DS_Store").write_text("x")
    assert look(raw, first.cursor).skip_message


def test_a_missing_raw_folder_is_said(tmp_path: Path) -> None:
    tick = look(tmp_path / "nowhere", None)
    assert "nowhere" in (tick.skip_message or "")
    assert not tick.run_requests
