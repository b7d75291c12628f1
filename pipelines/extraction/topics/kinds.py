"""Topic words that only name kinds, or what a count is compared with: 受理79件，其中公证41件. 全年审结77件.

Here belongs what a list of kinds looks like, and what a count is only measured by (首次超过一审收案). Their
words tell what their own figures are about; behind them the text is about what it was about before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipelines.extraction.topics.topic_words import Hit, topic_words

# 其中…; 主要涉及…; 按事项分，…; 从类型看，…; （公证41件…）: to the end of their sentence
_LIST = re.compile(
    r"其中[^。；\n]{4,160}"
    r"|(?:集中在|涉及|涵盖|分布在)[^。；\n]{4,160}"
    r"|[按从依](?=[^，。；\n\d]{1,8}(?:分|看|统计)[，：])[^。；\n]{6,160}"
    r"|(?<=[件起宗次])\((?=[^()\d]{2,14}\d)[^()\n]{4,120}\)"
)
# 其中2018年至2022年收到行政复议申请417件: what was done is no kind
_DONE = re.compile(
    r"(?:收到|受理|新收|审结|办理|办结|接收|调解|作出|开展|承办|制定|清理|审[查核]|出台|印发|代理|签订|废止|修[改订])[^，。；、\d]{0,6}\Z"
)
_NEAR = 10  # characters before a word in which its verb stands
_NEXT = 1  # characters between two words of one name
_NUMBERED = re.compile(r"(?:公开|处理|答复|履行|事项)?(?:类|领域|方面)?的?(?:案件|纠纷|申请|争议)?(?:类)?\d")
_ABOUT = frozenset("集涉涵分")  # what the lists begin with whose names may have no number
DEED = ("normative", False)  # 专项清理, 继续有效: what is done to documents, near its own words only
_NAMED = re.compile(r"[^，。；\n\d]{0,30}等(?:\d{1,2}个)?(?:领域|方面|类型|事项|问题|行业)")


# 收到复议申请1347件，首次超过一审行政诉讼收案（1093件），受理1189件: what a count is only measured by
_MEASURE = re.compile(
    r"[，、](?:首次|再次|连续[^，。；\d]{1,3}年|已)?(?:超过|反超|多于|高于|少于|低于)(?![\d上去])[^，。；\n\d]{2,24}(?=\(\d|[；，。])"
)


def measures_among(text: str, hits: Sequence[Hit]) -> frozenset[int]:
    """Return where the hits begin that name what a count before them is compared with."""
    told = [found.span() for found in _MEASURE.finditer(text)]
    return frozenset(begin for start, end in told for _, begin, _ in hits if start <= begin < end)


def kinds_among(text: str, hits: Sequence[Hit]) -> frozenset[int]:
    """Return where the hits begin that name no more than kinds of what their sentence counts."""
    lists = list(_LIST.finditer(text))
    if not lists:
        return frozenset()
    starts = [found.start() for found in lists]
    meanings = topic_words().meanings
    named: set[int] = set()
    after: tuple[int, bool] = len(text), False
    for meaning, begin, end in reversed(hits):
        if meanings[meaning] == DEED:
            continue  # 涉及收费的规范性文件专项清理2次: what is done is no kind
        beside, after = after, (begin, False)
        at = bisect_right(starts, begin) - 1
        if at < 0 or begin >= lists[at].end():
            continue
        if _DONE.search(text, max(0, begin - _NEAR), begin):
            continue
        within = beside[1] and end <= beside[0] <= end + _NEXT  # 行政复议后应诉21件
        if within or _NUMBERED.match(text, end) or (text[starts[at]] in _ABOUT and _NAMED.match(text, end)):
            named.add(begin)
            after = begin, True
    return frozenset(named)
