"""How a figure is worded, and what a careful reader takes from the words.

Here belong the forms of a figure ({name:form} in wording.yaml). Each returns the words and the facts they
state, so that the truth about a sample is made together with its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.samples.figures import Series

DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Fact:
    """An observation that a report states. The fields are those of an Observation."""

    region_code: str
    report_year: int
    indicator: str
    measure: Literal["level", "change_pct", "change_abs", "share_pct"]
    status: Literal["actual", "target"]
    period: int
    value: float
    comparator: str = "="
    breakdown: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What wording a figure gives: measure, year, value, comparator."""

    measure: Literal["level", "change_pct", "change_abs", "share_pct"]
    year: int
    value: float
    comparator: str = "="

    @property
    def figure(self) -> tuple[int, float, str]:
        """Year, value and comparator."""
        return self.year, self.value, self.comparator


def plain(value: float) -> str:
    """Write a number without needless decimals: 1200, 98.5, 97.06."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def word(series: Series, form: str, year: int, says: float | None = None) -> tuple[str, Stated | None]:
    """Return the words of a figure in a form, and what they state.

    Args:
        series: the figure.
        form: '' plain, 千分 with commas, 汉 in characters, 万 in ten thousands, 余 rounded down, 去年, 同比,
            增减, 变化 (增减 without 较上年), 百分点.
        year: the report's year.
        says: the value that the report states instead of the true one (for 变化: of the year before).
    """
    if form in ("", "千分", "汉", "万", "余"):
        return _level(series.values[year] if says is None else says, form, year)
    last = series.values[year - 1] if says is None else says
    if form == "去年":
        return plain(last), Stated("level", year - 1, last)
    return _change(series, form, year, last)


def _level(now: float, form: str, year: int) -> tuple[str, Stated]:
    if form == "千分":
        return f"{now:,.0f}", Stated("level", year, now)
    if form == "汉":
        return characters(int(now)), Stated("level", year, now)
    if form == "万":
        shown = plain(round(now / 10000, 2))
        return shown, Stated("level", year, round(float(shown) * 10000, 2))
    if form == "余":
        step = 10 ** max(1, len(str(int(now))) - 2)
        floor = int(now // step * step)
        return str(floor), Stated("level", year, floor, "~")
    return plain(now), Stated("level", year, now)


def _change(series: Series, form: str, year: int, last: float) -> tuple[str, Stated | None]:
    now = series.values[year]
    difference = round(now - last, 2)
    size = plain(abs(difference))
    if form == "同比":
        percent = round(100 * (now - last) / last, 1)
        if percent == 0:
            return "与上年基本持平", None
        return f"同比{'增长' if percent > 0 else '下降'}{plain(abs(percent))}%", Stated(
            "change_pct", year, percent
        )
    if difference == 0:
        return "与上年持平", None
    words = {
        "增减": ("较上年增加", "较上年减少", series.unit),
        "变化": ("增加", "减少", series.unit),
        "百分点": ("较上年提高", "较上年下降", "个百分点"),
    }[form]
    return f"{words[0] if difference > 0 else words[1]}{size}{words[2]}", Stated(
        "change_abs", year, difference
    )


def characters(number: int) -> str:
    """Write a number below 100 in characters: 6 → 六, 12 → 十二."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")
