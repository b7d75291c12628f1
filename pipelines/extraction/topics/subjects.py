"""The subject whose deeds are told: 律师…，代理案件412件; 人民调解组织…，化解….

Here belongs how far a subject rules that opened a sentence, and what ends its rule. The topics that are only
near a figure are in_force.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.text.layout import Paragraph
from pipelines.extraction.topics.hits import Hits, strong_topics
from pipelines.extraction.topics.topic_words import topic_words

_RECEIVED = re.compile(r"(?:新收|收到|新受理)行政(?:复议|诉讼|应诉)(?:申请|案件)?\d")
_ELIDED = re.compile(
    r"(?:全年|一年来|累计|先后|共|并|还|是年|当年|年内|，)*(?:参与|协助|代理|办理(?=诉讼案件|各类案件|各类诉讼|案件|非诉讼)|担任|提供|解答|出具|他们|其中|帮助|为|向)"
)
_SERVE_AS = re.compile(r"(?:全年|共|累计|年内|，)*担任(?:常年)?法律顾问\d")  # what lawyers do
# 864名律师担任村（社区）法律顾问，举办讲座…: what they did as such
_SERVE_VILLAGES = re.compile(
    r"担任[^，。；\d]{0,6}(?:村|社区|居委)[^，。；\d]{0,8}法律顾问，(?!.*(?:；|律师|代理|诉讼|刑事|民事))"
)
# 行政机关办理行政调解案件…；人民调解组织调解纠纷…: mediators end the rule of whoever opened the sentence
_PEOPLES = re.compile(r"；[^，。；\d]{0,8}(?:人民调解(?!员)|调委会)[^；]*\Z")
# 村法律顾问增加到140名，政府法律顾问出具法律意见260件
_GOVERNMENTS = re.compile(
    r"，(?:[市县区镇乡]?政府)法律顾问(?:团)?(?:全年|累计|共)*(?:出具|提出|参与|审查|提供)[^，；]*\Z"
)
_COUNTED = re.compile(r"(?:全?[市县区州])?(?:\d[\d,]*余?[家名个位])?")  # ；7家基层法律服务所…
_ANOTHER = re.compile(
    r"(?<![家个名])，\d[\d,]*余?[家个](?=[\u4e00-\u9fff])"
)  # 律师代理635件，5个基层法律服务所代理…
_SERVICES = "legal_service"  # ends another's rule where it opens what stands behind a ；
# 据统计，今年以来，村法律顾问…; 131个村(社区)实行“一村一法律顾问”
_AS_TOLD = re.compile(
    r"(?:(?:据(?:统计|介绍|了解)|今年以来|目前)，){1,2}|\d+个村(?:\(社区\))?(?:全部|均)?实[行现]“"
)
_OPENING = 16  # characters from a sentence's start within which a subject counts as opening it


class Subjects:
    """Finds them in one reading text."""

    def __init__(self, text: str, hits: Hits, titled: str | None) -> None:
        """``titled``: the one topic that the title names, if it does; a subject rules where no other does."""
        self._text, self._hits = text, hits
        self._words = topic_words()
        self._titled = titled if titled in self._words.subjects else None
        self._opened: dict[tuple[int, int], str | None] = {}
        self._segments: dict[tuple[int, int], str | None] = {}

    def at(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """Return the subject that rules at a place of a sentence, or what it does there as another."""
        segment = self._of_segment(start, sentence)
        if segment == _SERVICES:
            return None  # 村居法律顾问全覆盖；公共法律服务中心接待咨询2万人次
        subject = segment or self._ruling(start, sentence, paragraph) or self._titled
        if subject == "lawyer" and _SERVE_VILLAGES.search(self._text[sentence:start]):
            return "community_counsel"
        if subject and _PEOPLES.search(self._text[sentence:start]):
            return None
        if subject == "community_counsel" and _GOVERNMENTS.search(self._text[sentence:start]):
            return None
        return subject

    def _of_segment(self, start: int, sentence: int) -> str | None:
        """律师…；基层法律服务所6个，担任顾问48家: the subject that opens what stands behind a ；."""
        segment = self._text.rfind("；", sentence, start) + 1
        anew = [match.start() + 1 for match in _ANOTHER.finditer(self._text, segment or sentence, start)]
        segment = anew[-1] if anew else segment
        if not segment:
            return None
        opened = segment, min(segment + _OPENING, start)
        if opened not in self._segments:
            opens = _COUNTED.match(self._text, segment)
            hits = [hit for hit in self._hits.before(opened[1], segment) if opens and hit[1] == opens.end()]
            named = next(iter(strong_topics(hits)), None)
            self._segments[opened] = named if named in (*self._words.subjects, _SERVICES) else None
        return self._segments[opened]

    def _subject(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """The subject that opens this sentence, or an earlier one of the paragraph with none since."""
        told = _AS_TOLD.match(self._text, sentence, start)
        opened = sentence, min((told.end() if told else sentence) + _OPENING, start)
        if opened not in self._opened:
            self._opened[opened] = self._opening_subject(*opened, paragraph)
        return self._opened[opened]

    def _ruling(self, start: int, sentence: int, paragraph: Paragraph) -> str | None:
        """律师…。主渠道作用显现，新收行政复议案件38件，受理34件: what is received ends a subject's rule."""
        subject = self._subject(start, sentence, paragraph)
        return None if subject and _RECEIVED.search(self._text, sentence, start) else subject

    def _opening_subject(self, first: int, until: int, paragraph: Paragraph) -> str | None:
        strong = strong_topics(self._hits.before(until, first))
        opening = strong[-1] if strong else None
        if opening == "counsel" and _SERVE_AS.match(self._text, first):
            opening = None
        if opening in self._words.subjects:
            return opening
        # 复议 or 应诉 opening a sentence ends the rule of an earlier subject, unless the sentence has none
        # (参与…).
        if (opening and not _ELIDED.match(self._text, first)) or first <= paragraph.start:
            return None
        return self._subject(first - 1, paragraph.sentence(first - 1)[0], paragraph)
