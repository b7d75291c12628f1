"""Names told by rank, each with its figure: 收案较多的是甲市(118件)、乙市(97件); 居前的为甲11件、乙9件.

Here belongs which names and figures such a rank has. Runs paired by 分别 are pairs/by_order.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.lists.names import GOES_ON
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope import part_names
from pipelines.extraction.text.clauses import clean

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_RANKED = re.compile(
    r"(?P<noun>.{2,40}?(?:较多|(?:相对|较为|比较)集中|最多|较少|最少|居前|靠前|前[一二三四五]位?名?)的?[^，。；：]{0,12}，?(?:是|为|有)：?)"
)
_RANKS = re.compile(
    r"(?:数量)?(?:较多|(?:相对|较为|比较)集中|最多|较少|最少|居前|靠前|前[一二三四五]位?名?).*$"
)
_RANKED_AS = re.compile(r"^(?:较|最)[多少]的?(?:是|为|有)")
_NAME_BEFORE_BRACKET = re.compile(r"(?:是|为|有|、|，|；|：|和)([\u4e00-\u9fff]{2,12}?)$")
_RANK_TOLD = re.compile(
    r"(?P<noun>[^，。；：、]{2,20}?)(?:居前|[位排名]*前列|位居前列|较多|最多|靠前)的[^，。；：、]{0,4}?(?:是|为|有)(?P<name>[\u4e00-\u9fff]{2,10})"
)
# 一审收案数居前五位的领域是：自然资源（土地、林业）358件，公安198件: names with their figures behind them
_RANKS_LISTED = re.compile(
    r"(?:^|[。；，])(?P<noun>[^，。；：、\d]{2,20}?)(?:数量?)?(?:排名?|位居|位列|居|列)?(?:前[一二三四五六七八九十]位?|居前|较多|最多|靠前)的?"
    r"[^，。；：、\d]{0,8}(?:(?:是|为|有)?：|依次[是为])(?P<name>[^，。；：\d]{2,20})$"
)


class Ranks:
    """Reads the ranks of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._ranking: tuple[int, Candidate | None] = (-1, None)

    def read(self, index: int, figure: Figure) -> list[Draft]:
        """Return the part that a figure in a rank states; nothing outside one."""
        if self._walk.text.startswith("(", figure.number.start - 1):
            return self._in_brackets(index, figure)
        return self._behind(index, figure) if figure.bracket is None else []

    def _in_brackets(self, index: int, figure: Figure) -> list[Draft]:
        """收案较多的是甲市(118件)、乙市(97件): names with their figures in brackets, under one noun."""
        before = self._walk.text[figure.sentence_start : figure.number.start - 1]
        listed = _RANKED.match(before.rpartition("；")[2]) or _RANKED.match(before)
        name = _NAME_BEFORE_BRACKET.search(before)
        if not listed or not name or not self._walk.text.startswith(")", figure.number.end):
            return []
        found = self._walk.match(figure, clean(_RANKS.sub("", listed["noun"])), "")
        label = part_names.part_label(_RANKED_AS.sub("", name[1]))
        return [self._walk.draft(index, found.indicator, figure.measure, label, found)] if found else []

    def _behind(self, index: int, figure: Figure) -> list[Draft]:
        """败诉案件居前的为自然资源11件、公安9件: names with their figures behind them, under one noun."""
        before = self._walk.text[figure.sentence_start : figure.number.start]
        told = _RANK_TOLD.fullmatch(figure.left) or (
            ("：" in before or "依次" in before) and _RANKS_LISTED.search(before)
        )
        if told:
            found = self._walk.match(figure, told["noun"], "")
            self._ranking = (index, found) if found else (-1, None)
        first, found = self._ranking
        behind = (
            self._walk.text[self._walk.figures[first].end : figure.number.start][:1] if first >= 0 else ""
        )
        goes_on = index - 1 == first and behind in (*GOES_ON, "，") and figure.left
        if found is None or not (told or goes_on):
            return []
        self._ranking = index, found
        name = told["name"] if told else figure.left
        return [self._walk.draft(index, found.indicator, figure.measure, name, found)]
