"""The jobs that can be started by hand, by the schedule, by the sensor and by ``fazhi run``.

Here belong selections of assets with a name. https://docs.dagster.io/guides/build/jobs
"""

from __future__ import annotations

import dagster as dg

INGEST = "ingest"

ingest = dg.define_asset_job(
    INGEST,
    selection=dg.AssetSelection.all(),
    description="读取所选年度的报告并发布新版本 / Read the reports of some years and publish a release.",
)
