"""Which figures can be those of who reports: whose reconsiderations, whose mediation, whose law suits.

Here belongs what follows from the reporting body and the words around a figure. Which rules fit its words is
fits.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.rules.rule import Candidate
from pipelines.extraction.scope.acts import ACTS

if TYPE_CHECKING:
    from pipelines.extraction.walk import Walk

_BY_AGENTS = re.compile("代理|承办|辩护")
_AGENTS = frozenset({"counsel", "lawyer", "grassroots_legal", "community_counsel", "legal_aid"})
_OF_RESPONDENTS = frozenset(
    {
        "reconsideration.as_respondent",
        "reconsideration.litigated_after",
        "reconsideration.litigated_after_rate",
    }
)
OUTCOMES = frozenset(
    f"reconsideration.{code}"
    for code in (
        "upheld",
        "dismissed",
        "revoked",
        "changed",
        "confirmed_illegal",
        "ordered_to_perform",
        "terminated",
        "mediated",
    )
)
# What is told of the cases in which a bureau is the respondent.
_OF_CASES_AGAINST = OUTCOMES | {"reconsideration.concluded", "reconsideration.pending"}
_AGAINST_US = re.compile(
    r"以[我本][局委办院厅](?:及[^，。；\d]{2,8})?(?:作)?为被申请人|(?:(?<![\u4e00-\u9fff])|以)[市县区州]局(?:及[^，。；\d]{2,8})?(?:作)?为被申请人|不服我[局委办]|被申请(?:行政)?复议|涉我局行政复议"
)
# What a bureau or a town that reviews nothing says of the reviews of what it did.
_ANSWERED = re.compile(rf"{_AGAINST_US.pattern}|为被申请人的|引发(?:的)?行政复议")
# 以市政府为被申请人向省政府申请复议的15件，省政府维持13件; 被申请市政府复议的9件: others decided those
_BY_SUPERIOR = re.compile(
    r"以[市县区州](?:人民)?政府(?:作)?为被申请人[^。；\d]{0,4}(?:向[省市]|由[省市])|被申请[省市](?:人民)?政府(?:行政)?复议"
    r"|[市县区州](?:人民)?政府作为被申请人的[^。；]{0,10}，省(?:人民)?政府(?=维持|撤销|变更|确认)"
)
_JUDGED = re.compile("裁定驳回起诉|判决驳回(?:原告)?诉讼请求|准[许予]撤诉")
_CENTRE = re.compile(r"争议(?:协调|调解|多元)?(?:化解|调解)中心(?!\d)[^。；]{0,70}$")
# A bureau that settles disputes of its own field does no people's mediation.
_MEDIATED = frozenset({"mediation.cases", "mediation.succeeded", "mediation.success_rate"})
# What a centre for disputes counts too, as cases that are no law suits.
_OF_COURTS = frozenset(
    f"litigation.{code}" for code in ("cases", "concluded", "pending", "withdrawn", "conclusion_rate")
)
_AROSE = re.compile(r"(?:发生|新增|涉及)(?:[\u4e00-\u9fff]{2})?行政复议案?件?")
_OF_SUITS = re.compile("诉|法院|庭审|败|被告")
_MEDIATORS = re.compile(r"人民调解|调委会|调解委员会|医调委")


class OwnBusiness:
    """Tells it of the figures of a walk."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter
        self._first_ends: dict[tuple[re.Pattern[str], int], int | None] = {}

    def told_as(self, figure: Figure, found: Candidate) -> Candidate:
        """全年发生行政复议案件3件, in the report of a bureau that reviews nothing: those against itself."""
        if found.indicator == "reconsideration.concluded" and self._judged(figure):
            return found._replace(indicator="litigation.concluded")
        if self._reporter.reviews or found.indicator != "reconsideration.received":
            return found
        arose = _AROSE.fullmatch(found.matched)
        return found._replace(indicator="reconsideration.as_respondent") if arose else found

    def _judged(self, figure: Figure) -> bool:
        """审结264件，其中裁定驳回起诉104件，准许撤诉62件: courts ended what ended so."""
        behind = self._walk.text[figure.number.end : figure.sentence_start + len(figure.sentence)]
        return "复议" not in figure.left and _JUDGED.search(behind.partition("；")[0]) is not None

    def excludes(self, figure: Figure, found: Candidate) -> bool:
        """Tell whether a figure cannot be what a rule reads, whatever its words."""
        if figure.number.unit == "条" and found.indicator in ACTS:
            return True  # 公开行政强制类14条: papers about acts
        return self._under_review(figure, found.indicator) or _agents_case(figure, found)

    def _under_review(self, figure: Figure, indicator: str) -> bool:
        """Tell whether a figure cannot be the body's own: a bureau decides no reconsiderations.

        What became of the cases that a bureau answers for are its figures; a reviewing body's are those
        that it decided.
        """
        if not indicator.startswith(("reconsideration.", "mediation.")) and indicator not in _OF_COURTS:
            return False
        if self._of_centre(figure) or (
            figure.topics.subject == "dispute_centre" and figure.topics.outright != "mediation"
        ):
            return True
        if indicator in _OF_COURTS:
            return self._handled_by_police(figure)
        if indicator in _MEDIATED and not self._reporter.mediates:
            return not (_MEDIATORS.search(figure.heading) or self._stands(_MEDIATORS, figure, figure.end))
        if not indicator.startswith("reconsideration.") or indicator in _OF_RESPONDENTS:
            return False
        if self._reporter.reviews and _BY_SUPERIOR.search(
            self._walk.text, figure.sentence_start, figure.number.start
        ):
            return True
        if self._reporter.reviews:  # among its own reviews the cases against itself would be wrong figures
            return self._stands(_AGAINST_US, figure, figure.number.start)
        answered = indicator in _OF_CASES_AGAINST and self._stands(_ANSWERED, figure, figure.number.start)
        return not answered

    def _handled_by_police(self, figure: Figure) -> bool:
        """全局办理行政案件4386起: to the police, administrative cases are those that they punish."""
        police = (self._reporter.body or "").startswith("公安")
        return police and not _OF_SUITS.search(figure.sentence)

    def _of_centre(self, figure: Figure) -> bool:
        start, end = figure.sentence_start, figure.number.start
        text = self._walk.text
        return text.find("中心", start, end) >= 0 and bool(_CENTRE.search(text[start:end]))

    def _stands(self, words: re.Pattern[str], figure: Figure, end: int) -> bool:
        """Tell whether the words stand in the paragraph of a figure before ``end``; each is searched once."""
        key = words, figure.paragraph
        if key not in self._first_ends:
            last = self._walk.text.find("\n", figure.paragraph)
            found = words.search(
                self._walk.text, figure.paragraph, last if last >= 0 else len(self._walk.text)
            )
            self._first_ends[key] = found.end() if found else None
        first = self._first_ends[key]
        return first is not None and first <= end


def _agents_case(figure: Figure, found: Candidate) -> bool:
    """法律顾问…代理行政诉讼案件25件: what agents handle is not what the government was sued for."""
    return (
        found.indicator.startswith("litigation.")
        and not _AGENTS.isdisjoint((figure.topics.subject, figure.topics.section))
        and bool(_BY_AGENTS.search(figure.clause))
    )
