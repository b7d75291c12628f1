"""``fazhi rules``: the rules against their own examples, and the wordings that they do not know yet.

Here belongs the printing. Not here: the comparing (pipelines.extraction.proof.checking) and the counting
(pipelines.extraction.proof.coverage).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from pipelines.catalogue.regions import Regions
from pipelines.extraction.engine import Context
from pipelines.extraction.proof.checking import check
from pipelines.extraction.proof.coverage import cover
from pipelines.extraction.proof.proving import overlaps, unproven
from pipelines.extraction.resolution.reasons import reasons
from pipelines.extraction.rules.rule import RuleError
from pipelines.extraction.rules.rule_files import rules_version

HOLD, FAIL = 0, 1


def check_rules(*, list_unproven: bool = False) -> int:
    """Print what is wrong with the rules, by their own examples.

    Wrong is an example that does not hold, an indicator without rule or examples, and words that two rules
    fit equally well. Expressions that no example needs are counted, and listed on demand.

    Returns:
        The exit status: 0, or 1 when something is wrong.
    """
    context = Context(Regions.load(), "example")
    try:
        findings = [*check(), *overlaps(context)]
    except RuleError as error:
        typer.echo(str(error), err=True)
        return FAIL
    for finding in findings:
        typer.echo(f"{finding.indicator}: {finding.what}")
        if finding.text:
            typer.echo(f"    {finding.text}")
    idle = list(unproven(context))
    for finding in idle if list_unproven else ():
        typer.echo(f"{finding.indicator}: {finding.what}")
    typer.echo(f"{len(idle)} 个表达式没有例句用到 / expressions that no example needs")
    if findings:
        typer.echo(f"{len(findings)} 处不符 / findings", err=True)
        return FAIL
    typer.echo(f"规则与示例全部相符 / every rule meets its examples ({rules_version()[:12]})")
    return HOLD


def show_coverage(paths: Sequence[Path], most: int) -> int:
    """Print how many quantities are read, why others are not, and the wordings that recur most among them.

    Args:
        paths: files, and folders whose report files are taken.
        most: how many wordings to print.

    Returns:
        The exit status: 0, or 1 when no file could be read.
    """
    from pipelines.commands.extracting import results

    read = [result for result in results(paths, explained=True) if result.extraction is not None]
    if not read:
        typer.echo("没有一个文件能够读取 / no file could be read", err=True)
        return FAIL
    found = cover((result.path, result.text, result.explained) for result in read)
    share = 100 * found.assigned / found.quantities if found.quantities else 0.0
    typer.echo(f"{found.assigned} / {found.quantities} 个数字已采用 quantities read ({share:.1f} %)")
    for code, count in found.left_out:
        typer.echo(f"{count:6}  {code}  {reasons()[code].zh} / {reasons()[code].en}")
    typer.echo("次数 文件 原因 词语（例）/ count, files, reason, words (example)")
    for wording in found.wordings[:most]:
        typer.echo(
            f"{wording.count:6} {wording.files:5}  {wording.reason:14}{wording.words}  （{wording.example}）"
        )
    return HOLD
