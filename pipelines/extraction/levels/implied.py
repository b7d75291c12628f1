"""What a number without a noun speaks of: 对重大决策进行合法性审查，全年共11件; …举办培训班。累计6期.

Here belongs the wording that such a number leaves to the clause before it, to the end of the sentence before
or to the label of its paragraph (行政许可：受理426件).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.text.clauses import clean

_BARE_VERB = re.compile(
    r"(?:累计|共|先后|全年|年内|本年度|目前|已|也)*(?:开展|组织|举办|举行|进行|完成|实施|安排|召开|提供|办班|开讲|办)?(?:了)?"
)
# 对县政府拟签订的合同逐件进行合法性审查
_DONE_TO = re.compile(
    r"(?:^|[，；])(?:[^，；]{0,12}?)(?:对|将)(?P<of>[^，；]{2,40}?)(?:认真|全面|依法|及时|集中|统一|严格|逐[件一份项])*"
    r"(?:进行|开展|实施|作|予以|组织)了?(?P<deed>[\u4e00-\u9fff]{2,12})$"
)
_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?(?P<label>[\u4e00-\u9fff]{2,8})："
)
_FEW = 4  # characters of a verb that leaves its noun to the label
_DIGIT = re.compile(r"\d")
_SEPARATED = re.compile("[，；：]")


def sources(text: str, figure: Figure) -> Iterator[tuple[str, int]]:
    """Yield the words that a figure may leave to what stands before it, and of how many a rule takes more."""
    again = _BARE_VERB.sub("", figure.left, count=1)  # …进行合法性审查，全年共审查96件
    before = figure.before or (_sentence_before(text, figure) if _opens(figure) else "")
    if not before or _DIGIT.search(before):
        return
    done = list(deeds(before, again))
    if done or not again:
        yield from done or [(before, 0)]


def labelled(text: str, figure: Figure) -> Iterator[tuple[str, int]]:
    """Yield the label of a paragraph before a figure's few words: 行政许可：受理426件，…."""
    if 0 < len(figure.left) <= _FEW:
        label = _LABEL.match(text, figure.paragraph)
        if label is not None and text[label.end() : figure.number.start] == figure.left:
            yield label["label"] + figure.left, len(figure.left)


def deeds(words: str, again: str = "") -> Iterator[tuple[str, int]]:
    """Yield deed and thing side by side, in both orders, where the words end with what was done to a thing.

    ``again``: the verb that the figure repeats, with which the deed ends.
    """
    done = _DONE_TO.search(words)
    if done is None or not done["deed"].endswith(again):
        return
    deed, of = clean(done["deed"]), clean(done["of"])
    yield deed + of, len(of)  # a rule for the thing alone knows nothing of the deed
    yield of + deed, len(deed)


def _opens(figure: Figure) -> bool:
    """Whether the clause of a figure opens its sentence."""
    return figure.clause_start == figure.sentence_start


def _sentence_before(text: str, figure: Figure) -> str:
    """The last clause of the sentence before, of the same paragraph; '' for none."""
    told = text[figure.paragraph : figure.sentence_start].removesuffix("。")
    return _SEPARATED.split(told.rpartition("。")[2])[-1]
