"""Operations that a text names (开展“利剑”专项行动), by which two figures of one code are told apart.

Here belongs finding the one that a figure is of. Which figures compete is groups.py.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from pipelines.extraction.figures.figure import Figure

_CAMPAIGN = re.compile(
    r"[“\"]([^”\"，。]{2,26}?(?:行动|整治|检查|执法|攻坚|战役)?)[”\"](?=(?:等)?(?:系列|专项|集中)*(?:行动|整治|检查|攻坚))"
    r"|(?:^|(?<=[，。；、：\n])|(?<=开展)|(?<=组织)|(?<=实施)|(?<=推进))(?!开展|组织|实施|进行|推进)"
    r"(?![\u4e00-\u9fff]{0,14}等)([\u4e00-\u9fff]{2,14}专项(?:执法)?(?:行动|整治|检查|执法|治理))"
    r"|(?:^|(?<=[，。；、：\n])|(?<=开展)|(?<=在))([\u4e00-\u9fff]{2,12}(?:执法|攻坚|整治|会战|百日)[\u4e00-\u9fff]{0,4}行动)(?=期间|中，)"
    r"|(?:(?<=开展)|(?<=实施)|(?<=通过))([“\"]?双随机(?:、一公开)?[”\"]?(?:抽查|(?:执法)?检查)|扫码检查)(?=(?:方式)?，)"
    r"|(?:以|采[取用])([“\"]?双随机(?:、一公开)?[”\"]?)(?:的?方式|形式)"
    r"|([“\"]?双随机(?:、一公开)?[”\"]?(?:部门内|跨部门|联合)?(?:监督)?抽查)(?=任务|计划|企业|市场主体|\d|共)"
)


# 双随机抽查1035户，占全部行政检查4213户次的24.57%: what they are a share of is of no operation
_OF_ALL = re.compile(r"占(?:全部|所有|总|年度)")


class Campaigns:
    """The operations that a text names, looked for where a figure asks; no name of one holds a full stop."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[int, list[re.Match[str]]] = {}

    def of(self, figure: Figure, indicator: str) -> str:
        """开展“利剑”专项行动，检查…: the operation that the words before a figure of enforcement tell of."""
        if not indicator.startswith("enforcement."):
            return ""
        told = self._between_stops(figure.sentence_start)
        last = bisect_right(told, figure.number.start, key=re.Match.end)
        before = told[last - 1] if last else None
        if before is None or before.start() < figure.sentence_start or _OF_ALL.search(figure.raw):
            return ""
        return before[before.lastindex or 0]

    def at_random(self, figure: Figure, indicator: str) -> bool:
        """Tell whether a figure counts what was inspected at random (“双随机”抽查264家)."""
        return "双随机" in self.of(figure, indicator)

    def _between_stops(self, at: int) -> list[re.Match[str]]:
        start, end = self._text.rfind("。", 0, at) + 1, self._text.find("。", at)
        if start not in self._found:
            until = end if end >= 0 else len(self._text)
            self._found[start] = list(_CAMPAIGN.finditer(self._text, start, until))
        return self._found[start]
