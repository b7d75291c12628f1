"""What Dagster shows and runs: one module per Dagster concept, each a thin cover over pipelines.

Here belong assets, partitions, jobs, schedules, sensors, resources and their assembly. Not here: anything
that knows how a report is read, checked or published (pipelines).
"""

import warnings

import dagster as dg

# Single-run backfills and pools are marked beta; the version is locked and their use is tested.
warnings.filterwarnings("ignore", category=dg.BetaWarning)
