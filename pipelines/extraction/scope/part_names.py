"""How a part is called: its name in the text without what introduces, sums up or belongs to something else.

Here belongs cleaning one name. Lists of names are lists/names.py, finding parts is lists/parts.py.
"""

from __future__ import annotations

import re

_WHOLE = re.compile(
    r"^(?:目前|辖区(?=的|$)|[上下]半年|局本级|全[区县市州旗省镇系统]{1,3}|该[镇乡县区市局]|我[区县市局州委院厅办]|本[区县市局级]|[区县市州旗](?:委|人民政府|政府|司法局|政府办公?室?|政府法制办|法制办|法治办|依法治[区县市]办|直|级)?|各级|各部门|各单位|各地|司法局|县级|区级|市级|镇级|乡级|司法行政机关|行政复议机[构关]|复议机[构关]|行政机关|执法部门|人民政府|[区县市]委理论学习中心组|[区县乡市镇、]{2,3}[两三]级(?:政府|人民政府)?(?:及|和)?(?:其)?部门|(?:[省市州县区乡镇]{1,2}级[和、与及]?){2,})+"
)
_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")  # 乡镇（街道）
_CLASS_OF_BODIES = re.compile(r"[省市县区州]直(?:部门|单位|机关)$")
_VERBS = re.compile(
    r"^(?:再次[是为有]|第[二三四五六]位?[是为]|不服|组建由|又分|分属|出自|适用(?=(?:简易|普通|一般|听证)程序)|[前后]者(?=以)|其[后次][是为]|年[末底]|评定为|案件涉及|审查(?=[县市区])|中[含有]|其余为|(?:会同|联合|配合)[\u4e00-\u9fff]{2,8}部门|当中属于|当中|力争|确保|争取|其中|含|包括|包含|涉及|属于|针对|对于|对|以|由|因|有(?!效)|为|即(?!办)|分别|共|动态(?!类|信息)|调整并|梳理并|编制并|修订并|是|向|在(?![册矫押建岗线])|经(?![济营贸费])|通过|并|且|同时|全年|累计|今年|年内|本年|当年|组织|开展|举办|办理|公布|确认(?=[县市区州]级)|承接(?=[省市县区州]级)|推动(?=涉及)|完成|实施|受理|查处|作出|新增|逐项|认领|另)+"
)
_TRAILING = re.compile(
    r"(?:(?<=级)(?:组织|自查|抽查)*评查|\d天时间(?:集中)?(?:开展|举办|组织)(?:活动)?|各占一半|[二两三四五六]类(?:案件|纠纷)|[两三四五六七八](?:个|大)(?:重点)?(?:领域|方面|部门|行业|单位)|以|居首位?|(?<=组织|法人|个人|市民|群众|然人)提出|位居?第[一二三]|次之|占比最[高大多]|最[高大多]|居多|的|案件数?|数量|占比?|共|总|(?<![行作])为|是|则|有|达|分别|件数|约|共计|合计|(?<!不予)(?<!行政)处理|办理|拟|承办|(?<=案件|违法)(?:查[办处获]|立案)|(?:作)?为被(?:申请人|告)|(?<!应)出庭(?:应诉)?|方式(?:结案|审结)|(?<=本级|政府)(?:审[查核]|收到|新收|受理|办理|办结|审结|作出|调解))+$"
)
# Words for what became of a case: a figure after them is no mere part, even where no rule reads it.
OUTCOME = re.compile(
    r"^(?:因)?(?:[省市县区](?:人民)?政府|申请人|复议(?=维持|终止|驳回)|复议机关|法院|原告|当事人|当期|已|阶段性|裁定|判决)?(?:其他结果|协议(?:已|均)?履行|裁定移送|协调(?:和解|结案|$)|维持|裁决(?!类)|撤销|变更|确认违法|驳回|终止|改判|发回重审|调解|和解|审结|办结|受理|不予(?!公开)|查封|限产|停产|吊销|暂扣|现场责令|责令自行|(?:审查)?准予备案|移[送交]|转[交由送]|转[\u4e00-\u9fff]{2,8}(?:整改|处理|办理)$|涉嫌|按日|责令|纠错|败诉|胜诉|撤诉|撤回|发现|整改|纠正|未审结|正在|起诉|结果维持|结果纠正|废止|修订|修改|宣布失效|失效|继续有效|保留)"
)
# Words that open a deed of its own: a figure after them is no part, even where its share would fit.
DEED = re.compile(
    r"停止使用|停产停业|^免除|^减免|^处理违法|^约谈|^暂停|^解除协议|审查发现|予以纠正|建议纠正|开庭审理|^年审|^防止|可以|能够|帮助|推动|督促|列入|新建|依法导入|告知(?!承诺)|首考|化解|劝导|追回|挽回|清退|选派|引导|促成|投入|安排|落实|支持"
)
# 申请量, 案件总数, 办结案件数: what is counted, told so loosely that only the figures before say what it is.
LOOSE = re.compile(
    r"(?:各类|全年)?(?P<stem>(?:立案|备案|报备|办结|审结|查处|受理|新收|办理|行政|申请|许可|处罚|审[查核]|检查|调解|业务|案件|办件|办案|[收受发]案){0,3})"
    r"(?:总数量|总数|总量|数量|件数|总体|家次|场次|户次|数|量)?"
)
_NO_NAMES = (
    "除",
    "也就是说",
    "换言之",
    "前者中",
    "后者中",
    "总次数",
    "逐年",
    "各年",
    "历年",
    "办结",
    "已办结",
    "结案",
    "已结案",
    "未办结",
    "阶段性办结",
    "已受理",
    "合起来",
    "加起来",
    "三地",
    "两地",
    "其余",
    "分级分类",
    "分层分级",
    "分级分层",
    "另外",
    "剩余",
    "余下",
    "末",
    "到",
    "此类",
    "该类",
    "决定",
    "接收",
    "调处",
    "门户网站",
    "规定",
    "前三位",
    "开会",
    "回访",
    "满意",
    "基本满意",
    "一般满意",
    "不满意",
    "均在",
    "收到反馈",
    "收到回复",
    "要求",
    "在册人数",
    "及时",
    "按期",
    "责任单位",
    "成员单位",
    "承办单位",
    "覆盖",
    "标准",
    "金额",
)
# 该市有律师6518人: of a place that was named before
_OF_ANOTHER = ("该市", "该县", "该区", "该省", "县的", "市的")
_BROKEN = re.compile(
    r"^至.*(?:办结|审结)$|(?:管理|信息|办案)系统$|程序[和及、].*程序$|^[把将]|^正在|^[尚仍][在未处]|^处于|^完毕$|依(?:法|程序|规)$|^[两三四五六七]类$|应出庭$|准予登记$|结转[至到]?(?:下一?年|次年)|^并|对$|、.*(?:等|、.*)(?:重点)?(?:领域|行业|方面)$|^(?:检查|抽查)[\u4e00-\u9fff]{2,4}数$|^(?:抽查)?任务$|^监测点$|^比(?:规定|要求|标准)|^时限内|督办$|到人$|[委局院]移送$|处理完毕$|^在线办结$|直办$|^转派|^[多少]$|^(?:检查|派出|出动)(?:企业|人员)?$|(?:改革|划转|整合|合并)[前后]$|(?:人员|律师|人民调解员|案件)中$|^已在|^但|^具体到各|等专项行动$|^首次$|退回修改$|而退回$|退回不|不予出台|^尚$|^排名[末后靠]"
)  # no names at all
# 公安机关查处治安案件3105起: who did it names the part
_BODY_DID = re.compile(
    r"^(公安机关|[\u4e00-\u9fff]{2,8}(?:部门|分局|(?<!当)局))(?:查[处办获]|办理|处罚|检查|立案)[\u4e00-\u9fff]{0,6}$"
)
_SUMMED = re.compile(
    r"(?:上述|以上|前述|[这该])[一二两三四五六七]?(?:[类项者种]|个(?:领域|部门|方面|类型|地区|单位))(?!直接纠错|纠错)|[三四五六七]者(?:$|合计|共计)"
)  # what has been told part by part
# 1.农村市场“山寨”食品：查办1070件
_NAMED_LINE = re.compile(r"(?:\d{1,2}[.、])?([^，。；：\d]{2,16})：")
_ONLY_VERB = re.compile(r"(?:共|已|全年)?(?:查[办处获]|立案|受理|收到|调解|检查)?(?:案件|纠纷)?")
_FORMER_LATTER = ("前者", "后者")
_BOTH_NAMED = re.compile(
    r"(?:适用|包括|涉及|分为|含)?([\u4e00-\u9fff]{2,12}?)(?:、|和|与)([\u4e00-\u9fff]{2,12}?)(?=的?(?:案件|纠纷|对象|当事人)|[共两合])"
)
_JOINED = re.compile(r"^(?:[、与]|及(?!时)|和(?!解))+")
_INSTANCES_OF = re.compile(r"^.*、.*等(?:领域)?(?=(?:行业性|专业性))")  # 医疗、物业等行业性调委会
_OPENED = re.compile(
    r"^\([一二三四五六七八九十\d]{1,3}\)|^(?:数量)?(?:排在?|居|位居)(?:在)?(?:首位?|第[一二三]位?|前列)的(?:是|为)|^[^，。；]{2,16}(?:包括|案件涉及)(?=[\u4e00-\u9fff]{2})|^[^，。；]*主要原因是|^[^，。；]*(?:前[两三四五六七八九十]位?的?(?:分别)?|(?:原因|类型|领域|单位|事项|部门|区域)[^，。；、]{0,4}主要)(?:是|为|有|涉及|集中在)"
    r"|^(?:(?:行政)?(?:复议|应诉|诉讼)?(?:案件|申请|纠纷))?主要(?:是|为|有|涉及|集中在)"
    r"|^(?:案件|纠纷|收案)?(?:数量)?(?:较为|比较|相对|最为)?(?:集中|突出|多发)的(?=[\u4e00-\u9fff]{2})"
    r"|^\d{1,2}[.、]\s?(?=[\u4e00-\u9fff])"
    r"|^(?:案件|纠纷)?(?:类型|案由|领域|被告|被申请人)?(?:主要)?(?:涉及|涵盖)(?=[\u4e00-\u9fff]{2})"
    r"|^(?:案件|纠纷)(?:类型|种类)(?:主要)?以(?=[\u4e00-\u9fff]{2})"
    # 一是劳动维权和养老等社会保障类
    r"|^[一二三四五]是(?:[^，。；]{4,30}等(?=[\u4e00-\u9fff]{2,14}类$))?|^[^，。；]{4,30}等(?=[\u4e00-\u9fff]{4,14}类$)"
)
_AMONG = re.compile(
    r"(?:案件|队伍)中(?:拥有)?|案件由(?=[\u4e00-\u9fff]{2})"
)  # 一审案件中行政处罚, 律师队伍中拥有本科以上学历
_SUPERLATIVE = re.compile(r"^[^，。；、]{2,6}最[多少高低大小]的")  # 收案最少的甲县
_OF_MONTH = re.compile(
    r"(?<=\d月)(份?)(?:行政)?(?:处罚|复议|诉讼|调解|受理|新收|查处|办理|审结)(?:案件|申请)?$"
)
_YEAR_WORD = re.compile(r"[上去前今]年|(?:19|20)\d\d|同期")


def part_label(words: str) -> str:
    """Return the name of a part as the text has it, without what only introduces it."""
    name = _OPENED.sub("", _AMONG.split(words)[-1])
    label = _TRAILING.sub("", _VERBS.sub("", name.strip('、，：； <>-"“”'))).rstrip("、和及与")
    label = _JOINED.sub("", label)
    label = _SUPERLATIVE.sub("", _INSTANCES_OF.sub("", label))
    if label.count("”") > label.count("“"):
        label = "“" + label
    elif label.count("“") > label.count("”"):
        label += "”"  # 网上“掌上复议”
    label = _OF_MONTH.sub(r"\1", label)  # 2月份处罚案件
    label = _BODY_DID.sub(r"\1", label)
    broken = _YEAR_WORD.search(label) or _BROKEN.search(label)
    return (
        ""
        if label in _NO_NAMES
        or label.startswith(_OF_ANOTHER)
        or names_whole(label)
        or sums_up(label)
        or broken
        else label
    )


def nested(part: str | None, label: str) -> str:
    """Return the name of a part of a part: 强制执行42宗；强制执行中自行执行29宗 is 强制执行/自行执行."""
    if not part:
        return label
    again = re.compile(
        rf"{re.escape(part)}(?=[“\"])|{re.escape(part)}(?:类|的?案件|的?纠纷|人员)?(?:当?[中里]|又?(?:主要)?以)"
    )
    return f"{part}/{again.sub('', label, count=1)}"


def named_before(label: str, sentence: str) -> str:
    """不予处罚、从轻处罚的案件共30件，前者12件: the name that a sentence gives before."""
    opening = _NAMED_LINE.match(sentence) if _ONLY_VERB.fullmatch(label) else None
    if opening:
        return part_label(opening[1])
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
                r"(?:类|型|级|领域|局|委|镇|乡|街道|法院|院|中心|程序|系统|性|部门|单位|所|队|企业|村|社区|学校|(?<=[\u4e00-\u9fff]{2})[县区市州旗])$",
                _BRACKET.sub("", label),
            )
        )
        and (not _WHOLE.match(label) or bool(_CLASS_OF_BODIES.match(label)))
    )
