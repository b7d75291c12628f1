"""Chinese numerals as numbers: 两万三千 → 23000, 十二 → 12. Nothing else belongs here."""

from __future__ import annotations

DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = 10_000


def chinese_number(text: str) -> int:
    """Return the value of a Chinese numeral of digits, 十百千 and 万亿; ValueError for anything else."""
    total = high = section = digit = 0
    last_power = 0
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
            last_power = 0 if sign in "零〇" else last_power
        elif sign in _POWERS:
            section += (digit or 1) * _POWERS[sign]
            digit, last_power = 0, _POWERS[sign]
        elif sign == "万":
            high, section, digit = (section + digit or 1) * _MYRIAD, 0, 0
            last_power = _MYRIAD
        elif sign == "亿":
            # 一万亿: 亿 multiplies all that stands before it, 万 only its own four digits (一亿零一万).
            total, high, section, digit = (high + section + digit or 1) * _MYRIAD**2, 0, 0, 0
            last_power = _MYRIAD**2
        else:
            raise ValueError(f"not a Chinese numeral: {text!r}")
    # 一万二 is 12,000 and 三百五 is 350: a last bare digit stands one place below the power before it.
    return total + high + section + digit * (last_power // 10 if digit and last_power >= 100 else 1)
