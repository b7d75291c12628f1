"""Tables whose cells are parted by spaces alone: a tab takes the first space, so that grids are found.

Here belongs what tells such columns from prose. What the cells are is tables/grids.py.
"""

from __future__ import annotations

import re

# Lines whose cells stand apart by spaces are a table.
_SPACED = re.compile(r"(?m)(?:^ *[^\s|。；][^\n|。；\t]*?(?: {2,}[^\s|][^\n|。；\t]*?){2,} *(?:\n+|\Z)){2,}")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
# A name and one figure a line are a table too, where several such lines follow one another.
_PAIRED = re.compile(
    r"(?m)(?:^ *[^\s|。；，\d][^\n|。；，\t]{0,20} {2,}[^\s|。；，\d]{1,16} *\n+)?"
    r"(?:^ *[\u4e00-\u9fff](?:(?! {2,}\d)[^\n|。；，\t]){0,24} {2,}\d[\d,.]*%? *(?:\n+|\Z)){3,}"
)
_LAST_GAP = re.compile(r"(?m)(?<=\S) ( +)(?=\S+ *$)")
# 清河区  66  486.2  ↑: how they changed may stand behind them
_FIGURES = re.compile(r"(?: {2,}[\d,.%-]+){2,}(?: {2,}[↑↓→升降增减平])? *(?:\n|\Z)")
# 受理数    3 146 起    成功率    97.3%: names and figures by turns.
_BY_TURNS = re.compile(
    r"(?m)^(?: *[\u4e00-\u9fff][^\n\d ]* {2,}\d[\d,. ]*[%\u4e00-\u9fff]{0,3}(?: {2,}| *$)){2,}$"
)
# 年份 收案 结案, under it 2020 326 305: single spaces part cells where rows of figures have as many as their
# header has names.
_EVEN = re.compile(
    r"(?m)^[^\s\d|。；，]+(?: [^\s\d|。；，]+){2,} *\n"
    r"(?:[^\s|。；，]+(?: [-+]?[\d,.]+%?)+ *(?:\n|\Z)){2,}"
)
# 地区  调委会(个) 调解员(人) over rows with tabs: a header that parts some of its names by single spaces
_HEADER = re.compile(r"(?m)^ *([^\s\d|。；，][^\n\t|。；，\d]*)\n+(?=([^\n]*\t[^\n]*\t[^\n]*)$)")
# 年份　受理　办结, under it 2016　3 018　2 860: wide spaces part cells where narrow ones group digits.
_WIDE = re.compile(
    r"(?m)(?:^[^\s。；　][^\n。；　]*"
    r"(?:　(?!　)[^\n。；　\d]*[\d,. ]*[^\n。；　\d]{0,4}){3,}[ 　]*(?:\n|\Z)){3,}"
)
_LEAST = 2  # names of a header that single spaces part
_BETWEEN = re.compile(r"(?<=\S) (?=\S)")


def parted_wide(text: str) -> str:
    """Return a text as written, with a tab for each wide space that parts two cells; its length stays."""
    return _WIDE.sub(lambda lines: lines.group().replace("　", "\t"), text) if "　" in text else text


def columns(text: str) -> str:
    """Return a text with a tab for the first of the spaces that part two cells; its length stays."""
    text = _EVEN.sub(_even, text)
    if "  " not in text:
        return text

    def tabbed(match: re.Match[str]) -> str:
        lines = match.group()
        if not (_FIGURES.search(lines) or _BY_TURNS.search(lines)):
            return lines
        return _GAP.sub(lambda gap: "\t" + gap.group()[1:], lines)

    text = _HEADER.sub(_headed, _SPACED.sub(tabbed, text))
    return _PAIRED.sub(lambda lines: _LAST_GAP.sub(r"\t\1", lines.group()), text)


def _headed(match: re.Match[str]) -> str:
    names, cells = match[1].split(), [cell for cell in match[2].split("\t") if cell.strip()]
    alike = len(names) == len(cells) > _LEAST
    return re.sub(r"(?<=\S) ( *)(?=\S)", r"\t\1", match.group()) if alike else match.group()


def _even(match: re.Match[str]) -> str:
    lines = match.group().split("\n")
    counts = {len(line.split()) for line in lines if line.strip()}
    return _BETWEEN.sub("\t", match.group()) if len(counts) == 1 else match.group()
