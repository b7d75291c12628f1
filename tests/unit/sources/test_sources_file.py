"""The list of addresses in sources.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.catalogue.regions import Regions
from pipelines.sources.sources_file import SourcesError, read_sources

SHIPPED = Path(__file__).parents[3] / "raw" / "sources.yaml"


def written(folder: Path, text: str) -> Path:
    file = folder / "sources.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_entries_are_on_unless_switched_off(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "reports:\n- {address: 'https://example.org/1', region: '411002', year: 2023}\n"
        "- {address: 'https://example.org/2', region: '411002', year: 2023, enabled: false}\n"
        "indexes:\n- address: https://example.org/list\n  region: 411002\n"
        "  link_text: (?P<year>20..)年度报告\n",
    )
    assert [str(entry.address) for entry in read_sources(file).enabled()] == [
        "https://example.org/1",
        "https://example.org/list",
    ]


def test_no_file_and_an_empty_file_list_nothing(tmp_path: Path) -> None:
    assert read_sources(tmp_path / "sources.yaml").enabled() == ()
    assert read_sources(written(tmp_path, "# nothing yet\n")).enabled() == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("reports: [{address: 'https://e.org/', region: '411002'}]", "reports.0.year"),
        ("reports: [{address: 'file:///etc/passwd', region: '411002', year: 2023}]", "reports.0.address"),
        ("reports: [{address: 'https://e.org/', region: 魏都区, year: 2023}]", "reports.0.region"),
        (
            "reports: [{address: 'https://e.org/', region: '411002', yaer: 2023, year: 2023}]",
            "reports.0.yaer",
        ),
        ("indexes: [{address: 'https://e.org/', region: '411002', link_text: 报告}]", "year"),
        (
            "indexes: [{address: 'https://e.org/', region: '411002', year: 2023, link_text: '(a'}]",
            "regular expression",
        ),
        (
            "reports: [{address: 'https://e.org/a', region: '411002', year: 2023},"
            " {address: 'https://e.org/a', region: '411002', year: 2022}]",
            "more than once: https://e.org/a",
        ),
        ("reports: [", "not valid YAML"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SourcesError, match=r"sources\.yaml") as caught:
        read_sources(written(tmp_path, text))
    assert says in str(caught.value)


def test_the_shipped_list_is_switched_off_and_its_regions_exist() -> None:
    sources = read_sources(SHIPPED)
    regions = Regions.load()
    assert len(sources.reports) >= 12
    assert sources.enabled() == ()
    assert [entry for entry in sources.reports if regions.get(entry.region, entry.year) is None] == []
