"""The place of a report whose title names none: by the words and the offices of its text."""

from __future__ import annotations

import pytest

from pipelines.catalogue.regions import Regions
from tests.unit.catalogue.placed import UNTITLED, resolve


def test_the_texts_own_words(regions: Regions) -> None:
    text = "2022年，魏都区在市委领导下，全区……魏都区……滑县城管局到魏都区学习……我区赴长葛市考察。"
    assert resolve(regions, UNTITLED, text) == "411002"
    assert (
        resolve(regions, UNTITLED, text.replace("全区", "全县").replace("我区", "我县")) == "region_unknown"
    )
    assert resolve(regions, UNTITLED, "我区……惠济区……惠济区……惠济区……魏都区……魏都区……") == "region_unknown"


def test_the_place_that_the_first_paragraph_is_about(regions: Regions) -> None:
    text = (
        "2022年，魏都区始终坚持以习近平新时代中国特色社会主义思想为指导，在市委、市政府的坚强领导下推进法治建设。\n"
        "全区收到行政复议申请36件。"
    )
    assert resolve(regions, UNTITLED, text) == "411002"
    assert resolve(regions, UNTITLED, text.replace("全区", "全县")) == "region_unknown", "two kinds of place"
    assert resolve(regions, UNTITLED, text.replace("始终坚持", "的经验表明，")) == "region_unknown"


def test_a_city_over_a_district_text_is_not_believed(regions: Regions) -> None:
    assert (
        resolve(regions, "许昌市2022年法治政府建设情况报告", "我区……我区……全区……全区……") == "region_unknown"
    )
    assert resolve(regions, "许昌市2022年法治政府建设情况报告", "我市……全区……全区……我区……") == "411000"


OPENING = "{}人民政府新闻办公室昨日召开发布会，介绍行政复议工作的情况，有关部门负责人回答了记者的提问。"


def test_news_are_from_the_place_whose_offices_they_open_with(regions: Regions) -> None:
    assert resolve(regions, "复议工作亮出成绩单", OPENING.format("郴州市")) == "431000"
    named = OPENING.format("郴州市") + OPENING.format("衡阳市")
    assert resolve(regions, "复议工作亮出成绩单", named) == "region_unknown", "two places"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("湖南省司法厅7日通报，2022年，全省办理法律援助案件4.9万件。", "430000"),
        ("1月4日，记者从望城区司法局获悉，2022年全区办理法律援助案件1200件。", "430112"),
        ("2022年，我县参加湖南省司法厅召开的会议。湖南省司法厅通报表扬我县。", "region_unknown"),
        ("湖南省司法厅7日通报全省工作。2022年，望城区司法局办理法律援助案件1200件。", "430112"),
        ("县司法局2022年办理法律援助案件1200件，参加了湖南省司法厅的培训。", "region_unknown"),
    ],
)
def test_the_office_that_tells_the_news_is_of_its_place(regions: Regions, text: str, code: str) -> None:
    assert resolve(regions, "法律援助暖民心", text) == code


def test_a_paper_of_the_province_writes_of_a_city(regions: Regions) -> None:
    text = OPENING.format("永州市")
    assert resolve(regions, "复议工作亮出成绩单", text, publisher="湖南法治报") == "431100"


def test_a_paper_is_of_the_city_whose_name_it_bears(regions: Regions) -> None:
    assert resolve(regions, "复议工作亮出成绩单", "我市全年受理案件。", publisher="衡阳晚报") == "430400"
    assert (
        resolve(regions, "常宁市法治政府建设情况报告", "我市全年受理案件。", publisher="衡阳晚报") == "430482"
    )


def test_and_the_county_committee_is_no_place() -> None:
    text = (
        "一年来，在市委和县委坚强领导下，市政府和县政府推进法治政府建设，"
        "各项工作取得新的成效，群众满意度继续提升。"
    )
    assert Regions.load().resolve(
        title="法治政府建设情况报告", publisher=None, text=text, year=2022
    ).code == ("region_unknown")


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("2018年春节假期四川高速公路执法通报", "全省共出动执法人员2943人次。", "510000"),
        ("2018年春节假期四川大学师生返乡", "全省共出动执法人员2943人次。", "region_unknown"),
        ("绵阳法律援助接地气", "全市提供法律援助291件。", "510700"),
        (None, "2017年，贵阳市立案480起。贵阳市开展专项行动，我市今后继续严打。", "520100"),
        (None, "贵阳市12345热线受理86件，上街区市政管养中心、中牟县承办。", "region_unknown"),
    ],
)
def test_a_place_told_in_the_middle_of_a_title_or_alone_in_the_text(
    regions: Regions, title: str | None, text: str, code: str
) -> None:
    assert resolve(regions, title, text, year=2018) == code


def test_a_title_may_call_a_county_by_its_short_name(regions: Regions) -> None:
    text = "今年以来，望城区共调解纠纷5118件，调解成功4914件。"
    assert resolve(regions, "望城：十个月调解纠纷五千件", text) == "430112"
    assert resolve(regions, "平安望城：十个月调解纠纷五千件", text) == "430112"
    assert resolve(regions, "望城：十个月调解纠纷五千件", "今年以来共调解纠纷5118件。") == "region_unknown"


@pytest.mark.parametrize(
    "opening",
    [
        "2022年，魏都区坚持以习近平法治思想为指导，法治建设位居全省前列，各项工作取得新的成效，群众满意度提升。",
        "2022年，在省委、省人民政府的坚强领导下，魏都区深入贯彻习近平法治思想，各项工作取得新的成效。",
        "2022年第三季度，魏都区人民法院共新收行政一审案件24件，与上年同期相比下降27.27%，审结21件。",
    ],
)
def test_the_place_that_opens_a_text_without_a_title(regions: Regions, opening: str) -> None:
    assert resolve(regions, UNTITLED, opening) == "411002"
