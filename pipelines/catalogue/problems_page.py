"""The page docs/problems.md: ``python -m pipelines.catalogue.problems_page docs/problems.md`` makes it.

Not here: the codes and their wording (problems.yaml).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pipelines.catalogue.problems import ProblemCode, problem_codes

_INTRODUCTION = """# What can become of a file 文件的各种结果

Made from `pipelines/catalogue/problems.yaml`; do not edit by hand.
由 `pipelines/catalogue/problems.yaml` 生成，请勿手工修改。

The codes stand in the column `report.problem` and in the summary of a run. A *failed* file gives no
observations and stops no other file; a *warning* says what to look at in a file that was read.
代码见于 `report.problem` 列与运行摘要。*失败*的文件没有观测值，但不影响其他文件；
*警告*的文件已读取，但有需要核对之处。
"""
_TITLES = {"failed": "## Failed 失败", "warning": "## Warnings 警告"}


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([_INTRODUCTION, *_table("failed"), "", *_table("warning")]) + "\n"


def _table(severity: str) -> Iterator[str]:
    yield f"{_TITLES[severity]}\n"
    yield "| code 代码 | meaning 含义 | what to do 处理办法 |"
    yield "|---|---|---|"
    for code, problem in problem_codes().items():
        if problem.severity == severity:
            yield f"| `{code}` | {_both(problem, 'message')} | {_both(problem, 'remedy')} |"


def _both(problem: ProblemCode, part: str) -> str:
    return f"{getattr(problem.zh, part)}<br>{getattr(problem.en, part)}".replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
