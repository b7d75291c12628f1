"""The topic words of a text that say what it turns to.

Here belongs what a topic word is worth where it stands: one that is left out, compared with or the name of a
kind says nothing, one in the name of a law little. The words themselves are data (lexicon.yaml); which
topic is in force at a figure is for in_force.py.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from pipelines.extraction.expressions.lexicon import lexicon

# 收案数超过法院一审案件数近70%: what a court is only measured against is not what the text turns to.
# Its first character stands alone, as ``re`` skips quickly to a class of characters that opens an expression.
_MEASURED_AGAINST = re.compile(
    r"[超高多大少低相达是为比](?:"
    r"(?:(?<=超)[过出]|(?<=[高多大少低])于|(?<=相)当于|(?<=达)到|(?<=[是为]))"
    r"(?:全[市县区省州]|同期)?(?:人民)?法院[^，。；\d]{0,24}(?:\d[\d.]*(?:倍|%)|的\d|\d+[件起宗]|案件数?近?(?:[一二三四五六七八九]成(?:以[上下])?)?(?=[，。；]))"
    r"|(?<=比)(?:同期)?(?:全[市县区省州])?(?:人民)?法院[^，。；\d]{2,24}(?=[多少高低])"
    r"|(?:过|于|到)?(?:全[市县区省州])?(?:一审)?行政(?:诉讼|应诉)(?:一审)?案件[^，。；\d]{0,8}\d[\d.]*倍"
    r"|(?:(?<=[是为])|(?<=达)到?|(?<=超)过|(?<=[高多低少])于)(?:全[市县区省州])?同期[^，。；\d]{2,20})"
)
# 经行政复议后起诉的45件: where a law suit comes from is not what the text turns to.
_AFTER_REVIEW = re.compile(
    r"经(?:行政)?复议(?:审理)?(?:后)?(?:直接|再|又|仍)?(?:提起|进入)?(?:行政)?(?:起诉|诉讼|应诉)"
    r"|(?<=[，、(])(?:行政)?复议后(?:再|又|仍)?(?:提起)?(?:行政)?(?:起诉|诉讼|应诉)"
)
# 复议机关同原机关一道当被告的21件: nor is what the reviewing body is sued for a review.
_AS_DEFENDANT = re.compile(
    r"(?:复议机关|[因经](?:行政)?复议(?:的案件)?)[^，。；\d]{0,14}?(?:被告|被诉)"
    r"|经(?:行政)?复议的案件中(?=，复议机关)"
)
# 新收1836件，与行政诉讼一审案件(1021件)之比上升: nor is what figures are set against.
_RATIO = re.compile(r"与[^，。；\d]{2,14}(?:\(\d[^()]{0,8}\))?(?:案件)?(?:之比|拉开差距|基本持平)")
# 首次超过一审行政诉讼案件, 是行政诉讼的2.1倍
_OUTDONE = re.compile(
    r"(?:超过|多于|高于|[是为])(?:同期)?(?:全?[省市县区州](?:人民)?(?:法院)?)?(?:一审)?行政(?:诉讼|应诉)(?:一审)?(?:案件)?(?:收案)?(?:总?[数量])?"
    r"(?:\(\d[^()]{0,8}\))?(?=[，；。]|的\d[\d.]*倍)"
)
_LEFT_OUT = re.compile(r"不(?:含|包括|包含)[^，。；)\d]{2,24}")  # 成功率98%（不含行政调解）
# 涉及生态环境、“放管服”改革等内容的专项清理: nor is what something is only about.
# 【行政复议与应诉】收案38件，审结34件: what names no suits is of the reviews that are named first.
_SUITS_BESIDE = re.compile(r"(?<=复议)(?:和|与|及|、)?(?:行政)?(?:应诉|诉讼)(?=[^【】\n]{0,4}】)")
_SLOGAN = re.compile(r"大复议[、，\s]?中诉讼[、，\s]?小信访")
_ABOUT = re.compile(r"涉及[^。；\n\d]{2,40}?等(?:内容|领域|方面)的")
# Each with words one of which every match of it holds: few texts have any.
_ASIDES = (
    (("不含", "不包"), _LEFT_OUT),
    (("经复议", "经行政复议", "复议后"), _AFTER_REVIEW),
    (("被告", "被诉"), _AS_DEFENDANT),
    (("之比", "差距", "持平"), _RATIO),
    (("超过", "多于", "高于", "倍"), _OUTDONE),
    (("】",), _SUITS_BESIDE),
    (("涉及",), _ABOUT),
    (("大复议",), _SLOGAN),
    (("法院", "同期", "倍"), _MEASURED_AGAINST),
)
# 行政复议法修订等专项清理3次: the name of a law is not what the text turns to.
_LAW = re.compile(r"《[^》\n]{2,30}[法例定则]》")
_AMENDED = ("法修订", "法修改")
# 信息公开类47件: the kind that a list counts is not what the text turns to.
_KIND_OF_LIST = re.compile(r"类(?:案件)?[\d(，。、；]")
_VILLAGES = re.compile(
    r"(?:村|社区|居)\)?(?:\([^()\n]{1,6}\))?"
    r"(?:由\d+[名位]律师(?:担任)?|(?:都|均|全部|已)?(?:有了?|配上了?|聘上了?)自己的|(?:签约|结对|挂点|包联)+(?:担任|服务)?)$"
)
_TO_VILLAGES = re.compile(r"法律顾问(?:定期|轮流)?(?:进村|入村|下村|驻村|进社区|入户|到社区|到村)")
_NEAR = 20
_COUNSEL, _OPENS = "法律顾问", ("。", "；", "，")
_KINDS = ("公开", "事项")  # what may stand between a topic and 类

Hit = tuple[int, int, int]
"""A topic word in the text: the number of its meaning, its start and its end."""


class TopicWords(NamedTuple):
    """The finder of topic words, and what the numbers of its hits mean.

    ``strong``, ``weak``: the number of a hit by topic; ``subjects``: the topics that rule a sentence which
    they open.
    """

    finder: ahocorasick_rs.AhoCorasick
    meanings: list[tuple[str, bool]]  # topic, and whether the word is strong
    strong: dict[str, int]
    weak: dict[str, int]
    subjects: frozenset[str]


@cache
def topic_words() -> TopicWords:
    """Return the topic words of the rules, compiled once."""
    terms: dict[str, tuple[str, bool]] = {}
    topics = lexicon().topics
    for name, entry in topics.items():
        terms |= dict.fromkeys(entry.strong, (name, True))
        terms |= {word: (name, False) for word in entry.weak if word not in terms}
    finder = ahocorasick_rs.AhoCorasick(
        list(terms),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,  # the quickest; the words are few
    )
    meanings = [*terms.values(), *((name, strong) for strong in (True, False) for name in topics)]
    strong = {name: len(terms) + at for at, name in enumerate(topics)}
    weak = {name: number + len(topics) for name, number in strong.items()}
    return TopicWords(
        finder, meanings, strong, weak, frozenset(name for name in topics if topics[name].subject)
    )


def found_in(text: str) -> list[Hit]:
    """Return the topic words of a text, less those that do not say what it turns to."""
    hits: list[Hit] = topic_words().finder.find_matches_as_indexes(text)
    if "类" in text:
        ends = {match.start() for match in _KIND_OF_LIST.finditer(text)}
        ends |= {end - 2 for end in ends if text.startswith(_KINDS, max(0, end - 2))}
        hits = [hit for hit in hits if hit[2] not in ends]
    if _COUNSEL in text:
        hits = _counsel_again(hits, text)
    aside = [
        match
        for signs, words in _ASIDES
        if any(sign in text for sign in signs)
        for match in words.finditer(text)
    ]
    return _laws_weakened([hit for hit in hits if not _within(hit, aside)], text)


def of_disclosure(hits: list[Hit], text: str) -> list[Hit]:
    """举办业务培训2次 in a report on disclosure: training is about disclosure, unless it names the law."""
    meanings, disclosure = topic_words().meanings, topic_words().strong["disclosure"]
    return [
        (disclosure, start, end) if meanings[number][0] == "study" and "法" not in text[start:end] else hit
        for hit in hits
        for number, start, end in (hit,)
    ]


def _counsel_again(hits: list[Hit], text: str) -> list[Hit]:
    """村（社区）法律顾问全部签约。法律顾问举办讲座684场: those whom the paragraph has just named."""
    meanings, strong = topic_words().meanings, topic_words().strong
    told: list[Hit] = []
    for number, start, end in hits:
        again = text.startswith(_COUNSEL, start) and text[start - 1 : start] in _OPENS and told
        last = meanings[told[-1][0]][0] if again else None
        same = last == "community_counsel" and text.find("\n", told[-1][2], start) < 0
        same = same or (text.startswith(_COUNSEL, start) and _of_villages(text, start))
        told.append((strong["community_counsel"] if same else number, start, end))
    return told


def _of_villages(text: str, start: int) -> bool:
    """120个社区都有了自己的法律顾问; 法律顾问进村入户: whose counsel it is stands beside the word."""
    before = text[max(0, start - _NEAR) : start]
    return bool(_VILLAGES.search(before) or _TO_VILLAGES.match(text, start))


def _laws_weakened(hits: list[Hit], text: str) -> list[Hit]:
    laws = list(_LAW.finditer(text))
    meanings, weak = topic_words().meanings, topic_words().weak
    return [
        (weak[meanings[hit[0]][0]], hit[1], hit[2])
        if _within(hit, laws) or text.startswith(_AMENDED, hit[2])
        else hit
        for hit in hits
    ]


def _within(hit: Hit, places: list[re.Match[str]]) -> bool:
    return any(place.start() <= hit[1] < place.end() for place in places)
