"""Where a report is from: its region by the lists, confirmed by folder and origin record.

Here belongs the comparison of what the text says with the hints. Finding names is
pipelines.catalogue.regions.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.catalogue.regions import Regions
from pipelines.extraction.facts.report import Facts
from pipelines.model import Problem


@dataclass(frozen=True, slots=True)
class Place:
    """``level``: province, city or county; all None where the region is not known."""

    code: str | None
    name: str | None
    level: str | None
    problems: tuple[Problem, ...] = ()


def place_report(facts: Facts, text: str, regions: Regions, hint: str | None, path: str) -> Place:
    """Return the region of a report, with the problem where it is unknown, ambiguous or contradicted."""
    found = regions.resolve(
        title=facts.title, publisher=facts.publisher, text=text, year=facts.year, hint_code=hint
    )
    if isinstance(found, Problem):
        return Place(None, None, None, (Problem(found.code, found.message, path),))
    problems: tuple[Problem, ...] = ()
    if hint and hint != found.code:
        problems = (
            Problem(
                "region_contradiction",
                f"the text says {found.name} ({found.code}), its folder or origin record {hint}",
                path,
            ),
        )
    return Place(found.code, found.name, found.level, problems)
