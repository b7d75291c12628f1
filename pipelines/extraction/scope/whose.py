"""Whose figure it is: the reporting body's, a body below it, another body's, or a single case's.

Here belongs what names of bodies decide. What a figure is restricted to is restrictions.py, how a part is
called part_names.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.expressions.needed import hint

# Expressions that are tried on every figure: each branch begins with a letter, which ``re`` finds quickly.
_OTHER_BODY = re.compile(
    r"全国(?!统一|[和、]省|12(?:3(?:15|45|48|28|68|69))(?!\d)|[\u4e00-\u9fff]{2,4}[日周月](?![均平])|文明|人大|示范|民主|首)|省厅|(?<!校园)(?<!学校)(?<!医院)周边|邻近|相邻(?!类|关系|权|纠纷)|兄弟[市县区]|(?<!毗)邻[市县区]|平均(?:水平|数|值)|中级人民法院(?:受理|审结|共)|省控线|省定|全疆(?!统一)|全村(?=调解|矛盾|纠纷)|全区平均|外省|外地"
)
_BENCHMARK = re.compile(
    r"(?:高于|低于|高出|低出|超出|超过|优于|好于|领先|比)[^，。；]{0,14}(?:平均|水平|目标|要求|省|市里|国家|标准|控线)[^，。；]{0,8}$"
    r"|、[^，。；、\d]{1,8}(?:法院|[县区])[^，。；\d]{0,16}(?:超过|突破|均超|都在)$"
    r"|[两三四五六七八九十][家个](?:[\u4e00-\u9fff]{0,2}法院|单位|部门|县|区|乡镇)[^，。；\d]{0,20}(?:超过|突破|均超|[均都]在)$"
)
# 对纠错率超过20%的单位逐一约谈: whom a measure is for
_CONDITION = re.compile(r"(?:低于|高于|超过|不足|不到|未达到?|达不到|少于|多于)$")
_CONDITION_OF = re.compile(
    r"(?:以[上下])?的(?:承办|被考核)?(?:单位|部门|机关|地区|地方|乡镇|镇街|街道|县|区|市|企业|个人|人员)"
)
_FEW = re.compile(
    r"(?:部分|个别|有的|少数|一些)[^，。；\d]{0,16}(?:仅|只)[^，。；\d]{0,4}$|其中一[个家](?:街道|乡镇|镇|乡|单位|部门|企业|所)[^，。；]{0,24}$|[，。；]一家[\u4e00-\u9fff]{2,6}企业[^，。；\d]{0,16}$"
    r"|其中\d+[个家](?:所|乡镇|村|单位)(?:仅|只)有$|(?:单笔|最高一笔)[^，。；\d]{0,8}$|(?:个别|部分)(?:[县区市州]|乡镇|单位|部门|地方)[^，。；]{0,16}$"
)
# 申请最少的甲县只有17件 is told for all to see, 甲县仅17件 is not
_ONE_OF_MANY = re.compile(r"[\u4e00-\u9fff]{1,3}[县区镇乡](?:仅|只)[^，。；\d]{0,4}$")
# 市中级人民法院受理820件，审结760件: to the end of the sentence
_COURT_OPENS = re.compile(r"[市州]中级人民法院(?:受理|审结|共)[^；]*$")
_PROVINCE = re.compile(r"全省(?!统一|通办|[^，。；\d]{0,12}(?:竞赛|比武|大赛|练兵)[^，。；\d]{0,6}参赛)")
_MAY_BE_FOREIGN = hint(
    _BENCHMARK.pattern, _FEW.pattern, _ONE_OF_MANY.pattern, _OTHER_BODY.pattern, _PROVINCE.pattern
)
_BENCHMARK_RIGHT = re.compile(
    r"，?(?:明显|远远?|略|稍)?(?:高于|低于|高出|低出|优于|好于)[我本][市县区州]|的?(?:全省|全市|全国|全州)?平均|以[上下]的[^，。；\d]{0,8}\d|的(?:[县市区]|单位|乡镇|部门|地区)?有(?=[\u4e00-\u9fff]{2,4}\()|的(?:省|国家|市)?(?:控|定|目标|要求|标准)"
)
_SINGLE_CASE = re.compile(
    r"以[\u4e00-\u9fff]{2,6}[县市区]1[件起]|(?<!记者.)(?<!记者..)(?<!通讯员.)(?<!通讯员..)某(?!些|种|类|[^，。；\d]{0,6}(?:说|表示|介绍|坦言|告诉|指出|强调|透露|给出|列出))|(?<![到在])一[起宗件][^，。；]{0,24}(?:案|争议|纠纷)|两[起宗件][^，。；]{0,24}(?:案|争议|纠纷)|案(?<=[^，。；]{2}案)(?<![办审立结破收发受报诉]案)[中里][，,]|如(?:[在：，]|20\d\d年，?一[家名])|因[^，。；\d]{2,20}\d[^，。；]{0,4}被罚款|例如|比如|该案|此案|等\d+(?:余)?[人名户](?:农民工|民工|村民|群众|工人|业主|职工)|一案[，,]"
)
_SUB_BODY = re.compile(
    r"(?P<name>(?:各(?:乡镇|镇街|镇|乡|街道)(?:\(街道\)|、街道)?(?:人民政府|政府|办事处)?|(?<![和与及、导促])各(?:县\(市、区\)|区县\(市\)|县\(市\)|县区|区县|县市区?|市县区?|市州)(?:人民政府|政府)?|乡镇\(街道\)(?=共?(?:作出|受理|办理|调解|调处|收到|新收|审核|办结|开展执法))|[省市县区州]本级|[市县区州][\u4e00-\u9fff]{0,6}局本级|[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){1,3}[两三四五][县市区镇]|[省市县区州]政府本级|(?:村\((?:社区|居)\)|乡镇\(街道\))(?:调委会|人民调解委员会)|区直部门|县直部门|市直部门|市级部门|信访部门|公安机关"
    r"|[\u4e00-\u9fff]{1,8}?(?:局|分局|支队|大队|镇|乡|街道办?|街道办事处|园区|开发区|调委会?|[医交劳婚物校道消旅保环土家企][\u4e00-\u9fff]{1,8}调解委员会|法院|检察院|管委会|公安机关|矛盾纠纷(?:多元)?(?:调解|调处|化解)中心|(?<!基层)(?:司法|派出)所|(?:"
    + any_of("departments")
    + r")部门|服务所)))"
    r"(?=共|试行|推行|推出|年度(?:执法|监督|检查)|牵头|一家(?:就|共)?|计划(?:检查|抽查)|参[加与]|调处|化解|全年|累计|独立|单独|先后|已|今年|年内|持续|采取|深入|随机抽查|依法|办理|受理|受案|审[查核]|处理|作出|实施|开展|查处|查办|立案|移送|移交|下达|报备|备案|调解(?!员)|接待|承办|将|举行|启动|组织|接收|处置|收到|新收|登记|接案|调结|应对|应诉|涉及|发生|办结|审结|(?<=[队局])(?:[\u4e00-\u9fff]{2,10}专项(?:整治|行动|执法)中?)?(?:检查|抽查|巡查|出动)"
    r"|(?<=[局队])(?:直接)?(?:查办|(?:行政)?(?:处罚|许可|强制|检查))(?:立案|作出|决定|案件)?(?:\d|$)|(?<=局)(?:行政)?处罚立案|(?<=[省市州]本级)[现保政主行的废抽评清修依]|(?<=[局队])(?:监督检查|劝导|抽检|核发|制止|拆除|约谈|排查))"
)
_MAY_NAME_A_BODY = hint(_SUB_BODY.pattern)
WHOLE_NAMES = re.compile(
    r"司法局|复议局|法制[大支]队|司法行政|执法监督局|人民政府|区政府|县政府|市政府|法制办|法治办|各|我|全|本局|行政机关|执法部门|执法机关|复议机关|区直|调解组织|有关部门|相关部门|(?<!市场)监管部门|信访局|政法|职能部门|成员单位|行政执法部门|行政执法单位|执法单位|该|三级|两级|人民法院|信访部门|主管部门|等部门|多部门|跨部门|部门联合|法律服务所|律所|事务所|公证处|援助中心|鉴定|仲裁|矫正|对|个部门|督促|指导|联合|按|^(?:综合)?(?:行政)?执法[大支总]队$|支持|[会局]和|^[局厅委]机关及"
)
# 调委会受理34起；我局对13起争议开展行政调解
OURSELVES = re.compile(r"[我本][局委办院厅县市区镇乡]")
_COURTS = re.compile(
    r"(?:[全市县区州省两级、我本]|区域|辖区|中级|基层|人民|[一二]审|[\u4e00-\u9fff]{2,3}铁路运输)*法院"
)
_BEFORE_NAME = re.compile(
    r"^(?:[一二三四五六七八九十]是|另|[由经据在向对和与]|其中|今年|年内|全年|截至|\d*年)+"
)
_BESIDE_BODY = re.compile("[与同]|会同|联合|[接收]到")
_COUNTED = re.compile(r"\d余?[个家所支][乡镇街道村区县市()、]{0,8}$")
_GIVEN_TO = re.compile(r"(?:[向给对]|配合|协助|会同|支持(?:[^，。；\d]{2,8}[、和])?)$")
_TO = re.compile(r"[向给]")
_ACTED_ON = re.compile(r"(?:确认|清理|公布|调整|梳理|编制|取消|压减|下放)$")
_SERVES_ALL = re.compile("审批|政务|数据")
# 各乡镇、县直部门; 县政府及县直部门: together they are the whole
_WITH_ALL = re.compile(
    r"各[^，。；、\d]{1,8}[、和]$|[省市县区州](?:人民)?政府(?:和|及|、)(?:所属|其)?(?:部门[、和及])?$"
)
_CUT_OFF = re.compile("(?:[\u4e00-\u9fff]{0,3}[及和、])?")
_EACH = re.compile(r"各[乡镇街县区市]")
_NO_BODY = re.compile(
    r"[个家名所含\d]|[\u4e00-\u9fff]*中心在|超过|高于|多于|包括|移送|[到来]局|法律顾问|会同|联合|配合|协同|[下返回城进]乡"
)
_AREA_AND_KIND = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,6}?[省市县区州旗])?|(?:管理局|监督局|委员会|办公室|[局厅委办]|中心|[大支总]队|分局|部门|系统)$"
)


def foreign(before: str, right: str, *, provincial: bool = False) -> str | None:
    """Return the reason when the words before a figure name another body or a benchmark; None otherwise.

    ``provincial``: the text is a province's, whose own 全省 is.
    """
    if _BENCHMARK_RIGHT.match(right):
        return "benchmark"
    if not _MAY_BE_FOREIGN.search(before):
        return None
    if _BENCHMARK.search(before):
        return "benchmark"
    if _FEW.search(before) or ("最" not in before and _ONE_OF_MANY.search(before)):
        return "single_case"
    above = None if provincial else _PROVINCE.search(before)
    return "other_body" if above or _OTHER_BODY.search(before) else None


def condition(before: str, right: str) -> bool:
    """Tell whether a rate only says whom a measure is for."""
    return bool(_CONDITION_OF.match(right)) and bool(_CONDITION.search(before))


def another_court(opening: str) -> str | None:
    """Return the reason when what opens a sentence up to a figure is the court of a city; None otherwise."""
    return "other_body" if _COURT_OPENS.match(opening) else None


def single_case(sentence: str) -> bool:
    """Tell whether a sentence tells of one case, whose figures count nothing."""
    return bool(_SINGLE_CASE.search(sentence))


@lru_cache(maxsize=512)  # the opening of a sentence is asked about for each of its figures
def sub_body(words: str, own: str | None = None, cut: bool = False) -> str | None:
    """Return the body below the reporting one that the words make the figure's own; None for the whole.

    ``own``: the reporting body, which a text calls by short names too (区城管局, 我局); ``cut``: the words
    may begin within a name.
    """
    for match in _SUB_BODY.finditer(words) if _MAY_NAME_A_BODY.search(words) else ():
        if cut and _CUT_OFF.fullmatch(words, 0, match.start()):
            continue  # [县政府]及县直部门
        if _BESIDE_BODY.match(match["name"]) or words.startswith("牵头、", match.end("name")):
            continue  # 与公安机关开展联合执法; 由司法所牵头、法律顾问参与，审核合同63份
        name = _BEFORE_NAME.sub("", match["name"])
        if _WITH_ALL.search(words, 0, match.end("name") - len(name)):
            continue
        if _GIVEN_TO.search(words, 0, match.end("name") - len(name)) or _TO.search(name):
            continue  # 向公安机关移送
        if name.endswith("本级") or _EACH.match(name):
            return name
        if _COURTS.fullmatch(name):
            continue
        if not (WHOLE_NAMES.search(name) or _NO_BODY.match(name) or short_for(name, own)):
            return name
    return None


def attribute(name: str, words: str) -> bool:
    """清理确认市本级执法主体46个，核发证件1903个: whether the words name a level as no one who acts."""
    at = words.rfind(name) if name.endswith("本级") else 0
    carried = at > 0 and any(map(str.isdigit, words[at:]))
    return carried and _ACTED_ON.search(words, 0, at) is not None


def serves_all(name: str, indicator: str) -> bool:
    """Tell whether a body does what is counted for the whole place: 区行政审批局办理12.6万件."""
    return indicator.startswith("service.") and bool(_SERVES_ALL.search(name))


def counted(name: str, words: str) -> bool:
    """Tell whether the words count what a name names (15个镇综合行政执法大队): it is no one body then."""
    return bool(_COUNTED.search(words, 0, max(0, words.rfind(name))))


def short_for(name: str, body: str | None) -> bool:
    """Tell whether a name is short for a department: its characters in order (城管 of 城市管理局)."""
    return in_order(_AREA_AND_KIND.sub("", name), body)


def in_order(name: str, body: str | None) -> bool:
    """Tell whether the characters of a name stand in that of a department in their order."""
    if not body or body == "government":
        return False
    letters = iter(body)
    return all(letter in letters for letter in name)
