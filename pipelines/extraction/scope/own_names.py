"""Names that restrict nothing, because they are the reporting body's own: 县本级, 住建领域, 全省法院.

Here belongs what of a label is the reporter itself. What the words beside a figure name is labels.py.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.scope import whose

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_OWN_LEVEL = re.compile(r"(?:公布|梳理|调整后|现有)?[县区市旗](?:政府)?本?级")
_LEVELS_BELOW = re.compile("[市县][、和]?[市县区]?两?级")  # 省级网办率79.4%，市县两级56.8%
_LEVEL = re.compile(r"[省市州县区]级")
_ALL_LEVELS = re.compile(r"[省市州县区旗乡镇村、街道社]{3,14}[三四五]级")  # 县、乡、村三级共有12名
_FINED = ("enforcement.fines", "行政处罚")  # 其中行政处罚罚没金额7.86亿元
_HANDED_DOWN = frozenset({"service.cancelled_matters"})
_BY_DEPARTMENTS = "disclosure.proposals"
_DEPARTMENTS = re.compile("(?:[省市县区州][级直]|各)?(?:有关|相关|各)?部门")
_COURTS_OF_PLACE = re.compile("[市县区州](?:两级)?法院系统")
_LOWER = re.compile(r"[乡镇村]|社区|街道")
_SQUAD = re.compile(r"[市县区]?([\u4e00-\u9fff]{2,8}?)(?:综合)?(?:行政)?(?:执法|监察|稽查)[大支]队$")
_FIELD = re.compile(r"(?:全[市县区])?([\u4e00-\u9fff]{2,6})(?:领域|系统)$")
_SYSTEM = re.compile(r"(?:全[省市县区州]|各级)?([\u4e00-\u9fff]{2,}?)(?:部门|系统)")
_PROVINCES = ("吉林", "海南", "河南")  # whose names cities and counties have too
_TOWNS = ("镇政府", "乡政府", "街道办事处", "街道")
_COURTS = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:全[省市区]|[两三]级)?法院(?:系统)?")


class OwnNames:
    """Knows the names of the body that reports in a walk."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter

    def is_own(self, name: str) -> bool:
        """Tell whether the name of a body is that of the reporting one, or of its place."""
        return name == self._reporter.region or bool(whose.WHOLE_NAMES.search(name))

    def is_whole(self, index: int, label: str | None, indicator: str) -> bool:
        """Tell whether a label names the reporting body itself.

        县本级收到42件: in a county's report its own figure, unless one of all bodies stands before.
        """
        own = (self._own_field, self._own_courts, self._own_system, self._own_town)
        if label and (self._own_squad(label, indicator) or any(told(label) for told in own)):
            return True
        if label and (_ALL_LEVELS.fullmatch(label) or (indicator, label) == _FINED):
            return True
        if label and indicator.startswith("litigation.") and _COURTS_OF_PLACE.fullmatch(label):
            return True  # 市法院系统新收一审行政案件347件
        if label and label.endswith("司法所") and self._reporter.of_town:
            return True  # 镇司法所管理社区矫正人员24人, in the town's report
        if label and indicator in _HANDED_DOWN and _LEVEL.fullmatch(label):
            return True  # 承接州级下放事项34项
        if label and indicator == _BY_DEPARTMENTS and _DEPARTMENTS.fullmatch(label):
            return True  # 县级部门承办人大代表建议243件、政协提案418件，共661件
        if not label or not (label == "省级" or _OWN_LEVEL.fullmatch(label)):
            return False
        region = self._reporter.region or ""
        if label == "省级" and region.endswith("省"):
            return not _LEVELS_BELOW.search(self._walk.figures[index].sentence)
        if not self._reporter.lowest and not (region.endswith(("县", "区", "旗")) and label[0] == region[-1]):
            return False
        listed = not label.endswith("本级") and _LOWER.search(self._walk.figures[index].sentence)
        return not listed and (not self._walk.stated(indicator) or self._told_so(index, indicator))

    def _told_so(self, index: int, indicator: str) -> bool:
        """县本级新收173件，新收数较上年的131件增加42件: whether its sentence has told it as the whole."""
        walk = self._walk
        before = range(index - 1, -1, -1)
        here = walk.figures[index].sentence_start
        told = (
            walk.drafts[at] for at in takewhile(lambda at: walk.figures[at].sentence_start == here, before)
        )
        same = next((drafts[0] for drafts in told if drafts and drafts[0].indicator == indicator), None)
        return same is not None and same.breakdown is None

    def _own_field(self, label: str) -> bool:
        """住建领域 in the report of 住房和城乡建设局: what a bureau is for restricts nothing."""
        field, signs = _FIELD.match(label), iter(self._reporter.body or "")
        return field is not None and all(sign in signs for sign in field[1])

    def _own_courts(self, label: str) -> bool:
        """吉林法院 in the news of 吉林省's high court: all courts of its place."""
        courts, region = _COURTS.fullmatch(label), self._reporter.region or ""
        own = (self._reporter.body or "").endswith("法院")
        if not own or courts is None or (courts[1] in _PROVINCES and not region.endswith("省")):
            return False  # 吉林法院 is the province's
        return region.startswith(courts[1])

    def _own_system(self, label: str) -> bool:
        """自贡市场监管部门 in the news of 自贡市's bureau: all offices of its field."""
        region = self._reporter.region or ""
        told = _SYSTEM.fullmatch(label)
        field = told[1].removeprefix(region).removeprefix(region[:-1]) if told else ""
        return bool(field) and whose.in_order(field, self._reporter.body)

    def _own_town(self, label: str) -> bool:
        """以镇政府为被告 in a town's report."""
        body = (self._reporter.body or "").replace("人民政府", "政府")
        return label in _TOWNS and body.removesuffix("办事处").endswith(label.removesuffix("办事处"))

    def _own_squad(self, label: str, indicator: str) -> bool:
        """县劳动保障监察大队检查468户: a bureau of 社会保障 has its inspections done by it."""
        squad = _SQUAD.match(label)
        done = indicator.startswith("enforcement.") and not indicator.startswith("enforcement.officers")
        if squad is None or not done:
            return False
        field, body = squad[1], self._reporter.body or ""
        return any(field[at : at + 2] in body for at in range(len(field) - 1))
