"""The tables of the samples, with the facts their cells state."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tests.samples.figures import series_of
from tests.samples.phrasing import Fact, plain

Rows = tuple[tuple[str, ...], ...]
_ACTS = ("行政许可", "行政处罚", "行政检查", "行政强制")
# How a district's cases divide among its five towns, in hundredths.
_SHARES = (31, 24, 19, 15, 11)


def enforcement(district: str, year: int) -> tuple[Rows, list[Fact]]:
    """Return the acts of enforcement of this year and last year with the change between them."""
    rows: list[tuple[str, ...]] = [("项目", "单位", f"{year - 1}年", f"{year}年", "同比增减")]
    facts = []
    for name in _ACTS:
        series = series_of(district)[name]
        last, now = series.values[year - 1], series.values[year]
        change = round(100 * (now - last) / last, 1)
        rows.append((name, series.unit, plain(last), plain(now), f"{plain(change)}%"))
        facts += [
            Fact(district, year, series.indicator, "level", "actual", year - 1, last),
            Fact(district, year, series.indicator, "level", "actual", year, now),
            Fact(district, year, series.indicator, "change_pct", "actual", year, change),
        ]
    return tuple(rows), facts


def mediation(district: str, year: int, towns: Sequence[str], label: str) -> tuple[Rows, list[Fact]]:
    """Return mediation by town, with its total; ``label`` heads the column of towns."""
    found = series_of(district)
    cases, succeeded, rate = found["调解案件"], found["调解成功"], found["调解成功率"]
    totals = (cases.values[year], succeeded.values[year])
    parts = list(zip(towns, _divided(int(totals[0])), _divided(int(totals[1])), strict=True))
    rows: list[tuple[str, ...]] = [(label, *_HEADER)]
    facts = [
        Fact(district, year, cases.indicator, "level", "actual", year, totals[0]),
        Fact(district, year, succeeded.indicator, "level", "actual", year, totals[1]),
        Fact(district, year, rate.indicator, "level", "actual", year, rate.values[year]),
    ]
    for town, all_cases, good in parts:
        share = round(100 * good / all_cases, 2)
        rows.append((town, str(all_cases), str(good), f"{plain(share)}%"))
        for indicator, value in (
            (cases.indicator, all_cases),
            (succeeded.indicator, good),
            (rate.indicator, share),
        ):
            facts.append(
                Fact(district, year, indicator, "level", "actual", year, float(value), breakdown=town)
            )
    rows.append(("合计", plain(totals[0]), plain(totals[1]), f"{plain(rate.values[year])}%"))
    return tuple(rows), facts


_HEADER = ("调解案件（件）", "调解成功（件）", "调解成功率")


def _divided(total: int) -> list[int]:
    """Divide a total by the shares so that the parts add up to it."""
    edges = [round(total * share / 100) for share in accumulate(_SHARES)]
    return [end - start for start, end in zip([0, *edges], edges, strict=False)]
