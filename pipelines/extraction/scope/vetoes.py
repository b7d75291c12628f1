"""Why a figure states nothing of the reporting body: another body's, a benchmark, a mean, one case.

Here belongs putting the reasons together. What names of bodies decide is whose.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.scope import part_names, whose
from pipelines.model import Status

PASSED = re.compile(r"(?:首次|再次|一举)(?:突破|超过|跃上|迈上)$")
_CASE_AHEAD = 12  # characters behind a figure in which one case may be told
_AFTER = 16  # characters behind a figure that may set it against another body's
_ALL_CASES = re.compile("(?:受理|审理|新收|收案|受案|审结)[^，。；]{0,6}各[类种](?:诉讼)?案件")
# 13个县(市、区)内一审行政诉讼案件的分布: where things are is no count of them
_PLACES = re.compile(
    r"(?:县|区|市|乡镇|镇街|街道|社区|村)(?:\([^()\d]{1,8}\))?(?:范围)?内"
    # 对10个县(市、区)和36个市直部门报备的规范性文件进行备案审查: whose papers they are
    r"|(?:县|区|乡镇|街道|[省市县区州]直部门|部门|单位)(?:\([^()\d]{1,8}\))?(?:[、和及]\d+[个家][\u4e00-\u9fff]{2,8})?(?:报送|报备|上报)的"
)
# 4名律师(1名专职律师、3名公职律师)被评为先进: whom an honour is for, not how many there are
_HONOURED = re.compile(r"[^，。；]{0,24}(?:被评(?:选)?为|获评|荣获|被授予)")
_MEAN = re.compile(
    r"(?:\)|[村社区站所位个])各(?:有|配备?|聘请?|派驻?)$|(?:人均|[日月年户]均|平均每)[^，。；\d]{0,6}(?:由(?:20\d\d年)?的?(?:不足|近)?)?$|平均(?:仅|只|不足|约)?有?$|平均[^，。；\d]{1,8}(?:仅|只|不足)有?$"
)


class Vetoes:
    """Finds them for the figures of one text."""

    def __init__(self, text: str, reporter: Reporter) -> None:
        self._text = text
        self._of_court = (reporter.body or "").endswith("法院")
        superior, self._provincial = reporter.superior, reporter.provincial
        self._above = re.compile(rf"{superior}(?!统一|[\u4e00-\u9fff]{{2,4}}日)|全州") if superior else None

    def of(self, figure: Figure) -> str | None:
        """Return why a figure states nothing of the reporting body whatever its words: None where it may."""
        before = self._text[max(figure.clause_start, figure.number.start - 40) : figure.number.start]
        behind = self._text[figure.number.end : figure.number.end + _AFTER]
        court = whose.another_court(self._text[figure.sentence_start : figure.number.start])
        reason = court or whose.foreign(before, behind, provincial=self._provincial)
        if reason == "benchmark" and figure.status is Status.TARGET:
            reason = None  # 年初提出的…、应诉率不低于98%的目标均已实现
        if reason:
            return reason
        if whose.condition(before, behind):
            return "benchmark"
        if self._above and self._above.search(before):
            return "other_body"
        if figure.number.unit_class == "person" and _HONOURED.match(self._text, figure.number.end):
            return "no_rule"
        if figure.number.unit == "个" and _PLACES.match(self._text, figure.number.end):
            return "no_rule"
        if self._is_mark(figure, before):
            return "benchmark"
        if self._of_court and _ALL_CASES.search(figure.sentence) and "行政" not in figure.sentence:
            return "composite"  # 受理各类案件9874件，审执结9602件
        if figure.role == "level" and part_names.sums_up(figure.left):
            return "composite"
        ahead = 0 if figure.role == "change" else _CASE_AHEAD  # a change is of the level before it
        upto = figure.number.end - figure.sentence_start + ahead
        return "single_case" if whose.single_case(figure.sentence[:upto]) else None

    def _is_mark(self, figure: Figure, before: str) -> bool:
        """罚款超万元的案件6件; ，首次突破700件; 人均办案9件: whether it is a bound, a mark or a mean."""
        if self._text[figure.number.start] in "万亿" or PASSED.fullmatch(figure.raw.strip("，")):
            return True
        mean = ("均" in before or "各" in before) and figure.number.unit_class not in ("hours", "percent")
        return mean and _MEAN.search(before) is not None
