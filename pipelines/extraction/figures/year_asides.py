"""Years that rule no clause after theirs: 受理17件，上年仅受理6件，审结15件; 在2022年30件的基础上增长20%.

Here belongs what tells a year told in passing, or only measured by, from one that rules (year_words.py).
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of

# 受理17件，上年仅受理6件，审结15件: said in passing, it holds for its own clause only.
_ASIDE = re.compile(
    r"(?:同期|全年|同?口径|(?:这一|该|此|这[两三四]个|上述)项?(?:数字|指标|比例|比率|比重|占比|数据|[\u4e00-\u9fff]{2,8}率))?(?:分别|依次)?(?:为|是|仅|只|有(?!关))[^，。；]{0,6}\d"
)
# 受理率83%，上年受理率85%，回落2个百分点；…; 案件9件，2019年14件，维持5件: so are these of a year before.
_BESIDE = re.compile(
    rf"(?:度|同期)?(?:\d[\d,.]*[件起宗人次场个%]|[^，。；\d]{{0,12}}\d[^，。；]{{0,8}}，(?:同比)?净?(?:{any_of('up')}|{any_of('down')}))"
)
# 网办率96.8%，2024年力争达到98%以上；按时办结率99.6%: what one figure is to become
_AIMED = re.compile(r"[底末]?(?:力争|确保|计划|控制在)")
_TOLD_NOW = re.compile(r"\d(?:%|[\u4e00-\u9fff]{1,3})(?:以[上下内])?，(?:[到至])?\Z")
# 是上年度31件的2.35倍: the year is only what this one is measured by.
_TIMES = re.compile(
    r"(?:同期|全年|度)?(?:\([^()]{1,10}\))?的?[近约]?(?:的?\d[\d,]*[件起宗人次场个]{1,2})?的?\d[\d.]*(?:倍|%)"
)
_BASED_ON = re.compile(r"[^，。；]{0,14}?的?基础上")  # 在2022年30件的基础上增长20%
_AGAINST = re.compile(r"(?:度|同期)?相比")
_COMPARED_TOO = re.compile(r"[较比与同](?:19|20)\d\d年度?[、和及]\Z")  # 较2021年、2022年有所提升
_BEFORE = 12  # characters in which the end of a figure and a comma stand
_COUNTED = re.compile(r"[\u4e00-\u9fff]{2,12}(?=\d)")
_RIGHT_BEFORE = 30  # characters in which the same was told of another year
_WHICH = re.compile(r"(?:检查|督察|督查|评查|审计|巡[视察]|自查)?(?:发现|指出|反馈|交办)的(?:\d|问题)")


def told_aside(text: str, year: re.Match[str], own: int | None) -> bool:
    """Tell whether the words behind a year make it an aside. ``own``: the report's year."""
    if _ASIDE.match(text, year.end()):
        return True
    ahead = year["year"] and int(year["year"]) > (own or 0)
    if ahead and _AIMED.match(text, year.end()) and told_now(text, year):
        return True
    return is_before(year, own) and bool(_BESIDE.match(text, year.end()) or _again(text, year))


def _again(text: str, year: re.Match[str]) -> bool:
    """2024年需办理167件，2023年需办理101件，已办结149件: what was told right before, of another year."""
    words = _COUNTED.match(text, year.end())
    before = text[max(0, year.start() - _RIGHT_BEFORE) : year.start()]
    return words is not None and re.search(rf"{words.group()}\d[^，。；]{{0,8}}，\Z", before) is not None


def told_now(text: str, year: re.Match[str]) -> bool:
    """Tell whether a figure stands right before a year and its comma."""
    return bool(_TOLD_NOW.search(text, year.start() - _BEFORE, year.start()))


def tells_of(text: str, year: re.Match[str], own: int | None) -> bool:
    """2023年检查发现的46个问题已整改43个。…: a year before that only tells which things are meant."""
    return is_before(year, own) and bool(_WHICH.match(text, year.end()))


def is_before(year: re.Match[str], own: int | None) -> bool:
    """Tell whether a year is one before the report's own."""
    return bool(year["last"]) or bool(year["year"] and int(year["year"]) < (own or 0))


def only_measures(text: str, year: re.Match[str]) -> bool:
    """在2025年基础上再下降10%; 较2021年、2022年有所提升: tell whether another year is only measured by it."""
    start, end = year.start(), year.end()
    return (
        (text[start - 1] in "和跟" and _AGAINST.match(text, end) is not None)
        or (text[start - 1] in "是为达" and _TIMES.match(text, end) is not None)
        or _BASED_ON.match(text, end) is not None
        or _COMPARED_TOO.search(text, max(0, start - 8), start) is not None
    )
