"""What stands in a release: the rows that reports give, the marts over them, corrections, comments."""

from __future__ import annotations

from pathlib import Path

from pipelines.model import Comparator, Measure, Problem, ReportKind
from pipelines.warehouse.build import build_release
from tests.integration.published import CASES, REGIONS, ask, published_values
from tests.staged import JIANAN, Report, Said, series, stage


def test_what_was_staged_is_published_and_traced_to_its_characters(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120]))
    release = build_release(tmp_path, REGIONS)
    assert published_values(tmp_path) == [("2022", 100.0), ("2023", 120.0)]
    assert release.counts["observation"] == 2
    traced = ask(
        tmp_path,
        "SELECT o.surface, substr(d.text, o.char_start + 1, o.char_end - o.char_start), o.region_name, "
        "r.release FROM observation AS o JOIN document AS d USING (report_id) "
        "JOIN report AS r USING (report_id) ORDER BY 1",
    )
    assert traced == [
        ("100件", "100件", "魏都区", release.version),
        ("120件", "120件", "魏都区", release.version),
    ]


def test_every_table_and_column_has_a_comment_and_a_chinese_view(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120]))
    build_release(tmp_path, REGIONS)
    assert ask(tmp_path, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []
    assert ask(tmp_path, "SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal") == []
    assert (
        ask(
            tmp_path,
            "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal",
        )
        == []
    )
    assert ask(tmp_path, 'SELECT "地区", "时期", "数值" FROM zh."指标逐年" ORDER BY 2') == [
        ("魏都区", "2022", 100.0),
        ("魏都区", "2023", 120.0),
    ]


def test_change_is_computed_beside_what_the_report_states(tmp_path: Path) -> None:
    stated = Said(CASES, 25.0, measure=Measure.CHANGE_PCT, surface="25.0%")
    stage(tmp_path, *series(2022, [100]), Report(2023, (Said(CASES, 120), stated)))
    build_release(tmp_path, REGIONS)
    assert ask(
        tmp_path,
        "SELECT change_pct, reported_change_pct, agrees FROM year_on_year WHERE period = '2023'",
    ) == [(20.0, 25.0, False)]
    flags = ask(tmp_path, "SELECT surface, flag FROM observation ORDER BY surface")
    assert flags == [(s, "identity_failed") for s in ("100件", "120件", "25.0%")]


def test_files_that_gave_nothing_are_listed_with_what_to_do(tmp_path: Path) -> None:
    unread = Report(2023, problem=Problem("needs_ocr", "扫描件"), name="scan.pdf")
    stage(tmp_path, *series(2022, [100]), unread)
    build_release(tmp_path, REGIONS)
    [(path, problem, severity, message, remedy)] = ask(
        tmp_path,
        "SELECT raw_path, problem, problem_severity, problem_message, remedy FROM report "
        "WHERE problem IS NOT NULL",
    )
    assert (path, problem, severity, message) == ("2023/411002/scan.pdf", "needs_ocr", "failed", "扫描件")
    assert "OCR" in str(remedy)


def test_the_same_bytes_twice_count_once(tmp_path: Path) -> None:
    first = Report(2023, (Said(CASES, 5),), sha256="ab" * 32)
    stage(tmp_path, first, Report(2023, (Said(CASES, 5),), name="zz.txt", sha256="ab" * 32))
    release = build_release(tmp_path, REGIONS)
    assert release.counts["observation"] == 1
    assert ask(tmp_path, "SELECT raw_path, problem FROM report ORDER BY 1") == [
        ("2023/411002/report.txt", None),
        ("2023/411002/zz.txt", "duplicate"),
    ]


def test_figures_without_a_region_stay_out_of_the_marts(tmp_path: Path) -> None:
    stage(tmp_path, Report(2023, (Said(CASES, 5),), region=None))
    assert build_release(tmp_path, REGIONS).counts["observation"] == 1
    assert ask(tmp_path, "SELECT count(*) FROM indicator_by_year") == [(0,)]


def test_the_best_value_is_taken_and_disagreement_is_marked(tmp_path: Path) -> None:
    stage(
        tmp_path,
        Report(2022, (Said(CASES, 100),)),
        Report(2022, (Said(CASES, 1000),), region=JIANAN),
        Report(2022, (Said(CASES, 90),), kind=ReportKind.WORK_SUMMARY, name="summary.txt"),
        Report(2023, (Said(CASES, 100, period="2022"), Said(CASES, 130))),
        Report(2023, (Said(CASES, 990, "2022", comparator=Comparator.ABOUT),), region=JIANAN),
    )
    build_release(tmp_path, REGIONS)
    assert ask(
        tmp_path,
        "SELECT region_name, value, conflict, conflict_label, sources FROM indicator_by_year "
        "WHERE period = '2022' ORDER BY region_code",
    ) == [("魏都区", 100.0, True, "100件；90件", 3), ("建安区", 1000.0, False, None, 2)]


def test_a_region_whose_name_or_code_changed_is_one_series(tmp_path: Path) -> None:
    codes = {
        "410108": (2002, 2003),
        "320584": (2010,),
        "320509": (2012,),
        "350403": (2020,),
        "350404": (2021,),
    }
    stage(
        tmp_path,
        *(
            Report(year, (Said(CASES, year),), region=code, name=f"{code}.txt")
            for code, years in codes.items()
            for year in years
        ),
    )
    build_release(tmp_path, REGIONS)
    series = ask(
        tmp_path,
        "SELECT region_code, region_name, list(year ORDER BY year) FROM indicator_by_year "
        "GROUP BY ALL ORDER BY 1",
    )
    assert series == [
        ("320509", "吴江区", [2010, 2012]),
        ("350403", "三元区", [2020]),  # merged with its neighbour: another territory, another series
        ("350404", "三元区", [2021]),
        ("410108", "惠济区", [2002, 2003]),
    ]
    names = ask(
        tmp_path,
        "SELECT region_code, region_name FROM observation WHERE report_year IN (2002, 2010) ORDER BY 1",
    )
    assert names == [("320584", "吴江市"), ("410108", "邙山区")]
    assert ask(
        tmp_path, "SELECT DISTINCT ever_reported FROM report_coverage WHERE region_code = '320584'"
    ) == [(True,)]


def test_a_correction_is_applied_and_recorded(tmp_path: Path) -> None:
    stage(tmp_path, *series(2022, [100, 120, 140]))
    entries = tmp_path / "corrections.yaml"
    where = "where: {{raw_path: {0}/411002/report.txt, indicator: mediation.cases, period: '{0}'}}"
    words = "reason: {zh: 误, en: wrong}, added_on: 2024-01-01"
    entries.write_text(
        f"- {{id: c1, action: override, {where.format(2022)}, expect: {{value: 100}}, "
        f"set: {{value: 101}}, {words}}}\n"
        f"- {{id: c2, action: drop, {where.format(2023)}, expect: {{value: 120, surface: 120件}}, {words}}}\n"
        f"- {{id: c3, action: flag, {where.format(2024)}, expect: {{value: 140}}, {words}}}\n"
        f"- {{id: c4, action: drop, {where.format(1999)}, expect: {{value: 140}}, {words}}}\n",
        encoding="utf-8",
    )
    build_release(tmp_path, REGIONS, corrections=entries)
    assert ask(tmp_path, "SELECT period, value, flag FROM observation ORDER BY 1") == [
        ("2022", 101.0, "corrected"),
        ("2024", 140.0, "flagged"),
    ]
    assert ask(tmp_path, "SELECT correction, applied, before, after FROM correction ORDER BY 1") == [
        ("c1", True, "100", "101"),
        ("c2", True, "120", None),
        ("c3", True, None, "flagged"),
        ("c4", False, None, None),
    ]
