"""The rules that fit the words beside a figure, less those that the reporting body cannot mean.

Here belongs who may report what: whose reconsiderations, whose mediation, whose law suits. Which
expressions match is for rules/matching.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipelines.extraction.facts.reporter import Reporter
from pipelines.extraction.figures.figure import Figure
from pipelines.extraction.quantities.units import COUNTING
from pipelines.extraction.rules.matching import best_first, candidates
from pipelines.extraction.rules.rule import BANNED, Candidate, Phrase
from pipelines.extraction.scope import whose
from pipelines.extraction.scope.acts import ACTS
from pipelines.extraction.scope.composites import composite
from pipelines.extraction.text.clauses import clean

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
# 以市市场监管局为被申请人的, in that bureau's own report: it means 我局.
_RESPONDENT = re.compile(r"[县市区州]?[\u4e00-\u9fff]{2,10}[局委](?=(?:作)?为被申请人)")
_CONTEXT = 60
_AGAINST_US = re.compile(
    r"以[我本][局委办院厅](?:及[^，。；\d]{2,8})?(?:作)?为被申请人|(?:(?<![\u4e00-\u9fff])|以)[市县区州]局(?:及[^，。；\d]{2,8})?(?:作)?为被申请人|不服我[局委办]|被申请(?:行政)?复议|涉我局行政复议"
)
# What a bureau or a town that reviews nothing says of the reviews of what it did.
_ANSWERED = re.compile(rf"{_AGAINST_US.pattern}|为被申请人的|引发(?:的)?行政复议")
_EITHER_WAY = re.compile("现场[和、及与]非$")  # 现场和非现场检查 are all
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
# 渔政39件(移送司法11件): what a bracket counts is not what the figure before it does
_OWN_FIGURE = re.compile(r"\([^()，]{2,12}\d")


class Fits:
    """Finds the rules that fit the figures of a walk."""

    def __init__(self, walk: Walk, reporter: Reporter) -> None:
        self._walk, self._reporter = walk, reporter
        self._first_ends: dict[tuple[re.Pattern[str], int], int | None] = {}

    def match(self, figure: Figure, left: str, right: str, *, spread: bool = False) -> Candidate | None:
        """Return the best rule for words beside a figure; None for none, a tie or a composite."""
        found = self._best(figure, left, right, spread=spread)
        return found if isinstance(found, Candidate) else None

    def own_match(
        self, index: int, figure: Figure, left: str, right: str, *, spread: bool = False
    ) -> Candidate | None:
        """Return the best rule for a figure's own words; a tie or a composite is the reason for none."""
        found = self._best(figure, left, right, spread=spread)
        if isinstance(found, str):
            self._walk.reasons[index] = found
            return None
        return found

    def _best(self, figure: Figure, left: str, right: str, *, spread: bool) -> Candidate | str | None:
        """Return the best rule, or why no one rule is it; None where no rule fits."""
        found = self.fitting(figure, left, right, spread=spread)
        if not found or (found[0].rest.endswith("非") and not _EITHER_WAY.search(found[0].rest)):
            return None  # 非现场检查
        best = found[0]
        if len(found) > 1 and found[1].score == best.score:
            return "tie"
        if composite(best):
            return "composite"
        return best

    def fitting(self, figure: Figure, left: str, right: str, *, spread: bool = False) -> list[Candidate]:
        """Return the rules that fit, best first. ``spread``: the noun has another unit than the figure."""
        if _OWN_FIGURE.match(right):
            right = ""
        unit = figure.number.unit_class
        units: tuple[str, ...] = (unit,)
        if unit == "points":
            units = ("percent",)
        elif spread:  # 给付比上年增加2100件 is of no money
            units = ("case", "person") if unit in COUNTING else ("case", "person", "money")
        first = max(figure.paragraph, figure.sentence_start - _CONTEXT)
        ends = figure.sentence_start + len(figure.sentence)
        context = self._walk.text[first : min(figure.number.end + _CONTEXT, ends)]
        words = self._in_own_name(clean(left)[-48:])
        told = self._domain_told(figure) if figure.topics.section in BANNED else None
        best: dict[str, Candidate] = {}
        for unit_class in units:
            phrase = Phrase(words, right, context, figure.number.unit, unit_class, figure.topics, told)
            for fit in candidates(phrase):
                candidate = fit if self._reporter.reviews else _against_bureau(fit)
                if figure.number.unit == "条" and candidate.indicator in ACTS:
                    continue  # 公开行政强制类14条: papers about acts
                if self._under_review(figure, candidate.indicator) or _agents_case(figure, candidate):
                    continue
                if candidate.indicator not in best or best[candidate.indicator].score < candidate.score:
                    best[candidate.indicator] = candidate
        return sorted(best.values(), key=best_first) if len(best) > 1 else list(best.values())

    def _domain_told(self, figure: Figure) -> str | None:
        """Return what domain the last figure before this one in its sentence is of; None for none."""
        walk = self._walk
        for index in range(bisect_left(walk.starts, figure.number.start) - 1, -1, -1):
            if walk.starts[index] < figure.sentence_start:
                return None
            if walk.drafts[index]:
                return walk.drafts[index][0].indicator.partition(".")[0]
        return None

    def _in_own_name(self, words: str) -> str:
        """Return the words with the reporting bureau's name for itself as 我局."""
        named = _RESPONDENT.search(words) if "为被申请人" in words else None
        name = named[0].removeprefix("以") if named else ""
        if not named or not whose.short_for(name, self._reporter.body):
            return words
        return f"{words[: named.end() - len(name)]}我局{words[named.end() :]}"

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
            return not (_MEDIATORS.search(figure.heading) or self._told(_MEDIATORS, figure, figure.end))
        if not indicator.startswith("reconsideration.") or indicator in _OF_RESPONDENTS:
            return False
        if self._reporter.reviews:  # among its own reviews the cases against itself would be wrong figures
            return self._told(_AGAINST_US, figure, figure.number.start)
        answered = indicator in _OF_CASES_AGAINST and self._told(_ANSWERED, figure, figure.number.start)
        return not answered

    def _handled_by_police(self, figure: Figure) -> bool:
        """全局办理行政案件4386起: to the police, administrative cases are those that they punish."""
        police = (self._reporter.body or "").startswith("公安")
        return police and not _OF_SUITS.search(figure.sentence)

    def _of_centre(self, figure: Figure) -> bool:
        start, end = figure.sentence_start, figure.number.start
        text = self._walk.text
        return text.find("中心", start, end) >= 0 and bool(_CENTRE.search(text[start:end]))

    def _told(self, words: re.Pattern[str], figure: Figure, end: int) -> bool:
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


def _against_bureau(found: Candidate) -> Candidate:
    """全年发生行政复议案件3件, in the report of a bureau that reviews nothing: those against itself."""
    against = found.indicator == "reconsideration.received" and _AROSE.fullmatch(found.matched)
    return found._replace(indicator="reconsideration.as_respondent") if against else found


def _agents_case(figure: Figure, found: Candidate) -> bool:
    """法律顾问…代理行政诉讼案件25件: what agents handle is not what the government was sued for."""
    return (
        found.indicator.startswith("litigation.")
        and not _AGENTS.isdisjoint((figure.topics.subject, figure.topics.section))
        and bool(_BY_AGENTS.search(figure.clause))
    )
