"""Tables told in one sentence: 行政处罚（单位：件）。警告46；罚款1312；合计1358, names with bare figures.

Here belongs which words make such a list, and lists of pairs (甲市61/702.3). What the figures state is read
as of any other table, grid_cells.py.
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
# Every list has a total with a bare figure, or says its unit: told before the slower search for its names.
_MAY_BE = re.compile(r"单位：|(?:[合总共小]计|总[数量])\d[\d,]*(?:\.\d+)?(?:[，；。\n]|\Z)|\([件宗起次]/")
_ITEM = re.compile(rf"(?P<name>{_NAME})(?P<figure>{_FIGURE})")
# 各县市处罚情况（件/万元）：甲市61/702.3，乙县48/866.1
_PAIRS = re.compile(
    rf"(?P<head>[\u4e00-\u9fff]{{2,16}})\((?P<count>[件宗起次])/(?P<money>[万亿]?元)\)：?"
    rf"(?P<items>{_NAME}{_FIGURE}/{_FIGURE}(?:[，、；]{_NAME}{_FIGURE}/{_FIGURE}){{1,24}})"
)
_PAIR = re.compile(rf"(?P<name>{_NAME})(?P<count>{_FIGURE})/(?P<money>{_FIGURE})")
_OF_BODIES = re.compile(r"^(?:各|分)?(?:县市区|县市|市县|县区|区县|地区|部门|单位)?")
Told = tuple[str, tuple[tuple[GridCell, ...], ...]]
"""The caption of such a list and its rows, the header first."""


def told_lists(text: str) -> Iterator[Told]:
    """Yield the lists of a reading text: with a unit for all or a total that is their sum, or of pairs."""
    if _MAY_BE.search(text) is None:
        return
    for told in _LIST.finditer(text):
        items = list(_ITEM.finditer(text, told.start("items"), told.end("items")))
        if told["unit"] or _adds_up(items):
            none = GridCell("", items[0].start())
            names = (GridCell(item["name"], item.start("name")) for item in items)
            figures = (GridCell(item["figure"], item.start("figure")) for item in items)
            yield f"{told['head']}{told['unit'] or ''}", ((none, *names), (none, *figures))
    for told in _PAIRS.finditer(text):
        yield told["head"], tuple(_paired(told, text))


def _paired(told: re.Match[str], text: str) -> Iterator[tuple[GridCell, ...]]:
    """What is counted in cases, in money is its amount."""
    noun = _OF_BODIES.sub("", told["head"].removesuffix("情况"))
    heads = f"{noun}({told['count']})", f"{noun}金额({told['money']})"
    yield GridCell("", told.start()), *(GridCell(name, told.start()) for name in heads)
    for pair in _PAIR.finditer(text, told.start("items"), told.end("items")):
        yield tuple(GridCell(pair[part], pair.start(part)) for part in ("name", "count", "money"))


def _adds_up(items: list[re.Match[str]]) -> bool:
    """Whether one of them is the total of those before it."""
    before = 0.0
    for item in items:
        value = float(item["figure"].replace(",", ""))
        if TOTAL.match(item["name"]):
            return abs(value - before) < 1 / 1000 and value > 0
        before += value
    return False
