"""What words restrict a figure to: a class of cases, a field, a body that is sued or reviews.

Here belongs what the words beside a rule's own say of it. Whose figure it is is whose.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.expressions.needed import hint
from pipelines.extraction.scope.part_names import part_label
from pipelines.extraction.scope.whose import WHOLE_NAMES

_QUALIFIED = re.compile(
    r"(?P<label>[\u4e00-\u9fff()、]{2,16}?(?:类|型|级|领域|方面|系统|程序|行业|部门|层面))(?:的|案件|纠纷|行政|申请|共|中)*$"
)
# 未经复议直接起诉的一审案件394件
_WITHOUT = re.compile(r"(未经[^，。；\d]{2,10})的$")
_SEVERAL_FIELDS = re.compile(r"、.*[两三四五六七八九十]个(?:领域|部门|行业|系统|方面)$")  # of no one of them
_NO_KIND = re.compile(r"接收|收到|报送|转来|.*通过|.*本(?:部门|系统|单位)$")
_MAY_QUALIFY = hint(_QUALIFIED.pattern)
_ABOVE = re.compile(r"(国家级|省部?级|自治区级|全国|[省市县区]级以上)(?:的)?$")
_RESTRICTION = re.compile(
    r"涉企|涉疫|涉港澳台|(?:涉及?政府信息公开|依申请公开(?=引发|引起|产生|的行政))|涉农|涉外|涉军|涉访|涉税|涉民生|涉未成年人|涉农民工|涉(?![及案诉众嫌我本全])[\u4e00-\u9fff]{2,6}?(?=(?:一审|二审)?行政(?:复议|诉讼|应诉)?(?:申请|案件))|在线|网上|(?<![和、及与热])线上(?!线下|[和、及与])|远程|跨区域|新型领域"
)
_KINDS = any_of("disputes")
# 受理医疗纠纷287件，调解成功264件: one kind of disputes
_DISPUTES = re.compile(
    r"(?:受理|调解|调处|化解)(?:成功)?(?:各类)?"
    rf"((?:{_KINDS}|交通事故|征地拆迁)(?:类)?(?:矛盾)?纠纷)"
)
_DISPUTES_FIRST = re.compile(rf"((?:{_KINDS})(?:类)?(?:矛盾)?纠纷)(?=收案|受理|调解|调处)")
# 查处交通运输违法案件268件 in a government's report: one field of many
_FIELD = re.compile(
    rf"查[处办](?:各类)?((?:{any_of('fields')}|[和、及])+)(?:领域)?"
    r"(?=(?:违法|侵权|行政处罚)(?:违规)?(?:行为)?案件)"
)
_DISPUTES_NEXT = re.compile(r"[、和及]([\u4e00-\u9fff]{2,8}(?:纠纷|争议))")
# What a body's name holds, and what the disputes of its own field are called.
_OWN_DISPUTES = (("卫生", "医疗"), ("人力资源", "劳动"), ("住房", "物业"))
_OF_DISCLOSURE = re.compile(
    r"(?:[因由](?:依申请公开|政府信息公开|信息公开)|涉及?政府信息公开|依申请公开(?=引发|引起|产生)"
    r"|政府信息公开类?(?=行政(?:复议|诉讼|应诉)案件))[^。；]{0,40}(?:复议[^。；]{0,70}；(?:被|引发|发生)?(?:提起)?(?:行政诉讼|应诉)[^。；]{0,20})?$"
)
# 涉征地拆迁类复议案件46件，维持3件
_OF_FIELD = re.compile(
    r"(?:^|[，；])(涉(?!企|案|嫌|及)[\u4e00-\u9fff]{2,8}?(?:类|领域)?)的?(?:行政)?(?:复议|诉讼|应诉)案件\d[^。；]{0,20}$"
)
_REVIEWER = re.compile(
    r"^以([^，。；\d]{2,12}?)(?:作)?为(?:行政)?复议机关的?(?=收[到件案]|受理|新收|办结|审结|案件|申请)"
)
_RESPONDENT = re.compile(
    r"以([^，。；\d]{2,12}?)(?:作)?为(?:被告|被申请人)|([县市区州](?:人民)?政府)(?:当被告|被诉)"
    r"|^([县市区州](?:人民)?政府)(?:作)?为(?:被告|被申请人)"
    r"|(?:代理)?([县市区州](?:人民)?政府)(?:(?:参加)?(?:的)?(?:行政)?应诉(?=[案行]|$)|作为?被告)"
)


def qualifier(rest: str) -> str | None:
    """Return what the words left over restrict the figure to (…类, …领域); None for nothing."""
    above = _ABOVE.search(rest) if "级" in rest or "国" in rest else None
    if above:
        return above[1]
    without = _WITHOUT.search(rest) if "未经" in rest else None
    if without:
        return without[1]
    match = _QUALIFIED.search(rest) if _MAY_QUALIFY.search(rest) else None
    if (
        match is None
        or re.search(r"(?:与|同|会同|联合)[^，]*$", rest)
        or WHOLE_NAMES.search(match["label"])
        or _SEVERAL_FIELDS.search(match["label"])
        or _NO_KIND.match(match["label"])
        or re.search(
            r"^[县市区州]级层面$|[两三]级(?:政府|党委)?(?:及|和)?(?:其)?部门$|^[省市县区]级?、(?:[县区]、)?[县区乡镇街道]{1,3}级?(?:党委)?(?:政府)?(?:及|和)(?:其|所属)?部门$|[两三四五各多上下本]级$|等[县市区]级$|[省市县区]、[省市县区]级$|^[省市县区州](?:人民)?政府及其?(?:各|所属)?(?:工作)?部门$|以上|现场|^(?:至此|目前|调整后|现有|现行|全|自治|新增|梳理|公布|编制|保留|逐项|认领)*[区县市省乡镇]级$|^国家级$",
            match["label"],
        )
    ):
        return None
    return part_label(match["label"]) or None


def restriction(words: str) -> str | None:
    """Return the class of cases that the words restrict a figure to (涉企行政复议案件); None for all."""
    match = _RESTRICTION.search(words)
    return match.group() if match else None


def disputes(words: str, body: str | None = None) -> str | None:
    """Return the kind of disputes that the words restrict a figure to; None for all.

    ``body``: who reports; 医疗纠纷 are all that a health bureau's report tells of.
    """
    match = _DISPUTES.search(words) or _DISPUTES_FIRST.search(words)
    if match is None or any(
        match[1].startswith(own) and named in (body or "") for named, own in _OWN_DISPUTES
    ):
        return None
    return match[1]


def listed_disputes(words: str) -> str | None:
    """Return the kind of disputes that goes on a list (调解医疗纠纷412件、物业纠纷87件); None for none."""
    match = _DISPUTES_NEXT.fullmatch(words)
    return match and match[1]


def field(words: str) -> str | None:
    """Return the field of enforcement that the words restrict cases to (查处环境违法案件); None for all."""
    match = _FIELD.search(words)
    return match[1] if match else None


def of_field(before: str) -> str | None:
    """Return the field of suits that the words before a figure name: 涉征地拆迁类复议案件46件，维持3件."""
    told = _OF_FIELD.search(before) if "涉" in before else None
    return told and told[1]


def of_disclosure(words: str) -> str | None:
    """Return the class of cases that the words before a figure name: 因政府信息公开被申请复议7件、被诉5件."""
    match = _OF_DISCLOSURE.search(words)
    return match and ("依申请公开" if "依申请公开" in match.group() else "政府信息公开")


def reviewer(words: str) -> str | None:
    """Return the body that reviews the cases told of (以市政府为复议机关的)."""
    match = _REVIEWER.search(words)
    return match[1] if match else None


def respondent(words: str) -> str | None:
    """Return the body that cases are brought against (以市政府为被告的); None where none is named."""
    match = _RESPONDENT.search(words)
    return next(filter(None, match.groups())) if match else None
