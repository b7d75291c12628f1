"""Each number of the prose in its place: the words left and right of it, its clause and its bracket.

Here belongs what is cut out of the text for a number. What a figure holds is figure.py.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.figures.number_lines import names_behind
from pipelines.extraction.quantities.numbers import Number
from pipelines.extraction.text.brackets import closed_between, open_bracket, without_brackets
from pipelines.extraction.text.clauses import Clause, clean, without_predicate
from pipelines.extraction.text.layout import Layout
from pipelines.extraction.topics.in_force import Topics

# 其中188卷为行政处罚、102卷为行政许可: the name of a part stands behind its number.
_NAMED_BEHIND = re.compile(r"(?:为|是|属于?|系)([\u4e00-\u9fff]{2,10}?)(?=[、，。；)]|和\d|$)")
# 其余61件的被申请人是乡镇
_RESPONDENT_BEHIND = re.compile(r"的?被申请人[是为]([\u4e00-\u9fff]{2,10}?)(?=[、，。；)]|$)")
# 其余185场为广场、集市等集中宣传
_THE_REST = re.compile(r"(?:为|是|系|属于?)([\u4e00-\u9fff、]{2,16}?)(?=[，。；)]|$)")
_STILL_THERE = re.compile(r"(?:现有|尚有|还有)$")
_TAKEN_AWAY = re.compile(r"解除|解矫|注销|撤销|取消|废止")
_BOUND = re.compile(r"^以[上下内](?=[、，])")  # 败诉率6%以下、纠错率10%以内: the tail of the number before
_ENUMERATED = re.compile(r"^\(?\d{1,2}[)、．](?!\d)")  # 2、制定文件4件: the number of a point
_NONE_YET = re.compile("[，、]?(?:减少|压减|拟|计划|力争|预计)")
_TOLD_BEFORE = re.compile(r"[^\d(]*[\u4e00-\u9fff]{4}[^\d(]*")
_NOUN_BEHIND = re.compile(r"(?!以[上下内])[\u4e00-\u9fff]")
_ACT = re.compile(r"行政(?:处罚|许可|强制|检查|征收|征用|给付|确认|奖励|裁决)$")
_NAME = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff”\"]$")
_GOES_ON = ("、", "和", "及", "与")
_HEAD_BEFORE_BRACKET = re.compile(r"\d[\d,.]*[万亿余多]{0,2}[^\d，。；、]{0,3}$")
_RIGHT_WORDS = 24  # characters right of a number that may tell what it counts
_OF_NOUN = re.compile(r"的[\u4e00-\u9fff]")


class _Words(NamedTuple):
    """The words around a number. ``bracket``: where the one begins that it stands in; ``end``: of all."""

    raw: str
    left: str
    right: str
    bracket: int | None
    end: int


def place(text: str, numbers: list[Number], layout: Layout, topics: Topics) -> list[Figure]:
    """Return a figure for each number of the prose, with the words around it and nothing settled yet."""
    found: list[Figure] = []
    clause = previous = None
    behind = names_behind(text, numbers)
    for number in numbers:
        if clause is None or number.start >= clause.end:
            clause = Clause(text, layout, number.start)
        previous = _placed(text, number, clause, topics, previous)
        if number.start in behind:
            previous.until = behind[number.start]
            previous.raw = text[number.end : previous.until]
            previous.left, previous.right = clean(previous.raw), ""
        elif number.unit == "天" and text.startswith("时间", number.end):
            previous.until = number.start - len(previous.raw)  # “宪法宣传周”7天时间开展活动41场
        found.append(previous)
    return found


def _placed(text: str, number: Number, clause: Clause, topics: Topics, previous: Figure | None) -> Figure:
    words = _words(text, number, clause, previous)
    return Figure(
        number,
        words.raw,
        words.left,
        words.right,
        clause,
        clause.words,
        clause.sentence,
        clause.sentence_start,
        clause.start,
        clause.paragraph.start,
        topics.at(
            number.start,
            number.start - len(words.raw),
            number.end + min(_RIGHT_WORDS, len(words.right)),
            (clause.paragraph, clause.sentence_start),
        ),
        words.end,
        words.bracket,
        clause.heading,
        clause.paragraph.looks_ahead(number.start),
    )


def _words(text: str, number: Number, clause: Clause, previous: Figure | None) -> _Words:
    opened = bracket = open_bracket(text, number.start, clause.sentence_start)
    words_from = _words_from(text, number, clause.start, bracket, previous)
    named = _named_before(text, opened, number, clause.start, previous)
    if named is not None:
        bracket, words_from = None, named
    raw = _own(without_brackets(text[words_from : number.start if named is None else opened]))
    right = _right(text[number.end : clause.end], opened)
    if number.unit_class != "percent" and _OF_NOUN.match(right):
        right = right[1:]  # 解答315人次的咨询
    left = clean(raw)
    behind = _name_behind(left, right, unnamed=bool(raw) or _goes_on(number, clause, previous))
    if behind:
        left = behind[1]
    alone = not left and named is None
    opening = _before_its_bracket(text, opened, number, clause, previous) if alone else ""
    left = left or opening or _of_clause_before(raw, right, clause)
    if previous and previous.number.unit_class != number.unit_class:
        beside = not text[previous.end : number.start].strip("、/")
        left = previous.left if beside else left  # 培训3期420人次: what is counted twice is named once
    return _Words(raw, left, right, bracket, number.end + (behind.end() if behind else 0))


def _own(raw: str) -> str:
    """The words before a number, without those of the number before and without points of a list."""
    if raw[:1] in "以为属" and raw.endswith("、"):
        raw = "、"  # 3件以县政府名义、2件以…
    return _BOUND.sub("", _ENUMERATED.sub("", raw)) if raw[:1].isdigit() or raw[:1] in "(以" else raw


def _of_clause_before(raw: str, right: str, clause: Clause) -> str:
    """一审占65.01%，计418件: what a number without words of its own leaves to the clause before."""
    if (raw and not raw.strip("、和及与")) or _NOUN_BEHIND.match(right):
        return ""
    left = clause.before.removesuffix("占")
    # 解除2179名，现有186名: not of those taken away
    return "现有" if _STILL_THERE.search(raw) and _TAKEN_AWAY.search(left) else left


def _name_behind(left: str, right: str, *, unnamed: bool) -> re.Match[str] | None:
    """Return the name of a part that stands behind its number. ``unnamed``: none may be before it."""
    if left == "其余":
        return _RESPONDENT_BEHIND.match(right) or _THE_REST.match(right)
    return _NAMED_BEHIND.match(right) if not left and unnamed else None


def _goes_on(number: Number, clause: Clause, previous: Figure | None) -> bool:
    """终止的289件里，203件系和解后撤回: whether a number opens a clause behind another of its unit."""
    if previous is None or previous.sentence_start != clause.sentence_start:
        return False
    return number.start == clause.start and previous.number.unit == number.unit


def _words_from(text: str, number: Number, clause: int, bracket: int | None, previous: Figure | None) -> int:
    """Where the words of a number begin: at its clause, its bracket, or the number before."""
    if bracket is not None and bracket >= clause:
        clause = bracket + 1
    if previous is None or previous.end <= clause:
        return clause
    if not closed_between(text, previous.number.start, number.start):
        return previous.until
    opened = text.rfind("(", clause, previous.number.start)
    headed = opened < 0 or _HEAD_BEFORE_BRACKET.search(text, clause, opened)
    return text.rfind(")", previous.end, number.start) + 1 if headed else clause


def _named_before(
    text: str, bracket: int | None, number: Number, clause: int, previous: Figure | None
) -> int | None:
    """Where the name begins whose figure stands in a bracket: 行政处罚（98件…）; 甲局（12件）."""
    if bracket is None or bracket + 1 != number.start:
        return None
    begins = clause if previous is None else max(clause, previous.end)
    begins = text.rfind(")", begins, bracket) + 1 or begins
    name = text[begins:bracket]
    alone = text.startswith(
        (")、", ")和", ")及", ")，", ")。", ")；", ")与", ")等", ")较", ")居", ")最"), number.end
    )
    return begins if _ACT.search(name) or (alone and _NAME.search(name)) else None


def _before_its_bracket(
    text: str, bracket: int | None, number: Number, clause: Clause, previous: Figure | None
) -> str:
    """调解矛盾纠纷（386件，成功率98.6%）: the words before a bracket that a number opens; '' for none."""
    if bracket is None or clean(text[bracket + 1 : number.start]):
        return ""
    begins = max(clause.start, text.rfind(")", clause.start, bracket) + 1)
    words = text[begins:bracket]
    if (
        (previous is not None and previous.end > begins)
        or not _TOLD_BEFORE.fullmatch(words)
        or _NONE_YET.match(words)
    ):
        return ""
    return clean(without_predicate(words))


def _right(right: str, bracket: int | None) -> str:
    closing = right.find(")")
    if bracket is not None and closing >= 0 and "(" not in right[:closing]:
        right = right[:closing]
    return "" if right.startswith(_GOES_ON) else right
