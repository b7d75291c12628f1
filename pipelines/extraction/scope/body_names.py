"""The names of bodies below the reporting one, as they open words: 市环保局, 湘潭县, 12个县市区.

Here belongs what such a name looks like and what may stand before it. Which figures a name reaches is
bodies.py, what kinds of things are parts is lists/parts.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.scope import restrictions, whose

# 甲县检查387家: a county in the report of the city above it.
_PLACE = re.compile(
    r"(?!个别|部分|少数|配合|协助)((?:(?![全我本各该两三四在到进对承省向由垦辖片与])[\u4e00-\u9fff]){1,4}?(?:[县市区旗]|[\u4e00-\u9fff]{0,3}自治[州县旗])|[市州县区地]本级|市局本级|市级|县级(?!以上)|[市州]直(?:机关|单位)"
    r"|县[级区]?(?:人民)?政府(?=负责人)|[市州县]级(?:行政)?复议机[关构])(?:合计)?"
    r"(?=(?:全年|累计|年内)?(?:行政机关)?(?:负责人)?共?(?:合法性审[查核]|败诉|胜诉|被诉|发案|执法检查|检查|处罚|立案|罚款|罚没|作出|受理|新收|收(?=\d)|收案|收件|受案|收到|办理|审结|查处|立案|开展|实施|调解|废止|抽查|评查|清理|年度|计划|应诉|聘请|办结|承办|取消|下放|压减|公布|评查|化解|调处|排查|移送|接待|解答|举办|出庭(?:应诉率)?|制发|印发|出台|报备|(?:纠错|败诉|审结|办结|结案|调解成功|出庭应诉|满意)率)"
    r"|共?\d(?!23[14]5)|[由从]\d|体量|数量)"
)
_DEPARTMENT = re.compile(
    rf"(?:{any_of('departments')})(?:执法|监管)?(?:部门|系统)"
    r"(?=在[^，。；、\d]{2,12}中(?:出动|检查|查处|立案)|(?:行政)?处罚(?:案件)?(?:\d|$)|案件(?:当)?中，|共|全年|累计|监督检查|核发|抽检|劝导|制止|办理|受理|作出|查处|立案|实施|开展|办结|检查|出动|抽查|排查)"
)
BODY = re.compile(
    r"(?![全我本各该两三四])[\u4e00-\u9fff]{1,7}(?:[县市区旗镇乡局](?<!复议局)|街道|分局|支队|大队|中队|(?<=所)联合调解室|诉调对接中心|(?<!基层)(?<!个)(?:司法|派出)所)"
    r"|公安机关|(?![全我本各该两三四])[\u4e00-\u9fff()]{1,9}调委会|[市县区州]本级|(?![全我本各该两三四]|行政执法)[\u4e00-\u9fff]{2,6}(?<!职能)(?<!主管)(?<!有关)(?<!相关)(?<!本)(?<!各)部门"
)
NAMED = re.compile(rf"(?:唯独|只有|其中|而|另)?({BODY.pattern})")
_COUNTED_BODY = re.compile(
    rf"({BODY.pattern}|[市县区州]政府本级|县级政府|乡镇\(街道\))(?:\d[\d,.]*[件起宗次]|(?<=局)(?:检查|巡查|排查|立案|罚没|行政(?:处罚|许可|强制|检查)(?:案件)?$))"
)
# 各乡镇共有司法所16个: what every town has is the whole. What lower bodies file is filed with the body,
# and the catalogue of 市本级 is the government's own.
OF_ALL = frozenset(
    f"organisation.{code}" for code in ("judicial_offices", "judicial_office_staff", "star_judicial_offices")
) | {"normative.filed", "normative.spot_check_opinions", "decision.catalogue_matters"}
# 山高路远的岭头县办理207件
_FAR_OFF = re.compile(r"^[\u4e00-\u9fff]{2,10}的(?=[\u4e00-\u9fff]{1,4}[县市区旗])")
_AMONG = re.compile(r"^(?:--)?(?:其中[，：]?)?(?:全[县市区州](?=[\u4e00-\u9fff]{2,4}部门))?")
# 其中市本级收到318件，12个县市区收到1302件: those below are a part, told by their number.
_BELOW = re.compile(
    r"(?:(?:\d{1,2}|[两三四五六七八九十]{1,3})个|(?=县\())(县[(、]?[市区、]{1,3}[)]?区?|乡镇(?:\(街道\))?|镇街)"
    r"(?=(?:综合)?(?:行政)?执法人员|共?(?:收到|受理|新收|办理|审结|作出|实施|调解))"
)
# 部门、镇(街道)审结241件: all below the government together
_DEPARTMENTS_AND_TOWNS = re.compile(
    r"((?:[市县区]政府)?(?:所属)?部门[、和及](?:乡镇|镇街|镇|街道)(?:[(、](?:街道|乡|镇)[)]?)?)"
    r"(?=(?:共|全年)?(?:应诉|受理|办理|审结|办结|败诉|作出|实施|被诉|发生|新收))"
)


def is_body(name: str) -> bool:
    """Tell whether a part's name is that of a body: 甲县, 市本级, 城关镇."""
    return bool(BODY.fullmatch(name))


def named(opening: str, reporter: Reporter) -> str | None:
    """The county below a reporting city, department told for short or reviewer that words begin with."""
    department = _DEPARTMENT.match(opening)
    if department:
        own = whose.short_for(department[0], reporter.body)
        return None if own else department[0]
    below = _DEPARTMENTS_AND_TOWNS.match(opening)
    told = below[1] if below else restrictions.reviewer(opening)
    if told:
        return told
    place = None if reporter.lowest else _PLACE.match(opening)
    return place[1] if place and place[1] != reporter.region else None


def counted(opening: str) -> str | None:
    """Those below by their number, or a body right before its count: 12个县市区收到…, 乙局143件."""
    below = _BELOW.match(opening) or _COUNTED_BODY.match(opening)
    return below[1] if below else None


def first_words(words: str) -> str:
    """Return words without what only leads to a body's name: 其中, 全市, 山高路远的."""
    return _FAR_OFF.sub("", _AMONG.sub("", words))
