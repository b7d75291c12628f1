"""Heads and parts, pairs by order, one number for several, and what sums decide."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, reasons, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"


def parts(text: str, code: str = RECEIVED) -> dict[str | None, float]:
    """Return the levels of an indicator by part."""
    return {row.breakdown: row.value for row in told(text) if (row.indicator, row.measure) == (code, "level")}


@pytest.mark.parametrize(
    "text",
    [
        "全年收到行政复议申请126件，其中治安类70件、土地类30件。",
        "全年收到行政复议申请126件（治安类70件、土地类30件）。",
        "全年收到行政复议申请126件（其中：治安类70件，土地类30件）。",
        "全年收到行政复议申请126件。其中，治安类70件，土地类30件。",
    ],
)
def test_a_list_of_parts(text: str) -> None:
    assert parts(text) == {None: 126, "治安类": 70, "土地类": 30}


def test_outcomes_in_a_list_are_codes_of_their_own() -> None:
    rows = told("全年审结行政复议案件90件，其中维持50件、驳回20件、撤销8件、调解12件。")
    assert {(row.indicator, row.value, row.breakdown) for row in rows} == {
        (CONCLUDED, 90, None),
        ("reconsideration.upheld", 50, None),
        ("reconsideration.dismissed", 20, None),
        ("reconsideration.revoked", 8, None),
        ("reconsideration.mediated", 12, None),
    }


def test_a_composite_outcome_states_nothing() -> None:
    body = "全年审结行政复议案件90件，撤销和确认违法8件，维持50件。"
    assert Told("reconsideration.upheld", 50) in told(body)
    assert reasons(body)["8件"] == "composite"


def test_the_part_of_a_part() -> None:
    text = "全年收到行政复议申请126件，其中治安类70件（打架斗殴40件、赌博30件）。"
    assert parts(text).get("治安类/打架斗殴") == 40


def test_names_and_numbers_pair_by_order() -> None:
    rows = told("全年行政复议维持、驳回、撤销分别为50件、20件和8件。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("reconsideration.upheld", 50),
        ("reconsideration.dismissed", 20),
        ("reconsideration.revoked", 8),
    }


def test_shares_pair_with_the_figures_before_them() -> None:
    text = "全年收到行政复议申请200件，其中治安类80件、土地类60件，分别占40%、30%。"
    shares = {row.breakdown: row.value for row in told(text) if row.measure == "share_pct"}
    assert shares == {"治安类": 40, "土地类": 30}


def test_one_number_for_several_subjects() -> None:
    rows = told("规范性文件审核率、报备率、报备及时率均达100%。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("normative.review_rate", 100),
        ("normative.filing_rate", 100),
        ("normative.filing_timely_rate", 100),
    }


def test_one_verb_with_several_objects() -> None:
    rows = told("全年办理行政许可1200件、行政处罚340件、行政强制15件。")
    assert {(row.indicator, row.value) for row in rows} == {
        ("enforcement.licences", 1200),
        ("enforcement.penalties", 340),
        ("enforcement.coercions", 15),
    }


def test_a_sum_finds_the_parts_that_no_word_announces() -> None:
    text = "全年收到行政复议申请126件。从类型看，治安70件，征地30件，工伤26件。"
    assert parts(text) == {None: 126, "治安": 70, "征地": 30, "工伤": 26}


def test_a_list_that_does_not_add_up_to_anything_is_not_made_parts() -> None:
    text = "全年收到行政复议申请126件。从类型看，治安70件，征地31件，工伤26件。"
    assert parts(text) == {None: 126}


def test_a_total_after_its_parts() -> None:
    text = "全年办理人大代表建议58件、政协提案71件，共129件。"
    assert parts(text, "disclosure.proposals").get(None) == 129
    assert len(parts(text, "disclosure.proposals")) == 3


def test_a_body_below_holds_to_the_end_of_its_sentence() -> None:
    text = "全市收到行政复议申请300件。其中，市本级收到申请120件，审结100件。"
    assert parts(text) == {None: 300, "市本级": 120}
    assert parts(text, CONCLUDED) == {"市本级": 100}


# lists that go on
# ---------------------------------------------------------------------------------------------------


def test_a_list_goes_on_behind_a_semicolon() -> None:
    text = "全年收到行政复议申请86件，其中处罚类40件，同比增长12%；确认类20件，同比下降3%；征收类9件。"
    assert parts(text) == {None: 86, "处罚类": 40, "确认类": 20, "征收类": 9}
    assert Told(RECEIVED, -3, "change_pct", breakdown="确认类") in told(text)


@pytest.mark.parametrize(
    "after",
    [
        "审结80件",
        "组织听证会9次",
        "发出建议书50件",
    ],  # another count, another unit, more than the list has room for
)
def test_what_is_no_part_ends_the_list(after: str) -> None:
    text = f"全年收到行政复议申请86件，其中处罚类40件；{after}。"
    assert parts(text) == {None: 86, "处罚类": 40}


def test_names_of_parts_behind_their_numbers() -> None:
    text = "抽取行政执法案卷310卷，其中188卷为行政处罚、102卷为行政许可、20卷为行政强制。"
    assert parts(text, "enforcement.case_files_reviewed") == {
        None: 310,
        "行政处罚": 188,
        "行政许可": 102,
        "行政强制": 20,
    }


def test_villages_that_add_up_to_a_figure_are_no_parts_of_it() -> None:
    text = "建成村（社区）法律服务工作室250个，律师服务全县229个行政村和21个社区。"
    assert parts(text, "legal_service.stations") == {None: 250}
