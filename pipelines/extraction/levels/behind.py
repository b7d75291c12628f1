"""Figures whose noun or fate stands behind them: 办理98件行政应诉案件, 保持100%的报备率, 有52件作出维持决定.

Here belongs putting the words in the order that rules know: verb, noun, number. Lists whose numbers stand
before their names are lists/number_first.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.expressions.lexicon import lexicon
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_RATE = re.compile(r"的(?P<noun>[\u4e00-\u9fff、]{1,14}?(?:率|满意度))(?![^，。；]*率)")
_HELD = re.compile(
    r"(?:继续|仍|始终|已|均|全部|达到|保持着?|实现|取得|完成|维持|为|以|仅?有|稳定在|控制在)+$"
)
_NOUN = re.compile(
    r"(?!的|[\u4e00-\u9fff]{2,14}(?:参加|参与))(?P<noun>[\u4e00-\u9fff“”·《》()、]{2,22}?)"
    r"(?:的工作|工作)?(?=[，。；：]|$|并|均|全部|进行|开展$|的(?:发生|合法性)|激化|，|等)"
)
_VERB = re.compile(
    r"(?:办理|受理|实施|作出|办结|审结|承办|代理|提供|收取|收缴|收到|发放|给予|挽回|化解|调解|调处|达成|排查|发现|预防"
    r"|防止|处理|完成|应诉|支付|支出|发出|提出|出具|注销|新办理|(?<!举)办|查处|申请|组织|开展|共有|现有|已有|有|共"
    r"|审[查核]|评查|移送|新收|聘请|选聘|聘任|配备|培育|建立|建成|设立|创建|公布|制定|出台|修[订改]|废止|清理|举办|举行"
    r"|解答|接[待听]|评审|论证|梳理|取消|下放|认定|报备|备案|印[发制]|编印|派发|推送|征求|采纳|回访)出?$"
)
_VERB_REACH = 6  # characters of the verb and what stands before it
_SUBJECT = re.compile(r"(?:^|其中|中)(?:对|有|将|已有|尚有|另有|共有|因[^，。；]{2,10}，有)?$|(?:对|有|将)$")
_TOLD_OF = re.compile(
    r"(?:[\u4e00-\u9fff、“”]{0,14}?(?:案件|申请|行为|争议|问题|隐患|纠纷|对象|人员|证件))?(?P<fate>(?!.*(?:没有|尚未|仍未|还未))[\u4e00-\u9fff、或者和]{2,26})"
)
# 对处罚不当的三件复议案件，依法作出变更决定: a clause on
_TOLD_NEXT = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:案件|申请)，(?P<fate>(?:依法|均|一律|全部|直接)[\u4e00-\u9fff]{2,16})(?=[，。；])"
)


class Behind:
    """Reads such figures of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk

    def read(self, figure: Figure, best: Candidate | None) -> Candidate | None:
        """Return the rule for the words behind a figure; ``best``, what its words fit as they stand, else."""
        if best is None and figure.number.unit_class == "percent":
            return self._rate(figure)
        if best is not None and not best.used:
            return best
        subject = figure.raw.startswith("对") or _SUBJECT.search(figure.raw)
        fate = self._fate(figure, best) if subject else None
        return fate or self._noun(figure, best) or best

    def _rate(self, figure: Figure) -> Candidate | None:
        """规范性文件保持了100%的报备率: the rate is named behind its number."""
        named = _RATE.match(figure.right)
        if named is None:
            return None
        found = self._walk.match(figure, _HELD.sub("", figure.left) + named["noun"], "")
        return found._replace(used=named.end()) if found else None

    def _noun(self, figure: Figure, best: Candidate | None) -> Candidate | None:
        """办理98件行政诉讼应诉案件: the noun of a verb is named behind its number.

        发现2193件矛盾纠纷: where the noun alone fits a rule, the verb must belong to the other.
        """
        named, verb = _NOUN.match(figure.right), _VERB.search(figure.raw)
        if named is None or verb is None:
            return None
        noun = named["noun"]
        found = self._walk.match(figure, figure.raw[-_VERB_REACH:] + noun, "")
        if found is None or len(found.matched) < len(noun) + (best is not None):
            return None
        if best is not None and found.score <= best.score:
            return None
        return found._replace(used=named.end(), rest="")

    def _fate(self, figure: Figure, best: Candidate | None) -> Candidate | None:
        """有52件作出了维持决定; 对17件申请依法驳回: what became of cases, told behind their number."""
        told = _TOLD_OF.fullmatch(figure.right)
        if figure.raw.startswith("对"):
            told = _TOLD_NEXT.match(self._walk.text, figure.number.end) or told
        if told is None:
            return None
        found = self._walk.match(figure, told["fate"], "")
        if found is None or found.indicator not in _fates_of(best.indicator if best else None):
            return None
        return found._replace(used=len(figure.right), rest="")


def _fates_of(indicator: str | None) -> set[str]:
    """Return what may become of what ``indicator`` counts; of anything, where it is not known."""
    fates = lexicon().fates.values()
    return {told for fate in fates if indicator is None or indicator in fate.of for told in fate.told}
