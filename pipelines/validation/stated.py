"""The figures that identities compare, in frames that join: this year beside last, parts beside their wholes.

Here belong which figures can be compared, and the joins. Not here: judging them (comparisons.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipelines.validation.arithmetic import KEY

# report_year follows from the report and year from the period; they are there to be compared.
FULL = [*KEY, "indicator", "report_year", "year"]
PLACE = ["region_code", "body", "breakdown", "indicator"]
_MEASURES = ("level", "change_pct", "change_abs", "share_pct")


@dataclass(frozen=True, slots=True)
class Figures:
    """Exact figures of a single year, by measure; with the columns FULL, value, precision and id."""

    by_measure: Mapping[str, pl.DataFrame]

    @classmethod
    def of(cls, figures: pl.DataFrame) -> Figures:
        """Take from a frame with arithmetic.FIGURE_COLUMNS what can be compared."""
        exact = figures.filter(
            (pl.col("status") == "actual")
            & (pl.col("comparator") == "=")
            & (pl.col("period").str.len_chars() == 4)
        )
        named = exact.with_columns(year=pl.col("period").cast(pl.Int32, strict=False), id="observation_id")
        wanted = [*FULL, "value", "precision", "id"]
        return cls({m: named.filter(pl.col("measure") == m).select(wanted) for m in _MEASURES})

    def levels(self, prefix: str) -> pl.DataFrame:
        """The levels, with ``prefix`` before the names of value, precision and id."""
        return _prefixed(self.by_measure["level"], prefix)

    def own_levels(self, prefix: str) -> pl.DataFrame:
        """Levels that a region's report states of its own year, without the report they come from."""
        own = self.levels(prefix).filter(
            (pl.col("report_year") == pl.col("year")) & pl.col("region_code").is_not_null()
        )
        return own.drop("report_id", "report_year", "period")

    def changes(self, measure: str) -> pl.DataFrame:
        """What is stated in a measure other than the level, with the prefix change."""
        return _prefixed(self.by_measure[measure], "change")

    def with_both_years(self, measure: str) -> pl.DataFrame:
        """The changes beside this year's and last year's level in the same report."""
        before = self.levels("before").with_columns(pl.col("year") + 1).drop("period")
        same_report = ["report_id", "report_year", *PLACE, "year"]
        with_this = self.changes(measure).join(self.levels("this"), on=FULL, nulls_equal=True)
        return with_this.join(before, on=same_report, nulls_equal=True)

    def with_wholes(self, parts: pl.DataFrame, nearest: bool = False) -> pl.DataFrame:
        """Parts beside the part above them (a of a/b), and beside the whole body unless ``nearest``."""
        above = pl.col("breakdown").str.extract(r"^(.*)/[^/]*$", 1)
        wholes = self.levels("whole").rename({"breakdown": "above"})
        on = [*(column for column in FULL if column != "breakdown"), "above"]
        near = parts.with_columns(above=above).join(wholes, on=on, nulls_equal=True)
        if nearest:
            return near
        top = parts.filter(above.is_not_null()).with_columns(above=pl.lit(None, dtype=pl.String))
        return pl.concat([near, top.join(wholes, on=on, nulls_equal=True)])


def _prefixed(figures: pl.DataFrame, prefix: str) -> pl.DataFrame:
    return figures.rename({name: f"{prefix}_{name}" for name in ("value", "precision", "id")})
