"""Which place a report comes from, as a reader of title, signature and text would say."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.catalogue import naming
from pipelines.catalogue.regions import Region, Regions
from pipelines.model import Problem
from tests.unit.catalogue.placed import UNTITLED, resolve


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("中共魏都区委 魏都区人民政府关于2022年法治政府建设工作的报告", "411002"),
        ("中 共 魏 都 区 委\n魏 都 区 人 民 政 府\n关于2022年法治政府建设工作的报告", "411002"),
        ("许昌市魏都区人民政府2022年度法治政府建设报告", "411002"),
        ("许昌市魏都法治政府建设领导小组办公室关于2022年工作的报告", "411002"),
        ("关于印发《卫滨区法治政府建设实施方案》的通知", "410703"),
        ("郑州市惠济区2022年法治政府建设年度报告_郑州市人民政府", "410108"),
        ("2022年法治政府建设年度报告_郑州市惠济区人民政府", "410108"),
        ("许昌市2022年度法治政府建设情况报告-魏都区政府网", "411000"),
        ("四川亮出2022年行政复议工作成绩单", "510000"),
        ("湖南排查各类隐患近6万处", "430000"),
        ("江西责令1104家生产经营单位停产整顿", "360000"),
        ("湖南路街道2022年法治建设情况", "region_unknown"),
        ("衡水法院2022年行政审判情况", "131100"),
        ("长沙县2022年法治政府建设年度报告", "430121"),
        ("湖南省长沙县司法局2022年度工作总结", "430121"),
        ("长沙县黄花镇人民政府2022年度法治政府建设情况报告", "430121"),
        ("长沙2022年法治政府建设年度报告", "430100"),
        ("四川成都锦江区2022年法治政府建设情况报告", "510104"),
        ("四川成都2022年法治政府建设情况报告", "510100"),
        ("湘西州人民政府关于2022年度法治政府建设情况的报告", "433100"),
        ("巴州区人民政府2022年法治政府建设情况报告", "511902"),
        ("巴州人民政府2022年法治政府建设情况报告", "652800"),
        ("2022年闵行区法治政府建设情况报告", "310112"),
        ("上海市浦东新区2022年法治政府建设情况报告", "310115"),
        ("吉林省2022年法治政府建设情况报告", "220000"),
        ("吉林市2022年法治政府建设情况报告", "220200"),
        ("滑县人民政府关于2022年法治政府建设工作情况的报告", "410526"),
        ("内江市市中区2022年法治政府建设情况报告", "511002"),
        ("许昌市城市管理局2022年法治政府建设年度报告", "411000"),
        ("长葛市赴魏都区学习考察法治建设工作的报告", "411082"),
        ("长葛市赴河南省许昌市魏都区学习考察法治建设工作的报告", "411082"),
        ("内江市中区2022年法治政府建设情况报告", "511002"),
        ("中共和县县委关于2022年法治建设情况的报告", "340523"),
        ("中共共和县委关于2022年法治建设情况的报告", "632521"),
        ("海南省白沙黎族自治县2022年法治政府建设情况报告", "469025"),
        ("临夏回族自治州临夏县2022年法治政府建设情况报告", "622921"),
        ("2022年度和县法治政府建设情况报告", "340523"),
        ("松原市前郭县2022年法治政府建设情况报告", "220721"),
        ("魏都区贯彻落实《河南省法治政府建设实施方案》情况的报告", "411002"),
        ("许昌市人民政府关于魏都区创建法治政府建设示范区的批复", "411000"),
        ("第八师石河子市2022年法治政府建设情况报告", "659001"),
    ],
)
def test_the_title_names_the_place(regions: Regions, title: str, expected: str) -> None:
    assert resolve(regions, title) == expected


@pytest.mark.parametrize(
    "title",
    [
        "某县2022年法治政府建设情况报告",
        "许昌经济技术开发区管委会2022年法治政府建设年度报告",
        "许昌市魏都区先进制造业开发区2022年法治政府建设年度报告",
        "重庆两江新区2022年法治政府建设情况报告",
        "新疆生产建设兵团2022年法治政府建设情况报告",
        "许昌市新华区2022年法治政府建设情况报告",
        "云溪区（示例）人民政府2022年法治政府建设情况报告",
        "加强资源县级统筹 推进战略合作市场建设",
        "全市中区域协同执法情况报告",
        "朝阳法院2022年行政审判情况",
    ],
)
def test_no_place_is_guessed(regions: Regions, title: str) -> None:
    assert resolve(regions, title) == "region_unknown"


def test_every_place_is_found_by_its_full_name(regions: Regions) -> None:
    for region in regions.all():
        if region.valid_to is None:
            assert resolve(regions, f"{region.full_name}2022年法治政府建设情况报告", year=2024) == region.code


def test_no_place_is_taken_for_another_of_its_name(regions: Regions) -> None:
    current = [region for region in regions.all() if region.valid_to is None]
    several = Counter(region.name for region in current)
    for region in current:
        found = resolve(regions, f"中共{region.name}委 {region.name}人民政府关于2024年工作的报告", year=2024)
        assert found == ("region_ambiguous" if several[region.name] > 1 else region.code), region


def test_a_zone_is_named_in_the_problem(regions: Regions) -> None:
    found = regions.resolve(title="许昌经济技术开发区2022年报告", publisher=None, text="", year=2022)
    assert isinstance(found, Problem)
    assert "许昌" in found.message
    assert "开发区" in found.message


def test_the_marked_name_stays_unreal_everywhere(regions: Regions) -> None:
    text = "2022年，我区……\n云溪区推进……云溪区……云溪区……\n云溪区人民政府\n2023年1月3日"
    assert resolve(regions, "云溪区（示例）2022年法治政府建设情况报告", text) == "region_unknown"
    assert resolve(regions, "云溪区2022年法治政府建设情况报告", text) == "430603"


SAME_NAME = "新华区人民政府2022年法治政府建设情况报告"


def test_one_name_for_several_places(regions: Regions) -> None:
    found = regions.resolve(title=SAME_NAME, publisher=None, text="2022年，我区……", year=2022)
    assert isinstance(found, Problem)
    assert found.code == "region_ambiguous"
    for listed in (
        "河北省石家庄市新华区（130105）",
        "河北省沧州市新华区（130902）",
        "河南省平顶山市新华区（410402）",
    ):
        assert listed in found.message
    assert "410703" not in found.message, "that one had another name by then"


def test_the_city_named_around_settles_it(regions: Regions) -> None:
    assert resolve(regions, SAME_NAME, "沧州市委、市政府：\n2022年，我区……") == "130902"
    assert resolve(regions, SAME_NAME, "2022年，我区按照石家庄市委部署……") == "130105"
    assert resolve(regions, SAME_NAME, "2022年，我区贯彻河南省有关规定……") == "410402"
    assert resolve(regions, SAME_NAME, publisher="平顶山市司法局") == "410402"
    assert resolve(regions, SAME_NAME, "2022年，我区学习沧州市经验……") == "region_ambiguous"
    assert resolve(regions, SAME_NAME, "石家庄市委……沧州市委……") == "region_ambiguous"


def test_the_hint_settles_and_fills_but_never_overrides(regions: Regions) -> None:
    assert resolve(regions, SAME_NAME, hint="130105") == "130105"
    assert resolve(regions, SAME_NAME, hint="411002") == "region_ambiguous"
    assert resolve(regions, "2022年法治政府建设情况报告", hint="411002") == "411002"
    assert resolve(regions, "惠济区2022年法治政府建设情况报告", hint="411002") == "410108"
    assert resolve(regions, "2022年法治政府建设情况报告", hint="123456") == "region_unknown"


def test_the_year_chooses_the_period(regions: Regions) -> None:
    assert resolve(regions, "新乡市新华区人民政府2001年工作报告", year=2001) == "410703"
    assert resolve(regions, "新乡市新华区人民政府2003年工作报告", year=2003) == "410703"
    assert resolve(regions, "新乡市新华区人民政府2022年工作报告", year=2022) == "region_unknown"
    assert resolve(regions, "邙山区2003年依法行政工作总结", year=2003) == "410108"
    assert resolve(regions, "公主岭市2018年法治政府建设情况报告", year=2018) == "220381"
    assert resolve(regions, "公主岭市2022年法治政府建设情况报告", year=2022) == "220184"


def test_without_a_place_in_the_title(regions: Regions) -> None:
    letter = "中共许昌市委、许昌市人民政府：\n2022年，在市委领导下，我区……。\n特此报告。\n"
    assert resolve(regions, UNTITLED, letter) == "region_unknown", "the addressee is the parent"
    assert resolve(regions, UNTITLED, letter + "魏都区人民政府\n2023年2月1日") == "411002"
    assert (
        resolve(regions, UNTITLED, letter + "魏 都 区 人 民 政 府\n2023年2月1日\n主办：许昌市人民政府")
        == "411002"
    )
    assert resolve(regions, UNTITLED, letter.replace("\n", "") + "魏都区人民政府2023年2月1日") == "411002"
    assert resolve(regions, UNTITLED, "许昌市魏都区人民政府文件\n许魏政〔2023〕3号\n" + UNTITLED) == "411002"
    assert resolve(regions, UNTITLED, publisher="许昌市魏都区司法局") == "411002"
    assert resolve(regions, UNTITLED, "来源：魏都区司法局\n发布时间：2023-02-01") == "411002"
    assert resolve(regions, None, "魏都区人民政府文件\n关于2022年法治政府建设情况的报告\n") == "411002"


def test_the_signature_outranks_the_site(regions: Regions) -> None:
    text = "我区……\n魏都区人民政府\n2023年2月1日"
    assert resolve(regions, UNTITLED, text, publisher="许昌市人民政府") == "411002"


def test_a_sites_imprint_is_no_signature(regions: Regions) -> None:
    letter = "我区……\n魏都区人民政府\n2023年2月1日\n"
    for imprint in ("Copyright©2023许昌市人民政府", "许昌市人民政府办公室", "主办：许昌市人民政府办公室"):
        assert resolve(regions, UNTITLED, letter + imprint) == "411002"
    assert resolve(regions, UNTITLED, "……\nCopyright©2023许昌市人民政府") == "region_unknown"


PIECES = (
    "新华区",
    "魏都区",
    "许昌",
    "许昌市",
    "市中区",
    "海南",
    "和县",
    "中共",
    "委",
    "人民政府",
    "关于",
    "的报告",
    "《",
    "》",
    "我区",
    "全市",
    "经济开发区",
    "2022年",
    "司法局",
    "\n",
    "：",
    "（示例）",
    "赴",
    "学习",
    "，",
    "原",
    "县",
    "路",
    " ",
)


@given(
    title=st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    text=st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)
@settings(max_examples=300)
def test_only_a_place_that_is_named_is_found(title: str, text: str) -> None:
    regions = Regions.load()
    found = regions.resolve(title=title, publisher=None, text=text, year=2022)
    if isinstance(found, Region):
        written = "".join((title + text).split())
        names = (*naming.full_forms(found.code, found.name), naming.stem(found.name))
        assert any(name and name in written for name in names)
    else:
        assert found.code in ("region_unknown", "region_ambiguous")
