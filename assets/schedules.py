"""When runs start by the calendar.

Here belongs the yearly run: reports on a year are due by the end of the next March, so on 1 April the year
before is taken in. https://docs.dagster.io/guides/automate/schedules
"""

# No `from __future__ import annotations` here: Dagster looks at the annotations themselves.

import dagster as dg

from assets.jobs import ingest


@dg.schedule(
    job=ingest,
    cron_schedule="0 2 1 4 *",
    execution_timezone="Asia/Shanghai",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="每年 4 月 1 日处理上一年度的报告 / On 1 April the reports on the year before are taken in.",
)
def last_years_reports(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Ask for the year before the one in which the schedule fires."""
    year = str(context.scheduled_execution_time.year - 1)
    return dg.RunRequest(run_key=year, partition_key=year)
