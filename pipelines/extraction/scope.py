"""Whole or part: whose figure it is. The reporting body's, a part of it, another body's, or a single case.

Here belongs what names of bodies, lists and brackets decide about the words that a rule left over.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.extraction.needed import hint

# Expressions that are tried on every figure: each branch begins with a letter, which ``re`` finds quickly.
_OTHER_BODY = re.compile(
    r"全省(?!统一)|全国(?!统一|文明|人大|示范|民主|首)|省厅|周边|邻近|相邻|兄弟[市县区]|平均(?:水平|数|值)|中级人民法院(?:受理|审结|共)|省控线|省定|全疆(?!统一)|全区平均|外省|外地"
)
_BENCHMARK = re.compile(
    r"(?:高于|低于|高出|低出|超出|超过|优于|好于|领先|比)[^，。；]{0,14}(?:平均|水平|目标|要求|省|市里|国家|标准|控线)[^，。；]{0,8}$"
)
_FEW = re.compile(
    r"(?:(?:部分|个别|有的|少数|一些)[^，。；\d]{0,16}|[\u4e00-\u9fff]{1,3}[县区镇乡])(?:仅|只)[^，。；\d]{0,4}$"
)
_MAY_BE_FOREIGN = hint(_BENCHMARK.pattern, _FEW.pattern, _OTHER_BODY.pattern)
_BENCHMARK_RIGHT = re.compile(
    r"，?(?:明显|远远?|略|稍)?(?:高于|低于|高出|低出|优于|好于)[我本][市县区州]|的?(?:全省|全市|全国|全州)?平均|的(?:省|国家|市)?(?:控|定|目标|要求|标准)"
)
_SINGLE_CASE = re.compile(
    r"以[\u4e00-\u9fff]{2,6}[县市区]1[件起]|某(?!些|种|类)|一[起宗件][^，。；]{0,24}(?:案|争议|纠纷)|两[起宗件][^，。；]{0,24}(?:案|争议|纠纷)|案(?<=[^，。；]{2}案)(?<![办审立结破]案)[中里][，,]|单笔|最高一笔|如[在：，]|例如|比如|张某|王某|李某|刘某|陈某|该案|此案|等\d+(?:余)?[人名户](?:农民工|民工|村民|群众|工人|业主|职工)|一案[，,]"
)
_WHOLE = re.compile(
    r"^(?:全[区县市州旗省镇系统]{1,3}|我[区县市局州委院厅办]|本[区县市局级]|[区县市州旗](?:委|人民政府|政府|司法局|政府办公?室?|政府法制办|法制办|法治办|依法治[区县市]办|直|级)?|各级|各部门|各单位|各地|司法局|县级|区级|市级|司法行政机关|行政复议机[构关]|复议机[构关]|行政机关|执法部门|人民政府|[区县乡市镇、]{2,3}[两三]级(?:政府|人民政府)?(?:及|和)?(?:其)?部门)+"
)
_SUB_BODY = re.compile(
    r"(?P<name>(?:各(?:乡镇|镇街|镇|乡|街道)(?:\(街道\)|、街道)?(?:人民政府|政府|办事处)?|[市县区州]本级|[市县区州][\u4e00-\u9fff]{1,6}局本级|[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3}){1,3}[两三四五][县市区镇]|[市县区州]政府本级|区直部门|县直部门|市直部门|市级部门|信访部门"
    r"|[\u4e00-\u9fff]{1,8}?(?:局|分局|支队|大队|镇|乡|街道办?|街道办事处|园区|开发区|调委会?|[医交劳婚物校道消旅保环土家企][\u4e00-\u9fff]{1,8}调解委员会|法院|检察院|管委会|公安机关|(?:市场监管|生态环境|交通|交通运输|自然资源|农业农村|卫生健康|应急管理|税务|城管|住建|水利|文旅|人社|消防|环保|公安|安监|工商|质监|食药监|国土|规划|民政|教育|财政)部门|服务所)))"
    r"(?=共|全年|累计|独立|单独|先后|已|今年|年内|持续|采取|深入|依法|办理|受理|受案|审[查核]|处理|作出|实施|开展|查处|查办|立案|移送|移交|下达|报备|备案|调解|接待|承办|组织|接收|处置|收到|新收|应对|应诉|涉及|发生|办结|审结|(?<=队)(?:检查|抽查|巡查|出动))"
)
_MAY_NAME_A_BODY = hint(_SUB_BODY.pattern)
_WHOLE_NAMES = re.compile(
    r"司法局|司法行政|人民政府|区政府|县政府|市政府|法制办|法治办|各|我|全|本局|行政机关|执法部门|执法机关|复议机关|区直|调解组织|有关部门|相关部门|(?<!市场)监管部门|信访局|政法|职能部门|成员单位|行政执法部门|行政执法单位|执法单位|人民法院|信访部门|主管部门|等部门|多部门|跨部门|部门联合|法律服务所|律所|事务所|公证处|援助中心|鉴定|仲裁|矫正|对|个部门|督促|指导|联合|按"
)
_QUALIFIED = re.compile(
    r"(?P<label>[\u4e00-\u9fff()、]{2,16}?(?:类|型|级|领域|方面|系统|程序|行业|部门|层面))(?:的|案件|纠纷|行政|申请|共|中)*$"
)
_HANDED_IN = re.compile(r"接收|收到|报送|转来")
_MAY_QUALIFY = hint(_QUALIFIED.pattern)
_VERBS = re.compile(
    r"^(?:其余为|当中属于|当中|力争|确保|争取|其中|含|包括|包含|涉及|属于|针对|对于|对|以|由|因|有(?!效)|为|即|分别|共|是|向|在|经|通过|并|且|同时|全年|累计|今年|年内|本年|当年|组织|开展|办理|完成|实施|受理|查处|作出|新增|另)+"
)
_TRAILING = re.compile(
    r"(?:居首位?|位居?第[一二三]|次之|占比最[高大多]|最[高大多]|居多|的|案件数?|数量|占比?|共|总|(?<![行作])为|是|有|达|分别|件数|约|共计|合计|处理|办理)+$"
)


def foreign(before: str, right: str) -> str | None:
    """Return the reason when the words before a figure name another body or a benchmark; None otherwise."""
    if _BENCHMARK_RIGHT.match(right):
        return "benchmark"
    if not _MAY_BE_FOREIGN.search(before):
        return None
    if _BENCHMARK.search(before):
        return "benchmark"
    if _FEW.search(before):
        return "single_case"
    return "other_body" if _OTHER_BODY.search(before) else None


def single_case(sentence: str) -> bool:
    """Tell whether a sentence tells of one case, whose figures count nothing."""
    return bool(_SINGLE_CASE.search(sentence))


def part_of_year(clause: str, sentence: str) -> bool:
    """Tell whether a figure is of some months where the sentence gives the whole year's too."""
    return "全年" in sentence and "全年" not in clause and bool(_MONTHS.search(clause))


_MONTHS = re.compile(r"\d{1,2}月?(?:至|-|到|~)\d{1,2}月|上半年|下半年|[一二三四]季度")


@lru_cache(maxsize=512)  # the opening of a sentence is asked about for each of its figures
def sub_body(words: str, own: str | None = None, cut: bool = False) -> str | None:
    """Return the body below the reporting one that the words make the figure's own; None for the whole.

    ``own``: the reporting body, which a text calls by short names too (区城管局, 我局); ``cut``: the words
    may begin within a name.
    """
    for match in _SUB_BODY.finditer(words) if _MAY_NAME_A_BODY.search(words) else ():
        if cut and not match.start():
            continue
        name = _BEFORE_NAME.sub("", match["name"])
        if _GIVEN_TO.search(words, 0, match.end("name") - len(name)) or _TO.search(name):
            continue  # 向公安机关移送
        if name.endswith("本级") or _EACH.match(name):
            return name
        if _COURTS.fullmatch(name):
            continue
        if not (_WHOLE_NAMES.search(name) or _NO_BODY.match(name) or short_for(name, own)):
            return name
    return None


def counted(name: str, words: str) -> bool:
    """Tell whether the words count what a name names (15个镇综合行政执法大队): it is no one body then."""
    return bool(_COUNTED.search(words, 0, max(0, words.rfind(name))))


_COURTS = re.compile(r"(?:[全市县区州省两级、我本]|区域|辖区|中级|基层|人民)*法院")
_BEFORE_NAME = re.compile(r"^(?:[由经据在向对和与]|其中|今年|年内|全年|截至|\d*年)+")
_COUNTED = re.compile(r"\d余?[个家所支][乡镇街道村区县市()、]{0,8}$")
_GIVEN_TO = re.compile(r"[向给对]$")
_TO = re.compile(r"[向给]")
_EACH = re.compile(r"各[乡镇街]")
_NO_BODY = re.compile(
    r"[个家名所\d]|超过|高于|多于|包括|移送|[到来]局|法律顾问|会同|联合|配合|协同|[下返回城进]乡"
)
_AREA_AND_KIND = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,6}?[省市县区州旗])?|(?:管理局|监督局|委员会|办公室|[局厅委办]|中心|[大支总]队|分局)$"
)


def short_for(name: str, body: str | None) -> bool:
    """Tell whether a name is short for a department: its characters in order (城管 of 城市管理局)."""
    if not body or body == "government":
        return False
    letters = iter(body)
    return all(letter in letters for letter in _AREA_AND_KIND.sub("", name))


def qualifier(rest: str) -> str | None:
    """Return what the words left over restrict the figure to (…类, …领域); None for nothing."""
    above = _ABOVE.search(rest) if "级" in rest or "国" in rest else None
    if above:
        return above[1]
    match = _QUALIFIED.search(rest) if _MAY_QUALIFY.search(rest) else None
    if (
        match is None
        or re.search(r"(?:与|同|会同|联合)[^，]*$", rest)
        or _WHOLE_NAMES.search(match["label"])
        or _HANDED_IN.match(match["label"])
        or re.search(
            r"[两三]级(?:政府|党委)?(?:及|和)?(?:其)?部门$|[两三各多上下本]级$|等[县市区]级$|以上|现场|^(?:调整后|现有|现行|全|自治|新增)*[区县市省]级$|^国家级$",
            match["label"],
        )
    ):
        return None
    return part_label(match["label"]) or None


_RESTRICTION = re.compile(
    r"涉企|涉港澳台|(?:涉及?政府信息公开|依申请公开(?=引发|引起|产生|的行政))|涉农|涉外|涉军|涉访|涉税|涉民生|涉未成年人|涉农民工|在线|网上|(?<![和、及与])线上(?!线下|[和、及与])|远程|跨区域|新型领域"
)
_OF_DISCLOSURE = re.compile(
    r"(?:因(?:依申请公开|政府信息公开|信息公开)|涉及?政府信息公开|依申请公开(?=引发|引起|产生)"
    r"|政府信息公开类?(?=行政(?:复议|诉讼|应诉)案件))[^。；]{0,40}$"
)
_REVIEWER = re.compile(
    r"^以([^，。；\d]{2,12}?)(?:作)?为(?:行政)?复议机关的?(?=收到|受理|新收|办结|审结|案件|申请)"
)
_RESPONDENT = re.compile(
    r"以([^，。；\d]{2,12}?)(?:作)?为(?:被告|被申请人)|([县市区州](?:人民)?政府)当被告"
    r"|(?:代理)?([县市区州](?:人民)?政府)(?:(?:参加)?(?:的)?(?:行政)?应诉(?=[案行])|作为被告)"
)


def restriction(words: str) -> str | None:
    """Return the class of cases that the words restrict a figure to (涉企行政复议案件); None for all."""
    match = _RESTRICTION.search(words)
    return match.group() if match else None


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
    return match[1] or match[2] or match[3] if match else None


# Words for what became of a case: a figure after them is no mere part, even where no rule reads it.
OUTCOME = re.compile(
    r"^(?:申请人|复议机关|法院|原告|当事人|已|阶段性)?(?:维持|撤销|变更|确认违法|驳回|终止|调解|和解|审结|办结|受理|不予|查封|限产|停产|移送|涉嫌|按日|责令|纠错|败诉|胜诉|撤诉|撤回|发现|整改|纠正|未审结|正在|废止|修订|修改|宣布失效|失效|继续有效|保留)"
)
# Words that open a deed of its own: a figure after them is no part, even where its share would fit.
DEED = re.compile(
    r"可以|能够|帮助|推动|督促|列入|新建|依法导入|告知|首考|化解|劝导|追回|挽回|清退|选派|引导|促成|投入|安排|落实|支持"
)
# 申请量, 案件总数, 办结案件数: what is counted, told so loosely that only the figures before say what it is.
LOOSE = re.compile(
    r"(?:各类|全年)?(?P<stem>(?:立案|办结|审结|查处|受理|新收|办理|行政|申请|许可|处罚|审[查核]|检查|调解|业务|案件|办件|办案|[收受发]案){0,3})"
    r"(?:总数量|总数|总量|数量|件数|总体|家次|场次|户次|数|量)?"
)
_NO_NAMES = (
    "除",
    "办结",
    "已办结",
    "未办结",
    "阶段性办结",
    "合起来",
    "加起来",
    "三地",
    "两地",
    "其余",
    "另外",
    "剩余",
    "余下",
    "末",
    "决定",
)
_SUMMED = re.compile(
    r"(?:上述|以上|前述|这)[一二两三四五六七]?[类项者种]|[三四五六七]者(?:$|合计|共计)"
)  # what has been told part by part
_FORMER_LATTER = ("前者", "后者")
_BOTH_NAMED = re.compile(
    r"(?:适用|包括|涉及|分为|含)?([\u4e00-\u9fff]{2,12}?)(?:、|和|与)([\u4e00-\u9fff]{2,12}?)(?=的?(?:案件|纠纷|对象|当事人)|[共两合])"
)
_INSTANCES_OF = re.compile(r"^.*、.*等(?:领域)?(?=(?:行业性|专业性))")  # 医疗、物业等行业性调委会
_SUPERLATIVE = re.compile(r"^[^，。；、]{2,6}最[多少高低大小]的")  # 收案最少的甲县
_ABOVE = re.compile(r"(国家级|省部?级|自治区级|全国|[省市县区]级以上)(?:的)?$")
_YEAR_WORD = re.compile(r"[上去前今]年|(?:19|20)\d\d|同期")


def part_label(words: str) -> str:
    """Return the name of a part as the text has it, without what only introduces it."""
    name = words.rpartition("案件中")[2]  # 一审案件中行政处罚
    label = _TRAILING.sub("", _VERBS.sub("", name.strip('、，：； "“”'))).strip("、和及与")
    label = _SUPERLATIVE.sub("", _INSTANCES_OF.sub("", label))
    if label.count("”") > label.count("“"):
        label = "“" + label
    return "" if label in _NO_NAMES or sums_up(label) or _YEAR_WORD.search(label) else label


def named_before(label: str, sentence: str) -> str:
    """不予处罚、从轻处罚的案件共30件，前者12件: the name of what a sentence calls the former."""
    told = _BOTH_NAMED.search(sentence) if label in _FORMER_LATTER else None
    return part_label(told[_FORMER_LATTER.index(label) + 1]) if told else label


def sums_up(words: str) -> bool:
    """Tell whether words gather what has been told part by part: 上述三类案件合计408件."""
    return bool(_SUMMED.match(words))


def names_whole(words: str) -> bool:
    """Tell whether the words before a figure end in the whole of the place: 全县229个行政村 is no part."""
    return words.endswith(("全县", "全市", "全区", "全州", "全旗", "全镇", "全省"))


def restricts(label: str) -> bool:
    """Tell whether leftover words name a part (a body, a class, a field)."""
    return (
        len(label) <= 16
        and bool(
            re.search(
                r"(?:类|型|级|领域|局|委|镇|乡|街道|法院|院|中心|程序|系统|性|部门|单位|所|队|企业|村|社区|学校)$",
                label,
            )
        )
        and not _WHOLE.match(label)
    )
