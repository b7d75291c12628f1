"""All identities over all figures.

Here belongs the dispatch by type. The types are in identities.py, their arithmetic in arithmetic.py and
comparisons.py.
"""

from __future__ import annotations

import polars as pl

from pipelines.validation.arithmetic import FIGURE_COLUMNS, RESULT, at_most, levels, rate, total
from pipelines.validation.comparisons import GENERAL
from pipelines.validation.identities import AtMost, Kind, Rate, Sum, identities
from pipelines.validation.stated import Figures


def evaluate(figures: pl.DataFrame) -> pl.DataFrame:
    """Return the result of every identity wherever it applies, in a fixed order.

    Args:
        figures: observations with the columns of arithmetic.FIGURE_COLUMNS, of any number of reports.
    """
    given = figures.select(FIGURE_COLUMNS)
    exact = levels(given).filter(pl.col("indicator").is_in(sorted(_codes())))
    comparable = Figures.of(given)
    results = [_evaluate(identity, comparable, exact) for identity in identities()]
    whole = pl.concat([RESULT.to_frame(), *results])
    return whole.sort(
        "identity", "report_id", "period", "breakdown", "indicator", "observation_ids", nulls_last=False
    )


def _codes() -> set[str]:
    """The indicators that identities name: the others need not be looked at by them."""
    codes: set[str] = set()
    for identity in identities():
        if isinstance(identity, Rate):
            codes |= {identity.rate, identity.part, *(code for whole in identity.whole for code in whole)}
        elif isinstance(identity, Sum):
            codes |= {identity.total, *identity.parts}
        elif isinstance(identity, AtMost):
            codes |= {*identity.parts, *identity.whole}
    return codes


def disputes(results: pl.DataFrame) -> list[str | None]:
    """Return, for every result in order, the dispute it belongs to; None where the identity holds.

    Failures that share a figure are about one thing. A dispute is named by the first of its observation ids.
    """
    named: dict[str, str] = {}

    def name_of(observation: str) -> str:
        while named.setdefault(observation, observation) != observation:
            observation = named[observation]
        return observation

    failed = results.select(pl.when(~pl.col("passed")).then("observation_ids"))["observation_ids"].to_list()
    for ids in failed:
        names = sorted(name_of(observation) for observation in ids or ())
        named.update(dict.fromkeys(names, names[0] if names else ""))
    return [name_of(ids[0]) if ids else None for ids in failed]


def _evaluate(identity: Kind, comparable: Figures, exact: pl.DataFrame) -> pl.DataFrame:
    if isinstance(identity, Rate):
        return rate(identity, exact)
    if isinstance(identity, Sum):
        return total(identity, exact)
    if isinstance(identity, AtMost):
        return at_most(identity, exact)
    return GENERAL[identity.type](identity.id, comparable)
