"""``fazhi rules check``: the rules against their own examples.

Here belongs the printing. Not here: the comparing (pipelines.extraction.checking).
"""

from __future__ import annotations

import typer

from pipelines.extraction.checking import check
from pipelines.extraction.rule_files import rules_version
from pipelines.extraction.rules import RuleError

HOLD, FAIL = 0, 1


def check_rules() -> int:
    """Print every example that a rule does not meet, and every indicator without rule or examples."""
    try:
        findings = check()
    except RuleError as error:
        typer.echo(str(error), err=True)
        return FAIL
    for finding in findings:
        typer.echo(f"{finding.indicator}: {finding.what}")
        if finding.text:
            typer.echo(f"    {finding.text}")
    if findings:
        typer.echo(f"{len(findings)} 处不符 / findings", err=True)
        return FAIL
    typer.echo(f"规则与示例全部相符 / every rule meets its examples ({rules_version()[:12]})")
    return HOLD
