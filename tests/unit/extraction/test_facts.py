"""Facts of the document: title, kind, year, body and dates, with and without a title; unknown is None."""

from __future__ import annotations

import pytest

from pipelines.extraction.facts.report import Facts, read_facts
from pipelines.extraction.text.normalise import normalise
from pipelines.model import Hints, ReportKind
from tests.unit.extraction.told import Told, read, rows, told

KIND = ReportKind
AID = "示例县法律援助中心共办理法律援助案件462件"
BODY = "2023年，示例县深入推进依法行政。全年审结行政复议案件90件。2023年以来，调解纠纷300件。"


def facts(text: str, hints: Hints | None = None) -> Facts:
    return read_facts(normalise(text).text, hints or Hints())


@pytest.mark.parametrize(
    ("title", "kind", "year", "body"),
    [
        ("示例县人民政府关于2023年度法治政府建设情况的报告", KIND.ANNUAL_REPORT, 2023, "government"),
        ("示例县2022年法治政府建设年度报告", KIND.ANNUAL_REPORT, 2022, "government"),
        ("示例市司法局2021年度法治政府建设工作情况报告", KIND.ANNUAL_REPORT, 2021, "司法局"),
        ("云栖市鹿鸣区城市管理局关于2020年法治政府建设情况的报告", KIND.ANNUAL_REPORT, 2020, "城市管理局"),
        ("示例市2023年行政复议和行政应诉案件统计分析", KIND.CASE_STATISTICS, 2023, "government"),
        ("示例县司法局2023年工作总结", KIND.WORK_SUMMARY, 2023, "司法局"),
        ("示例县司法局2019年度司法行政业务工作报告", KIND.WORK_SUMMARY, 2019, "司法局"),
        ("2018年度示例市行政审判白皮书(摘要)", KIND.CASE_STATISTICS, 2018, "法院"),
        ("示例区2024年法治政府建设工作要点", KIND.PLAN, 2024, "government"),
        ("示例县市场监督管理局2022年政府信息公开工作年度报告", KIND.OTHER, 2022, "市场监督管理局"),
    ],
)
def test_a_title_says_kind_year_and_body(title: str, kind: ReportKind, year: int, body: str) -> None:
    found = facts(f"{title}\n\n{BODY}")
    assert found.title == title
    assert (found.kind, found.year, found.body) == (kind, year, body)


def test_a_title_broken_over_two_lines_is_one() -> None:
    found = facts(f"示例县人民政府\n关于2023年度法治政府建设情况的报告\n\n{BODY}")
    assert found.title == "示例县人民政府关于2023年度法治政府建设情况的报告"


def test_a_year_in_brackets_below_a_title_is_its_own() -> None:
    text = f"示例市行政争议化解白皮书\n（2021年度）\n\n二〇二二年四月\n\n{BODY}2024年的目标是审结95件以上。"
    found = facts(text)
    assert (found.title, found.year) == ("示例市行政争议化解白皮书(2021年度)", 2021)


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页 > 政务公开 > 2025年法治政府建设专题报告",
        "发布时间：2025-03-01 来源：示例县司法局 浏览次数：1234",
        "示府发〔2025〕3号",
    ],
)
def test_what_a_page_puts_above_the_title_is_no_title(line: str) -> None:
    found = facts(f"{line}\n示例县2024年法治政府建设情况报告\n\n2024年，审结行政复议案件90件。")
    assert (found.title, found.year) == ("示例县2024年法治政府建设情况报告", 2024)


def test_without_a_title_the_years_that_open_sentences_decide() -> None:
    found = facts(f"{BODY}\n较2022年增加10件，比2021年增加20件，自2019年实施以来成效明显。")
    assert found.year == 2023


def test_without_a_title_the_closing_formula_names_the_kind() -> None:
    assert facts(f"{BODY}\n特此报告。").kind is KIND.ANNUAL_REPORT


def test_no_year_anywhere_is_unknown_and_states_nothing() -> None:
    text = "示例县法治政府建设情况报告\n\n全年审结行政复议案件90件。"
    extraction = read(text)
    assert extraction.report.report_year is None
    assert extraction.observations == ()
    assert "year_unknown" in {problem.code for problem in extraction.problems}
    assert [mention.reason for mention in extraction.mentions] == ["year_unknown"]


def test_a_year_of_the_folder_fills_in_and_a_contradiction_is_told() -> None:
    silent = read("示例县法治政府建设情况报告\n\n全年审结行政复议案件90件。", year=2021)
    assert [row.period for row in silent.observations] == ["2021"]
    loud = read(f"示例县2023年法治政府建设情况报告\n\n{BODY}", year=2021)
    assert loud.report.report_year == 2023
    assert "year_contradiction" in {problem.code for problem in loud.problems}


def test_a_plan_of_several_years_is_a_span() -> None:
    found = facts("示例县法治政府建设实施方案（2021—2025年）\n\n到2025年，行政复议纠错率达到10%以上。")
    assert (found.kind, found.span, found.target_period) == (KIND.PLAN, "2021/2025", "2021/2025")


def test_a_report_looks_ahead_to_the_next_year() -> None:
    assert facts(f"示例县2023年法治政府建设情况报告\n\n{BODY}").target_period == "2024"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("发布时间：2024-02-05\n{}", "2024-02-05"),
        ("{}\n示例县人民政府\n2024年1月31日", "2024-01-31"),
        ("{}\n根据2019年4月8日的通知办理。", None),
    ],
)
def test_when_it_was_published(lines: str, wanted: str | None) -> None:
    assert facts(lines.format(f"示例县2023年法治政府建设情况报告\n\n{BODY}")).published_on == wanted


def test_hints_fill_what_the_text_leaves_open_and_no_more() -> None:
    hints = Hints(
        title="示例县2020年法治政府建设情况报告", publisher="示例县司法局", published_on="2021-01-05"
    )
    found = facts("全县审结行政复议案件90件。", hints)
    assert (found.title, found.publisher, found.published_on) == (hints.title, hints.publisher, "2021-01-05")
    assert facts(f"示例县2023年法治政府建设情况报告\n\n{BODY}", hints).year == 2023


def test_the_text_alone_gives_the_same_rows_without_its_title() -> None:
    titled = told("2023年，全县审结行政复议案件90件。2023年，调解纠纷310件。")
    bare = read("2023年，全县审结行政复议案件90件。2023年，调解纠纷310件。")
    assert Told("reconsideration.concluded", 90) in titled
    assert {row.period for row in bare.observations} == {"2023"}


def test_links_to_other_reports_are_no_titles() -> None:
    text = f"2023年，{AID}。\n上一篇：示例县2022年度法治政府建设情况报告"
    assert facts(text).year == 2023


def test_a_heading_behind_the_text_is_no_title() -> None:
    prose = f"2023年，全县各级行政机关认真履行职责，依法行政水平不断提高。{'全年工作有序推进。' * 8}{AID}。"
    told = facts(f"{prose}\n{prose}\n2024年工作计划\n力争办理法律援助案件500件。")
    assert (told.kind.value, told.year) != ("plan", 2024)
    assert told.year == 2023


def test_the_credits_of_a_page_give_publisher_and_date() -> None:
    told = facts(
        "示例县法治惠民\n来源：示例网 作者：甲乙 编辑：丙丁 2024-01-16 11:27:40\n去年，全县稳步推进。"
    )
    assert told.published_on == "2024-01-16"


def test_the_year_of_a_number_with_a_point_is_no_year() -> None:
    found = read("示例县人民政府关于2023年度法治政府建设情况的报告\n\n行政处罚案件罚没款1963.4万元。")
    assert {row.value for row in found.observations} == {19_634_000}


@pytest.mark.parametrize(
    "body",
    [
        f"全县{AID}，较2022年增长5%，法治建设群众满意度比2022年提高。\n存在短板。2024年，我们将按照部署抓好落实。",
        f"全县{AID}。2024年，全县将继续推进法治建设。2023年以来成效明显。",
    ],
)
def test_without_a_title_comparisons_and_what_is_to_come_tell_the_year(body: str) -> None:
    assert facts(body).year == 2023


def test_a_year_that_closes_the_first_line_is_the_texts_where_nothing_else_tells_one() -> None:
    text = "整合化解矛盾纠纷的力量与资源（2023年）\n\n全县人民调解委员会共有调解员1047名。"
    assert read(text).report.report_year == 2023


def test_a_plan_without_a_title_is_for_the_year_that_it_is_made_for() -> None:
    told = facts(f"2023年，{AID}。为深入推进2024年法治政府建设工作，制定本工作要点。")
    assert (told.kind, told.year) == (KIND.PLAN, 2024)


def test_the_day_in_credits_that_run_into_the_text() -> None:
    line = (
        "文章来源：某晚报 作者： 时间：2024-01-16 09:51:37 本报讯 去年，全县稳步推进各项工作，成效明显。"
        + "此外，" * 30
    )
    assert facts(f"示例县复议工作亮眼\n{line}").published_on == "2024-01-16"


def test_a_report_on_two_years_is_of_the_last_and_its_words_for_both_are_of_both() -> None:
    title = "示例县司法局关于2022年至2023年司法行政工作情况的报告"
    rows = told("两年来，全县共开展法治宣传活动486场次。2023年发放法治宣传资料1.9万份。", title=title)
    assert rows == {
        Told("publicity.activities", 486, period="2022/2023"),
        Told("publicity.materials", 19_000, period="2023"),
    }


def test_a_line_of_credits_with_a_clock_gives_the_day_and_runs_into_no_text() -> None:
    text = (
        "示例市司法局通报2022年全市行政执法情况\n\n示例市司法局　2023-01-30 09:12　阅读：2047\n\n"
        "1月29日，全市召开新闻通报会，通报2022年情况，作出行政处罚98件。\n"
        "今年全市将继续规范检查，力争行政执法人员持证率达到98%以上。"
    )
    extraction = read(text)
    assert extraction.report.published_on == "2023-01-30"
    assert Told("enforcement.certified_rate", 98, period="2023", status="target", comparator=">=") in rows(
        extraction
    )


def test_a_page_in_one_line_has_its_title_among_the_words_around_it() -> None:
    body = "办理公证3102件，解答群众法律咨询9863人次，办理法律援助案件638件。 " * 8
    page = (
        "首页 政务公开 当前位置： 首页 > 工作总结 示例县司法局2023年工作总结和2024年工作思路 "
        f"发布日期：2024-01-12 09:35 来源：示例县司法局 现总结如下。 一、主要工作 {body}"
    )
    found = facts(page)
    assert (found.kind, found.year, found.body) == (KIND.WORK_SUMMARY, 2023, "司法局")
    assert found.published_on == "2024-01-12"


def test_a_short_line_above_the_prose_is_the_title_where_no_line_has_a_titles_words() -> None:
    line = "青禾省行政机关负责人出庭率达100%（2022年8月）"
    prose = (
        "近年来，青禾省持续深化府院联动工作机制，推动行政争议实质性化解。" + "全省各级行政机关依法履职。" * 6
    )
    report = read(f"{line}\n\n{prose}\n").report
    assert (report.title, report.kind, report.report_year) == (
        line.replace("（", "(").replace("）", ")"),
        ReportKind.NEWS,
        2022,
    )
    assert read(f"{line}。\n\n{prose}\n").report.title is None


@pytest.mark.parametrize(
    "line", ["三江县去年查办环境违法案件95件罚款92万元", "三江县市场监管：把严防疫关口助力企业复产"]
)
def test_a_headline_may_begin_with_a_numeral_and_hold_a_colon(line: str) -> None:
    prose = "三江县生态环境局发布消息，过去一年全县环境违法案件办理95件，罚款92万元。" * 2
    assert facts(f"{line}\n稿源：三江日报  2019年1月30日  阅读：66\n\n{prose}").title == line


def test_news_of_a_task_that_is_handed_out_is_no_plan() -> None:
    line = "青禾省部署烟花爆竹旺季安全检查（2021年1月）"
    prose = "截至目前，已检查企业136家。" * 8
    assert read(f"{line}\n\n{prose}\n").report.kind is ReportKind.NEWS
    assert read(f"青禾县政法工作会议部署新一年任务\n\n{prose}\n").report.kind is ReportKind.NEWS


def test_since_a_year_in_a_title_is_not_the_year_that_it_is_of() -> None:
    line = "青禾县：2018年6月以来法律援助挽回损失4630万元（2023年1月）"
    assert read(f"{line}\n\n{'近年来，全县法律援助惠及群众。' * 8}\n").report.report_year == 2023


def test_news_of_a_report_that_appeared_sees_last_year_from_its_title() -> None:
    text = "青禾市2022年法治政府建设报告发布\n\n去年，全市各级行政复议机关审结行政复议案件612件。\n"
    assert read(text).report.kind is ReportKind.NEWS
    assert rows(read(text)) == {Told("reconsideration.concluded", 612, period="2022")}
