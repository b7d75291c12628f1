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

from pipelines.folders import raw_folder, warehouse_folder

app = typer.Typer(
    name="fazhi",
    help="法治统计仓：从法治政府建设报告到可比较的数据。/ From annual reports to comparable figures.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


rules_app = typer.Typer(help="提取规则。/ The extraction rules.", no_args_is_help=True)
app.add_typer(rules_app, name="rules")

RawFolder = Annotated[
    Path | None, typer.Option("--raw", help="原始报告文件夹 / folder of report files.", show_default="raw")
]
WarehouseFolder = Annotated[
    Path | None,
    typer.Option("--warehouse", help="统计仓文件夹 / folder of the warehouse.", show_default="warehouse"),
]
Years = Annotated[
    list[int] | None,
    typer.Option(
        "--year", help="只处理该年度，可重复 / only this report year; repeatable.", show_default="all"
    ),
]


class Format(StrEnum):
    """How ``extract`` prints."""

    TABLE = "table"
    JSONL = "jsonl"


@app.command()
def run(raw: RawFolder = None, warehouse: WarehouseFolder = None, year: Years = None) -> None:
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


@app.command()
def pull(raw: RawFolder = None, year: Years = None) -> None:
    """下载 raw/sources.yaml 中启用的报告。/ Get the reports that raw/sources.yaml has switched on."""
    from pipelines.commands.pull import pull_and_report

    raise typer.Exit(pull_and_report(raw or raw_folder(), year or []))


@rules_app.command("check")
def rules_check(
    unproven: Annotated[
        bool,
        typer.Option("--unproven", help="列出没有例句用到的表达式 / list expressions no example needs."),
    ] = False,
) -> None:
    """用规则自带的示例检查规则。/ Try every rule on its own examples."""
    from pipelines.commands.rules import check_rules

    raise typer.Exit(check_rules(list_unproven=unproven))


@rules_app.command("coverage")
def rules_coverage(
    paths: Annotated[
        list[Path], typer.Argument(help="文件或文件夹 / files or folders.", exists=True, show_default=False)
    ],
    most: Annotated[int, typer.Option(min=1, help="列出多少种词语 / how many wordings to list.")] = 40,
) -> None:
    """按出现次数列出规则尚不认得的词语。/ Rank by recurrence the wordings that no rule reads yet."""
    from pipelines.commands.rules import show_coverage

    raise typer.Exit(show_coverage(paths, most))


@app.command()
def releases(warehouse: WarehouseFolder = None) -> None:
    """列出各版本，* 为已发布。/ List the releases; * marks the published one."""
    from pipelines.commands.releases import show_releases

    raise typer.Exit(show_releases(warehouse or warehouse_folder()))


@app.command()
def rollback(
    version: Annotated[str, typer.Argument(help="版本 / the release.")], warehouse: WarehouseFolder = None
) -> None:
    """重新发布较早的版本。/ Publish an earlier release again."""
    from pipelines.commands.releases import go_back

    raise typer.Exit(go_back(warehouse or warehouse_folder(), version))


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="较早的版本 / the earlier release.")],
    new: Annotated[str, typer.Argument(help="较晚的版本 / the later release.")],
    warehouse: WarehouseFolder = None,
) -> None:
    """比较两个版本。/ Compare two releases."""
    from pipelines.commands.releases import show_difference

    raise typer.Exit(show_difference(warehouse or warehouse_folder(), old, new))


@app.command()
def export(
    format: Annotated[  # noqa: A002
        str, typer.Argument(help="parquet, csv, xlsx, sdmx-csv, datapackage")
    ],
    folder: Annotated[Path, typer.Argument(help="写入的文件夹 / where the files go.", file_okay=False)],
    table: Annotated[
        list[str] | None, typer.Option(help="只导出该表，可重复 / only this table; may be repeated.")
    ] = None,
    version: Annotated[str | None, typer.Option("--release", help="版本 / the release.")] = None,
    warehouse: WarehouseFolder = None,
) -> None:
    """导出为其他程序的文件。/ Write the warehouse as files for other programs."""
    from pipelines.commands.releases import write_export

    raise typer.Exit(write_export(warehouse or warehouse_folder(), format, folder, table or [], version))
