"""Series of years, and spans: over which years a figure counts, and where a span ends."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, read, reasons, rows, told

RECEIVED, CONCLUDED = "reconsideration.received", "reconsideration.concluded"
AID, MEDIATED, AMOUNT = "legal_aid.cases", "mediation.cases", "mediation.amount"
INSPECTED, SUPERVISED = "enforcement.inspections", "correction.supervisees"


@pytest.mark.parametrize(
    "series", ["2021年12件，2022年15件，2023年20件", "2021年12件、2022年15件、2023年20件"]
)
def test_a_series_of_years_is_one_indicator_at_several_periods(series: str) -> None:
    assert of(RECEIVED, f"收到行政复议申请{series}。") == {
        Told(RECEIVED, 12, period="2021"),
        Told(RECEIVED, 15, period="2022"),
        Told(RECEIVED, 20),
    }


def test_a_series_goes_on_through_its_verbs() -> None:
    text = "行政复议纠错率2021年为12%，2022年下降到9%，2023年进一步下降至8%。"
    assert {(row.period, row.value) for row in told(text)} == {("2021", 12), ("2022", 9), ("2023", 8)}


def test_a_year_with_words_of_its_own_goes_on_no_series() -> None:
    text = "收到行政复议申请2021年12件，2022年调解纠纷15件。"
    assert told(text) == {Told(RECEIVED, 12, period="2021"), Told(MEDIATED, 15, period="2022")}


@pytest.mark.parametrize("sign", ["，", "、"])
def test_what_follows_a_series_is_of_its_last_year(sign: str) -> None:
    text = f"2021年收到行政复议申请12件{sign}2022年15件{sign}2023年20件，审结18件。"
    assert of(CONCLUDED, text) == {Told(CONCLUDED, 18)}


def test_a_series_of_another_unit_is_of_nothing() -> None:
    text = "收到行政复议申请2021年12件，2022年15万元。"
    assert told(text) == {Told(RECEIVED, 12, period="2021")}


@pytest.mark.parametrize(
    "now", ["目前在册社区矫正对象25人", "年末在矫25人", "现有社区矫正对象25人", "年底在册社区矫正对象25人"]
)
@pytest.mark.parametrize("span", ["自2019年以来", "2019年至2023年"])
def test_a_span_ends_where_a_figure_is_of_now(span: str, now: str) -> None:
    rows = of(SUPERVISED, f"{span}，累计接收社区矫正对象486人，{now}。")
    assert {(row.period, row.value) for row in rows} == {("2019/2023", 486), ("2023", 25)}


@pytest.mark.parametrize("now", ["今年收到", "本年度收到", "全年收到"])
def test_a_span_ends_where_a_figure_is_of_the_year(now: str) -> None:
    text = f"2021年以来，全县收到行政复议申请290件，{now}126件。"
    assert of(RECEIVED, text) == {Told(RECEIVED, 290, period="2021/2023"), Told(RECEIVED, 126)}


@pytest.mark.parametrize("span", ["五年间，", "“十四五”期间，", "任期内"])
def test_a_span_without_a_start_ends_there_too(span: str) -> None:
    text = f"{span}全县收到行政复议申请290件，今年收到126件。"
    assert told(text) == {Told(RECEIVED, 126)}
    assert reasons(text)["290件"] == "period_unknown"


@pytest.mark.parametrize("words", ["落实“十四五”规划，", "“十四五”开局之年，", "谋划“十五五”工作，"])
def test_the_name_of_a_plan_is_no_span(words: str) -> None:
    assert told(f"{words}全县收到行政复议申请126件。") == {Told(RECEIVED, 126)}


def test_a_plan_aims_within_the_years_that_it_names() -> None:
    title = "示例县法治政府建设规划（2021—2025年）"
    rows = told("“十四五”期间，行政复议调解率达到40%以上。", title=title)
    assert {(row.value, row.period, row.status) for row in rows} == {(40, "2021/2025", "target")}


@pytest.mark.parametrize("upto", ["截至目前，", "截至目前", "目前累计", "截至年底，", ""])
def test_a_span_up_to_now_is_a_span(upto: str) -> None:
    text = f"2021年以来，{upto}全县共收到行政复议申请290件。"
    assert of(RECEIVED, text) == {Told(RECEIVED, 290, period="2021/2023")}


def test_a_span_holds_for_the_figures_beside_it() -> None:
    text = "2021年以来，全县收到行政复议申请290件，审结280件。"
    assert of(CONCLUDED, text) == {Told(CONCLUDED, 280, period="2021/2023")}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("“十二五”期间", "2011/2015"),
        ("“十四五”以来", "2021/2023"),
        ("自1999年行政复议法颁布以来至2023年", "1999/2023"),
    ],
)
def test_spans_of_years(words: str, period: str) -> None:
    assert Told(RECEIVED, 364, period=period) in told(f"{words}，全县收到行政复议申请364件。")


def test_a_sum_over_untold_years_has_no_period() -> None:
    assert reasons("五年累计收到行政复议申请364件。")["364件"] == "period_unknown"


def test_what_became_of_cases_is_of_the_years_of_the_sentence_before() -> None:
    rows = told("其中2018年至2022年收到行政复议申请417件。作出维持决定的221件。2023年收到112件。")
    assert rows == {
        Told(RECEIVED, 417, period="2018/2022"),
        Told("reconsideration.upheld", 221, period="2018/2022"),
        Told(RECEIVED, 112),
    }


def test_a_span_from_a_law_to_a_year() -> None:
    rows = told("自1999年行政复议法颁布至2022年，全县收到行政复议申请1326件。")
    assert rows == {Told(RECEIVED, 1326, period="1999/2022")}


def test_years_told_one_by_one_hold_for_their_sentence() -> None:
    title = "近三年来示例县法治建设主要数据"
    body = (
        "2021年至2023年，全县法治建设迈上新台阶。\n收到行政复议申请418件，审结361件。"
        "分年度看，2021年收到97件，2022年收到124件，2023年收到197件。审结的当中，维持168件，驳回41件。"
    )
    rows = told(body, title=title)
    assert {row for row in rows if row.period == "2021/2023"} == {
        Told(RECEIVED, 418, period="2021/2023"),
        Told(CONCLUDED, 361, period="2021/2023"),
        Told("reconsideration.upheld", 168, period="2021/2023"),
        Told("reconsideration.dismissed", 41, period="2021/2023"),
    }
    assert {row.value for row in rows if row.indicator == RECEIVED and "/" not in row.period} == {
        97,
        124,
        197,
    }


def test_what_became_of_cases_of_untold_years_is_of_none() -> None:
    body = (
        "2019年，收到行政复议申请402件，到2023年是1358件，五年合计4127件，审结3611件。"
        "审结的案件里，维持1702件，调解和解1043件。"
    )
    assert told(body) == {Told(RECEIVED, 402, period="2019"), Told(RECEIVED, 1358)}


def test_years_counted_for_a_list_are_those_that_the_text_has_named() -> None:
    title = "示例县司法局近三年工作回顾（2022-2024年）"
    body = (
        "三年受理行政复议申请分别为57件、88件、161件，审结数分别为55件、86件、154件。"
        "三年为受援人挽回经济损失231万元。"
    )
    found = {(row.indicator, row.period): row.value for row in told(body, title=title)}
    assert found == {
        ("reconsideration.accepted", "2022"): 57,
        ("reconsideration.accepted", "2023"): 88,
        ("reconsideration.accepted", "2024"): 161,
        (CONCLUDED, "2022"): 55,
        (CONCLUDED, "2023"): 86,
        (CONCLUDED, "2024"): 154,
        ("legal_service.losses_recovered", "2022/2024"): 2_310_000,
    }
    assert told("落实法治建设规划（2021-2023年），三年受理行政复议申请分别为57件、88件、161件。") == set()


@pytest.mark.parametrize("words", ["标注有效期五年的", "连续三年", "每三年", "时隔三年"])
def test_years_that_count_something_else_are_no_span(words: str) -> None:
    assert {row.period for row in told(f"{words}收到行政复议申请112件。")} <= {"2023"}


def test_levels_that_lead_to_several_others_are_of_untold_years() -> None:
    assert told("行政机关败诉案件从5件减为3件、1件。") == set()


@pytest.mark.parametrize("now", ["现有186人", "目前在册186人", "年末在册186人"])
def test_those_released_since_the_first_was_taken_in_are_of_no_year(now: str) -> None:
    text = f"社区矫正工作累计接收2365人，解除2179人，{now}。"
    assert of("correction.released", text) == set()
    assert reasons(text)["2179人"] == "period_unknown"


def test_a_year_at_the_end_of_a_line_spans_nothing_of_the_next() -> None:
    rows = told("2021年以来，全市共受理行政复议申请820件，审结760件。", title="某县2023年法治建设情况报告")
    assert rows == {
        Told("reconsideration.accepted", 820, period="2021/2023"),
        Told("reconsideration.concluded", 760, period="2021/2023"),
    }


def test_a_text_on_several_years_that_has_come_to_the_last_goes_on_with_it() -> None:
    text = (
        "示例市2021—2023年行政复议案件统计分析\n\n三年来，全市共收到行政复议申请900件。\n"
        "2023年受理287件，审结268件。\n制发复议意见书14份，召开听证会19次。"
    )
    assert {(row.value, row.period) for row in rows(read(text))} >= {
        (900, "2021/2023"),
        (287, "2023"),
        (19, "2023"),
    }


def test_a_title_that_names_the_five_year_plan_just_ended_is_on_its_years() -> None:
    text = (
        "2025年11月28日 来源：燕北在线\n\n"
        "全省新收行政复议申请6.8万件；今年1至10月新收2.1万件。律师达到2.4万人。\n\n"
        "到2030年，每万人拥有律师超过4.5名。"
    )
    rows = told(text, title="“十四五”法治燕北建设交出答卷 省司法厅介绍情况")
    assert {
        Told("reconsideration.received", 68000, period="2021/2025"),
        Told("reconsideration.received", 21000, period="2025"),
        Told("lawyer.lawyers", 24000, period="2025"),
    } <= rows


def test_a_span_told_by_its_months_gives_its_years_to_what_is_told_since() -> None:
    text = (
        "示例市行政审判白皮书发布\n\n2021年1月至2023年11月，全市法院受理行政诉讼案件900件。\n"
        "三年来，发出司法建议45份。"
    )
    assert ("litigation.judicial_suggestions", 45, "2021/2023") in {
        (row.indicator, row.value, row.period) for row in rows(read(text))
    }


def test_news_on_the_plan_that_is_being_completed_count_over_its_years() -> None:
    text = (
        "市场监管守护民生\n10月29日，在全市高质量完成“十四五”规划系列新闻发布会上，市局负责人介绍情况。\n"
        "查办案件1.92万件，移送公安机关案件138起。今年前三季度，全市办理行政处罚案件2816件。"
    )
    assert rows(read(text)) >= {
        Told("enforcement.transferred_cases", 138, period="2021/2025"),
        Told("enforcement.penalties", 2816, period="2025"),
    }


def test_from_which_of_several_years_a_rate_rose_is_not_said() -> None:
    title = "示例区2021—2025年法治政府建设工作总结"
    rows = told("五年来，政务服务事项网上可办率从86.5%提高到99.3%。", title=title)
    assert {(row.value, row.period) for row in rows} == {(99.3, "2025")}
    assert (
        reasons("五年来，政务服务事项网上可办率从86.5%提高到99.3%。", title=title)["86.5%"]
        == "period_unknown"
    )


def test_since_a_body_was_set_up_is_no_year() -> None:
    text = "中心自成立以来累计调解纠纷87件，2023年调解19件。"
    assert of(MEDIATED, text) == {Told(MEDIATED, 19)}


def test_last_year_s_figure_beside_this_year_s_ends_with_its_segment() -> None:
    text = "公职律师82名，上年71名；政府法律顾问15名。"
    assert of("counsel.advisers", text) == {Told("counsel.advisers", 15)}


@pytest.mark.parametrize("words", ["今年以来，我局累计办理", "今年以来，全县累计受理"])
def test_what_has_been_done_in_all_since_the_year_began_is_the_years(words: str) -> None:
    rows = told(f"{words}法律援助案件86件，办结71件。")
    assert {(row.indicator, row.value, row.period) for row in rows} == {
        ("legal_aid.cases", 86, "2023"),
        ("legal_aid.concluded", 71, "2023"),
    }
