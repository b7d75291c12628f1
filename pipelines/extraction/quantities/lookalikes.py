"""What only looks like a quantity: dates, document and list numbers, ordinals, slogans, hotlines, versions.

Here belongs which digits count nothing. What does count is numbers.py.
"""

from __future__ import annotations

import re
from operator import itemgetter

_NOT_BEFORE = re.compile(
    r"(?:第|〔|\[|[A-Za-z_+＋/.·\d]-?|\d[:：]|№|约定|(?<!年)初|周岁|省道|国道|[A-Za-z]|十)\Z|[+/·](?:[A-Za-z])?\Z|第\d{1,3}[、至]\Z"
)
_COUNTED_BEFORE = re.compile(r"\d(?:[件起宗次人份项个家]|家次|人次|户次)/\Z")
_MAY_BE_NOT_BEFORE = re.compile(r"[第〔\[A-Za-z_+＋/:：.·\d№定初岁道十、至-]")
_NOT_AFTER = re.compile(
    r"年|月(?!份?件)|号|时\d|点\d|[+/·]\d|周年|世纪|热线|平台(?!\d)|[A-Za-z]|[〕\]]|届|款|、\d|年代|°|季度"
)
_HOTLINE = re.compile(
    r"1\d{4}(?!\d)(?=[”\"’'」）)]*(?:热线|平台|政务|公共|法律|便民|市|环保|投诉|举报|服务|消费|、(?!\d)|等|工单|转|和12))|12(?:345|348|369|315|328|329|333|122|110)(?![\d,.]|[余多]?[万件起宗条次])"
)
# It opens a line or a sentence: a text is searched with a line's end before it.
_LIST_NUMBER = re.compile(r"[\n：；。][ #*]*[(]?\d{1,2}(?:[)、．]|\.(?!\d))")
# Things are not counted in decimals: a line 3.287个调委会 is the third point, of 287.
_POINT_BEFORE_COUNT = re.compile(r"(?m)^([ #*]*\d{1,2})\.(?=\d{2,}余?(?:[件名家次场起项份]|个(?!百)))")
# The first character stands alone, as ``re`` skips quickly to a class of characters that opens an expression;
# what a numeral or a figure begins is tried only where its digits lead to a sign of it.
_SLOGANS = re.compile(
    r"[“\"‘《\d一二两三四五六七八九十](?:"
    r"(?<=[“\"‘])(?!(?<=率.)(?:[两二三四五]个|双)100%)[^”\"’\n]{0,14}[”\"’]|(?<=《)[^》\n]{1,60}》"
    r"|(?<=[一二两三四五六七八九十])(?=[\d一二两三四五六七八九十]*[村项个张部位+＋])(?:(?<=一)村一[^，。；]{2,6}"
    r"|[一二两三四五六七八九十]*(?:项制度|个意识|个自信|个维护|个确立|个规范|个清单|张清单|项基本|部曲|位一体)"
    r"|(?<=[一二两])[\d一二两]*[+＋][\d一二两三四五六NnXx+＋]+)"
    r"|(?<=\d)(?=\d*[分+＋一二两至到/.：~—-])(?:\d?分钟[^，。；]{0,10}圈|[\d一二两]*[+＋][\d一二两三四五六NnXx+＋]+"
    r"|(?:(?<=1)9|(?<=2)0)\d\d(?:[-—~至到/](?:19|20)?\d{1,4}|\.(?:(?:19|20)\d\d|\d{1,2}(?=[-—~至到])))年?"
    r"|\d{3}[-/.]\d{1,2}[-/.]\d{1,2}(?: ?\d{1,2}：?\d{2})?|\d?：\d{2}))"
)


def masked(text: str) -> list[tuple[int, int]]:
    """Return the spans in which no number counts, in the order of their starts."""
    slogans = [match.span() for match in _SLOGANS.finditer(text)]
    hotlines = [match.span() for match in _HOTLINE.finditer(text)]
    listed = [(match.start(), match.end() - 1) for match in _LIST_NUMBER.finditer("\n" + text)]
    return sorted([*slogans, *hotlines, *listed], key=itemgetter(0))


def points_of_lists_apart(text: str) -> str:
    """Return the text with the points behind numbers of a list made no decimal points; of the same length."""
    return _POINT_BEFORE_COUNT.sub(r"\1．", text)


def part_of_more(text: str, start: int) -> bool:
    """Tell whether what stands before a number makes it a part of a name, a date or another number."""
    if text[start - 1 : start] == "/" and _COUNTED_BEFORE.search(text, max(0, start - 8), start):
        return False  # 食品137件/94.20万元
    suspect = start > 0 and _MAY_BE_NOT_BEFORE.match(text, start - 1)
    return bool(suspect and _NOT_BEFORE.search(text, max(0, start - 6), start))


def names_after(text: str, end: int) -> bool:
    """Tell whether what stands behind a number without a unit makes it a part of a name or a date."""
    return bool(_NOT_AFTER.match(text, end))
