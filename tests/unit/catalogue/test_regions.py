"""The table of regions: names, levels and periods, and the places that a file adds to it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from pipelines.catalogue import naming
from pipelines.catalogue.regions import COLUMNS, Region, Regions, RegionsError
from tests.unit.catalogue.placed import resolve


def test_the_table_knows_renames_by_year(regions: Regions) -> None:
    names = {y: regions.get("410108", y) for y in (2001, 2003, 2024)}
    assert [region.name for region in names.values() if region] == ["邙山区", "惠济区", "惠济区"]
    former = regions.get("410703", 2002)
    assert former is not None
    assert former.full_name == "河南省新乡市新华区"
    assert regions.get("410703", 2024) == regions.get("410703")
    assert regions.get("330103", 2021) is not None, "a year more is borne with"
    assert regions.get("330103", 2023) is None
    assert regions.get("000000") is None


def test_levels_and_parents(regions: Regions) -> None:
    expected = {
        "410000": ("province", None, "河南省"),
        "411000": ("city", "410000", "河南省许昌市"),
        "411002": ("county", "411000", "河南省许昌市魏都区"),
        "419001": ("county", "410000", "河南省济源市"),
        "310112": ("county", "310000", "上海市闵行区"),
        "653229": ("county", "653200", "新疆维吾尔自治区和田地区和安县"),
    }
    for number, (level, parent, full_name) in expected.items():
        region = regions.get(number)
        assert region is not None
        assert (region.level, region.parent_code, region.full_name) == (level, parent, full_name)


def test_every_parent_is_in_the_table_and_no_periods_overlap(regions: Regions) -> None:
    codes = {region.code for region in regions.all()}
    assert {region.parent_code for region in regions.all() if region.parent_code} <= codes
    before: Region | None = None
    for region in regions.all():
        if before is not None and before.code == region.code:
            assert before.valid_to is not None
            assert region.valid_from is not None
            assert before.valid_to < region.valid_from, region
        before = region


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("河南省许昌市魏都区", "411002"),
        ("魏都区", "411002"),
        ("湘西土家族苗族自治州", "433100"),
        ("湘西自治州", "433100"),
        ("湘西州", "433100"),
        ("湘西", "433100"),
        ("巴州", "652800"),
        ("新疆维吾尔自治区", "650000"),
        ("新疆", "650000"),
        ("上海浦东", "310115"),
        ("太原市万柏林", "140109"),
        ("滑县", "410526"),
        ("滑", "region_unknown"),
    ],
)
def test_names_of_a_region(regions: Regions, name: str, code: str) -> None:
    assert resolve(regions, f"{name}2022年法治政府建设情况报告") == code


def test_words_that_need_care_are_names_of_the_table(regions: Regions) -> None:
    table = {form for r in regions.all() for form in naming.full_forms(r.code, r.name)}
    assert naming._names().words <= table
    for number, aliases in naming._names().aliases.items():
        region = regions.get(number)
        assert region is not None
        assert all(alias[0] == region.name[0] for alias in aliases), region


def test_invented_places_come_from_the_extra_file(tmp_path: Path) -> None:
    extra = tmp_path / "regions.csv"
    header = ",".join(COLUMNS)
    extra.write_text(
        f"{header}\n990100,苇川市（示例）,city,,,,示例\n990101,云溪区（示例）,county,990100,2004,,示例\n"
        "411071,许昌经济技术开发区,county,411000,,,自行补充\n",
        encoding="utf-8",
    )
    regions = Regions.load(extra)
    text = "2022年，我区……\n云溪区人民政府\n2023年1月3日"
    assert resolve(regions, "云溪区（示例）人民政府2022年法治政府建设情况报告", text) == "990101"
    assert resolve(regions, "岳阳市云溪区人民政府2022年法治政府建设情况报告") == "430603"
    assert resolve(regions, "许昌经济技术开发区管委会2022年法治政府建设年度报告") == "411071"
    region = regions.get("990101")
    assert region is not None
    assert region.full_name == "苇川市云溪区（示例）"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("9901,甲区,county,,,,x", "code"),
        ("990101,,county,,,,x", "name"),
        ("990101,甲区,district,,,,x", "level"),
        ("990101,甲区,county,,昨年,,x", "valid_from"),
        ("990101,甲区,county", "7 columns"),
    ],
)
def test_a_mistake_in_the_extra_file_is_named(tmp_path: Path, row: str, says: str) -> None:
    extra = tmp_path / "regions.csv"
    extra.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    with pytest.raises(RegionsError, match=r"regions\.csv:2.*" + says):
        Regions.load(extra)


def test_a_wrong_header_is_named(tmp_path: Path) -> None:
    extra = tmp_path / "regions.csv"
    extra.write_text("代码,名称\n990101,甲区\n", encoding="utf-8")
    with pytest.raises(RegionsError, match="the first line must be code,name,level"):
        Regions.load(extra)


def test_regions_travel_to_workers(tmp_path: Path) -> None:
    extra = tmp_path / "regions.csv"
    extra.write_text(f"{','.join(COLUMNS)}\n990101,甲水区（示例）,county,,,,示例\n", encoding="utf-8")
    sent = pickle.dumps(Regions.load(extra))
    assert len(sent) < 1000
    assert pickle.loads(sent).get("990101") is not None  # noqa: S301


def test_a_missing_extra_file_adds_nothing(tmp_path: Path, regions: Regions) -> None:
    assert Regions.load(tmp_path / "none.csv").all() == regions.all()


def test_a_branch_is_of_the_county_whose_name_it_bears(regions: Regions) -> None:
    assert resolve(regions, "益阳市生态环境局沅江分局2022年度法治政府建设情况报告") == "430981"
    assert resolve(regions, "益阳市生态环境局直属分局2022年度法治政府建设情况报告") == "430900"
