"""The year and the years that a text is on, where its title names none."""

from __future__ import annotations

import pytest

from pipelines.model import ReportKind
from tests.unit.extraction.dated import facts, news
from tests.unit.extraction.told import Told, read, rows, told

RECEIVED = "reconsideration.received"


@pytest.mark.parametrize(
    "title", ["近三年来示例县法治建设主要数据", "示例县这三年的法治建设情况", "示例县三年间的法治建设情况"]
)
def test_the_opening_tells_which_years_a_title_counts(title: str) -> None:
    body = "2021年至2023年，全县法治建设迈上新台阶。\n一、行政复议\n收到行政复议申请418件。2023年，审结90件。"
    found = facts(f"{title}\n\n{body}")
    assert (found.year, found.span, found.covered) == (2023, "2021/2023", "2021/2023")
    assert told(body, title=title) == {
        Told(RECEIVED, 418, period="2021/2023"),
        Told("reconsideration.concluded", 90, period="2023"),
    }


def test_figures_of_a_report_on_several_years_are_of_all_of_them() -> None:
    title = "示例县人民政府关于2022年至2023年法治政府建设情况的报告"
    rows = told("全县共收到行政复议申请418件。目前，全县现有人民调解员1250名。", title=title)
    assert Told(RECEIVED, 418, period="2022/2023") in rows


@pytest.mark.parametrize(
    "told_as",
    ["五年来，收到行政复议申请418件", "五年合计收到行政复议申请418件", "这五年，收到行政复议申请418件"],
)
def test_years_counted_are_those_that_the_text_has_named(told_as: str) -> None:
    body = f"2019年至2023年，全市法治建设稳步推进。\n{told_as}。"
    assert told(body) == {Told(RECEIVED, 418, period="2019/2023")}


@pytest.mark.parametrize(
    "named",
    [
        "落实《法治社会规划（2019—2023年）》",
        "落实2019年至2023年法治建设规划",
        "2018年至2022年、2019年至2023年两个阶段",
    ],
)
def test_the_years_of_a_plan_and_of_two_spans_are_not_those_counted(named: str) -> None:
    assert told(f"{named}。\n五年来，收到行政复议申请418件。") == set()


@pytest.mark.parametrize(
    ("plan", "period"), [("“七五”普法", "2016/2020"), ("“十三五”规划", "2016/2020"), ("“六五”普法", None)]
)
def test_years_counted_are_those_of_the_plan_that_ends_with_the_year(plan: str, period: str | None) -> None:
    title = "示例县人民政府关于2020年度法治政府建设情况的报告"
    rows = told(f"{plan}收官。五年来，开展普法宣传活动1260场次。", title=title)
    assert rows == ({Told("publicity.activities", 1260, period=period)} if period else set())


def test_half_a_year_is_of_the_year_of_its_account() -> None:
    text = "示例县司法局{}工作总结\n\n收到行政复议申请98件。\n\n示例县司法局\n2024年7月8日"
    assert facts(text.format("上半年")).year == 2024
    assert facts(text.format("司法行政")).year is None


def test_the_months_that_figures_cover_are_no_day_of_publication() -> None:
    text = (
        "数字里的法治\n示例县司法局 2024年1月26日发布\n（统计时段：2023年1月1日至12月31日）\n"
        "◆ 行政复议\n98件 收到行政复议申请"
    )
    found = facts(text)
    assert (found.title, found.year, found.published_on) == (None, 2023, "2024-01-26")


@pytest.mark.parametrize(
    ("line", "day", "year"),
    [
        ("截至目前，全县建立人民调解组织142个。", "2021-02-12", 2021),
        ("2018年以来，全县调解纠纷2959件。", "2021-02-12", 2021),
        ("专项行动自4月1日启动以来，全县检查企业160家次。", "2019-05-25", 2019),
        ("全县排查隐患1600处。", "2019-05-25", 2019),
        ("9月28日，全县启动排查，2016年以来的隐患清零。", "2019-09-30", 2019),
        ("全省新收行政案件698件，2018年白皮书显示，败诉率下降。", "2019-05-12", 2018),
        ("2018年，全县排查隐患1600处。2019年将把排查列入计划。", "", 2018),
        ("全县排查隐患1600处。", "2019-02-25", 2018),
        ("去年全县排查隐患1600处，今年将抓好整改。", "2019-05-25", 2018),
        ("去年12月15日专项行动启动以来，今年共检查企业160家次。", "2019-05-25", 2019),
        ("截至2022年6月30日，全县律师达71名，比2015年增长66.5%，比2015年多28名。", "2022-08-01", 2022),
        ("截至2022年6月30日，全县律师达71名，比2015年增长66.5%。", "2023-03-01", 2022),
        ("去年，全县调解纠纷2959件。2020年以来，共调解9959件。", "2021-02-12", 2020),
        ("3月4日，全县召开会议，累计检查企业1600家次。", "2020-03-05", 2020),
        ("3月4日，全县召开会议，全年检查企业1600家次。", "2020-03-05", 2019),
        ("去年全县检查企业160家次。到今年1月底，抽查16家次。", "2019-01-30", 2018),
    ],
)
def test_the_day_of_news_tells_their_year(line: str, day: str, year: int | None) -> None:
    found = news(line, day)
    assert (found.kind, found.year) == (ReportKind.NEWS, year)


def test_days_of_a_page_are_written_in_several_ways() -> None:
    for day in ("2013/12/30", "30.12.2013  16:50", "2013-12-30", "2013年12月30日"):
        assert (
            facts(f"示例县排查火灾隐患\n{day}\n\n目前，全县排查火灾隐患1600处。").published_on == "2013-12-30"
        )
    assert facts("2023年8月12345热线工作情况通报\n\n8月份，受理来电566件。").year == 2023


def test_months_may_begin_and_end_a_span() -> None:
    text = "自2022年1月起至2025年6月止，全县收到行政复议申请418件。"
    found = {(row.value, row.period) for row in rows(read(f"示例县司法局关于提案办理情况的复函\n\n{text}"))}
    assert found == {(418, "2022/2025")}


def test_what_a_bureau_will_do_is_not_of_the_year_told() -> None:
    lines = (
        "2020年，全县审查行政复议申请11件。\n2021年县司法局将健全培训机制。\n2021年县司法局将加强案卷评查。"
    )
    assert (
        facts(
            f"示例县司法局召开动员会\n\n1月19日，示例县司法局召开会议，部署工作，明确今后一个时期的任务。\n{lines}"
        ).year
        == 2020
    )
    handed_over = "2021年县检察院将12件线索移送公安机关，2021年县检察院将3件案件移送监委。"
    assert facts(f"示例县加强行刑衔接\n\n{handed_over}").year == 2021


def test_half_a_year_aims_at_the_rest_of_its_year() -> None:
    body = (
        "收到行政复议申请98件。\n二、下半年工作安排\n力争行政复议调解和解率达到45%以上。\n"
        "示例县司法局\n2024年7月8日"
    )
    rows = {(row.indicator, row.period, row.status) for row in told(body, title="示例县司法局上半年工作总结")}
    assert rows == {
        (RECEIVED, "2024", "actual"),
        ("reconsideration.mediation_rate", "2024", "target"),
    }


@pytest.mark.parametrize(
    "goal", ["会上还给今年定下了目标：行政诉讼败诉率不高于6%", "今年我们的目标，是把行政诉讼败诉率降到6%以下"]
)
def test_the_goals_of_news_are_of_the_year_in_which_they_appear(goal: str) -> None:
    text = (
        "示例县筑牢法治防线\n2024-02-20 10:12  来源：示例新闻网\n\n"
        f"记者从县司法局获悉，去年全县收到行政复议申请98件。{goal}。"
    )
    rows = {(row.indicator, row.period, row.status.value) for row in read(text).observations}
    assert rows == {(RECEIVED, "2023", "actual"), ("litigation.lost_rate", "2024", "target")}


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("收到行政复议申请126件。下一步，到2027年底，行政复议调解率达到40%以上。", None),
        ("2022年，收到行政复议申请126件。下一步，到2025年底，执法人员持证率达到100%。", 2022),
        ("收到行政复议申请126件。截至2022年底，公职律师21名。2023年新增3名。2023年，调解320件。", 2023),
        ("2023年，收到行政复议申请126件。截至2024年1月31日，律师71名。", 2023),
        ("到2022年6月底，全县律师事务所38个，律师380人。体系始于2013年，已基本健全。", 2022),
    ],
)
def test_days_as_of_which_things_stand_and_goals_move_no_year(body: str, year: int | None) -> None:
    assert facts(f"示例县法治政府建设情况\n\n{body}").year == year


@pytest.mark.parametrize(
    ("months", "year"),
    [("2022年12月至2023年11月", 2023), ("2023年1月至12月", 2023), ("2023年7月至9月", 2023)],
)
def test_a_title_may_tell_its_months(months: str, year: int) -> None:
    found = facts(f"示例县人民政府关于{months}法治政府建设情况的报告\n\n收到行政复议申请126件。")
    assert (found.title is not None, found.year) == (True, year)


def test_how_many_there_are_is_of_the_last_of_several_years() -> None:
    title = "示例县司法局关于2022年至2023年工作情况的报告"
    body = "全县律师71名，比上年增长5%。培训人民调解员320人次。收到行政复议申请418件。"
    assert told(body, title=title) == {
        Told("lawyer.lawyers", 71),
        Told("lawyer.lawyers", 5, "change_pct"),
        Told("mediation.mediators_trained", 320, period="2022/2023"),
        Told(RECEIVED, 418, period="2022/2023"),
    }


def test_years_long_past_are_not_those_counted() -> None:
    body = "2017年至2021年，执法案卷评查覆盖所有部门。\n五年来，收到行政复议申请418件。"
    assert told(body) == set()


def test_news_tell_of_this_year_and_of_the_last() -> None:
    line = "去年调解纠纷320件。今年一季度调解纠纷80件。今年排查隐患60处。"
    assert news(line, "2023-05-20").year == 2023


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("示例县2022年度工作总结和2023年上半年工作计划", "2023"),
        ("示例县2023年上半年法治政府建设工作总结", "2023"),
    ],
)
def test_half_a_year_that_is_planned_is_none_that_is_told(title: str, period: str) -> None:
    assert facts(f"{title}\n\n收到行政复议申请126件。").target_period == period


def test_a_chain_of_years_is_told_up_to_its_last() -> None:
    rates = "2021年23.2%，2022年降到18.1%，2023年降到11.6%，2024年1-10月为8.9%"
    text = f"示例市法院推进双下降\n\n近年败诉率持续走低：{rates}。2022年初制发了方案。"
    assert facts(text).year == 2024


def test_the_year_by_which_a_plan_wants_something_is_not_told_of() -> None:
    line = "截至目前全县建成法律援助工作站28个。到2028年，每万人拥有律师数要达到3名。"
    assert news(line, "2023-11-20").year == 2023


def test_the_month_in_which_something_began_does_not_rule_what_follows() -> None:
    line = "2021年6月，该县出台意见，推行背包调解。今年以来，全县调解纠纷320件。"
    assert news(line, "2023-11-20").year == 2023


def test_the_year_in_which_news_want_something_is_the_next() -> None:
    line = "我区去年调解纠纷320件。2023年，力争全区九成的村落实法律顾问制度，办理法律援助案件不少于450件。"
    text = f"示例区完善公共法律服务\n2023-01-12 10:12  来源：示例新闻网\n\n记者从区司法局获悉，{line}"
    assert facts(text).year == 2022
    goals = [(row.value, row.period) for row in rows(read(text)) if row.status == "target"]
    assert (450, "2023") in goals


def test_a_title_that_looks_back_and_ahead_makes_no_plan_of_what_is_told() -> None:
    text = "示例县司法局2022年度工作总结及2023年计划\n\n公证处1个，办证1287件，收费61.2万元。"
    assert {(row.value, row.status) for row in rows(read(text)) if row.indicator == "notary.cases"} == {
        (1287, "actual")
    }


def test_who_tells_a_figure_opens_the_sentence_for_its_year() -> None:
    text = (
        "法律服务送到群众家门口\n近年来，该市织密服务网络。\n"
        "据市司法局统计，2024年全市办理法律援助案件3946件。"
    )
    rows = {(row.indicator, row.period) for row in read(text).observations}
    assert rows == {("legal_aid.cases", "2024")}


def test_a_closed_book_title_is_no_part_of_the_year_s_name() -> None:
    line = "《白皮书》显示，2014年该市行政机关败诉86件。据《白皮书》显示，2014年，全市受理538件。"
    assert news(line, "2015-05-06").year == 2014


def test_a_yearbook_records_the_year_before_its_own() -> None:
    text = "豫颍年鉴（2009）·司法行政\n\n全市建成各类调委会4162个，2008年调处民间纠纷3.4万余件。"
    assert facts(text).year == 2008


def test_a_report_on_two_years_that_its_title_names_is_of_the_last() -> None:
    found = facts("示例区生态环境局关于2020年、2021年法治政府建设情况的报告\n\n检查企业1893家次。")
    assert (found.year, found.covered) == (2021, "2020/2021")
