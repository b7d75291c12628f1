"""Reports that contradict themselves or each other: what is wrong in them is found, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.integration.place import PROJECT, Place

REPORTS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("contradictions.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("contradictions"))
    place.raw.mkdir()
    shutil.copy(PROJECT / "raw" / "regions.csv", place.raw)
    for report in REPORTS:
        file = place.raw / report["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(report["text"], encoding="utf-8")
    done = place.run()
    assert done.returncode == 0, done.stdout + done.stderr
    return place


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["file"])
def test_what_is_wrong_in_a_report_is_found_and_nothing_else(place: Place, report: dict[str, Any]) -> None:
    found = place.query(
        "SELECT dispute, list_distinct(flatten(list(list_append(against_surfaces, surface)))) "
        f"FROM contradiction WHERE raw_path = '{report['file']}' GROUP BY dispute ORDER BY dispute"
    )
    figures = [set(surfaces) for _, surfaces in found]  # type: ignore[call-overload]
    assert len(figures) == len(report["wrong"]), figures
    for wrong in report["wrong"]:
        assert sum(wrong in each for each in figures) == 1, (wrong, figures)


def test_figures_that_contradict_each_other_are_flagged(place: Place) -> None:
    flagged = place.query(
        "SELECT count(*) FROM observation WHERE flag = 'identity_failed' AND observation_id NOT IN "
        "(SELECT unnest(observation_ids) FROM check_result WHERE check_kind = 'identity' AND NOT passed)"
    )
    assert flagged == [(0,)]
    assert place.query("SELECT count(*) > 0 FROM observation WHERE flag = 'identity_failed'") == [(True,)]
