"""News: what makes a text one, whose figures they are, and which year 去年 and 今年 are."""

from __future__ import annotations

import pytest

from pipelines.extraction.facts.report import Facts, read_facts
from pipelines.extraction.text.normalise import normalise
from pipelines.model import Hints, ReportKind
from tests.unit.extraction.told import read, told
from tests.unit.extraction.told import rows as rows_of

KIND = ReportKind
AID = "示例县法律援助中心共办理法律援助案件462件"
NEWS = """您的位置：首页 > 新闻 > 正文

湘潭法律援助案件逐年上升 群众满意

2016-08-30 来源：某网 作者：李明

本报讯 30日，湘潭市人民政府新闻办公室举行发布会，市司法局介绍今年以来全市法律援助工作的有关情况。

今年1至7月，全市办理法律援助案件2156件，比去年同期增长9.4%。
"""


def facts(text: str, hints: Hints | None = None) -> Facts:
    return read_facts(normalise(text).text, hints or Hints())


def test_who_spreads_the_news_is_not_whose_figures_they_are() -> None:
    text = "示例县：过去一年纠纷化解在基层\n发布时间：2024-01-12 来源：示例县融媒体中心\n{}"
    found = facts(text.format("本报讯 记者从示例县司法局获悉，2023年办理法律援助案件90件。"))
    assert (found.kind, found.body) == (KIND.NEWS, "司法局")


def test_news_of_january_speak_of_the_year_before() -> None:
    text = (
        "示例县法律援助暖民心\n发布时间：2024-01-12 来源：示例日报\n"
        "本报讯 记者从县司法局获悉，去年，示例县法律援助中心共办理法律援助案件462件。"
    )
    found = facts(text)
    assert (found.kind, found.year, found.published_on) == (KIND.NEWS, 2023, "2024-01-12")


def test_what_news_say_of_the_year_so_far_has_happened() -> None:
    text = (
        "示例县召开法律服务发布会\n发布时间：2024-06-26 来源：示例日报\n"
        "本报讯 记者从县司法局获悉，2023年，示例县调解矛盾纠纷1860件。\n"
        "今年以来，全县共办理法律援助案件212件。"
    )
    assert {(row.value, row.period, row.status) for row in rows_of(read(text))} == {
        (1860, "2023", "actual"),
        (212, "2024", "actual"),
    }


@pytest.mark.parametrize(
    "line",
    [
        f"本报讯（记者 甲乙） 2023年，{AID}。",
        f"示例新闻网1月12日讯 2023年，{AID}。",
        f"记者从县司法局获悉，2023年，{AID}。",
        f"1月12日，示例县召开新闻发布会。2023年，{AID}。",
    ],
)
def test_a_dateline_makes_news(line: str) -> None:
    assert facts(f"示例县法律援助暖民心\n发布时间：2024-01-12\n{line}").kind is KIND.NEWS


@pytest.mark.parametrize(
    ("title", "line", "kind"),
    [
        ("示例县2023年法治政府建设情况的报告", f"核发新闻记者证26本。{AID}。", KIND.ANNUAL_REPORT),
        ("示例县2023年法治政府建设报告公示", f"核发新闻记者证26本。{AID}。", KIND.ANNUAL_REPORT),
        ("示例县2023年法治政府建设情况的报告", f"召开新闻发布会3场。{AID}。", KIND.ANNUAL_REPORT),
        ("示例县2023年法律援助案件情况通报", f"记者问及时，{AID}。", KIND.CASE_STATISTICS),
        ("示例县司法局2023年工作总结", f"接受记者采访2次。{AID}。", KIND.WORK_SUMMARY),
    ],
)
def test_a_report_that_speaks_of_reporters_is_no_news(title: str, line: str, kind: ReportKind) -> None:
    assert facts(f"{title}\n\n2023年，{line}").kind is kind


def test_reporters_far_below_the_opening_make_no_news() -> None:
    filler = "全县深入推进依法行政。" * 60
    assert facts(f"示例县2023年法治建设纪实报告会侧记\n{filler}\n记者在现场看到。").kind is not KIND.NEWS


@pytest.mark.parametrize(
    ("title", "line", "period"),
    [
        ("示例县法律援助暖民心", f"本报讯 记者获悉，去年，{AID}。", "2023"),
        ("示例县法律援助暖民心", f"本报讯（记者 甲乙） 2023年工作总结会召开。去年，{AID}。", "2023"),
        ("示例县2023年法治政府建设情况的报告", f"去年，{AID}。", "2022"),
    ],
)
def test_last_year_is_seen_from_where_a_text_stands(title: str, line: str, period: str) -> None:
    rows = rows_of(read(f"{title}\n发布时间：2024-01-12\n{line}"))
    assert {(row.period, row.value) for row in rows} == {(period, 462)}


@pytest.mark.parametrize(("published", "told_of"), [("2024-11-12", 2023), ("2025-06-01", 2024)])
def test_a_sentence_of_news_that_opens_with_last_year_gives_the_year(published: str, told_of: int) -> None:
    opening = f"示例县法律援助暖民心\n发布时间：{published}\n本报讯（记者 甲乙） 法律援助便民利民。"
    assert facts(f"{opening}去年，{AID}。").year == told_of


def test_a_change_on_last_year_in_news_is_no_period() -> None:
    line = f"本报讯（记者 甲乙） 2023年，{AID}，比去年增长5%。"
    rows = rows_of(read(f"示例县法律援助暖民心\n发布时间：2024-01-12\n{line}"))
    assert {(row.period, row.measure, row.value) for row in rows} == {
        ("2023", "level", 462),
        ("2023", "change_pct", 5),
    }


def test_news_have_the_first_line_for_a_title_and_their_own_year() -> None:
    report = read(NEWS).report
    assert report.title == "湘潭法律援助案件逐年上升群众满意"
    assert (report.kind, report.report_year, report.body) == (ReportKind.NEWS, 2016, "government")
    assert report.region_code == "430300"


def test_news_announce_targets_of_the_coming_year() -> None:
    text = (
        "示例县复议工作亮眼\n来源：某晚报 2024-01-16\n本报讯（记者 甲乙） 去年，全县受理行政复议案件86件。\n"
        "今年，全县将力争行政复议调解率达到30%以上。"
    )
    stated = {(row.value, row.period, row.status.value) for row in read(text).observations}
    assert stated == {(86, "2023", "actual"), (30, "2024", "target")}


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("在示例市政府新闻办公室召开的发布会上，市司法局、市中级人民法院首次联合通报有关情况。", "司法局"),
        ("在示例市政府新闻办公室召开的发布会上，示例市中级人民法院发布行政审判白皮书。", "中级人民法院"),
        ("示例市司法局党组成员甲某发布相关新闻。", "司法局"),
    ],
)
def test_whoever_announces_in_the_news_reports(line: str, body: str) -> None:
    text = (
        "电子报阅读机\n2024-02-20\n当前报纸名称：某地日报\n多元化解行政争议渠道越来越宽\n"
        f"本报讯（记者甲乙）2月18日，{line}\n2023年，全市新收行政复议申请2146件。"
    )
    told_of = facts(text)
    assert (told_of.kind, told_of.body, told_of.title) == (KIND.NEWS, body, "多元化解行政争议渠道越来越宽")


def test_a_page_of_a_news_site_is_news_of_the_year_before() -> None:
    text = (
        "您当前位置：首页 >> 新闻中心 >> 法治 >> 正文\n\n示例区调解组织去年调处纠纷3817件\n\n"
        "2022-01-14 11:26  来源：示例新闻网  字号：小 中 大\n\n"
        "1月12日，示例区司法局向媒体通报，全区各级人民调解组织全年共调处各类矛盾纠纷3817件。"
        "去年培训人民调解员1200人次。2019年以来，全区受理人民调解案件11562件。"
    )
    report = read(text).report
    assert (report.title, report.kind) == ("示例区调解组织去年调处纠纷3817件", KIND.NEWS)
    assert (report.report_year, report.body) == (2021, "司法局")


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("示例年鉴（2018）　　法 治\n\n司 法 行 政\n\n　　【概况】　", "示例年鉴（2018）·司法行政"),
        (
            "Page 231 - 示例年鉴2018\nP. 231\n\n法 治  / LAW\n\n司法行政\n\n【概况】 ",
            "示例年鉴（2018）·司法行政",
        ),
        (
            "内容出处： 《示例年鉴（2018）》 图书\n颗粒名称： 司法行政\n分类号： D926\n页数： 2\n【概况】 ",
            "示例年鉴（2018）·司法行政",
        ),
    ],
)
def test_a_page_of_a_yearbook_has_the_book_and_its_section_for_a_title(opening: str, title: str) -> None:
    report = read(f"{opening}2017年，示例市司法局辖司法所14个，司法所工作人员41人。").report
    assert (report.title, report.kind, report.report_year) == (title, KIND.OTHER, 2017)


def test_the_court_of_a_title_reports_though_a_bureau_stands_beside_it() -> None:
    text = (
        "湘潭市中院通报2023年度全市行政案件司法审查情况\n\n2024-06-27 来源：湘潭日报 记者：李明\n\n"
        "本报讯 6月27日，市中级人民法院与市司法局联合召开新闻发布会。"
    )
    assert facts(text).body == "中级人民法院"


def test_the_entry_of_a_yearbook_told_by_its_levels_is_the_justice_bureau_s() -> None:
    text = (
        "书名：湘潭年鉴2024\n一级目：法治\n二级目：司法行政\n\n"
        "【概况】2023年，湘潭市司法局组织开展普法活动60场。"
    )
    assert facts(text).body == "司法局"


def test_years_behind_the_day_of_publication_are_to_come() -> None:
    found = facts(
        "示例市今年受理法律援助案件462件\n来源：示例晚报 记者 甲乙 2023-12-26\n\n"
        f"今年以来，{AID}，比2022年多36件。2024年，全市法律援助案件受理量力争达到500件。\n"
    )
    assert found.year == 2023


def test_what_began_last_year_is_told_in_this_one() -> None:
    found = facts(
        "示例市打造家门口的法律服务圈\n2024-12-27 来源：示例日报 记者 甲乙\n\n"
        "过去，热线各管一摊。去年起，市司法局把窗口收拢到一处，今年共接听来电12万通。\n"
    )
    assert found.year == 2024


@pytest.mark.parametrize(
    ("head", "body", "year"),
    [
        (
            "示例市市场监管局“春雷行动2021”发布会\n2021-04-02 来源：示例日报",
            "行动期间，检查市场主体982户次。",
            2021,
        ),
        ("示例区市场监管局发布会\n2020-03-24 来源：示例日报", "截至3月22日，检查市场主体982户次。", 2020),
        ("示例市查处环境违法案件427件（市生态环境局，2019年12月）", "今年以来，移送公安机关3件。", 2019),
        ("示例市中级人民法院行政案件司法审判年度报告（2023）", "全市法院审结行政案件757件。", 2023),
    ],
)
def test_what_tells_the_year_of_news(head: str, body: str, year: int) -> None:
    assert facts(f"{head}\n\n{body}\n").year == year


def test_last_september_until_now_is_of_two_years() -> None:
    text = (
        "示例市法律援助见成效\n2014-10-09 来源：示例日报 记者 甲乙\n\n"
        "去年9月至今，全市办理法律援助案件600件。今年再添新招。\n"
    )
    assert {row.period for row in rows_of(read(text))} == {"2013/2014"}


def test_news_that_look_back_on_last_year_announce_this_one() -> None:
    text = (
        "示例市复议案件三成和解\n本报讯 2012年，全市收到行政复议申请964件，受理873件。去年召开听证会62次。\n"
        "市政府法制办表示，今年市里将力争行政复议案件按时办结率达到98%，调解和解率达到35%。"
    )
    stated = {(row.indicator, row.period, row.status, row.value) for row in rows_of(read(text))}
    assert ("reconsideration.mediation_rate", "2013", "target", 35) in stated
    assert ("reconsideration.hearings", "2012", "actual", 62) in stated


def test_what_is_wanted_for_the_whole_of_a_year_half_told_is_of_that_year() -> None:
    goal = "下一步，全市将确保全年办理法律援助案件不少于5500件。"
    rows = rows_of(read(f"{NEWS}\n\n{goal}"))
    assert [(row.value, row.period) for row in rows if row.status == "target"] == [(5500, "2016")]


def test_news_of_a_meeting_of_spring_are_on_the_year_it_hears_of() -> None:
    text = (
        "澜湾市召开2021年卫生监督工作会议\n4月22日，会议召开，总结2020年工作。\n"
        "会议通报，2020年，全市作出行政处罚648起，罚没金额176.4万元。\n"
        "会议要求，2021年要查处案件不少于700起。"
    )
    rows = {(row.indicator, row.period, row.value) for row in read(text).observations}
    assert ("enforcement.penalties", "2020", 648) in rows


def test_a_month_in_which_a_reporter_learnt_something_dates_news() -> None:
    text = (
        "示例市人民调解组织建设与办案情况\n\n2023年12月，记者从示例市了解到，该市有人民调解组织1171个。\n"
        "2021年以来，全市人民调解组织受理矛盾纠纷48933件。"
    )
    assert (facts(text).kind, facts(text).year) == (KIND.NEWS, 2023)
    assert {(row.value, row.period) for row in rows_of(read(text))} == {
        (1171, "2023"),
        (48933, "2021/2023"),
    }


def test_news_of_a_conference_on_a_year_tell_of_it_as_last_year() -> None:
    title = "示例市召开新闻发布会通报2024年度法治政府建设情况"
    rows = told("“去年全市共收到行政复议申请2147件。”市司法局副局长说。", title=title)
    assert {(row.value, row.period) for row in rows} == {(2147, "2024")}
