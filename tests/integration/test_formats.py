"""The same report as text, Word, PDF and an old web page gives the same observations, with the same facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.catalogue.regions import Regions
from pipelines.documents.reading import read_document
from pipelines.extraction.engine import Context, extract
from tests import formats

RAW = Path(__file__).parents[2] / "raw"
Row = tuple[str, str, str, str, float, str | None, str]


def _read(path: Path) -> tuple[set[Row], tuple[object, ...]]:
    extraction = extract(read_document(path), Context(Regions.load(RAW / "regions.csv"), str(path)))
    rows = {
        (row.indicator, row.measure, row.status, row.period, row.value, row.breakdown, row.comparator)
        for row in extraction.observations
    }
    facts = extraction.report
    return rows, (facts.kind, facts.region_code, facts.report_year, facts.body)


@pytest.mark.parametrize("write", [formats.write_docx, formats.write_pdf, formats.write_html])
@pytest.mark.parametrize("sample", sorted(RAW.rglob("*.txt")), ids=lambda path: "-".join(path.parts[-3:-1]))
def test_formats_agree(sample: Path, write: Callable[[str, Path], Path], tmp_path: Path) -> None:
    rows, facts = _read(sample)
    assert len(rows) > 20
    made = write(read_document(sample).text, tmp_path / f"report{write.__name__.removeprefix('write')}")
    assert _read(made) == (rows, facts)
