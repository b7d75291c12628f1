"""One figure of several things: 撤销、变更5件 states neither, 列席会议、出具意见96件 the last of them.

Here belongs what the words before a rule's own make of its figure.
"""

from __future__ import annotations

import re

from pipelines.extraction.rules.rule import COORDINATE, Candidate

# 列席会议、出具法律意见96件: what is issued is counted, whatever was done before; 为企业和当事人挽回…: for
# whom; 市委、市政府法律顾问: one body of two names.
_ISSUED = re.compile(r"(?:出具|提出|制发|提供)(?=[^，。；]{0,4}(?:意见|建议))")
_FOR_WHOM = re.compile(r"为[^，。；\d]{1,14}(?:[、和及]|或者)$")
_PARTY_AND = re.compile(r"[县市区州省]委[、和]$")
# 编印、发放宣传材料7.4万份: two verbs of one object
_SAME_OBJECT = re.compile(r"(?:编印|印制|制作|印刷|编写|策划|排查|梳理)[、和]$")
# 情节严重、依法收监执行3名: a condition is no other thing
_CONDITION = re.compile(r"(?:情节|后果|性质|条件|材料)(?:严重|轻微|恶劣|不够|不符|不全)、$")
# 判决维持或驳回诉讼请求26宗; 复议后未再提起诉讼的占92.4%: what became of cases, and no kind of them
_CAME_OF_THEM = r"(?:维持|驳回|撤销|变更|确认违法|责令|终止)"
_SEVERAL_OUTCOMES = re.compile(
    rf"(?:判决|决定)?{_CAME_OF_THEM}[\u4e00-\u9fff]{{0,6}}?[、及和或]{_CAME_OF_THEM}[\u4e00-\u9fff]{{0,6}}"
    r"|[\u4e00-\u9fff]{0,8}未再(?:提起)?(?:诉讼|信访|申诉|起诉)[\u4e00-\u9fff]{0,6}"
)
# 民事行政案件、刑事附带民事案件: two kinds in one word; 民商事 is one
_KIND_BEFORE = re.compile(r"(?:民事|刑事|行政)(?:附带)?$")
_KIND = re.compile(r"(?:民商?事|刑事|行政)(?:类|诉讼|案)")
_ALL_CASES = frozenset(
    f"reconsideration.{code}" for code in ("received", "accepted", "concluded", "cases_handled")
) | frozenset(f"litigation.{code}" for code in ("cases", "concluded", "first_instance"))
_LONG_ACT = 4  # characters of 列席会议, which has an object; 审查 has none


def composite(best: Candidate) -> bool:
    """Tell whether a rule fits one of several things that a figure is told of together."""
    if _KIND_BEFORE.search(best.rest) and _KIND.match(best.matched):
        return not best.joined
    several = best.matched and COORDINATE.search(best.rest) and not best.joined
    return bool(several) and not _of_the_last(best)


def of_outcomes(indicator: str, part: str | None) -> bool:
    """Tell whether a part of all cases is named by several outcomes at once: stated as nothing."""
    return part is not None and indicator in _ALL_CASES and _SEVERAL_OUTCOMES.fullmatch(part) is not None


def _of_the_last(best: Candidate) -> bool:
    """Tell whether a figure is of the last of several things told with it alone."""
    if _PARTY_AND.search(best.rest) and re.match(r"[县市区州省]?(?:人民)?政府", best.matched):
        return True
    if best.indicator.endswith("losses_recovered") and _FOR_WHOM.search(best.rest):
        return True
    if _SAME_OBJECT.search(best.rest) or _CONDITION.search(best.rest):
        return True
    before = re.split(r"[、，和及与]", best.rest[:-1])[-1]
    return bool(_ISSUED.match(best.matched)) and len(before) >= _LONG_ACT
