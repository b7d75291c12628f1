"""The number grammar: every number with its unit, its comparator and its place in the reading text.

Here belongs what makes a run of characters a quantity (or a date, a document number, a list number, which are
none). Not here: what a quantity says; that is for the passes after it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipelines.extraction.expressions.grammar import any_of, grammar
from pipelines.extraction.expressions.scanning import Scanner
from pipelines.extraction.quantities import lookalikes
from pipelines.extraction.quantities.comparators import comparator
from pipelines.extraction.quantities.numerals import DIGITS, chinese_number
from pipelines.extraction.quantities.unitless import class_without_unit, counts_bare, unit_of_others
from pipelines.extraction.quantities.units import CLASS_OF, TALLY, UNIT_CLASSES, UNITS
from pipelines.model import Comparator

_CHINESE_UNITS = "|".join(
    re.escape(unit)
    for name in ("case", "piece", "time", "person", "entity", "money", "hours")
    for unit in sorted(UNIT_CLASSES[name], key=len, reverse=True)
    if unit not in grammar().words["not_behind_chinese"]
)
_ABOUT = "余|多|来"
_TALLIES = frozenset(grammar().words["tallies"])
# 星级规范化司法所八个，公证处 一个: behind other words 八个 is as well 八个方面
_OFFICES = (
    r"(?:(?<=[所处站室院][一二三四五六七八九])|(?<=[所处站室院] [一二三四五六七八九]))个(?=[，。；、)])"
)
_QUANTITY = Scanner(
    r"(?P<digits>(?:(?:(?<![^\s|、，；：()为至达比减长幅速加])|(?<=[上去]年))-|(?<=[比年减为长幅速加、(\t|])\+)?"
    r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
    r"(?P<glue>[ ]?)"
    rf"(?P<about1>{_ABOUT}|几)?(?P<power>[百千]?[万亿]|千(?![万亿米克瓦字])|百(?=余|多|[件人名份场次家个]))?(?P<about2>{_ABOUT})?"
    rf"(?:(?P<percent>[%‰])|(?P<unit>{UNITS})(?P<about3>余|多(?![元部方次样数年个级领地位行维办收发出受了]|\d))?)?"
    r"|百分之(?P<hundredths>[一二三四五六七八九十百零〇]+)(?:点(?P<decimals>[一二三四五六七八九零〇]+))?"
    r"|(?P<chinese>[〇一二两三四五六七八九十百千万亿]+(?:(?<=[百千万亿])零[一二两三四五六七八九十百千万]+)*)(?P<cabout1>余|多|几)?(?P<cpower>[万亿])?(?P<cabout2>余|多)?"
    rf"(?:(?P<cunit>{_CHINESE_UNITS}|(?:(?<=[十百][一二三四五六七八九])|(?<=[二三四五六七八九]十))(?:[个本张卷位条项批笔])(?=[，。；、)])|{_OFFICES}|(?<=[两二三四五六七八九十])(?:{any_of('tallies')})|个月|个百分点|个(?=[“\"]|小组|问题|单位|部门|乡镇|村|社区|镇|街道|示范|联系点|司法所|点|窗口|执法|文件|事项|方面的问题)|条(?=意见|建议|热线)|项(?=事项|行政|许可|清单|保障|措施)|份(?=合同|文件|协议|意见|资料)|人(?!民|大|员|类|社|身|事|力|道|才|均|防|性|士)|名)|(?P<cpercent>成)(?=以上|左右|多|的|乡镇|案件|[，。；]))"
    rf"|(?P<large>[一二两三四五六七八九][百千万][〇一二三四五六七八九十百千万]*(?:(?<=[百千万])零[一二三四五六七八九十百千]+)*|[二三四五六七八九]?十(?=[余多几][^，。]))(?P<labout>余|多|几)?(?P<lpower>[万亿])?(?P<lunit>{UNITS})"
    r"|(?P<zero>(?<=[年下降均][为到至])零(?=[，。；])|(?<=[件数量案][为是])零(?=[，。；、)])|(?<=率[为是])零(?=[，。；、)])|零(?=败诉|纠错|复议|诉讼|投诉|上访|信访|差错|发案|事故|被诉|撤销|$|\t|\|))|(?P<none>(?<![全绝毫尚])无)(?=败诉案件)",
)


class Number(NamedTuple):
    """A quantity in the reading text: ``[start, end)``, folded value, unit as written and its class."""

    start: int
    end: int
    value: float
    unit: str
    unit_class: str
    comparator: Comparator


def find_numbers(text: str, *, bare: bool = False) -> list[Number]:
    """Return the quantities of ``text`` in order. ``bare``: numbers without a unit count too."""
    text = lookalikes.points_of_lists_apart(text)
    taken = lookalikes.masked(text)
    found: list[Number] = []
    cursor = 0
    for match in _QUANTITY.finditer(text):
        start = match.start()
        while cursor < len(taken) and taken[cursor][1] <= start:
            cursor += 1
        if cursor < len(taken) and taken[cursor][0] <= start:
            continue
        number = _number(text, match, bare=bare)
        if number is not None:
            found.append(number)
    return found


def _number(text: str, match: re.Match[str], *, bare: bool) -> Number | None:
    digits, glue, power, percent, named, about1, about2, about3 = match.group(*_PARTS)
    if digits is None:
        return _chinese(text, match)
    start, end = match.span()
    unit = percent or named or ("" if power else unit_of_others(text, start, match.end("digits")))
    if not unit and not power and not bare and not counts_bare(text, start, match.end("digits")):
        return None
    if glue and not unit:
        end = match.end("digits")
    if lookalikes.part_of_more(text, start) or (not unit and lookalikes.names_after(text, end)):
        return None
    unit, end = _as_told(text, unit, end)
    if (unit == "日" and text[start - 1 : start] == "月") or (unit == "分" and _MINUTES.match(text, end)):
        return None
    value = float(digits if digits.isdecimal() else digits.replace(",", "").replace(" ", ""))
    if power:
        value *= _power(power)
    told = comparator(text, start, end, bool(about1 or about2 or about3))
    if unit:
        return Number(start, end, value, unit, CLASS_OF.get(unit, "other"), told)
    return Number(start, end, value, unit, class_without_unit(text, start, end, bare=bare), told)


def _as_told(text: str, unit: str, end: int) -> tuple[str, int]:
    """Return the unit of a number and where it ends, given what stands behind it."""
    if unit == "个" and _POINTS_OF_RUN.match(text, end):
        return "个百分点", end  # 分别下降3.2个、1.5个百分点
    if unit.endswith("次") and len(unit) > 1 and text.startswith("之", end):
        return unit[:-1], end - 1  # 土地类30件次之
    return unit, end


_POINTS_OF_RUN = re.compile(r"(?:[、和及与]\d+(?:\.\d+)?个){0,4}[、和及与]\d+(?:\.\d+)?个百分点")
_PARTS = ("digits", "glue", "power", "percent", "unit", "about1", "about2", "about3")
_MINUTES = re.compile(r"[\d钟]")


def _power(sign: str | None) -> int:
    return chinese_number("一" + sign) if sign else 1


def _chinese(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if match["zero"] or match["none"]:
        unit_class = "percent" if text[start - 2 : start - 1] == "率" else "zero"
        return Number(start, end, 0.0, "", unit_class, Comparator.EQUAL)
    if match["hundredths"]:
        return _hundredths(text, match)
    if match["large"]:
        folded = float(chinese_number(match["large"])) * _power(match["lpower"])
        unit = match["lunit"]
        return Number(
            start, end, folded, unit, CLASS_OF[unit], comparator(text, start, end, bool(match["labout"]))
        )
    numeral = match["chinese"]
    if numeral[0] in _TENS and text[start - 1 : start] == "数":
        return None  # 数十件 is no number
    if _CHINESE_NOT_BEFORE.search(text, max(0, start - 3), start) or _CHINESE_NOT_AFTER.match(
        text, match.start()
    ):
        return None
    try:
        value = float(chinese_number(numeral)) * _power(match["cpower"])
    except ValueError:
        return None
    if match["cpercent"]:
        return Number(start, end, value * 10, "%", "percent", comparator(text, start, end, about=False))
    unit = match["cunit"]
    about = bool(match["cabout1"] or match["cabout2"]) or numeral in ("百", "千", "万")
    unit_class = TALLY if unit in _TALLIES else CLASS_OF[unit]
    return Number(start, end, value, unit, unit_class, comparator(text, start, end, about))


def _hundredths(text: str, match: re.Match[str]) -> Number:
    """百分之九十八点五: a percentage in words."""
    start, end = match.span()
    decimals = "".join(str(DIGITS[sign]) for sign in match["decimals"] or "")
    value = float(f"{chinese_number(match['hundredths'])}.{decimals or 0}")
    return Number(start, end, value, "%", "percent", comparator(text, start, end, about=False))


_TENS = "十百千万"
_CHINESE_NOT_BEFORE = re.compile(r"[第每逐无〇一二两三四五六七八九十百千万\d统]\Z")
_CHINESE_NOT_AFTER = re.compile(
    r"[一]起(?![^，。；]{0,10}(?:案|纠纷|争议|事故))|一人(?=[多一身])|[一](?:次办|次性|次进门|件事|次告知|家[人之就便]|户一|人一|名[^\d]{0,2}负责|所|期工程|场[^，。]{0,4}硬仗|起(?:来|走|做|努|推|发|参|成|到)|批(?!次)|回事|次会议?精神)|[一二三四五六七八九十两]+次(?:会议|全会|党代会|代表大会|分配|创业)|[二三四]次元"
    r"|[一二三四五六七八九十]+(?:个|项|大)(?:统一|结合|坚持|重点|着力|抓|必须)|万[人家户](?!次)|万千|千家万户|百[姓年]|十[分足全]"
)
