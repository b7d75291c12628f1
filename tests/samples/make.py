"""Write the samples into a raw folder: ``python -m tests.samples.make RAWDIR``.

The same bytes each time. Files of the samples are written over, nothing else is touched.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from pipelines.sources.origin import Origin, write_origin
from tests.samples.compose import Report, reports
from tests.samples.render import render

_NOTE = "虚构示例，不对应任何真实地方。 An invented sample: no real place, figure or text."
_MEDIA = {
    "txt": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def make(raw: Path) -> list[Path]:
    """Write every sample with its origin record under ``raw`` and return the report files."""
    return [_write(report, raw) for report in reports()]


def _write(report: Report, raw: Path) -> Path:
    folder = raw / str(report.year) / report.district
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{report.stem}.{report.format}"
    file.write_bytes(render(report))
    published = report.published
    origin = Origin(
        title=report.title,
        publisher=report.publisher,
        region_code=report.district,
        report_year=report.year,
        published_on=published,
        accessed_at=datetime(published.year, published.month, published.day, tzinfo=UTC),
        media_type=_MEDIA[report.format],
        note=_NOTE,
    )
    write_origin(file, origin)
    return file


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.samples.make RAWDIR")
    for written in make(Path(sys.argv[1])):
        sys.stdout.write(f"{written}\n")
