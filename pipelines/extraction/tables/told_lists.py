"""Tables told in one sentence: 行政处罚（单位：件）。警告46；罚款1312；合计1358, names with bare figures.

Here belongs which words make such a list. What its figures state is read as of any other table, grid_cells.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extraction.tables.cell_words import TOTAL
from pipelines.extraction.tables.cells import GridCell

_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_NAME = r"[\u4e00-\u9fff、“”]{1,24}(?:\([\u4e00-\u9fff]{1,6}\))?"
_LIST = re.compile(
    rf"(?:^|(?<=[。；、)\n]))(?P<head>[\u4e00-\u9fff]{{2,16}}(?:\([\u4e00-\u9fff]{{2,12}}\))?)"
    rf"(?P<unit>\(单位：[^()\d]{{1,4}}\))?[：。](?P<items>(?:{_NAME}{_FIGURE}[，；]){{2,24}}{_NAME}{_FIGURE})(?=[。；\n]|$)",
    re.MULTILINE,
)
_ITEM = re.compile(rf"(?P<name>{_NAME})(?P<figure>{_FIGURE})")
Told = tuple[str, list[GridCell], list[GridCell]]
"""The caption of such a list, its names and its figures."""


def told_lists(text: str) -> Iterator[Told]:
    """Yield the lists of a reading text in order: with a unit for all, or a total that is their sum."""
    for told in _LIST.finditer(text) if "：" in text or "单位：" in text else ():
        items = list(_ITEM.finditer(text, told.start("items"), told.end("items")))
        if told["unit"] or _adds_up(items):
            yield (
                f"{told['head']}{told['unit'] or ''}",
                [GridCell(item["name"], item.start("name")) for item in items],
                [GridCell(item["figure"], item.start("figure")) for item in items],
            )


def _adds_up(items: list[re.Match[str]]) -> bool:
    """Whether one of them is the total of those before it."""
    before = 0.0
    for item in items:
        value = float(item["figure"].replace(",", ""))
        if TOTAL.match(item["name"]):
            return abs(value - before) < 1 / 1000 and value > 0
        before += value
    return False
