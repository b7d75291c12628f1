"""One normalised reading text for all passes, with a map back to the characters of the document.

Here belong widths, spaces and broken lines, and nothing that knows what a figure means. The normalised text
holds one paragraph a line. Every later pass works on it; offsets are translated back once, when rows are
made.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pipelines.extraction.text.columns import columns, parted_wide
from pipelines.extraction.text.joined import parted
from pipelines.extraction.text.script import READING, simplified
from pipelines.extraction.text.wrapping import wrapped

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
_FULL_WIDTH |= {code: code - 0xFEE0 for code in range(0xFF21, 0xFF3B)}
_FULL_WIDTH |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}
_SIGNS = (
    str.maketrans("％．＋＝～（）［］｜＜＞≦≧,;:!?", "%.+=~()[]|<>≤≥，；：！？")
    | dict.fromkeys(map(ord, "　\u00a0\u2002\u2003\u2009\ufeff\r"), " ")
    | dict.fromkeys(map(ord, "－─━═‐–—"), "-")
    | dict.fromkeys(map(ord, "│┃║┆┊├┤┼┌┐└┘┬┴┣┫╋┏┓┗┛┳┻╠╣╬╔╗╚╝╦╩"), "|")  # tables drawn with lines
)
_WIDTHS = {chr(code): chr(to) if isinstance(to, int) else to for code, to in (_FULL_WIDTH | _SIGNS).items()}
# Few signs of a text are among them, and none becomes another of them: to replace those one after the other
# is many times faster than str.translate.
_WIDE = re.compile(f"[{re.escape(''.join(_WIDTHS))}]")

# A space goes when it only sets type: beside a Chinese character, a bracket or a sign, or inside a grouped
# number.
# The space stands alone, as ``re`` skips quickly to a character that opens an expression.
_SPACES = re.compile(
    r" (?:(?<=[^\sA-Za-z0-9.%|\t] ) *"
    r"|(?<=[0-9A-Za-z.%] ) *(?=[^\sA-Za-z0-9\-+|\t])"
    r"|(?<=[0-9]\. )(?=[0-9]+%)"
    r"|(?<=[0-9] )(?=[0-9]{3}(?: [0-9]{3})*(?![0-9年 ])))"
)
# 审核了合同 is 审核合同: what the particle behind a verb says is nothing that a figure turns on.
_PARTICLE = re.compile(
    r"了(?<=[\u4e00-\u9fff]了)(?<![为除不罢事]了)(?= *[\u4e00-\u9fff\d“《(])(?!解(?!决)|[结断却])"
)
_ENDED = frozenset('。！？；：…”")】》.')
_NUMBERED = re.compile(
    r"#{1,6} |\*\*|\(?[一二三四五六七八九十]{1,3}[)、.．]|第[一二三四五六七八九十]{1,3}[章节部]"
    r"|\(?\d{1,2}[)、.．](?!\d)|[表图]\d|[注说]明?[：:]"
)
_GOES_ON = frozenset("，、")
_CELLS = re.compile(r"[\t|]")
_OPEN = re.compile(r"[，。；：、]")
# 2021年行政调解、行政裁决和人民调解工作统计: a title may list what it is on.
_TITLE = re.compile(
    r"[^，。；：]*(?:报告|情况|统计|分析|通报|公报|总结|综述|白皮书|年报|简报|数据|摘要|汇报|要点|计划|方案)"
)
_SIGNATURE = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
_STAMP = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}|(?:信息)?来源[：:]|(?:发布|成文)(?:时间|日期)|索引号")
# A line of credits ends where it ends: 市司法局 2023-01-30 09:12 阅读：2047
_CREDITS = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:阅读|浏览|点击)(?:次数|量)?[：:]|字体[：:]")
_LONGEST_CREDITS = 80
_LONG_LINE = 24


@dataclass(frozen=True, slots=True)
class ReadingText:
    """``text``: one paragraph a line. ``starts``, ``origins``: runs of equal characters, here and there."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """Return the document offset of the character at ``offset``."""
        run = bisect_right(self.starts, offset) - 1
        return self.origins[run] + offset - self.starts[run] if run >= 0 else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the document span of ``[start, end)``; never empty unless the input is."""
        run = bisect_right(self.starts, start)
        if run and (run == len(self.starts) or end <= self.starts[run]):
            shift = self.origins[run - 1] - self.starts[run - 1]
            return start + shift, end + shift
        return self.origin(start), self.origin(end - 1) + 1


def normalise(text: str) -> ReadingText:
    """Return the reading text of a document."""
    text = parted_wide(text)
    for sign in set(_WIDE.findall(text)):
        text = text.replace(sign, _WIDTHS[sign])
    text = simplified(text)
    wide = columns(_years(_commas(parted(_stops(text)))))
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    previous = ""
    lines = _lines(wide)
    going_on = wrapped(wide, lines)
    for at, line in lines:
        if pieces:
            glue = "" if at in going_on or _continues(previous, line) else "\n"
            pieces.append(glue)
            length += len(glue)
        for start, end in _runs(wide, at, at + len(line)):
            starts.append(length)
            origins.append(start)
            pieces.append(wide[start:end])
            length += end - start
        previous = line
    return ReadingText("".join(pieces), tuple(starts), tuple(origins))


# 二○○七年 in the many round signs that stand for a zero; the length stays. Few texts have one, which looking
# for 年 tells quickly.
_YEAR_SIGNS = r"(?:一九[七八九]|二[○〇零OΟ0０ｏo][○〇零一二三OΟ0ｏo])[○〇零一二三四五六七八九OΟ0ｏo]"
_YEAR = re.compile(f"{_YEAR_SIGNS}(?=年)")
_MAY_BE_YEAR = re.compile(f"年(?<={_YEAR_SIGNS}年)")
_YEAR_DIGITS = str.maketrans("○〇零OΟｏo一二三四五六七八九", "0000000123456789")
_COMMA = re.compile(r"，(?<=[0-9]，)(?=[0-9]{3}(?![0-9年]))")


# A text without 。 may end its sentences with a point, which is none of a number or of a list then.
_STOP = re.compile(
    r"\.(?<=[\u4e00-\u9fff)”]\.)(?<![一二三四五六七八九十]\.)(?<![一二三四五六七八九十]\)\.)(?=\s|[\u4e00-\u9fff“(\d]|\Z)"
)


def _stops(text: str) -> str:
    return text if "。" in text else _STOP.sub("。", text)


def _years(text: str) -> str:
    if not _MAY_BE_YEAR.search(text):
        return text
    return _YEAR.sub(lambda match: match.group().translate(_YEAR_DIGITS), text)


def _commas(text: str) -> str:
    return _COMMA.sub(",", text)


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines that hold something, without spaces around them, and where they begin."""
    found = []
    offset = 0
    for line in text.split("\n"):
        stripped = line.strip(" \r")
        if stripped.strip("\t"):
            same = len(stripped) == len(line)
            found.append((offset if same else offset + line.index(stripped[0]), stripped))
        offset += len(line) + 1
    return found


def _runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    left_out = [
        match.span()
        for sign, idle in ((" ", _SPACES), ("了", _PARTICLE), ("(", READING))
        if text.find(sign, start, end) >= 0
        for match in idle.finditer(text, start, end)
    ]
    runs = []
    cursor = start
    for begins, ends in sorted(left_out):
        if begins > cursor:
            runs.append((cursor, begins))
        cursor = ends
    runs.append((cursor, end))
    return runs


def _continues(previous: str, line: str) -> bool:
    """Tell whether ``line`` goes on with the sentence that ``previous`` left open (a broken line or page)."""
    if previous[-1] in _ENDED or (previous[-1] not in _GOES_ON and len(previous) < _LONG_LINE):
        return False
    if _NUMBERED.match(line) or _CELLS.search(previous) or _CELLS.search(line) or _STAMP.match(previous):
        return False
    if previous[-1] in _GOES_ON:
        return True
    if len(previous) <= _LONGEST_CREDITS and "。" not in previous and _CREDITS.search(previous):
        return False
    if _NUMBERED.match(previous) and len(previous) < 2 * _LONG_LINE:
        return False
    if _TITLE.fullmatch(previous):
        return False
    # A line without any stop is a title or a heading, however long it is.
    ended_later = "。" in line or "。" in previous
    return ended_later and bool(_OPEN.search(previous)) and not _SIGNATURE.search(line[:20])
