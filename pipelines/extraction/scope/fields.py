"""Fields of enforcement that stand for parts: 烟花爆竹行业检查…, 在交通领域…, operations, headings.

Here belongs what such words look like. Whose figure it is then is bodies.py.
"""

from __future__ import annotations

import re

# 其中：烟花爆竹行业检查企业42家次: the industries of what one bureau has done.
_INDUSTRY = re.compile(
    r"((?!各|重点|相关|有关|全|在)[\u4e00-\u9fff]{2,7}?)(?:行业|企业)(?=检查|立案|查处|处罚)"
    r"|((?!各|重点|相关|有关|全|在)[\u4e00-\u9fff]{2,11}?领域)"  # 运政领域出动…
    r"(?=共?(?:出动|检查|立案|查处|查办|办结|处罚|罚款|罚没|实施|作出))"
)
_FIELD = re.compile(
    r"在((?!加|聚焦|围绕|突出|重点|行政许可|行政处罚|行政执法)[\u4e00-\u9fff]{2,8}领域)(?![、和及])"
)
_FIELD_OF_ENFORCEMENT = re.compile(
    r"((?!(?:检查|处罚|许可|强制|执法|征收|监管)方面)(?!.{0,8}(?:查处|打击|案件|办案|资格|办法|机制|行政|执法|法治|依法|复议|诉讼|审批|审查|衔接|服务|制度|队伍|规范|证件|培训|人员|许可|处罚|强制|案卷|投诉|宣传|数据))[\u4e00-\u9fff]{2,12}?)"
    r"(?:安全)?(?:监管|保护)?(?:方面|领域)[，：]"
)
# 在食品安全监管上，检查…: what one field of oversight is told of
_OVERSIGHT = re.compile(
    r"在对?((?!.{0,8}(?:行政|执法|法治|重点|日常|综合))[\u4e00-\u9fff]{2,8}?)的?(?:监管|监督|保护|规范|整治)(?:上|方面|中)，"
)
# 为期百天的“清源”专项行动中，出动…，检查…: what was done in an operation is a part to the sentence's end.
_OPERATION = re.compile(
    r"(?:在|为期[^，。；“\"\n]{1,8}的)?[“\"](?!十[一二三四五]五)([^，。；”\"\n]{2,20})[”\"](?:系列|专项|集中|整治)*(?:行动|整治|检查)?(?:期间|中)，"
    r"|(?:深入|扎实|持续)?(?:开展|实施|推进)[“\"]([^，。；”\"\n]{2,20})[”\"](?:系列|专项|集中|整治)*(?:行动|整治|检查)?，(?:行动)?期间"
)
# 燃气压力管道“百日攻坚”，出动…，检查…: so with one that is named after its field
_CALLED = re.compile(
    r"([^，。；：“\"\d\n]{2,16}[“\"][^，。；”\"\d\n]{2,12}(?:攻坚|行动|整治)[”\"])(?:专项|集中)?(?:行动|整治)?(?:期间|中)?，"
    r"(?=共?(?:出动|检查|查处|立案))"
    r"|(?:从[^，。；]{2,16}的)?((?!各|在|重点|相关|本次|此次)[\u4e00-\u9fff]{2,12}?(?:整治|督查|检查|专项行动|执法行动|专项执法))(?:行动|工作)?(?:期间|中)，"
    r"(?=共?(?:出动|检查|查处|立案))"
    r"|([\u4e00-\u9fff]{2,8}(?:[“\"][^，。；”\"\d\n]{2,12}[”\"]专项(?:行动|整治|执法)?|[“\"][^，。；”\"\d\n]{2,12}(?:行动|攻坚|整治)[”\"]))(?=共?(?:出动|排查|检查|查处))"
    r"|[“\"]([^，。；”\"\d\n]{2,12})[”\"](?:专项|集中)(?:行动|整治|执法)(?=共?(?:出动|排查|检查|查处))"
    # 渣土专项整治出动4320人次: nothing parts the name from what was done
    r"|((?!各|在|重点|开展|深入|持续|组织|推进|加强|强化|进行|实施)[\u4e00-\u9fff]{2,6}(?:专项整治|整治))(?=共?(?:出动|排查|检查|查处))"
)
_POINT = r"[#* ]*(?:--|[一二三四五六七八九十]{1,2}[、是]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、．])\s*"
_FIELD_HEADS = re.compile(
    rf"{_POINT}(?:加强|强化)?((?!.{{0,4}}(?:重点|民生|关键|各|相关|有关|行政|执法|法治))[\u4e00-\u9fff]{{2,8}})"
    r"领域(?:执法|监管)?[。：，]?"
)
# 二、重点领域专项执法: a heading under which every point names a field.
_OVER_FIELDS = re.compile(
    r"重点(?:领域|行业|工作)?专?项?(?:执法|整治)|执法重点(?:领域|行业)|(?:分|各)(?:领域|行业)|维护[\u4e00-\u9fff]{2,6}秩序|专项(?:执法|整治)(?:行动|工作|情况)*$"
)
# “12·4”宪法宣传周期间，开展活动56场: what a campaign brought is a part of the year's
_CAMPAIGN = re.compile(
    r"(?:其中[，：]?|在)?(?:“[^”]{1,8}”)?(?:全国)?“?([\u4e00-\u9fff]{2,8}(?:宣传[周月日]|活动[周月]|主题日))”?(?:活动)?期间"
)
_NO_FIELD = (
    "机制|制度|能力|宣传|培训|队伍|监督|责任|协作|联动|普法|案卷|行政|法治|服务|投诉"
    "|实行|推行|常态|衔接|日常|查办|办案|有序|有力|有效|从严|严格|高效|到位"
)
_UNDER_FIELDS = re.compile(
    rf"{_POINT}((?!.{{0,10}}(?:{_NO_FIELD}))[\u4e00-\u9fff、“”]{{2,14}}?)"
    r"(?:领域|行业)?(?:专项)?(?:治理|整治|执法|监管|管理)?[。：，]?"
)


def industry(opening: str) -> str | None:
    """Return the industry or field whose bodies were inspected, where words open with it."""
    told = _INDUSTRY.match(opening)
    return (told[1] or told[2]) if told else None


def opened(opening: str, *, enforced: bool) -> str | None:
    """Return the field that opens a sentence; ``enforced``: its figure is one of enforcement."""
    told = _FIELD.match(opening)
    if told is None and enforced:
        told = _OVERSIGHT.match(opening) or _FIELD_OF_ENFORCEMENT.match(opening)
    return told[1] if told else None


def operation(text: str, start: int, end: int) -> str | None:
    """Return the operation that opens a sentence, within ``[start, end)``."""
    told = _OPERATION.match(text, start) or _CALLED.match(text, start)
    return told[told.lastindex or 0] if told and told.end() <= end else None


def campaign(text: str, start: int, end: int) -> str | None:
    """Return the campaign of publicity that words within ``[start, end)`` open with."""
    told = _CAMPAIGN.match(text, start, end)
    return told[1] if told else None


def headed(heading: str, over: str) -> str | None:
    """Return the field of enforcement that a heading under ``over`` names (2.生态环境领域。)."""
    told = _FIELD_HEADS.fullmatch(heading)
    if told is None and _OVER_FIELDS.search(over):
        told = _UNDER_FIELDS.fullmatch(heading)
    return told[1] if told else None
