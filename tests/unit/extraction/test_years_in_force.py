"""Which of the years told before rules a figure: behind points, behind commas, until the text says now."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, of, read, reasons, rows, told

RECEIVED, ACCEPTED = "reconsideration.received", "reconsideration.accepted"
CASES, STAFF = "legal_aid.cases", "organisation.judicial_office_staff"


@pytest.mark.parametrize("point", ["（三）", "3.", "三、", ""])
def test_a_year_behind_the_number_of_a_point_rules(point: str) -> None:
    text = f"{point}2022年，全县开展宣传活动，办理法律援助案件476件。"
    assert of(CASES, text) == {Told(CASES, 476, period="2022")}


def test_a_later_year_behind_a_comma_rules_what_follows() -> None:
    text = "2022年全县收到行政复议申请107件，2023年增至146件。其中，符合条件予以受理98件。"
    assert of(RECEIVED, text) == {Told(RECEIVED, 107, period="2022"), Told(RECEIVED, 146)}
    assert of(ACCEPTED, text) == {Told(ACCEPTED, 98)}


def test_a_year_behind_what_a_sentence_is_about_rules_what_follows() -> None:
    text = "行政复议方面，2022年全县收到申请107件，受理98件。全年接受法律咨询，审结复议案件90件。"
    assert {row.period for row in told(text) if row.indicator.startswith("reconsideration")} == {"2022"}


@pytest.mark.parametrize("now", ["目前", "今年"])
def test_a_year_told_before_ends_where_the_text_says_now(now: str) -> None:
    text = f"2019年底，全县司法所工作人员23人，{now}司法所工作人员38人。全年办理法律援助案件56件。"
    assert {(row.period, row.value) for row in of(STAFF, text)} == {("2019", 23), ("2023", 38)}
    assert of(CASES, text) == {Told(CASES, 56)}


def test_a_state_long_past_is_said_in_one_sentence() -> None:
    text = "2019年底，全县司法所工作人员23人。逐年招录补充后队伍不断壮大，办理法律援助案件56件。"
    assert of(CASES, text) == {Told(CASES, 56)}


def test_news_of_january_is_of_the_year_gone() -> None:
    text = (
        "全市政府法制工作会议召开\n\n2012-01-18 来源：湘潭日报\n\n"
        "本报讯 1月17日，全市政府法制工作会议在湘潭召开，总结去年的工作，部署今年的工作任务。\n"
        "去年全市行政复议机关受理行政复议案件160件，审结148件。\n"
        "会议要求，2012年，行政复议案件按期结案率达到98%以上。"
    )
    found = read(text)
    assert found.report.report_year == 2011
    assert Told(ACCEPTED, 160, period="2011") in rows(found)


def test_the_years_of_what_is_sorted_are_not_the_year_of_the_sorting() -> None:
    text = "对建国以来至2015年底以县政府名义印发的规范性文件进行清理，宣布继续有效的87件。"
    assert of("normative.retained", text) == {Told("normative.retained", 87)}


def test_from_a_month_until_now_is_a_span() -> None:
    assert of(CASES, "自2021年1月至今，全县办理法律援助案件1476件。") == {
        Told(CASES, 1476, period="2021/2023")
    }


@pytest.mark.parametrize(
    "aside",
    ["2022年为55件", "2022年55件", "上年受理率85%，回落2个百分点", "2022年留下6件，由此本年在手121件"],
)
def test_a_year_told_in_passing_ends_with_its_clause(aside: str) -> None:
    text = f"收到行政复议申请126件，{aside}，审结行政复议案件90件。其中维持30件。"
    assert Told("reconsideration.concluded", 90) in told(text)
    assert Told("reconsideration.upheld", 30) in told(text)


def test_a_sentence_that_opens_with_the_same_months_tells_of_last_year() -> None:
    rows = told("全年审结行政复议案件152件，纠错27件。上年同期审结78件，纠错17件。")
    assert Told("reconsideration.concluded", 78, period="2022") in rows
    assert Told("reconsideration.corrected", 17, period="2022") in rows
    assert Told("reconsideration.corrected", 27) in rows


def test_work_that_began_in_a_month_spans_the_years_since() -> None:
    text = (
        "自2009年10月开展此项工作起，至2023年12月31日，累计接收社区矫正对象1214人，累计解除971人。"
        "年内解除171人。"
    )
    released = {(row.value, row.period) for row in told(text) if row.indicator == "correction.released"}
    assert released == {(971, "2009/2023"), (171, "2023")}


def test_twelve_months_to_november_are_the_year_they_end_in() -> None:
    text = "2022年12月1日至2023年11月30日，检查企业2731家次。"
    assert of("enforcement.inspections", text) == {Told("enforcement.inspections", 2731)}


def test_papers_of_before_a_day_are_sorted_in_the_report_s_year() -> None:
    text = "对2015年12月31日以前发布的326件行政规范性文件进行清理，废止48件。"
    assert of("normative.cleaned", text) == {Told("normative.cleaned", 326)}


def test_a_stock_at_the_end_of_last_year_opens_its_sentence() -> None:
    text = "【社区矫正】上年末在册社区矫正对象167名，当年解除131名，年末在册178名。"
    stock = {(row.value, row.period) for row in of("correction.supervisees", text)}
    assert stock == {(167, "2022"), (178, "2023")}


def test_levels_of_years_told_in_passing_end_with_their_sentence() -> None:
    text = (
        "行政机关负责人出庭应诉率达到100%，2021年、2022年分别为71.4%、86.2%。"
        "全市人民调解组织排查矛盾纠纷1204次，调处矛盾纠纷2210件。"
    )
    rates = {(row.value, row.period) for row in of("litigation.head_appearance_rate", text)}
    assert rates == {(100, "2023"), (71.4, "2021"), (86.2, "2022")}
    assert Told("mediation.cases", 2210) in told(text)


def test_a_year_that_says_which_problems_are_meant_ends_with_its_sentence() -> None:
    text = "对执法部门开展执法监督检查；2022年检查发现的46个问题已整改43个。评查行政执法案卷260卷。"
    assert Told("enforcement.problems_rectified", 43, period="2022") in told(text)
    assert Told("enforcement.case_files_reviewed", 260) in told(text)


def test_years_that_open_a_sentence_are_those_of_its_run() -> None:
    text = "2021年、2022年、2023年，县政府分别收到行政复议申请68件、85件和112件。"
    assert {(row.period, row.value) for row in told(text)} == {("2021", 68), ("2022", 85), ("2023", 112)}


def test_years_without_a_number_are_of_no_period() -> None:
    text = "五年间，各级调解组织调处矛盾纠纷6340件，调解成功6190件。"
    assert told(text) == set()
    assert reasons(text) == {"6340件": "period_unknown", "6190件": "period_unknown"}


@pytest.mark.parametrize(("span", "period"), [("近5年来，", "2019/2023"), ("据统计，三年来，", "2021/2023")])
def test_the_last_years_end_with_the_text_s_own(span: str, period: str) -> None:
    rows = told(f"{span}各级调解组织调处矛盾纠纷6340件，调解成功6190件。")
    assert {(row.value, row.period) for row in rows} == {(6340, period), (6190, period)}


def test_a_year_behind_a_dash_or_what_it_came_after_is_that_of_its_figures() -> None:
    rates = "——2021年行政机关败诉率为16.4%、2022年则下降为7.1%、2023年败诉率仅为5.2%。"
    assert {(row.value, row.period) for row in told(rates)} == {(16.4, "2021"), (7.1, "2022"), (5.2, "2023")}
    before = "实行集中管辖之前的2021年，全县新收行政诉讼案件7件。"
    assert told(before) == {Told("litigation.cases", 7, period="2021")}


def test_years_that_another_is_compared_with_rule_no_later_sentence() -> None:
    text = "调解率25%，较2021年、2022年有所提升。行政机关败诉51件，败诉率19.3%，同比下降2.8个百分点。"
    assert {row.period for row in told(text)} == {"2023"}


def test_a_year_behind_an_opening_quote_rules_what_is_said() -> None:
    rows = told("“2024年，我们要力争办理法律援助案件650件以上。”县司法局局长表示。")
    assert Told("legal_aid.cases", 650, period="2024", status="target", comparator=">=") in rows


def test_last_year_is_the_reports_own_where_it_is_compared_with_the_year_before() -> None:
    title = "青禾县司法局2023年工作总结\n发布时间：2024-01-18"
    rows = told("县公证处去年办证2047件，较2022年增长9.1%。", title=title)
    assert Told("notary.cases", 2047) in rows
    assert Told("notary.cases", 9.1, "change_pct") in rows


def test_what_was_done_meanwhile_is_of_the_same_years() -> None:
    text = "近6年来，全县律师办理刑事辩护案件410件。与此同时，办理法律援助案件160件。"
    assert {row.period for row in told(text)} == {"2018/2023"}


def test_a_series_goes_on_with_its_next_year() -> None:
    text = "一审行政案件由2021年的58件降至2022年的49件，2023年再降到37件。"
    assert of("litigation.first_instance", text) == {
        Told("litigation.first_instance", 58, period="2021"),
        Told("litigation.first_instance", 49, period="2022"),
        Told("litigation.first_instance", 37),
    }


def test_what_is_said_again_of_the_year_before_is_said_in_passing() -> None:
    rows = told("行政复议2023年共需办理167件，2022年共需办理101件，已办结149件，18件正在审理。")
    assert {(row.indicator, row.period, row.value) for row in rows} >= {
        ("reconsideration.cases_handled", "2023", 167),
        ("reconsideration.cases_handled", "2022", 101),
        ("reconsideration.concluded", "2023", 149),
    }


def test_as_many_numbers_as_years_side_by_side_are_in_their_order() -> None:
    text = "2021年、2022年、2023年受理行政复议申请120件、130件、143件。"
    assert of("reconsideration.accepted", text) == {
        Told("reconsideration.accepted", 120, period="2021"),
        Told("reconsideration.accepted", 130, period="2022"),
        Told("reconsideration.accepted", 143),
    }


def test_the_years_of_a_span_that_is_not_named_are_told_one_by_one() -> None:
    text = "三年来共受理行政复议申请393件，其中2021年120件，2022年130件，2023年143件。"
    assert of("reconsideration.accepted", text) == {
        Told("reconsideration.accepted", 120, period="2021"),
        Told("reconsideration.accepted", 130, period="2022"),
        Told("reconsideration.accepted", 143),
        Told("reconsideration.accepted", 393, period="2021/2023"),
    }


def test_the_number_of_the_year_before_may_be_called_so() -> None:
    rows = told("新收一审行政诉讼案件436件，上年同期数为471件，降幅7.4%。")
    assert Told("litigation.first_instance", 471, period="2022") in rows
    assert Told("litigation.first_instance", -7.4, measure="change_pct") in rows


def test_by_now_ends_the_year_that_the_paragraph_has_told_of() -> None:
    text = "2019年6月，该县出台方案，聘请专职调解员。截至目前，全县共有人民调解员214名。"
    assert of("mediation.mediators", text) == {Told("mediation.mediators", 214)}


@pytest.mark.parametrize("opening", ["2019年10月成立以来", "该县公共法律服务中心2019年10月成立以来"])
def test_what_was_done_since_something_began_is_of_all_those_years(opening: str) -> None:
    text = f"{opening}，累计接待群众来访320人次，调解纠纷396件。"
    assert of("mediation.cases", text) == {Told("mediation.cases", 396, period="2019/2023")}


def test_what_these_two_numbers_were_a_year_before_rules_no_later_sentence() -> None:
    text = "全年受理行政诉讼案件98件，结案90件；2022年这两个数字是69件和65件。审查非诉行政执行案件116件。"
    assert Told("litigation.non_suit_enforcement", 116) in told(text)


def test_since_a_plan_of_publicity_began_is_of_its_years() -> None:
    text = "“八五”普法以来，全县开展法治宣传活动1340场次，其中2023年312场次。"
    assert of("publicity.activities", text) == {
        Told("publicity.activities", 1340, period="2021/2023"),
        Told("publicity.activities", 312),
    }
    first = told("“八五”普法以来，全县开展法治宣传活动340场次。", title="示例县2021年法治政府建设报告")
    assert first == {Told("publicity.activities", 340, period="2021")}


def test_a_year_before_told_in_passing_ends_with_its_sentence() -> None:
    text = "负责人出庭应诉8次。2022年，我县被诉11件，数量下降明显。收到检察建议3件，全部办结。"
    assert of("litigation.procuratorial_suggestions", text) == {
        Told("litigation.procuratorial_suggestions", 3)
    }
    assert of("litigation.cases", text) == {Told("litigation.cases", 11, period="2022")}


def test_a_year_of_one_point_is_not_that_of_the_next() -> None:
    title = "示例市行政审判白皮书（2022—2024年）"
    body = "全市案件特点。一是领域集中。2024年的一审案件中，公安131件。二是化解有力，以撤诉方式结案689件。"
    assert Told("litigation.withdrawn", 689, period="2022/2024") in told(body, title=title)
    led = "2022年，全县推进依法行政。一是收到行政复议申请126件。二是行政机关负责人出庭应诉36件。"
    assert {row.period for row in told(led)} == {"2022"}


def test_years_one_by_one_are_of_the_noun_whose_trend_is_told() -> None:
    rows = told("一审收案逐年回落，2021年、2022年、2023年分别为812件、769件、735件。")
    assert {(row.period, row.value) for row in rows if row.indicator == "litigation.first_instance"} == {
        ("2021", 812),
        ("2022", 769),
        ("2023", 735),
    }


def test_years_since_which_a_thing_is_done_open_a_yearbook_s_entry() -> None:
    rows = told("【社区矫正】 2012年开展社区矫正工作以来，累计接收社区服刑人员638人。年末在册97人。")
    assert {(row.value, row.period) for row in rows} == {(638, "2012/2023"), (97, "2023")}


def test_what_was_carried_over_from_last_year_is_of_this_one() -> None:
    rows = of("disclosure.requests_carried_over", "收到政府信息公开申请173件，结转上年5件。")
    assert rows == {Told("disclosure.requests_carried_over", 5)}


@pytest.mark.parametrize("until", ["2022年12月31日前", "建国以来至2022年底"])
def test_the_years_of_papers_that_are_gone_through_are_not_those_of_the_sorting(until: str) -> None:
    rows = told(f"规范性文件管理。对{until}的86件文件逐件过堂，修改27件，继续有效59件。")
    assert {row.period for row in rows} == {"2023"}
    assert Told("normative.retained", 59) in rows


def test_the_years_of_files_that_are_reviewed_are_not_those_of_the_review() -> None:
    rows = told("评查2022年7月以来案卷共173件：行政处罚148件，行政许可25件。")
    assert {(row.period, row.value) for row in rows} == {("2023", 173), ("2023", 148), ("2023", 25)}


@pytest.mark.parametrize(
    "text",
    [
        "文件清理。对2004年以来的323件规范性文件进行清理，废止41件。",
        "案卷评查。抽取2022年10月至2023年9月期间办结的行政处罚案卷，评查案卷120卷。",
    ],
)
def test_the_years_of_what_is_gone_through_are_not_those_of_the_figures(text: str) -> None:
    rows = told(text)
    assert rows
    assert {row.period for row in rows} == {"2023"}
