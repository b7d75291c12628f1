"""What the tests of pulling share: one pull with short patience, and the problems it tells."""

from __future__ import annotations

from pathlib import Path

import yaml

from pipelines.sources.answers import PullLimits
from pipelines.sources.pull import PullReport, pull
from pipelines.sources.sources_file import read_sources

QUICK = PullLimits(
    file_bytes=200_000, seconds=1.5, silence=0.5, redirects=4, attempts=2, wait=0.01, pause=0, longest_pause=0
)
PDF = b"%PDF-1.4\n" + b"1 0 obj\n" * 40


def run(
    raw: Path, reports: list[dict[str, object]], indexes: list[dict[str, object]] | None = None
) -> PullReport:
    common = {"region": "411002", "private_hosts": ["127.0.0.1"]}
    raw.mkdir(exist_ok=True)
    listed = {
        "reports": [{"year": 2023, **common, **entry} for entry in reports],
        "indexes": [{**common, **entry} for entry in indexes or []],
    }
    (raw / "sources.yaml").write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    return pull(raw, read_sources(raw / "sources.yaml"), limits=QUICK)


def codes(report: PullReport) -> list[str]:
    return [problem.code for problem in report.problems]
