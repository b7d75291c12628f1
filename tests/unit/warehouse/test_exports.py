"""Exports: what is written can be read back by other programs, as the values that were published."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pytest

from pipelines.model import Comparator
from pipelines.warehouse import ddl
from pipelines.warehouse.build import build_release
from pipelines.warehouse.exports import FORMATS, ExportError, export
from pipelines.warehouse.exports.csv_files import defused
from pipelines.warehouse.models import models, published
from pipelines.warehouse.releases import UnknownRelease
from tests.staged import Report, Said, known_regions, series, stage

CASES = "mediation.cases"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("warehouse")
    about = Said("publicity.audience", 12000, comparator=Comparator.ABOUT, surface="1.2万余人次")
    stage(folder, *series(2022, [100, 120]), Report(2024, (Said(CASES, 90), about), unassigned=("三批",)))
    build_release(folder, known_regions())
    return folder


def table(warehouse: Path, name: str) -> pl.DataFrame:
    with duckdb.connect(str(warehouse / "warehouse.duckdb"), read_only=True) as con:
        return con.sql(ddl.read(models()[name])).pl()


def test_parquet_gives_back_every_table_exactly(warehouse: Path, tmp_path: Path) -> None:
    written = export(warehouse, "parquet", tmp_path)
    assert {path.stem for path in written} == {model.name for model in published(models())}
    for path in written:
        assert pl.read_parquet(path).equals(table(warehouse, path.stem)), path.stem


def test_csv_opens_in_a_spreadsheet_and_gives_back_the_values(warehouse: Path, tmp_path: Path) -> None:
    export(warehouse, "csv", tmp_path, tables=["indicator_by_year"])
    data = (tmp_path / "indicator_by_year.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    back = pd.read_csv(tmp_path / "indicator_by_year.csv", encoding="utf-8-sig", dtype={"region_code": str})
    expected = table(warehouse, "indicator_by_year")
    for column in ("region_code", "region_name", "indicator", "value", "value_text"):
        assert back[column].tolist() == expected[column].to_list()


def test_no_text_in_a_csv_file_runs_as_a_formula(warehouse: Path, tmp_path: Path) -> None:
    hostile = pl.DataFrame(
        {"text": ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1", "好", None], "n": [-1] * 8}
    )
    assert defused(hostile)["text"].to_list()[:6] == [f"'{text}" for text in hostile["text"].to_list()[:6]]
    assert defused(hostile)["text"].to_list()[6:] == ["好", None]
    assert defused(hostile)["n"].to_list() == [-1] * 8
    export(warehouse, "csv", tmp_path)
    for path in tmp_path.glob("*.csv"):
        cells = pl.read_csv(path, infer_schema=False)
        texts = [name for name, kind in table(warehouse, path.stem).schema.items() if kind == pl.String]
        running = cells.select(pl.col(texts).str.contains(r"^[=+@\t\r\-]").any()).row(0) if texts else ()
        assert not any(running), path.stem


def test_a_workbook_gives_back_the_values_under_chinese_headings(warehouse: Path, tmp_path: Path) -> None:
    [path] = export(warehouse, "xlsx", tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["指标逐年"]
    rows = list(sheet.iter_rows(values_only=True))
    labels = [column.label for column in models()["indicator_by_year"].columns]
    expected = table(warehouse, "indicator_by_year")
    assert list(rows[0]) == labels
    assert [row[labels.index("数值")] for row in rows[1:]] == expected["value"].to_list()
    assert [row[labels.index("精确程度")] for row in rows[1:]] == expected["comparator"].to_list()
    assert "数值" in {row[1] for row in book["说明"].iter_rows(values_only=True)}
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b", "d"}


def test_more_rows_than_a_sheet_holds_are_refused(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.warehouse.exports.workbook.MOST_ROWS", 2)
    with pytest.raises(ExportError, match="parquet"):
        export(warehouse, "xlsx", tmp_path)
    assert not (tmp_path / "fazhi.xlsx").exists()


def test_sdmx_is_read_back_by_its_library(warehouse: Path, tmp_path: Path) -> None:
    from pysdmx.io import get_datasets, read_sdmx

    data, structure = export(warehouse, "sdmx-csv", tmp_path)
    [dataset] = get_datasets(data, structure)
    expected = table(warehouse, "indicator_by_year")
    back = dataset.data
    assert back["OBS_VALUE"].astype(float).tolist() == expected["value"].to_list()
    assert back["INDICATOR"].tolist() == [code.replace(".", "-") for code in expected["indicator"]]
    assert back["REF_AREA"].astype(str).tolist() == expected["region_code"].to_list()
    described = read_sdmx(structure)
    [dsd] = described.get_data_structure_definitions()
    assert [part.id for part in dsd.components.dimensions] == [
        "REF_AREA",
        "REPORTING_BODY",
        "INDICATOR",
        "TIME_PERIOD",
    ]
    lists = {each.id: each for each in described.get_codelists()}
    assert len(lists["CL_INDICATOR"].items) == 231


def test_the_data_package_is_valid_and_gives_back_the_values(warehouse: Path, tmp_path: Path) -> None:
    from frictionless import Package, system

    export(warehouse, "datapackage", tmp_path)
    with system.use_context(trusted=True):
        package = Package(str(tmp_path / "datapackage.json"))
        report = package.validate()
        assert report.valid, report.flatten(["type", "message"])
        values = package.get_resource("indicator_by_year").read_rows()
    assert [float(row["value"]) for row in values] == table(warehouse, "indicator_by_year")["value"].to_list()
    descriptor = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in descriptor["resources"]] == [model.name for model in published(models())]


# LibreOffice asks for the encoding of a CSV file; without a screen it is told.
AS_UTF_8 = "--infilter=CSV:44,34,76,1"
# Every sheet as a CSV file of its own, in UTF-8, with what the cells show.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("format_", "name", "sheet"),
    [
        ("xlsx", "fazhi.xlsx", "fazhi-指标逐年.csv"),
        ("csv", "indicator_by_year.csv", "indicator_by_year-indicator_by_year.csv"),
    ],
)
def test_libreoffice_shows_what_is_exported(
    warehouse: Path, tmp_path: Path, format_: str, name: str, sheet: str
) -> None:
    export(warehouse, format_, tmp_path / "out")
    done = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            *([AS_UTF_8] if format_ == "csv" else []),
            *("--convert-to", ALL_SHEETS, "--outdir", str(tmp_path), str(tmp_path / "out" / name)),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert (tmp_path / sheet).exists(), done.stdout + done.stderr
    shown = pl.read_csv(tmp_path / sheet, infer_schema=False)
    expected = table(warehouse, "indicator_by_year")
    assert shown.width == expected.width
    columns = ("region_code", "region_name", "period", "value_text", "report_id", "sentence")
    for place, column in enumerate(expected.columns):
        if column in columns:
            assert shown[:, place].to_list() == expected[column].to_list(), column
    values = shown[:, expected.columns.index("value")].cast(pl.Float64)
    assert values.to_list() == expected["value"].to_list()


def test_an_empty_release_is_exported_as_empty_tables_in_every_format(tmp_path: Path) -> None:
    build_release(tmp_path / "empty", known_regions())
    for format_ in FORMATS:
        written = export(tmp_path / "empty", format_, tmp_path / format_)
        assert written, format_
        assert all(path.exists() for path in written), format_


def test_what_cannot_be_exported_is_said(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="parquet, csv"):
        export(warehouse, "dbf", tmp_path)
    with pytest.raises(ExportError, match="nowhere"):
        export(warehouse, "csv", tmp_path, tables=["nowhere"])
    with pytest.raises(UnknownRelease):
        export(tmp_path / "nothing", "csv", tmp_path)
    with pytest.raises(ExportError, match="indicator_by_year"):
        export(warehouse, "sdmx-csv", tmp_path, tables=["report"])
