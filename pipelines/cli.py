"""The command ``fazhi``: its names, options and help.

Here belong the declarations only. What a command does stands in pipelines/commands/ and is imported when the
command is called: ``fazhi --help`` must answer at once, and ``fazhi extract`` needs neither Dagster nor
DuckDB.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="fazhi",
    help="法治统计仓：从法治政府建设报告到可比较的数据。/ From annual reports to comparable figures.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How ``extract`` prints."""

    TABLE = "table"
    JSONL = "jsonl"


@app.command()
def run(
    raw: Annotated[
        Path | None, typer.Option(help="原始报告文件夹 / folder of report files.", show_default="raw")
    ] = None,
    warehouse: Annotated[
        Path | None, typer.Option(help="统计仓文件夹 / folder of the warehouse.", show_default="warehouse")
    ] = None,
    year: Annotated[
        list[int] | None,
        typer.Option(
            help="只处理该年度，可重复 / only this report year; may be repeated.", show_default="all"
        ),
    ] = None,
) -> None:
    """读取报告、检查并发布新版本。/ Read the reports, check them and publish a release.

    退出码 / exit status: 0; 1 没有发布 / nothing could be published; 2 参数错误 / wrong arguments.
    """
    from pipelines.commands.run import run_and_report

    raise typer.Exit(run_and_report(raw, warehouse, year or []))


@app.command()
def extract(
    paths: Annotated[
        list[Path], typer.Argument(help="文件或文件夹 / files or folders.", exists=True, show_default=False)
    ],
    format: Annotated[Format, typer.Option(help="输出格式 / output format.")] = Format.TABLE,  # noqa: A002
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="列出出处、规则与未采用的数字 / show sentences, rules and what was left out."
        ),
    ] = False,
) -> None:
    """直接从文件中提取数字，不建仓。/ Extract the figures of files, without a warehouse.

    退出码 / exit status: 0; 1 没有一个文件能读 / no file could be read; 2 参数错误 / wrong arguments.
    """
    from pipelines.commands.extract import extract_and_print

    raise typer.Exit(extract_and_print(paths, as_json=format is Format.JSONL, explain=explain))
