"""What a sentence looks at before it counts: 从管理领域看，…; 按处理方式划分，…; 分区域看，….

Here belongs the wording of such openings. What they make of the figures behind them is sums/announced.py,
sums/divisions.py, lists/heads.py, levels/level_words.py, scope/bodies.py, comparisons/earlier.py and
comparisons/told_shares.py.
"""

from __future__ import annotations

import re

_BY_KIND = (
    r"分(?:案件)?(?:类型?|类别|领域|区域|地区|行业|来源|要素|层级|月份?|季度)(?:来?看|统计)"
    r"|[收受立]案(?:领域|类型|区域)上"
    r"|[\u4e00-\u9fff]{2,12}(?:地域|区域|地区|领域|类型|行业)分布(?:情况)?(?:[是为]|如下)"
)
# An opening anywhere before a figure that announces a list; how cases ended has codes of its own.
ANNOUNCING = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[一二三四五]是)?(?:"
    r"[从按依以](?![^，。；]{0,6}(?:方式|结果))[^，。；\d]{2,10}(?:来?看|来?划分|区分|分|统计)"
    rf"|{_BY_KIND})[，：]"
)
# Any such opening, where a sum tells that it is a list of parts: 按申请方式分：; 从结案方式看，.
DIVIDING = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[一二三四五]是)?(?:[从按依以][^，。；\d]{2,10}(?:来?看|来?划分|区分|分|统计)"
    rf"|{_BY_KIND})[，：]"
)
# One behind a comma, within a sentence that has told its whole.
WITHIN = r"(?<=[，；])[从按][^，。；\d]{1,8}(?:来?看|来?分|划分|区分)(?=，)"
# 收案领域上，…; 受理类型方面，…: what is counted there, whatever was told last
_COUNTED = re.compile(
    r"(?P<of>[收受立]案|受理|申请)(?:案件)?的?(?:领域|类型|区域|地区|结构|来源|行业|分布)(?:上|看|来看|方面|分布)，"
)
# 司法鉴定业务中，法医类、物证类各占…: what is divided
_AMONG = re.compile(r"(?!其)(?P<of>[^，。；、\d]{3,12}?)(?:当中|中|里)，")
_OPENING = re.compile(r"从(?P<of>[^，。；()\d]{2,16}?)来?看，")


def counted(text: str) -> str:
    """Return what a sentence says at its start that it counts by kinds; '' where it says nothing."""
    found = _COUNTED.match(text)
    return found["of"] if found else ""


def among(text: str) -> str:
    """Return what a sentence opens with as that among which it divides; '' for nothing."""
    found = _AMONG.match(text)
    return found["of"] if found else ""


def opening(text: str, start: int = 0) -> tuple[str, int]:
    """Return what the sentence at ``start`` looks at, and where that ends; '' and ``start`` for nothing."""
    found = _OPENING.match(text, start)
    return (found["of"], found.end()) if found else ("", start)
