"""Percentages alone in brackets: shares where several fit one whole, nothing where one stands alone."""

from __future__ import annotations

from tests.unit.extraction.told import Told, told

CONCLUDED = (
    "全年审结行政复议案件152件。审结案件中，维持66件（43.42%）、驳回申请13件（8.55%）、终止55件（36.18%）。"
)


def shares(text: str) -> dict[tuple[str, str | None], float]:
    return {(row.indicator, row.breakdown): row.value for row in told(text) if row.measure == "share_pct"}


def test_several_that_fit_one_whole_are_shares_of_it() -> None:
    assert shares(CONCLUDED) == {
        ("reconsideration.upheld", None): 43.42,
        ("reconsideration.dismissed", None): 8.55,
        ("reconsideration.terminated", None): 36.18,
    }


def test_they_tell_what_unknown_names_are_parts_of() -> None:
    text = (
        "全年收到行政复议申请152件。治安管理66件（43.42%）、房屋征收13件（8.55%）、工伤认定55件（36.18%）。"
    )
    rows = {row for row in told(text) if row.breakdown == "房屋征收"}
    assert rows == {
        Told("reconsideration.received", 13, breakdown="房屋征收"),
        Told("reconsideration.received", 8.55, "share_pct", breakdown="房屋征收"),
    }


def test_one_alone_may_be_a_rate() -> None:
    assert shares("全年审结行政复议案件152件，其中调解66件（43.42%）。") == {}


def test_those_that_fit_no_whole_state_nothing() -> None:
    assert shares(CONCLUDED.replace("8.55", "9.55")) == {}


def test_a_name_with_brackets_of_its_own_ends_no_bracket() -> None:
    text = (
        "共收到行政复议申请176件（其中区本级21件、镇（街道）38件、区直部门117件），比2022年的103件上升70.9%。"
    )
    code = "reconsideration.received"
    assert {row for row in told(text) if row.breakdown in ("镇（街道）", None)} == {
        Told(code, 176),
        Told(code, 38, breakdown="镇（街道）"),
        Told(code, 103, period="2022"),
        Told(code, 70.9, "change_pct"),
    }


def test_percentages_right_behind_parts_are_their_shares() -> None:
    shares = "城建166件、15.9%；社会保障141件、13.5%；乡政府98件，9.4%。"
    text = f"新收一审行政案件1047件。\n资源类268件，占25.6%；{shares}"
    found = {(row.breakdown, row.value) for row in told(text) if row.measure == "share_pct"}
    assert found == {("资源类", 25.6), ("城建", 15.9), ("社会保障", 13.5), ("乡政府", 9.4)}
