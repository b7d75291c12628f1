"""Under which heads the nouns of other codes name parts: 复议申请83件，其中行政处罚类41件.

Here belongs what a noun means in a list under a head. Which figure heads a list is heads.py.
"""

from __future__ import annotations

import re

from pipelines.catalogue.indicators import indicators
from pipelines.extraction.rules.drafts import Draft
from pipelines.extraction.rules.rule import BANNED, Candidate

# Domains whose nouns name parts under heads of another.
_DOMAINS = {
    "disclosure": ("enforcement", "normative", "decision", "service"),
    "service": ("enforcement",),
    "petition": ("mediation", "enforcement"),
    **dict.fromkeys(("mediation", "notary", "lawyer", "arbitration"), ("decision",)),  # 其中买卖合同37件
    "legal_aid": ("decision", "lawyer"),  # 其中刑事37件, whatever the sentence has told of lawyers
}
_INSTANCE = re.compile(r"[一二再]审(?:案件)?")
_OF_AN_INSTANCE = frozenset(  # what became of law suits, and is told of each instance
    {
        "litigation.lost",
        "litigation.won",
        "litigation.concluded",
        "litigation.pending",
        "litigation.head_appearances",
        "counsel.court_appearances",
    }
)
# The codes whose nouns name parts under one head, or the domain, with a dot.
_UNDER: dict[str, tuple[str, ...]] = {
    "enforcement.case_files_reviewed": tuple(
        f"enforcement.{act}" for act in ("penalties", "licences", "coercions", "inspections")
    ),
    # 行政权力3214项，其中行政许可238项、行政给付9项
    "enforcement.power_items": ("service.licensing_matters", "enforcement."),
    # 败诉94件，其中撤销行政行为41件; 其中行政处罚41件
    "litigation.lost": ("reconsideration.", *(f"{domain}." for domain in BANNED["litigation"])),
    "enforcement.licence_applications": ("enforcement.licences",),  # 受理申请612件，包括排污许可179件
    "normative.filed": ("normative.issued",),  # 报备18件，其中县政府制定的规范性文件7件
    "counsel.advisers": ("lawyer.", "grassroots_legal."),
}
_GRANTED = re.compile("准予|作出|核发|办结|决定|通过|批准")  # of applications: no kind of them


def names_part(base: Draft | None, best: Candidate, left: str = "") -> bool:
    """Tell whether the noun that a rule knows names a part of the head of a list; no head, no part.

    ``left``: all the words before the figure.
    """
    if base is None or best.matched.endswith("率"):
        return False  # a rate by its name is the share of something, whatever stands over it
    if left.startswith("涉及") and best.rest == "涉及" and best.indicator != base.indicator:
        return True  # 法律意见246份，其中涉及合同审查的118份
    if base.indicator in _OF_AN_INSTANCE and _INSTANCE.fullmatch(best.matched) and not best.rest:
        return True  # 败诉案件中，一审29件、二审12件
    under = _UNDER.get(base.indicator)
    if under is not None:
        granted = base.indicator.endswith("licence_applications") and _GRANTED.search(best.matched)
        code, domain = best.indicator, f"{best.indicator.partition('.')[0]}."
        return (code in under or domain in under) and not granted
    head, _, _ = base.indicator.partition(".")
    kinds = (*BANNED.get(head, ()), *_DOMAINS.get(head, ()))
    prefix, domain = best.indicator.partition(".")[0], indicators()[best.indicator].domain
    return prefix in kinds or (domain in kinds and (head, prefix) != ("lawyer", "counsel"))
