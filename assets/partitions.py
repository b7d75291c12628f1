"""How runs are divided: by report year. Region and department are columns, never partitions.

Here belong the partitions and what is worked out from a run's partitions. A year's key exists before the year
has ended, so that plans for the running year can be taken in. Files of no known year (or of a year outside
the range) lie in the staging partition ``other``, which goes along with every run.
https://docs.dagster.io/guides/build/partitions-and-backfills
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import dagster as dg
from dagster._core.storage.tags import ASSET_PARTITION_RANGE_END_TAG, ASSET_PARTITION_RANGE_START_TAG

from pipelines.warehouse.partitions import FIRST_YEAR

REPORT_YEARS = dg.TimeWindowPartitionsDefinition(
    cron_schedule="0 0 1 1 *",
    start=str(FIRST_YEAR),
    fmt="%Y",
    timezone="Asia/Shanghai",
    end_offset=1,
)

ONE_RUN = dg.BackfillPolicy.single_run()


def contiguous(years: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Group years into unbroken spans, because one Dagster run takes one span.

    Args:
        years: partition keys, in any order.

    Returns:
        First and last year of each span, in order.
    """
    spans: list[tuple[str, str]] = []
    for year in sorted(set(years)):
        if spans and int(year) == int(spans[-1][1]) + 1:
            spans[-1] = (spans[-1][0], year)
        else:
            spans.append((year, year))
    return tuple(spans)


def span_tags(first: str, last: str) -> Mapping[str, str]:
    """Return the run tags by which one run takes all years from ``first`` to ``last``."""
    return {ASSET_PARTITION_RANGE_START_TAG: first, ASSET_PARTITION_RANGE_END_TAG: last}
