"""What looks ahead: headings over plans, and words from which on a paragraph is about what comes.

Here belongs how reports word that they turn to the next year. Which paragraphs stand under such a heading is
layout.py.
"""

from __future__ import annotations

import re

_NEXT_YEAR = (
    r"年[^，。；：、\d\n]{0,18}?(?:打算|安排|计划|思路|展望|谋划|重点|要点|目标|任务|举措|部署|怎么[干做办]|预期|承诺)"
    r"(?![^。\n]{0,8}(?:成效|成绩|成果|亮点|完成|落实|进展|情况))"
)
_OUTLOOK = re.compile(
    r"下一?步|下一年|下一阶段|今后|打算|工作计划|(?<![宽清新确])工作思路|工作安排|努力方向|重点工作安排|工作谋划|工作展望|整改措施|改进措施|改进方向|工作设想|工作构想|工作规划|明年工作|目标任务|下半年(?:的?工作)?(?:安排|打算|计划)"
    r"|(?:意见|工作|对策|问题|措施|研判|思考)[与和及、]?建议$"
    rf"|(?P<year>20\d\d){_NEXT_YEAR}|明{_NEXT_YEAR}"
)
_LOOKS_BACK_TOO = re.compile(r"总结(?:报告)?[、，]?(?:及|和|与|暨|以及)$")
_LABEL = re.compile(r"(?:下一?步|工作)?(?:打算|计划|安排|思路|目标|设想)[：:]?")  # 打算：1.…
_AFTER_THIS = r"(?:明年|下一?年度?|来年|新的?一年)(?!初|[^，。；\d]{0,4}(?:奠定|打下))"
_OUTLOOK_LEAD = re.compile(
    rf"[“\"]?(?:[一二三四五六七八九]是)?(?:(?:下一?步|今后|接下来|展望(?:20\d\d年?)?)[，,的工我将]|望20\d\d年|{_AFTER_THIS})"
)

_WANTING = re.compile(
    r"问题|不足|短板|困难|薄弱|(?<!下一步)(?<!下步)(?<!下一步工作)(?<!下步工作)(?<!今后工作)建议$"
)
# not that of 2022年甲县政府工作报告, which plans the year that it names
_TOLD_YEAR = re.compile(r"(20\d\d)年(?!\d{1,2}月)(?![^\n]{0,16}政府工作报告)")
_OPENING = 200  # characters of a text, in which its title names its year
# One class first, as ``re`` skips quickly to a class; where it opens a clause is looked at behind it.
_COMING = re.compile(
    r"[一二三四五六七八九下今接为对针新明来12](?<![^\n。；，].)(?:(?<=[一二三四五六七八九])是(?=[下今接为对针新明来12]).|)"
    r"(?:(?<=下)一?步|(?<=今)后|(?<=接)下来|(?<=[为对])此|(?<=针)对"
    r"|(?<=新)的?一年|(?<=[明来])年(?=[，,将要我全力])|(?:(?<=1)9|(?<=2)0)\d\d年(?=[，,]|我|将|全|要|计划))"
)
_AHEAD = re.compile(
    r"[。；](?:[一二三四五六七八九]是)?(?:(?:下一?步|今后|接下来|改进措施|整改措施|下一步打算)(?=[，：,的工我将])"
    rf"|{_AFTER_THIS})"
)


def heads_plans(text: str, start: int, end: int) -> bool:
    """Tell whether a heading stands over what comes; 2024年工作举措 does not in a report on 2024."""
    if _LABEL.fullmatch(text, start, end):
        return True
    found = _OUTLOOK.search(text, start, end)
    if found is not None and _LOOKS_BACK_TOO.search(text, start, found.start()):
        return False  # the title of a text that tells of one year and plans another
    if found is None or found["year"] is None:
        return found is not None
    told = _TOLD_YEAR.search(text, 0, min(_OPENING, start))
    return told is None or told[1] != found["year"]


def heads_wants(text: str, start: int, end: int) -> bool:
    """Tell whether a heading stands over what is wanting (存在的不足和下一步打算)."""
    return bool(_WANTING.search(text, start, end))


def opens_ahead(text: str, start: int) -> bool:
    """Tell whether a paragraph begins with what comes."""
    return bool(_OUTLOOK_LEAD.match(text, start))


def turns_ahead(text: str, start: int, end: int, *, mixed: bool) -> int | None:
    """Return the character from which on a paragraph is about what comes; ``mixed``: it stands under both."""
    told = (_COMING if mixed else _AHEAD).search(text, start, end)
    return told.end() if told else None
