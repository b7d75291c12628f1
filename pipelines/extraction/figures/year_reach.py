"""How far a year reaches: over its clause, on through its sentence, or through the paragraph.

Here belongs what a year's place and the words beside it say of that. Years told in passing are
year_asides.py, which year is in force year_words.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipelines.extraction.figures.year_asides import is_before, tells_of, told_aside, told_now

OUTRIGHT = re.compile(r"本年|今年|目前")  # no word of the year that is being told of
_THE_YEAR = re.compile(r"的(?:(?:19|20)\d\d年)，")  # 集中管辖之前的2021年，受理7件
_LEADING = re.compile(r"(?:截至|截止|到|至|其中|在|,|是|自|从)$")
_GOAL = re.compile(r"(?:建议|力争|确保|争取|实现|计划|预计|对照|按照)(?:到|在|于)?$")
_LEAD = 12  # characters of what a sentence is about, before the year it tells of
_STEP = re.compile(r"[由从](?:19|20)\d\d年的[^，。；]{1,12}、\Z")  # 由2019年的12.3%、2020年的10.1%降到8.7%
_NEAR_SIGN = 4  # characters
_OPENING = re.compile(r"[，。；][^，。；\d]+\Z")
_BEGAN = re.compile("成立|启动|运行|挂牌|揭牌|开通|启用|组建")  # 中心2018年10月成立以来
_WHOSE = re.compile("[\u4e00-\u9fff]{2,12}")  # 全市法院三年共审结…: whose years they are
_BY_YEAR = re.compile(r"(?:分|按|逐)年[度份]?(?:来?看|统计|分)?[，：]")
_COUNTS_AT_ONCE = re.compile(r"(?:仅|只|才)?(?:为|是|有)?\d[\d,.]*[\u4e00-\u9fff%]{1,3}；")
_FIGURE = re.compile(r"\d[件起宗人次场个份名家]")
_NUMBERED = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,2}[、.]")


class YearReach:
    """Tells it of the words of years of one text. ``own``: the year of the report."""

    def __init__(self, text: str, own: int | None, matches: Sequence[re.Match[str]]) -> None:
        self._text, self._own, self._matches = text, own, matches
        self._starts = [match.start() for match in matches]

    def rules(self, match: re.Match[str], start: int, reach: str) -> bool:
        """Within its clause any year rules; further on only one that opens a clause, or a sentence."""
        if reach == "clause":
            return True
        begins = match.start() - self._text.endswith(("“", '"'), 0, match.start())  # “2024年，我们要力争…
        sign = self._text[begins - 1] if begins else "\n"
        if reach == "paragraph":
            return not self._one_by_one(match) and self._rules_on(match, start, begins, sign)
        if told_aside(self._text, match, self._own) and match.start() > start:
            return False
        if match["last"] and _COUNTS_AT_ONCE.match(self._text, match.end()) and match.start() > start:
            return False  # 公职律师82名，上年71名；法律顾问15名
        if _STEP.search(self._text, start, match.start()):
            return False
        if match["year"] and int(match["year"]) > (self._own or 0) and self._aimed_at(match):
            return True
        numbered = _NUMBERED.fullmatch(self._text, start, match.start())
        leads = begins == start or sign in "、，。；：\n(-" or numbered is not None
        leads = leads or _THE_YEAR.match(self._text, match.start() - 1) is not None
        if match["now"] and OUTRIGHT.match(match["now"]):
            leads = leads or self._opens_clause(match)
        leads = leads or (bool(match["since"]) and sign in "】 ")
        if match["mid"] or _BEGAN.search(match["since"] or ""):
            leads = leads or _WHOSE.fullmatch(self._text, start, match.start()) is not None
        return leads or bool(_LEADING.search(self._text, max(start, match.start() - 4), match.start()))

    def _rules_on(self, match: re.Match[str], start: int, begins: int, sign: str) -> bool:
        """Whether a year rules the sentences behind its own. ``sign``: what stands before it."""
        outright = match["now"] and OUTRIGHT.match(match["now"])
        now = outright and (sign == "，" or self._opens_clause(match))
        opens = sign in "。\n；" or begins == start
        opens = opens and not self._told_in_passing(match, start, sign)
        return opens or bool(now) or self._leads(match, start, sign)

    def _one_by_one(self, match: re.Match[str]) -> bool:
        """分年度看，2021年收到97件，2022年收到124件: years told one by one hold for their sentence only."""
        begins = max(self._text.rfind(sign, 0, match.start()) for sign in "。\n")
        return _BY_YEAR.match(self._text, begins + 1) is not None

    def _opens_clause(self, match: re.Match[str]) -> bool:
        """2021年留下6件，由此本年在手55件: a word or two before it are no other subject."""
        return bool(_OPENING.search(self._text, match.start() - _NEAR_SIGN - 1, match.start()))

    def _aimed_at(self, match: re.Match[str]) -> bool:
        """力争2025年…达到30%以上，…降至15%以下: a year that is to come holds for all that is aimed at."""
        return bool(_GOAL.search(self._text, max(0, match.start() - 4), match.start()))

    def _told_in_passing(self, match: re.Match[str], start: int, sign: str) -> bool:
        """Tell whether a year at the head of a clause or a sentence holds no further than that."""
        if tells_of(self._text, match, self._own):
            return True
        if sign == "；":
            return self._passing(match)  # 出庭率100%；2022年为96.3%。收到7份检察建议
        told = sign == "。" and is_before(match, self._own)
        # 应诉8件。2022年，我局被诉11件，有所下降。收到检察建议3件
        return told and _FIGURE.search(self._text, start, match.start()) is not None

    def _passing(self, match: re.Match[str]) -> bool:
        """Tell whether a year before the report's own is told in passing."""
        return is_before(match, self._own) and told_aside(self._text, match, self._own)

    def _leads(self, match: re.Match[str], start: int, sign: str) -> bool:
        """行政复议方面，2023年…; 2017年1037件，2018年增至1146件: a year behind a comma rules what follows."""
        if sign not in "，、" or self._text.startswith("的", match.end()):
            return False
        if self._passing(match):
            return False  # 应诉46件，2024年为55件
        sentence = max(start, self._text.rfind("。", start, match.start()) + 1)
        at = bisect_left(self._starts, match.start())
        since = bisect_left(self._starts, sentence)
        told = (self._matches[one] for one in range(at - 1, since - 1, -1))
        # 2022年全年办理62件，2023年118件
        before = next((one for one in told if one["year"] or one["last"]), None)
        if before is None:
            beside = is_before(match, self._own) and told_now(self._text, match)
            return match.start() - sentence <= _LEAD and not beside  # 办结398件，2022年办结351件
        return bool(match["year"] and before["year"]) and match["year"] > before["year"]
