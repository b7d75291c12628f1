"""Who reports: the body that a title, the credits or the text names, and the place that reports itself."""

from __future__ import annotations

import pytest

from tests.unit.extraction.told import Told, read, rows, told


def test_a_body_told_for_short_is_kept_under_its_full_name() -> None:
    assert read("示例县人社局2023年法治政府建设工作情况报告\n\n正文。").report.body == "人力资源和社会保障局"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("湘潭法院2023年行政审判工作情况的报告", "中级人民法院"),
        ("2023年度古美路街道法治政府建设情况报告", "古美路街道"),
        ("示例县科技创新局2023年度法治政府建设情况报告", "科技创新局"),
        ("示例县国家安全局2023年度法治政府建设情况报告", "国家安全局"),
    ],
)
def test_a_body_is_told_without_its_year_and_a_court_in_full(title: str, body: str) -> None:
    assert (
        read(f"{title}\n\n2023年，全市行政案件平稳。\n湘潭市中级人民法院\n2024年1月5日").report.body == body
    )


def test_the_place_that_the_first_paragraph_is_about_reports_itself() -> None:
    text = (
        "关于2023年依法行政和法治政府建设工作的报告\n\n"
        "2023年，雨湖区始终坚持以习近平新时代中国特色社会主义思想为指导，在市委、市政府的坚强领导下推进依法行政。\n"
        "全区收到行政复议申请36件。"
    )
    report = read(text).report
    assert (report.body, report.region_code) == ("government", "430302")
    assert read(text.replace("雨湖区始终坚持", "我们始终坚持")).report.body is None
    assert read(f"{text}我局出动执法人员90人次。").report.body is None, (
        "a bureau's figures are not the place's"
    )


def test_a_place_that_is_in_no_list_reports_itself_where_the_title_names_it() -> None:
    rows = told("浏水县共实施行政处罚98件。", title="浏水县2023年度行政执法工作总体情况")
    assert rows == {Told("enforcement.penalties", 98)}


def test_a_high_court_tells_of_its_province() -> None:
    text = "青禾高院发布2022年行政审判“白皮书”\n\n2022年，全省法院共审结各类行政案件2136件，结案率96.8%。\n"
    assert Told("litigation.concluded", 2136, period="2022") in rows(read(text))


@pytest.mark.parametrize(
    ("title", "body"),
    [("示例县石桥镇2023年法治政府建设报告", "石桥镇人民政府"), ("示例区柳林街道2023年工作总结", "柳林街道")],
)
def test_a_town_that_its_title_names_reports_itself(title: str, body: str) -> None:
    assert read(f"{title}\n\n审查合同12份。").report.body == body


@pytest.mark.parametrize(
    "text",
    [
        "示例市法律援助应援尽援\n示例日报 2023年2月27日\n建成13个法律援助中心和便民服务大厅。",
        "对人民调解工作建议的答复\n全市建成市、县、乡、村四级人民调解委员会，现有调解员852名。",
        "示例市律师队伍发展\n示例日报 2023年2月27日\n全市律师围绕中心服务大局，化解纠纷36件。",
    ],
)
def test_what_is_counted_or_served_reports_nothing(text: str) -> None:
    body = read(text).report.body or ""
    assert not body.endswith(("中心", "大厅", "委员会"))


def test_a_headline_stands_over_its_date() -> None:
    text = (
        "示例市集中销毁罚没物品\n示例日报 2022年08月03日\n市场监管局近日销毁假冒食品、不合格童车共110余吨。"
    )
    assert read(text).report.title == "示例市集中销毁罚没物品"


def test_a_bureau_of_a_zone_is_not_the_zone() -> None:
    report = read("示例高新区管委会城市管理局2022年政府信息公开工作年度报告\n\n正文。").report
    assert report.body == "城市管理局"


def test_an_office_that_the_first_paragraph_is_about_reports_itself() -> None:
    text = "今年以来，雨湖区司法局在市委、市政府的正确领导下，提供优质法律服务，提出意见建议356件。全区稳定。"
    report = read(text).report
    assert (report.body, report.region_code) == ("司法局", "430302")
    court = read(text.replace("司法局在市委、市政府的正确领导下", "法院牢固树立司法为民理念")).report
    assert (court.body, court.region_code) == ("人民法院", "430302")


@pytest.mark.parametrize("credit", ["来源：示例日报 2022-07-18", "来源：示例日报2022年7月18日 10:21"])
def test_the_day_behind_a_source_is_not_of_its_name(credit: str) -> None:
    report = read(f"示例县公布上半年行政复议情况\n{credit}\n2022年上半年受理案件97件。").report
    assert (report.publisher, report.published_on) == ("示例日报", "2022-07-18")
