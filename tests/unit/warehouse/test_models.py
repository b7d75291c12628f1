"""The SQL models: each gives, for the literal rows of its .yml, the rows that its .yml expects."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from pipelines.warehouse import ddl
from pipelines.warehouse.database import _macros
from pipelines.warehouse.inputs import INPUTS
from pipelines.warehouse.models import Example, Model, ModelError, load_models, models, published

EXAMPLES = [(model, example) for model in models().values() for example in model.examples]


@pytest.mark.parametrize(
    ("model", "example"), EXAMPLES, ids=[f"{model.name}: {example.name}" for model, example in EXAMPLES]
)
def test_a_model_gives_the_rows_its_description_expects(model: Model, example: Example) -> None:
    con = duckdb.connect(":memory:")
    con.execute("CREATE SCHEMA memory.staging")
    con.execute("SET search_path = 'memory.main,memory.staging'")
    _macros(con)
    for name in model.depends_on:
        _create(con, name, example.given.get(name, ()))
    order = ", ".join(f"{ddl.quoted(name)} NULLS FIRST" for name in model.order_by) or "ALL"
    query = f"SELECT * FROM ({ddl.select(model)}) ORDER BY {order}" if model.view else ddl.select(model)
    found = con.sql(query).pl().rows(named=True)
    assert [_only(row, expected) for row, expected in zip(found, example.expect, strict=True)] == list(
        example.expect
    )


def _create(con: duckdb.DuckDBPyConnection, name: str, rows: tuple[Any, ...]) -> None:
    if name in INPUTS:
        con.register("nothing", INPUTS[name].to_frame())
        con.execute(f"CREATE TABLE main.{name} AS SELECT * FROM nothing")
    else:
        columns = ", ".join(f"{ddl.quoted(c.name)} {c.type}" for c in models()[name].columns)
        con.execute(f"CREATE TABLE main.{name} ({columns})")
    for row in rows:
        columns = ", ".join(ddl.quoted(column) for column in row)
        con.execute(
            f"INSERT INTO main.{name} ({columns}) VALUES ({', '.join('?' * len(row))})", list(row.values())
        )


def _only(row: dict[str, Any], expected: Any) -> dict[str, Any]:
    return {name: _plain(row[name]) for name in expected}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, (date, datetime)) else value


def test_every_model_has_an_example() -> None:
    assert [model.name for model in models().values() if not model.examples] == []


def test_no_two_columns_of_a_table_share_a_chinese_label() -> None:
    for model in models().values():
        labels = [column.label for column in model.columns]
        assert len(set(labels)) == len(labels), model.name


def test_chinese_table_names_are_unique() -> None:
    names = [model.label for model in published(models())]
    assert len(set(names)) == len(names)


def _write_model(folder: Path, name: str, described: str, sql: str = "SELECT 1 AS a") -> None:
    (folder / "core").mkdir(exist_ok=True)
    (folder / "core" / f"{name}.yml").write_text(described, encoding="utf-8")
    (folder / "core" / f"{name}.sql").write_text(sql, encoding="utf-8")


DESCRIBED = """
label: 表{name}
grain: {{zh: 一, en: one}}
description: {{zh: 表, en: table}}
depends_on: [{needs}]
columns: [{{name: a, type: INTEGER, label: 甲, zh: 甲, en: a}}]
"""


def test_models_come_after_what_they_depend_on(tmp_path: Path) -> None:
    _write_model(tmp_path, "a", DESCRIBED.format(name="a", needs="b"))
    _write_model(tmp_path, "b", DESCRIBED.format(name="b", needs=""))
    assert list(load_models(tmp_path)) == ["b", "a"]


def test_a_circle_of_models_is_named(tmp_path: Path) -> None:
    _write_model(tmp_path, "a", DESCRIBED.format(name="a", needs="b"))
    _write_model(tmp_path, "b", DESCRIBED.format(name="b", needs="a"))
    with pytest.raises(ModelError, match="circle"):
        load_models(tmp_path)


def test_a_dependency_that_does_not_exist_is_named(tmp_path: Path) -> None:
    _write_model(tmp_path, "a", DESCRIBED.format(name="a", needs="nowhere"))
    with pytest.raises(ModelError, match="nowhere"):
        load_models(tmp_path)


def test_a_misspelt_key_in_a_description_is_named_with_its_file(tmp_path: Path) -> None:
    _write_model(tmp_path, "a", DESCRIBED.format(name="a", needs="") + "order_bye: [a]\n")
    with pytest.raises(ModelError, match=r"a\.yml[\s\S]*order_bye"):
        load_models(tmp_path)


def test_an_input_of_another_schema_is_refused() -> None:
    with pytest.raises(pl.exceptions.PolarsError):
        pl.DataFrame({"code": ["x"]}).select(INPUTS["in_region"].names())


def test_every_published_table_says_the_order_of_its_rows() -> None:
    unordered = {model.name for model in published(models()) if not model.view and not model.order_by}
    assert unordered == {"release"}  # one row
