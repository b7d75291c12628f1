"""The year of a text that tells of few, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.unit.extraction.dated import facts


def test_the_only_day_that_prose_names_is_of_its_year() -> None:
    text = "示例县迎接督查\n\n2011年{}月6日，在汇报会上，县长介绍，全县排查隐患1600处。"
    assert (facts(text.format(12)).year, facts(text.format(1)).year) == (2011, None)


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("2013年1月21日，全县召开会议，公布了2012年的数据，调解纠纷2959件。", 2012),
        ("自2019年9月份以来，全县检查企业1600家次。", 2019),
        ("自2019年9月份以来，全县检查企业1600家次。2021年，受理投诉16件。", 2021),
        ("到2020年2月中旬，全县已检查企业1600家次。", 2020),
        ("到2015年底，全县律师达39名；2010年年初，律师为36名。", 2015),
        ("2023年，全县调解纠纷593件，成功率近99%。而在2019年，这一数字还只有94%。", 2023),
    ],
)
def test_the_only_year_that_prose_tells_of_is_its_year(line: str, year: int) -> None:
    assert facts(f"示例县抓好执法工作\n\n{line}").year == year


def test_a_text_that_tells_only_spans_is_of_the_last_year_of_the_longest() -> None:
    text = "示例县开展行政复议法执法检查\n\n据统计，2008年至2012年，全县共收到行政复议申请471件。"
    assert facts(text).year == 2012


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("示例省公布行动首批案例\n示例日报 2022年09月27日\n截至目前，全省检查企业820家次，查处多起。", 2022),
        ("示例省通报“春风行动2019”情况\n市场监管部门立案查处各类案件820件。", 2019),
        ("6月10日，2022民生领域案件查办“铁拳”行动发布会召开，截至今年5月底，罚没金额103万元。", 2022),
        (
            "示例县执法情况通报\n示例在线 2017年10月12日\n截至10月10日，立案94件，与2016年全年相比多出50件。",
            2017,
        ),
        ("示例县热线情况通报\n2017年3月，共办理热线工单495件。", 2017),
        ("示例县热线9月份运行概况\n〔2020〕第9期 2020年10月09日\n9月份，形成有效工单338件。", 2020),
        ("按照大调解格局的要求，各部门联动。\n示例县现有调解员99名，2021年度共调处各类民间纠纷498件。", 2021),
        ("2023年以来，在县委的领导下，持续推进规划（2021—2025年）。\n今年以来，中心组学法4次。", 2023),
        ("本报讯 3月11日，市司法局组织开展了2023年普法进基层专项行动第一场活动。发放资料1200余份。", 2023),
    ],
)
def test_notices_and_news_tell_their_year_in_passing(text: str, year: int) -> None:
    assert facts(text).year == year


def test_a_year_counted_in_is_not_the_report_s_where_a_later_one_is_told() -> None:
    assert facts("调解员99名，2021年度调处纠纷498件。2023年3月起，调解室改建。").year is None
    assert facts("调解员99名，2055年度调处纠纷498件。").year is None
    assert facts("立案处罚105起，比2055年同期增长150%。").year is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "示例省召开政府法制工作会议\n2012年1月11日，全省政府法制工作会议举行。\n去年，审核规范性文件148件。",
            2011,
        ),
        ("示例省继续开展大检查\n2015年3月19日南昌电 据省环保厅介绍，去年全省检查企业7992家。", 2014),
        (
            "示例市一季度立案处罚105起\n4月17日，市环保局发布消息，一季度立案数比2016年同期的42起增长150%。",
            2017,
        ),
    ],
)
def test_the_day_that_news_open_with_is_theirs(text: str, year: int) -> None:
    assert facts(text).year == year


def test_since_a_year_counts_where_the_text_tells_no_other() -> None:
    text = "示例市擦亮公共法律服务品牌\n\n{}2025年以来，三大平台处理法律咨询1.5万件。"
    assert facts(text.format("2025年5月的一天，村民连线律师。")).year == 2025
    assert facts(text.format("2023年，品牌创立。")).year == 2023


def test_the_years_in_the_name_of_a_plan_are_not_the_years_of_the_text() -> None:
    text = "2017年，全市以落实《示例市法治政府建设规划(2016-2020年)》和<建设纲要(2015-2020年)>为主线，{}。"
    assert facts(text.format("取消35项行政许可")).year == 2017


def test_years_of_a_chain_outweigh_the_year_that_a_text_begins_with() -> None:
    text = "2013年试点改革起步。\n2023年行政机关败诉率为17%、2024年则降为6%、2025年1至9月仅为5%。"
    assert facts(text).year == 2025
