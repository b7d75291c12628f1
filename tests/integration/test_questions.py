"""The analysts' questions: each runs on the samples and gives the answer written in questions.yaml."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from pipelines.warehouse.build import build_release
from pipelines.warehouse.layout import Layout
from pipelines.warehouse.models import models, published, sql_folder
from tests.sampled import sample_regions, stage_samples
from tests.samples.expected import contradictions

QUESTIONS = sorted((sql_folder() / "questions").glob("*.sql"))
ANSWERS = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("warehouse")
    for before in (2024, None):
        stage_samples(folder, before)
        build_release(folder, sample_regions())
    return folder


def ask(warehouse: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(Layout(warehouse).published), read_only=True) as con:
        return con.execute(query).fetchall()


def plain(value: Any) -> Any:
    return str(value) if isinstance(value, date) else value


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_answered(warehouse: Path, path: Path) -> None:
    answer = ANSWERS[path.stem]
    rows = [[plain(value) for value in row] for row in ask(warehouse, path.read_text(encoding="utf-8"))]
    assert len(rows) == answer["rows"]
    assert rows[: len(answer["first"])] == answer["first"]


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_asked_in_both_languages(path: Path) -> None:
    first, second, *_ = path.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"-- 中文：.+", first)
    assert re.fullmatch(r"-- English: .+", second)


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= 15
    assert set(ANSWERS) == {path.stem for path in QUESTIONS}


def test_the_contradictions_of_the_samples_are_found_and_no_others(warehouse: Path) -> None:
    found = ask(warehouse, "SELECT dispute, found FROM contradiction ORDER BY found")
    assert len({dispute for dispute, _ in found}) == len(contradictions())
    assert sorted(said["says"] for said in contradictions().values()) == [found for _, found in found]


def test_every_code_in_use_has_words(warehouse: Path) -> None:
    """All but departments, which are called by their names."""
    coded = [(model, column) for model in published(models()) for column in model.columns if column.codes]
    assert len(coded) > 30
    for model, column in coded:
        found = ask(
            warehouse,
            f"SELECT DISTINCT code FROM (SELECT unnest(string_split({column.name}, ' ')) AS code "
            f"FROM {model.name}) WHERE code <> '' AND code NOT IN "
            f"(SELECT code FROM code_label WHERE code_list = '{column.codes}')",
        )
        assert found == [], (model.name, column.name)


def test_the_chinese_views_show_words_for_codes(warehouse: Path) -> None:
    assert ask(warehouse, 'SELECT DISTINCT "状态" FROM zh."观测值" ORDER BY 1') == [("实际",), ("目标",)]
    assert ask(
        warehouse,
        'SELECT DISTINCT "领域", "报告主体", "地区级别" FROM zh."指标逐年" WHERE "指标" = \'行政诉讼败诉数\'',
    ) == [("行政诉讼", "本级政府（党委）", "县级")]
    flags = ask(warehouse, 'SELECT DISTINCT "标记" FROM zh."观测值" ORDER BY 1')
    assert flags == [("",), ("与其他数字核对不上",)]


def test_two_sentences_stand_side_by_side(warehouse: Path) -> None:
    [(mine, theirs, here, there)] = ask(
        warehouse,
        "SELECT sentence, against_sentences[1], raw_path, against_raw_path FROM contradiction "
        "WHERE name = 'previous_year_value'",
    )
    assert ("4173" in mine, "4131" in theirs) == (True, True)
    assert (here[:4], there[:4]) == ("2021", "2020")
