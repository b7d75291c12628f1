"""What comparison words, years and bounds make of a figure: measure, sign, period and status."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, parts, reasons, told

CODE = "reconsideration.received"


def received(text: str) -> set[Told]:
    """Return the rows of one indicator that a sentence about applications for reconsideration states."""
    return {row for row in told(f"全年收到行政复议申请{text}") if row.indicator == CODE}


@pytest.mark.parametrize(
    ("words", "value", "measure"),
    [
        ("同比增长12.5%", 12.5, "change_pct"),
        ("同比下降12.5%", -12.5, "change_pct"),
        ("较上年上升8%", 8, "change_pct"),
        ("比去年减少3.1%", -3.1, "change_pct"),
        ("较上年增加14件", 14, "change_abs"),
        ("比上年减少6件", -6, "change_abs"),
        ("较2022年多14件", 14, "change_abs"),
        ("同比增幅达22%", 22, "change_pct"),
        ("降幅为5%", -5, "change_pct"),
        ("增长约30%", 30, "change_pct"),
    ],
)
def test_a_change_has_its_sign_and_measure(words: str, value: float, measure: str) -> None:
    comparator = "~" if "约" in words else "="
    assert received(f"126件，{words}。") == {
        Told(CODE, 126),
        Told(CODE, value, measure, comparator=comparator),
    }


def test_a_change_speaks_of_the_head_past_a_bracket() -> None:
    rows = received("126件（其中工伤认定类20件），较上年减少10%。")
    assert Told(CODE, -10, "change_pct") in rows
    assert Told(CODE, 126) in rows


def test_a_multiple_is_no_change() -> None:
    assert received("126件，增长近3倍。") == {Told(CODE, 126)}


def test_a_change_after_a_figure_that_states_nothing_is_about_nothing() -> None:
    rows = told("全年收到行政复议申请126件，走访企业40家，同比增长25%。")
    assert rows == {Told(CODE, 126)}


@pytest.mark.parametrize(
    "words",
    ["由上年的90件上升到126件", "从2022年的90件增加到126件", "由去年90件增至126件"],
)
def test_a_level_and_the_one_it_came_from(words: str) -> None:
    assert told(f"行政复议收案数{words}。") == {Told(CODE, 90, period="2022"), Told(CODE, 126)}


@pytest.mark.parametrize("words", ["较2022年的90件增加36件", "较上年90件增加36件"])
def test_a_previous_level_and_a_change(words: str) -> None:
    assert received(f"126件，{words}。") == {
        Told(CODE, 126),
        Told(CODE, 90, period="2022"),
        Told(CODE, 36, "change_abs"),
    }


def test_a_change_over_more_than_a_year_is_not_stated() -> None:
    assert received("126件，较2019年增长80%。") == {Told(CODE, 126)}


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2022年，全县收到行政复议申请90件。", "2022"),
        ("2021年至2023年，全县收到行政复议申请290件。", "2021/2023"),
        ("2021年以来，全县收到行政复议申请290件。", "2021/2023"),
        ("2023年上半年，全县收到行政复议申请60件。", "2023"),
        ("今年以来，全县收到行政复议申请126件。", "2023"),
        ("截至2023年底，全县收到行政复议申请126件。", "2023"),
        ("去年全县收到行政复议申请90件。", "2022"),
        ("近三年来，全县收到行政复议申请300件。", "2021/2023"),
        ("五年来，全县收到行政复议申请500件。", "2019/2023"),
    ],
)
def test_a_period_is_what_the_text_says(sentence: str, period: str) -> None:
    assert {row.period for row in told(sentence) if row.indicator == CODE} == {period}


def test_a_span_without_a_start_states_nothing() -> None:
    sentence = "任期内全县收到行政复议申请500件。"
    assert told(sentence) == set()
    assert reasons(sentence)["500件"] == "period_unknown"


@pytest.mark.parametrize(
    "sentence",
    [
        "认真落实2019年修订的工作规定，全县收到行政复议申请126件。",
        "与2022年相比，全县收到行政复议申请126件，更加便民。",
        "贯彻《行政复议工作规划（2021-2025年）》，全县收到行政复议申请126件。",
    ],
)
def test_years_of_something_else_are_no_period(sentence: str) -> None:
    assert Told(CODE, 126) in told(sentence)


def test_a_share_belongs_to_the_part_it_names() -> None:
    rows = told("全年收到行政复议申请200件，其中行政处罚类80件，占40%。")
    assert Told(CODE, 80, breakdown="行政处罚类") in rows
    assert Told(CODE, 40, "share_pct", breakdown="行政处罚类") in rows


def test_a_rate_is_a_rate_and_no_share() -> None:
    assert told("全年审结行政复议案件90件，按期审结率100%。") == {
        Told("reconsideration.concluded", 90),
        Told("reconsideration.conclusion_rate", 100),
    }


def test_points_change_a_rate() -> None:
    rows = told("行政复议纠错率为8.5%，较上年下降1.2个百分点。")
    assert rows == {
        Told("reconsideration.correction_rate", 8.5),
        Told("reconsideration.correction_rate", -1.2, "change_abs"),
    }


@pytest.mark.parametrize(
    ("words", "comparator"),
    [("近200件", "~"), ("200余件", "~"), ("超过200件", ">="), ("不超过200件", "<="), ("高达200件", "=")],
)
def test_a_comparator_is_kept(words: str, comparator: str) -> None:
    assert received(f"{words}。") == {Told(CODE, 200, comparator=comparator)}


@pytest.mark.parametrize(
    "sentence",
    [
        "力争行政复议调解率达到40%以上。",
        "到2025年，行政复议调解率达到40%以上。",
        "确保行政复议调解率不低于40%。",
    ],
)
def test_goals_of_a_plan_are_targets(sentence: str) -> None:
    rows = told(sentence, title="示例县2025年法治政府建设工作要点")
    assert rows == {
        Told("reconsideration.mediation_rate", 40, period="2025", status="target", comparator=">=")
    }


def test_frequencies_are_no_figures_of_a_year() -> None:
    assert reasons("县政府常务会议坚持会前学法，每季度至少1次。")["1次"] == "frequency"


def test_a_frequency_is_no_part_even_where_it_would_add_up() -> None:
    text = "先后开展规范性文件清理3次，其中专项清理2次，每两年一次的全面清理1次。"
    assert {row.breakdown for row in told(text)} == {None}
    assert reasons(text)["一次"] == "frequency"


def test_how_many_days_a_thing_took_is_accounted_for_and_parts_no_words() -> None:
    text = "开展法治宣传活动96场次，其中“宪法宣传周”7天时间开展活动41场次。"
    assert reasons(text)["7天"] == "no_rule"
    assert parts(text, "publicity.activities") == {None: 96, "“宪法宣传周”": 41}


def test_a_number_that_opens_a_bracket_is_of_the_words_before() -> None:
    assert told("全年调解矛盾纠纷（386件，成功率98.6%）、开展普法宣传（215场次，受众1.2万人次）。") == {
        Told("mediation.cases", 386),
        Told("mediation.success_rate", 98.6),
        Told("publicity.activities", 215),
        Told("publicity.audience", 12000),
    }


def test_what_is_done_beside_something_frequent_has_its_own_count() -> None:
    text = "政府常务会议每季度听取法治建设汇报、开展常务会议学法7次。"
    assert of("study.government_meeting_sessions", text) == {Told("study.government_meeting_sessions", 7)}
