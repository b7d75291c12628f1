"""The reporting body as the reading passes need it: what its words mean and which figures can be its own.

Here belongs what follows from who reports. Who it is: authors.py and place.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.extraction.facts.place import Place
from pipelines.extraction.facts.report import Facts
from pipelines.model import ReportKind

# Who decides reconsiderations: the government and the bureau that does it for the government.
_REVIEWING = ("government", "司法局", "司法厅", "法制办", "法制办公室", "行政复议局")
_BUREAUS = ("局", "厅", "大队", "支队", "总队", "管理委员会", "健康委员会")


# In no list of divisions, yet its own words tell its level.
_INVENTED_COUNTY = re.compile(r"[县区旗][(（]示例")
_TITLED = re.compile(
    r"(?:关于)?(?:(?:19|20)\d\d年度?)?([\u4e00-\u9fff]{1,6}?(?:自治[县旗州]|[县旗市州]|(?<![地治])区))"
    r"(?=[(（]示例|人民政府|政府|(?:19|20)\d\d|法治|行政|依法|司法)"
)
# 柳泉镇2024年工作小结: 全县 is the county above it.
_TOWN = re.compile(
    r"(?:关于)?(?:(?:19|20)\d\d年度?)?[\u4e00-\u9fff]{1,12}?(?:(?<!乡)镇|乡(?!镇)|街道)"
    r"(?=(?:19|20)\d\d|人民政府|办事处|党[委工]|综合|法治|关于|政府)"
)
_OVER_TOWN = "全[县区市]"
# Of a city, whatever its size: 国资委 is a 管理委员会 too, and no zone.
_ZONE = re.compile("(?:新区|新城|园区?|开发区|高新区|经开区|示范区)管理委员会|管委会")
_OF_PROVINCE = re.compile(
    r"(?:(?:19|20)\d\d年度?)?(?:全省|[\u4e00-\u9fff]{2,3}省(?![\u4e00-\u9fff]{1,6}[市县区州])|[\u4e00-\u9fff]{2,6}自治区"
    r"|[\u4e00-\u9fff]{2,4}高(?:院|级人民法院))"
)
# Of a place that no list knows: what it calls its own.
_ALL_OF_PROVINCE = re.compile("全省(?!统一|平均)")
_ALL_OF_OTHER = re.compile("[全我本][市县区州]")
_OFTEN = 2
_DEPARTMENT = re.compile("(?<!大)(?<!办公)厅$")  # 司法厅: cities and counties have none
_OFFICES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("信访",), ("petition",)),
    (("政务服务", "行政审批", "数据"), ("service",)),
    (("法院", "检察院", "办公室", "委员会", "镇人民政府", "乡人民政府", "街道"), ()),
)


@dataclass(frozen=True, slots=True)
class Reporter:
    """``superior``: what the text calls the region above. ``lowest``: no counties stand below its region.

    ``region``: its name. ``reviews``: it decides reconsiderations. ``mediates``: people's mediation is its
    business. ``provincial``: it reports for a province, so that 全省 is its own.
    """

    superior: str | None = None
    body: str | None = None
    reviews: bool = True
    mediates: bool = True
    lowest: bool = False
    region: str | None = None
    provincial: bool = False

    @property
    def of_town(self) -> bool:
        """Whether a town or subdistrict reports."""
        return self.superior == _OVER_TOWN


def reporter_of(facts: Facts, place: Place, text: str = "") -> Reporter:
    """Return what the facts and the place of a document, and its words for all of it, say of who reports."""
    invented = _INVENTED_COUNTY.search(facts.title or "")
    level = "county" if place.level is None and invented else place.level
    only_of_province = level is None and _DEPARTMENT.search(facts.body or "") is not None
    titled = None if place.name else _TITLED.match(facts.title or "")  # a place that is in no list
    return Reporter(
        superior=_superior(place, level, facts.title or ""),
        body=facts.body,
        reviews=_reviews(facts),
        mediates=_mediates(facts),
        lowest=level == "county",
        region=titled[1] if titled else place.name,
        provincial=level == "province"
        or only_of_province
        or (level is None and _speaks_of_province(text))
        or _OF_PROVINCE.match(facts.title or "") is not None,
    )


def _speaks_of_province(text: str) -> bool:
    """全省…，全省…: a text that never says 全市 or 全县 is its province's."""
    return len(_ALL_OF_PROVINCE.findall(text)) >= _OFTEN and not _ALL_OF_OTHER.search(text)


def _superior(place: Place, level: str | None, title: str) -> str | None:
    """全市 in a county's or a zone's report is the city above, in a county-level city's itself."""
    if _TOWN.match(title):
        return _OVER_TOWN
    below = _ZONE.search(title) or (level == "county" and not (place.name or "").endswith("市"))
    return "全市" if below else None


def _reviews(facts: Facts) -> bool:
    """Tell whether decisions on reconsiderations can be the body's own: not in a bureau's report."""
    own = facts.kind in (ReportKind.ANNUAL_REPORT, ReportKind.WORK_SUMMARY, ReportKind.PLAN)
    return _decides(facts.body) or not own


def _decides(body: str | None) -> bool:
    return body is None or body.endswith(_REVIEWING)  # 省司法厅 of another's visitors has its place with it


def _mediates(facts: Facts) -> bool:
    """Tell whether people's mediation can be the body's own: not in the report of another field's bureau."""
    return _decides(facts.body) or not (facts.body or "").endswith(_BUREAUS)


def usual_topics(body: str | None) -> tuple[str, ...]:
    """Return what the figures of a body are about where no word says so."""
    if _decides(body):
        return ()
    for words, topics in _OFFICES:
        if any(word in (body or "") for word in words):
            return topics
    return ("enforcement", "acts", "supervision")
