"""Fields that headings name: a whole told first, then once more under each of several headings."""

from __future__ import annotations

from tests.unit.extraction.told import Told, parts, told

INSPECTED, PUNISHED = "enforcement.inspections", "enforcement.penalties"
WHOLE = "全年开展执法检查2265家次，查处违法案件195件，罚款82万元。"


def under(*points: str) -> str:
    numbered = (f"（{sign}）{point}" for sign, point in zip("一二三", points, strict=False))
    return "\n".join((WHOLE, *numbered))


def test_what_headings_tell_once_more_are_parts_that_they_name() -> None:
    text = under("医疗卫生。检查251家次。", "公共场所卫生。检查942家次。", "饮水安全。检查86家次。")
    assert parts(text, INSPECTED) == {None: 2265, "医疗卫生": 251, "公共场所卫生": 942, "饮水安全": 86}


def test_what_one_heading_tells_once_more_stays_unsaid() -> None:
    text = under("医疗卫生。查处违法案件12件。", "公共场所卫生。检查场所的记录不全。")
    assert parts(text, PUNISHED) == {None: 195}


def test_what_is_more_than_the_whole_is_no_part() -> None:
    assert parts(under("医疗卫生。检查1251家次。", "公共场所卫生。检查1942家次。"), INSPECTED) == {None: 2265}


def test_a_heading_about_work_names_no_field() -> None:
    text = under("提升执法能力。检查251家次。", "强化执法监督。检查942家次。")
    assert parts(text, INSPECTED) == {None: 2265}


def test_how_supervision_is_done_is_no_field() -> None:
    text = "四、规范执法，维护市场秩序\n（三）实行重点监管“常态化”。实施行政处罚2418件。"
    assert told(text) == {Told("enforcement.penalties", 2418)}
