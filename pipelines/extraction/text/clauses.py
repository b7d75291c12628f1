"""The clause that a number stands in, found once for all its numbers.

Here belongs what the figures of one clause share: its place, its sentence, its heading and the words of the
clause before. The words of a single figure are figures/figure.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.extraction.expressions.edges import beginnings, endings, openings
from pipelines.extraction.expressions.grammar import any_of
from pipelines.extraction.text.brackets import without_brackets
from pipelines.extraction.text.layout import Layout

_TAIL = re.compile(f"(?:{any_of('lead_up')})+$")
_LEAD = re.compile(
    r"^(?:[、与并，]|和(?!解)|及(?!时|格)|以及|其中(?:有(?![效关])|含)?|包[括含]|内含|同时|此外|另外|另|并且)+"
)
_RECORD = re.compile(r"(?:首次|再次|一举)?(?:突破|跃上|迈上)[^，。；]{1,8}(?:大关|台阶)$|再?创(?:历史)?新高$")
# Most phrases end and begin with other characters; to see that is quicker than to try.
_TAIL_ENDS, _RECORD_ENDS = (
    frozenset(edge[-1] for edge in endings(ending)) for ending in (any_of("lead_up"), _RECORD.pattern)
)
_LEAD_BEGINS = frozenset(edge[0] for edge in openings(_LEAD.pattern))
_COMPARED = re.compile(any_of("compared"))
_MAY_COMPARE = re.compile(beginnings(any_of("compared")))
# 公职律师队伍不断壮大，2022年底为31名: what a clause says of its subject names nothing.
_PREDICATE = re.compile(
    r"占大头$|在其中占?$|"
    r"(?:力量|数量|规模|人数)?(?:不断|连年|已?连续[两三四五]年|持续|逐年|稳步|进一步|继续|日益|更加|快速)"
    r"(?:壮大|扩大|增长|增加|提升|提高|上升|增强|加强|健全|完善|充实|走低|下降|减少|规范)$"
    r"|(?:有所|略有|保持|成为|基本|均)[\u4e00-\u9fff]{2,4}$|再创新高$"
)
_POINT = re.compile(r"\(?\d{1,2}[.、)](?!\d)")  # 1.立案：2215宗
_DIGIT = re.compile(r"\d")
_AFTERWARDS = 60  # characters behind the clause that may still tell what a figure counts


class Clause:
    """``words``: its own; ``sentence``: those of its sentence, up to a little behind the clause."""

    __slots__ = (
        "_before",
        "_before_start",
        "_text",
        "end",
        "heading",
        "paragraph",
        "sentence",
        "sentence_start",
        "start",
        "words",
    )

    def __init__(self, text: str, layout: Layout, offset: int) -> None:
        """``offset``: a place in the clause."""
        self.paragraph = layout.paragraph(offset)
        self.start, self.end = self.paragraph.clause(offset)
        self.sentence_start, sentence_end = self.paragraph.sentence(offset)
        self.words = text[self.start : self.end]
        self.sentence = text[self.sentence_start : min(sentence_end, self.end + _AFTERWARDS)]
        headings = self.paragraph.headings
        self.heading = text[headings[-1].start : headings[-1].end] if headings else ""
        self._text = text
        self._before: str | None = None
        self._before_start = self.start

    @property
    def before(self) -> str:
        """The words of the clause before, for figures whose own has none (律师人数首次突破两千，达…)."""
        if self._before is None:
            self._before = self._found_before()
        return self._before

    @property
    def before_start(self) -> int:
        """Where the clause before begins; its own start where there is none."""
        return self._before_start if self.before else self.start

    def _found_before(self) -> str:
        text, floor = self._text, max(self.sentence_start, self.paragraph.start)
        if self.start - 1 <= floor or text[self.start - 1] not in "，：":
            return ""
        start, end = self.paragraph.clause(self.start - 2)
        start = max(start, floor)
        point = _POINT.match(text, start, end)
        start = self._before_start = point.end() if point else start
        digit = _DIGIT.search(text, start, end)
        words = without_brackets(text[start : digit.start() if digit else end])
        if _MAY_COMPARE.search(words):
            words = _COMPARED.split(words, maxsplit=1)[0]
        return clean(without_predicate(words))


def without_predicate(words: str) -> str:
    """调解员队伍不断壮大, 新收申请有所减少: what a clause speaks of, without what it says of it."""
    return _PREDICATE.sub("", words)


_COUNTED = (
    re.compile(r"(?<=[\u4e00-\u9fff][\u4e00-\u9fff)])(?:数量?|总数|总|金额)$"),
    re.compile(
        r"(?<=[\u4e00-\u9fff][\u4e00-\u9fff)])总?(?:[件起宗次人份条场期户家项个]数量?|[人场家件期]次)$"
    ),
)


def without_count(words: str) -> list[str]:
    """审查意见条数, 旁听庭审次数: what is counted, without the words for its being counted."""
    cut = (ending.sub("", words) for ending in _COUNTED)
    return [noun for noun in dict.fromkeys(cut) if noun != words]


@lru_cache(maxsize=256)
def clean(phrase: str) -> str:
    """Cut what only leads up to a number: 共计, 达到, 不少于 and the like."""
    if phrase and phrase[-1] in _RECORD_ENDS:
        phrase = _RECORD.sub("", phrase)
    if phrase and phrase[-1] in _TAIL_ENDS:
        phrase = _TAIL.sub("", phrase)
    if phrase and phrase[0] in _LEAD_BEGINS:
        phrase = _LEAD.sub("", phrase)
    return phrase
