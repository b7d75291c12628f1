"""The commands around releases: list, go back, compare, export; and what the other small commands say."""

from __future__ import annotations

import json

import pytest

from tests.integration.place import Place, put_report


@pytest.fixture
def twice(published: Place) -> Place:
    """A place with two releases, the second with one report more."""
    put_report(published.raw, "411002", 2022, 90)
    assert published.run().returncode == 0
    return published


def versions(place: Place) -> list[str]:
    """All versions, oldest first."""
    return sorted(path.stem for path in (place.warehouse / "releases").glob("*.duckdb"))


def test_releases_are_listed_compared_and_gone_back_to(twice: Place) -> None:
    where = ("--warehouse", str(twice.warehouse))
    old, new = versions(twice)

    listed = twice.fazhi("releases", *where).stdout
    assert [line.split()[:2] for line in listed.splitlines() if new in line] == [["*", new]]

    compared = twice.fazhi("diff", old, new, *where)
    assert compared.returncode == 0
    assert "observation" in compared.stdout
    assert "2022" in compared.stdout

    assert twice.fazhi("rollback", old, *where).returncode == 0
    assert twice.database.resolve().stem == old
    assert ("魏都区", "2022", 90.0) not in twice.received()


def tables(place: Place) -> dict[str, object]:
    """Rows and checksum of every table but the one that compares with the release before."""
    (version,) = versions(place)[-1:]
    manifest = json.loads((place.warehouse / "releases" / f"{version}.json").read_text("utf-8"))
    return {name: facts for name, facts in manifest["tables"].items() if name != "release_diff"}


def test_the_same_files_give_the_same_rows_in_the_same_order(published: Place, place: Place) -> None:
    """However the files came in: all at once there, the later year first here."""
    for year in (2024, 2023):
        for file in (published.raw / str(year)).rglob("*.txt"):
            target = place.raw / file.relative_to(published.raw)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
        assert place.run().returncode == 0
    assert tables(place) == tables(published)
    assert len(tables(place)) > 10


def test_an_unknown_release_is_refused_with_those_there_are(published: Place) -> None:
    (version,) = versions(published)
    done = published.fazhi("rollback", "yesterday", "--warehouse", str(published.warehouse))
    assert done.returncode == 1
    assert version in done.stderr


def test_exports_are_written_and_listed(published: Place) -> None:
    folder = published.root / "out"
    done = published.fazhi("export", "csv", str(folder), "--warehouse", str(published.warehouse))
    assert done.returncode == 0, done.stderr
    assert str(folder / "observation.csv") in done.stdout.splitlines()
    refused = published.fazhi("export", "gif", str(folder), "--warehouse", str(published.warehouse))
    assert refused.returncode == 1
    assert "parquet" in refused.stderr


def test_the_data_package_of_a_run_is_of_its_release(published: Place) -> None:
    package = json.loads((published.warehouse / "exports/datapackage/datapackage.json").read_text("utf-8"))
    assert [package["version"]] == versions(published)


def test_sources_that_are_off_ask_for_nothing(place: Place) -> None:
    (place.raw / "sources.yaml").write_text("reports: []\n", encoding="utf-8")
    done = place.fazhi("pull", "--raw", str(place.raw))
    assert done.returncode == 0
    assert "no source that is switched on" in done.stdout


def test_a_mistake_in_sources_is_said(place: Place) -> None:
    (place.raw / "sources.yaml").write_text("reports: [{adress: nowhere}]\n", encoding="utf-8")
    done = place.fazhi("pull", "--raw", str(place.raw))
    assert done.returncode == 1
    assert "adress" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_rules_meet_their_examples(place: Place) -> None:
    done = place.fazhi("rules", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_names_every_command(place: Place) -> None:
    said = place.installed_fazhi("--help").stdout
    for command in ("run", "extract", "pull", "rules", "releases", "rollback", "diff", "export"):
        assert command in said
