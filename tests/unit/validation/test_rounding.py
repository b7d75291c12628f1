"""How finely a printed figure states its value."""

import pytest

from pipelines.validation.rounding import precision


@pytest.mark.parametrize(
    ("surface", "value", "expected"),
    [
        ("19.15%", 19.15, 0.01),
        ("98%", 98, 1),
        ("９８．５％", 98.5, 0.1),
        ("3个百分点", 3, 1),
        ("1.5个百分点", 1.5, 0.1),
        ("1,284起", 1284, 0),
        ("27件", 27, 0),
        ("1.2万件", 12000, 1000),
        ("3万人次", 30000, 10000),
        ("2.35亿元", 235000000, 1000000),
        ("300余万元", 3000000, 10000),
        ("两万余人次", 20000, 10000),
        ("二十三件", 23, 0),
        ("两成", 20, 10),
        ("百分之九十", 90, 1),
    ],
)
def test_precision_is_one_unit_of_the_last_digit_printed(surface: str, value: float, expected: float) -> None:
    assert precision(surface, value) == pytest.approx(expected)
