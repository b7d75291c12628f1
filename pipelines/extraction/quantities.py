"""The number grammar: every number with its unit, its comparator and its place in the reading text.

Here belongs what makes a run of characters a quantity (or a date, a document number, a list number, which are
none). Not here: what a quantity says; that is for the passes after it.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import NamedTuple

from pipelines.extraction.edges import beginnings
from pipelines.extraction.grammar import any_of, grammar
from pipelines.extraction.numerals import chinese_number
from pipelines.extraction.scanning import Scanner
from pipelines.model import Comparator

UNIT_CLASSES = grammar().units
_CLASS_OF = {unit: name for name, units in reversed(list(UNIT_CLASSES.items())) for unit in units}
_UNITS = "|".join(re.escape(unit) for unit in sorted(_CLASS_OF, key=len, reverse=True) if unit != "%")
_CHINESE_UNITS = "|".join(
    re.escape(unit)
    for name in ("case", "piece", "time", "person", "entity", "money", "hours")
    for unit in sorted(UNIT_CLASSES[name], key=len, reverse=True)
    if unit
    not in (
        "点",
        "站",
        "座",
        "村",
        "处",
        "届",
        "节",
        "回",
        "班",
        "个",
        "条",
        "项",
        "卷",
        "本",
        "部",
        "篇",
        "张",
        "幅",
        "枚",
        "套",
        "款",
        "则",
        "信",
        "例",
        "位",
        "批",
        "所",
        "笔",
        "户",
        "支",
        "间",
        "街道",
        "小时",
        "人",
    )
)
_ABOUT = "余|多|来"
TALLY = "tally"  # the class of 两类, 六部门: they sum up what is listed, and no pass takes them for a figure
_TALLIES = frozenset(grammar().words["tallies"])
_QUANTITY = Scanner(
    r"(?P<digits>(?:(?:(?<![^\s|、，；：()为至达比减长幅速加])|(?<=[上去]年))-|(?<=[比年减为长幅速加\t|])\+)?"
    r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
    r"(?P<glue>[ ]?)"
    rf"(?P<about1>{_ABOUT}|几)?(?P<power>[百千]?[万亿]|千(?![万亿米克瓦字])|百(?=余|多|[件人名份场次家个]))?(?P<about2>{_ABOUT})?"
    rf"(?:(?P<percent>[%‰])|(?P<unit>{_UNITS})(?P<about3>余|多(?![元部方次样数年个级领地位行维办收发出受了]|\d))?)?"
    r"|(?P<chinese>[〇一二两三四五六七八九十百千万亿]+(?:(?<=[百千万亿])零[一二两三四五六七八九十百千万]+)*)(?P<cabout1>余|多|几)?(?P<cpower>[万亿])?(?P<cabout2>余|多)?"
    rf"(?:(?P<cunit>{_CHINESE_UNITS}|(?<=[两二三四五六七八九十])(?:{any_of('tallies')})|个月|个(?=[“\"]|小组|问题|单位|部门|乡镇|村|社区|镇|街道|示范|联系点|司法所|点|窗口|执法|文件|事项|方面的问题)|条(?=意见|建议|热线)|项(?=事项|行政|许可|清单|保障|措施)|份(?=合同|文件|协议|意见|资料)|人(?!民|大|员|类|社|身|事|力|道|才|均|防|性|士)|名)|(?P<cpercent>成)(?=以上|左右|多|的|乡镇|案件|[，。；]))"
    rf"|(?P<large>[一二两三四五六七八九][百千万][〇一二三四五六七八九十百千万]*(?:(?<=[百千万])零[一二三四五六七八九十百千]+)*|[二三四五六七八九]?十(?=[余多几][^，。]))(?P<labout>余|多|几)?(?P<lpower>[万亿])?(?P<lunit>{_UNITS})"
    r"|(?P<zero>(?<=[年下降][为到至])零(?=[，。；])|零(?=败诉|纠错|复议|诉讼|投诉|上访|信访|差错|发案|事故|被诉|撤销|$|\t|\|))|(?P<none>(?<![全绝毫尚])无)(?=败诉案件)",
)
_BEFORE = re.compile(
    rf"(?:(?P<about>{any_of('about')})|(?P<least>{any_of('at_least')})|(?P<most>{any_of('at_most')}))"
    r"(?:为|是|达到?|有|举办|开展|组织|接受|完成|参加|培养|培训|安排|新增|每年"
    r"|[^，。；、()\d]{1,6}(?<=听取|安排|开展|举办|组织|进行|接受))?$"
)
# Few numbers have such a word before them; to look for a character that one can begin with tells it at once.
_MAY_BE_BEFORE = re.compile(beginnings("|".join(any_of(words) for words in ("about", "at_least", "at_most"))))
_AFTER = re.compile(
    r"(?:[^，。；、()\d]{0,3})?(?:(?P<least>(?:及|或)?以上|之上|起步)|(?P<most>(?:及)?以[内下]|之[内下])|(?P<about>左右|上下))"
)
_MAY_BE_AFTER, _AFTERWARDS = re.compile("[以之起左上]"), 5
# What only looks like a quantity: dates, document and list numbers, ordinals, slogans, hotlines, versions.
_NOT_BEFORE = re.compile(
    r"(?:第|〔|\[|[A-Za-z_+＋/.·\d]-?|\d[:：]|№|约定|初|周岁|省道|国道|[A-Za-z]|十)\Z|[+/·](?:[A-Za-z])?\Z|第\d{1,3}[、至]\Z"
)
_MAY_BE_NOT_BEFORE = re.compile(r"[第〔\[A-Za-z_+＋/:：.·\d№定初岁道十、至-]")
_NOT_AFTER = re.compile(
    r"年|月(?!份?件)|号|时\d|点\d|[+/·]\d|周年|世纪|热线|平台(?!\d)|[A-Za-z]|[〕\]]|届|款|、\d|年代|°|季度"
)
_HOTLINE = re.compile(
    r"1\d{4}(?!\d)(?=[”\"’'」）)]*(?:热线|平台|政务|公共|法律|便民|市|环保|投诉|举报|服务|消费|、|等|工单|转|和12))|12(?:345|348|369|315|328|329|333|122|110)(?![\d,.]|[余多]?[万件起宗条次])"
)
# It opens a line or a sentence: a text is searched with a line's end before it.
_LIST_NUMBER = re.compile(r"[\n：；。][ #*]*[(]?\d{1,2}(?:[)、．]|\.(?!\d))")
# Things are not counted in decimals: a line 3.287个调委会 is the third point, of 287.
_POINT_BEFORE_COUNT = re.compile(r"(?m)^([ #*]*\d{1,2})\.(?=\d{2,}余?(?:[件名家次场起项份]|个(?!百)))")
# The first character stands alone, as ``re`` skips quickly to a class of characters that opens an expression;
# what a numeral or a figure begins is tried only where its digits lead to a sign of it.
_SLOGANS = re.compile(
    r"[“\"‘《\d一二两三四五六七八九十](?:"
    r"(?<=[“\"‘])[^”\"’\n]{0,14}[”\"’]|(?<=《)[^》\n]{1,60}》"
    r"|(?<=[一二两三四五六七八九十])(?=[\d一二两三四五六七八九十]*[村项个张部位+＋])(?:(?<=一)村一[^，。；]{2,6}"
    r"|[一二两三四五六七八九十]*(?:项制度|个意识|个自信|个维护|个确立|个规范|个清单|张清单|项基本|部曲|位一体)"
    r"|(?<=[一二两])[\d一二两]*[+＋][\d一二两三四五六NnXx+＋]+)"
    r"|(?<=\d)(?=\d*[分+＋一二两至到/.：~—-])(?:\d?分钟[^，。；]{0,10}圈|[\d一二两]*[+＋][\d一二两三四五六NnXx+＋]+"
    r"|(?:(?<=1)9|(?<=2)0)\d\d(?:[-—~至到/](?:19|20)?\d{1,4}|\.(?:(?:19|20)\d\d|\d{1,2}(?=[-—~至到])))年?"
    r"|\d{3}[-/.]\d{1,2}[-/.]\d{1,2}(?: ?\d{1,2}：?\d{2})?|\d?：\d{2}))"
)


def class_of(unit: str) -> str:
    """Return the class of a unit; ``bare`` for none that is known."""
    return _CLASS_OF.get(unit, "bare")


class Number(NamedTuple):
    """A quantity in the reading text: ``[start, end)``, folded value, unit as written and its class."""

    start: int
    end: int
    value: float
    unit: str
    unit_class: str
    comparator: Comparator


def find_numbers(text: str, *, bare: bool = False) -> list[Number]:
    """Return the quantities of ``text`` in order. ``bare``: numbers without a unit count too."""
    text = _POINT_BEFORE_COUNT.sub(r"\1．", text)
    taken = _masked(text)
    found: list[Number] = []
    cursor = 0
    for match in _QUANTITY.finditer(text):
        start = match.start()
        while cursor < len(taken) and taken[cursor][1] <= start:
            cursor += 1
        if cursor < len(taken) and taken[cursor][0] <= start:
            continue
        number = _number(text, match, bare=bare)
        if number is not None:
            found.append(number)
    return found


def _masked(text: str) -> list[tuple[int, int]]:
    """Return the spans in which no number counts, in the order of their starts."""
    slogans = [match.span() for match in _SLOGANS.finditer(text)]
    hotlines = [match.span() for match in _HOTLINE.finditer(text)]
    listed = [(match.start(), match.end() - 1) for match in _LIST_NUMBER.finditer("\n" + text)]
    return sorted([*slogans, *hotlines, *listed], key=itemgetter(0))


def _number(text: str, match: re.Match[str], *, bare: bool) -> Number | None:
    digits, glue, power, percent, named, about1, about2, about3 = match.group(*_PARTS)
    if digits is None:
        return _chinese(text, match)
    start, end = match.span()
    unit = percent or named or ("" if power else _unit_of_run(text, start, match.end("digits")))
    if not unit and not power and not bare and not _counts_bare(text, start, match.end("digits")):
        return None
    if glue and not unit:
        end = match.end("digits")
    if _looks_otherwise(text, start) or (not unit and _NOT_AFTER.match(text, end)):
        return None
    unit, end = _as_told(text, unit, end)
    if (unit == "日" and text[start - 1 : start] == "月") or (unit == "分" and _MINUTES.match(text, end)):
        return None
    value = float(digits if digits.isdecimal() else digits.replace(",", "").replace(" ", ""))
    if power:
        value *= _power(power)
    comparator = _comparator(text, start, end, bool(about1 or about2 or about3))
    if unit:
        return Number(start, end, value, unit, _CLASS_OF.get(unit, "other"), comparator)
    nameless = "" if bare or _SHARE_NEXT.match(text, end) else "bare"
    return Number(start, end, value, unit, nameless, comparator)


def _as_told(text: str, unit: str, end: int) -> tuple[str, int]:
    """Return the unit of a number and where it ends, given what stands behind it."""
    if unit == "个" and _POINTS_OF_RUN.match(text, end):
        return "个百分点", end  # 分别下降3.2个、1.5个百分点
    if unit.endswith("次") and len(unit) > 1 and text.startswith("之", end):
        return unit[:-1], end - 1  # 土地类30件次之
    return unit, end


# 分别提高1.6和2.2个百分点: the last of a run has the unit of all.
_RUN = re.compile(rf"(?:、\d+(?:\.\d+)?){{0,4}}[、和及与]\d+(?:\.\d+)?(?P<unit>{_UNITS}|%)")
_POINTS_OF_RUN = re.compile(r"(?:[、和及与]\d+(?:\.\d+)?个){0,4}[、和及与]\d+(?:\.\d+)?个百分点")
_EACH_IN_RUN = re.compile(r"(?:分别|依次|各)[^，。；]{0,16}\Z")
_RUN_WORDS = 24  # characters before a number in which its run begins


def _unit_of_run(text: str, start: int, end: int) -> str:
    """Return the unit that a number without one shares with the last of its run; '' for none."""
    run = _RUN.match(text, end) if text[end : end + 1] in "、和及与" else None
    return run["unit"] if run and _EACH_IN_RUN.search(text, max(0, start - _RUN_WORDS), start) else ""


_PARTS = ("digits", "glue", "power", "percent", "unit", "about1", "about2", "about3")
_LONGEST_BARE = 5  # digits
_MINUTES = re.compile(r"[\d钟]")
_SHARE_NEXT = re.compile(r"[，(]占(?:比|[收全受总案])")


# 其中维持12、撤销3、责令履行1; 胜诉11，败诉1: outcomes in a list go without their unit.
_OUTCOME_BEFORE = re.compile(
    r"(?:维持|撤销|变更|确认违法|驳回(?:申请)?|终止|责令(?:履行|重作)?|调解|和解|胜诉|败诉|撤诉|一审|二审|再审)\Z"
)
_IN_A_LIST = re.compile(r"[、，；。)(]|和(?=[\u4e00-\u9fff])|$")


def _counts_bare(text: str, start: int, end: int) -> bool:
    """Tell whether a number without a unit counts something."""
    if _SHARE_NEXT.match(text, end):
        return True
    before = _OUTCOME_BEFORE.search(text, max(0, start - 5), start) if end - start < _LONGEST_BARE else None
    return bool(before and _IN_A_LIST.match(text, end))


def _looks_otherwise(text: str, start: int) -> bool:
    """Tell whether what stands before a number makes it a part of a name, a date or another number."""
    suspect = start > 0 and _MAY_BE_NOT_BEFORE.match(text, start - 1)
    return bool(suspect and _NOT_BEFORE.search(text, max(0, start - 6), start))


def _power(sign: str | None) -> int:
    return chinese_number("一" + sign) if sign else 1


def _chinese(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if match["zero"] or match["none"]:
        return Number(start, end, 0.0, "", "zero", Comparator.EQUAL)
    if match["large"]:
        folded = float(chinese_number(match["large"])) * _power(match["lpower"])
        unit = match["lunit"]
        return Number(
            start, end, folded, unit, _CLASS_OF[unit], _comparator(text, start, end, bool(match["labout"]))
        )
    numeral = match["chinese"]
    if _CHINESE_NOT_BEFORE.search(text, max(0, start - 3), start) or _CHINESE_NOT_AFTER.match(
        text, match.start()
    ):
        return None
    try:
        value = float(chinese_number(numeral)) * _power(match["cpower"])
    except ValueError:
        return None
    if match["cpercent"]:
        return Number(start, end, value * 10, "%", "percent", _comparator(text, start, end, about=False))
    unit = match["cunit"]
    about = bool(match["cabout1"] or match["cabout2"]) or numeral in ("百", "千", "万")
    unit_class = TALLY if unit in _TALLIES else _CLASS_OF[unit]
    return Number(start, end, value, unit, unit_class, _comparator(text, start, end, about))


_CHINESE_NOT_BEFORE = re.compile(r"[第每逐〇一二两三四五六七八九十百千万\d统]\Z")
_CHINESE_NOT_AFTER = re.compile(
    r"[一]起(?![^，。；]{0,10}(?:案|纠纷|争议|事故))|一人(?=[多一身])|[一](?:次办|次性|件事|次告知|家[人之]|户一|人一|名[^\d]{0,2}负责|所|期工程|场[^，。]{0,4}硬仗|起(?:来|走|做|努|推|发|参|成|到)|批(?!次)|回事|次会议?精神)|[一二三四五六七八九十两]+次(?:会议|全会|党代会|代表大会|分配|创业)|[二三四]次元"
    r"|[一二三四五六七八九十]+(?:个|项|大)(?:统一|结合|坚持|重点|着力|抓|必须)|万[人家户](?!次)|万千|千家万户|百[姓年]|十[分足全]"
)


def _comparator(text: str, start: int, end: int, about: bool) -> Comparator:
    first = max(0, start - 12)
    before = _BEFORE.search(text, first, start) if _MAY_BE_BEFORE.search(text, first, start) else None
    after = _AFTER.match(text, end) if _MAY_BE_AFTER.search(text, end, end + _AFTERWARDS) else None
    if before is None and after is None:
        return Comparator.ABOUT if about else Comparator.EQUAL
    for match in (after, before):
        if match and match["least"]:
            return Comparator.AT_LEAST
        if match and match["most"]:
            return Comparator.AT_MOST
    if about or (before and before["about"]) or (after and after["about"]):
        return Comparator.ABOUT
    return Comparator.EQUAL
