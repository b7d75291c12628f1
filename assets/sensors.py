"""What starts runs when something changes: new, changed or removed files in the raw folder.

Here belong the sensor and its fingerprints. A fingerprint is made of names, sizes and times, so that looking
costs little; whether a file really has to be read again is decided in staging, by its content.
https://docs.dagster.io/guides/automate/sensors
"""

# No `from __future__ import annotations` here: Dagster looks at the annotations themselves.

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import dagster as dg

from assets.jobs import ingest
from assets.partitions import REPORT_YEARS, span_tags
from assets.resources import Folders

ANY_YEAR = "any"


def fingerprints(raw: Path, years: frozenset[str]) -> Mapping[str, str]:
    """Return a fingerprint for each year folder that holds files.

    Args:
        raw: the raw folder.
        years: the partition keys.

    Returns:
        By year; files outside the year folders, which can be about any year, together under ``any``.
    """
    digests: defaultdict[str, hashlib._Hash] = defaultdict(hashlib.sha256)
    for path in sorted(path for path in raw.rglob("*") if path.is_file()):
        relative = path.relative_to(raw)
        if any(part.startswith(".") for part in relative.parts):
            continue
        top = relative.parts[0]
        state = path.stat()
        digests[top if top in years else ANY_YEAR].update(
            f"{relative}\0{state.st_size}\0{state.st_mtime_ns}\n".encode()
        )
    return {year: digest.hexdigest()[:16] for year, digest in digests.items()}


@dg.sensor(
    job=ingest,
    minimum_interval_seconds=60,
    description="raw/ 中某年度的文件有变化时运行该年度 / Runs a year when its files in raw/ have changed.",
)
def raw_folder_changes(
    context: dg.SensorEvaluationContext, folders: Folders
) -> dg.SensorResult | dg.SkipReason:
    """Ask for one run per changed year; the cursor holds the fingerprints seen last."""
    raw = Path(folders.raw)
    if not raw.is_dir():
        return dg.SkipReason(f"原始文件夹不存在 / the raw folder does not exist: {raw}")
    years = REPORT_YEARS.get_partition_keys()
    now = fingerprints(raw, frozenset(years))
    seen: dict[str, str] = json.loads(context.cursor) if context.cursor else {}
    changed = sorted(key for key in now.keys() | seen.keys() if now.get(key) != seen.get(key))
    if not changed:
        return dg.SkipReason(f"{raw} 没有变化 / nothing has changed in {raw}")
    requests = list(_requests(changed, now, years[0], years[-1]))
    return dg.SensorResult(run_requests=requests, cursor=json.dumps(now, sort_keys=True))


def _requests(changed: list[str], now: Mapping[str, str], first: str, last: str) -> Iterator[dg.RunRequest]:
    for key in changed:
        run_key = f"{key}:{now.get(key, 'gone')}"
        if key == ANY_YEAR:
            yield dg.RunRequest(run_key=run_key, tags=dict(span_tags(first, last)))
        else:
            yield dg.RunRequest(run_key=run_key, partition_key=key)
