"""The dictionary page: every table, column, indicator and identity, from the .yml files and the catalogue.

    python -m pipelines.warehouse.dictionary docs/dictionary.md

Here belongs the page. Nothing on it is written by hand; a test fails when the page in docs/ is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipelines.catalogue.indicators import indicators
from pipelines.catalogue.problems import problem_codes
from pipelines.validation.identities import identities
from pipelines.warehouse.code_words import code_words
from pipelines.warehouse.models import Column, Model, models, published

_HEAD = """# 数据字典 Dictionary

由 sql/ 的模型说明与指标目录生成（`make docs`），请勿手改。
Made from the models' descriptions under sql/ and the catalogue (`make docs`); do not edit by hand.
"""


def dictionary() -> str:
    """Return the page as Markdown."""
    parts = [_HEAD, "## 表 Tables\n"]
    for model in published(models()):
        parts += list(_table(model))
    parts += ["## 代码 Codes\n", *_codes()]
    parts += ["## 恒等式 Identities\n", *_identities()]
    parts += ["## 指标 Indicators\n", *_indicators()]
    return "\n".join(parts)


def _table(model: Model) -> Iterator[str]:
    kind = "视图 view" if model.view else "表 table"
    yield f"### {model.name} · {model.label}\n"
    yield f"{model.description.zh} {model.description.en}\n"
    yield f'- {kind}；中文视图 Chinese view: `zh."{model.label}"`'
    yield f"- 一行 A row: {model.grain.zh}；{model.grain.en}"
    if model.key:
        yield f"- 主键 Key: {', '.join(f'`{name}`' for name in model.key)}"
    yield ""
    rows = [
        (f"`{c.name}`", c.label, c.type, _codes_or_unit(c), "否 no" if c.required else "", c.zh, c.en)
        for c in model.columns
    ]
    head = (
        "列 column",
        "中文 label",
        "类型 type",
        "单位或代码 unit or codes",
        "可空 null",
        "含义",
        "meaning",
    )
    yield from _rows(head, rows)


def _codes_or_unit(column: Column) -> str:
    return f"[{column.codes}](#{column.codes})" if column.codes else column.unit or ""


def _codes() -> Iterator[str]:
    for code_list, codes in code_words().items():
        if code_list == "problem":
            continue
        yield f"### {code_list}\n"
        yield from _rows(("代码 code", "中文", "English"), [(f"`{c}`", w.zh, w.en) for c, w in codes.items()])
    yield "### problem\n"
    yield from _rows(
        ("代码 code", "中文", "English", "处理", "remedy"),
        [
            (f"`{code}`", known.zh.message, known.en.message, known.zh.remedy, known.en.remedy)
            for code, known in problem_codes().items()
        ],
    )


def _identities() -> Iterator[str]:
    rows = [(f"`{each.id}`", each.type, each.zh, each.en) for each in identities()]
    yield from _rows(("编号 id", "类型 type", "中文", "English"), rows)


def _indicators() -> Iterator[str]:
    for domain, members in groupby(indicators().values(), key=lambda each: each.domain):
        words = code_words()["domain"].get(domain)
        yield f"### {domain}{f' · {words.zh} {words.en}' if words else ''}\n"
        rows = [(f"`{i.code}`", i.name_zh, i.name_en, i.unit, i.definition_zh) for i in members]
        yield from _rows(("代码 code", "名称", "name", "单位 unit", "定义 definition"), rows)


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(dictionary(), encoding="utf-8")
