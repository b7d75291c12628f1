"""Numbers without a unit of their own: whose unit they share, and whether they count anything.

Here belongs what words and numbers beside such a number say (处罚228、许可84; 其中维持12、撤销3). Numbers
with units are numbers.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.quantities.units import UNITS

# 分别提高1.6和2.2个百分点: the last of a run has the unit of all.
_RUN = re.compile(rf"(?:、\d+(?:\.\d+)?){{0,11}}[、和及与]\d+(?:\.\d+)?(?P<unit>{UNITS}|%)")
_EACH_IN_RUN = re.compile(r"(?:分别|依次|各)[^，。；]{0,56}\Z")
_RUN_WORDS = 60  # characters before a number in which its run begins
# 评查案卷312卷（处罚228、许可84）: what divides a number has its unit.
_NAME = r"(?![^，、；]{0,8}[比较占增减升降约第])[\u4e00-\u9fff“”]{1,10}"
_DIVIDED = re.compile(
    rf"\d(?:余|多)?(?P<unit>{UNITS})(?:(?P<aside>\()|--)(?:其中)?"
    rf"(?:{_NAME}\d[\d, ]*(?:{UNITS})?[、，；])*{_NAME}\Z"
)
_NEXT_NAMED = re.compile(rf"[、，；]{_NAME}\d")
_DIVIDED_WORDS = 90  # characters before a number in which such a division begins
_SHARE_NEXT = re.compile(r"[，(]占(?:比|[收全受总案])")
# 其中维持12、撤销3、责令履行1; 胜诉11，败诉1: outcomes in a list go without their unit.
_OUTCOME_BEFORE = re.compile(
    r"(?:维持|撤销|变更|确认违法|驳回(?:申请)?|终止|责令(?:履行|重作)?|调解|和解|胜诉|败诉|撤诉|一审|二审|再审)\Z"
)
# 共收53件；受理49，审结45: so does what is done with them, behind a number of them
_DONE_BEFORE = re.compile(
    r"\d余?[件宗起](?!.*\d(?:人|个|家|名|万元)).{0,40}[，；、(](?:已)?(?:受理|审结|办结|结案)\Z"
)
# 收案数118，审结数112; 法治指数98 counts nothing
_COUNT_BEFORE = re.compile(r"(?<![指分参系倍级])数量?[：:为是]?\Z")
_RATE_BEFORE = re.compile(
    r"率(?:(?:继续|持续|始终|均|连续[^，。；]{1,3}年)?(?:为|是|保持为?|维持在|实现))?\Z"
)
_LONGEST_RATE = 12  # characters between the word for a rate and its bare 0
_ALIKE = ("均为", "都为", "都是", "均是")  # 行政确认、行政给付、行政裁决均为0
_IN_A_LIST = re.compile(r"[、，；。)(\n]|和(?=[\u4e00-\u9fff])|$")
_LONGEST_BARE = 5  # digits


def unit_of_others(text: str, start: int, end: int) -> str:
    """Return the unit that a number without one shares: with the last of its run, or with what it divides."""
    behind = text[end : end + 1]
    run = _RUN.match(text, end) if behind in "、和及与" else None
    if run and _EACH_IN_RUN.search(text, max(0, start - _RUN_WORDS), start):
        return run["unit"]
    divided = _DIVIDED.search(text, max(0, start - _DIVIDED_WORDS), start) if behind in "、，；)" else None
    if divided is None:
        return ""
    several = _NEXT_NAMED.match(text, end) or re.search(r"\d", text[divided.end("unit") : start])
    return divided["unit"] if several else ""


def counts_bare(text: str, start: int, end: int) -> bool:
    """Tell whether a number without a unit counts something."""
    if _SHARE_NEXT.match(text, end):
        return True
    if text[start:end] == "0" and _RATE_BEFORE.search(text, max(0, start - _LONGEST_RATE), start):
        return bool(_IN_A_LIST.match(text, end))
    if not _IN_A_LIST.match(text, end):
        return False
    if text[start:end] == "0" and text.endswith(_ALIKE, 0, start):
        return True
    if _COUNT_BEFORE.search(text, max(0, start - 5), start):
        return True
    if end - start >= _LONGEST_BARE:
        return False
    if _OUTCOME_BEFORE.search(text, max(0, start - 5), start):
        return True
    done = _DONE_BEFORE.search(text, max(0, start - _RUN_WORDS), start)
    return done is not None and "。" not in done.group() and "\n" not in done.group()


def class_without_unit(text: str, start: int, end: int, *, bare: bool) -> str:
    """Return the class of a number without a unit: a share behind the word for a rate."""
    if _RATE_BEFORE.search(text, max(0, start - _LONGEST_RATE), start):
        return "percent"  # 败诉率为0
    return "" if bare or _SHARE_NEXT.match(text, end) else "bare"
