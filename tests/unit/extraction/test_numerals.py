"""Chinese numerals: what an own writer of them writes is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.quantities.numbers import find_numbers
from pipelines.extraction.quantities.numerals import chinese_number

DIGITS = "零一二三四五六七八九"


def under_myriad(value: int, *, inner: bool) -> str:
    """Write 1 to 9999. ``inner``: something stands before it, so 十 is 一十."""
    written, gap = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            lone_ten = power == 10 and digit == 1 and not written and not inner
            written += ("零" if gap else "") + ("" if lone_ten else DIGITS[digit]) + sign
            gap = False
        elif written:
            gap = True
    return written


def write(value: int) -> str:
    """Write 0 to 10^12 - 1 as reports do."""
    if value == 0:
        return "零"
    written, lower_is_short = "", False
    for power, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = value // power % 10**4
        if section:
            gap = bool(written) and (section < 1000 or lower_is_short)
            written += ("零" if gap else "") + under_myriad(section, inner=bool(written)) + sign
            lower_is_short = False
        elif written:
            lower_is_short = True
    return written


@given(st.integers(0, 10**12 - 1))
def test_round_trip(value: int) -> None:
    assert chinese_number(write(value)) == value


@given(st.integers(1, 10**8).map(lambda value: value * 200))
def test_liang_stands_for_two(value: int) -> None:
    written = write(value).replace("二百", "两百").replace("二千", "两千").replace("二万", "两万")
    assert chinese_number(written) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("两", 2),
        ("三百五", 350),
        ("一万二", 12000),
        ("三千零五", 3005),
        ("万", 10000),
        ("二十", 20),
    ],
)
def test_as_people_say_them(text: str, value: int) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["件", "三件", "12", "十二次"])
def test_anything_else_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        chinese_number(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("星级规范化司法所八个。", [8]),
        ("公证处 一个，", [1]),
        ("示范村达到五十个。", [50]),
        ("一个不少。分为三个。", []),
    ],
)
def test_chinese_numerals_count_offices_and_whole_tens(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values
