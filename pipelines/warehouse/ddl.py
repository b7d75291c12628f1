"""What is made from a model's description: its table, its comments, its Chinese view.

Here belongs text generation only; nothing here runs.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.warehouse.code_words import code_words
from pipelines.warehouse.models import Column, Model


def quoted(name: str) -> str:
    """Return an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def create_table(model: Model, schema: str = "main") -> str:
    """Return the CREATE TABLE of a model."""
    columns = ", ".join(_defined(column) for column in model.columns)
    return f"CREATE TABLE {schema}.{quoted(model.name)} ({columns})"


def create_view(model: Model, schema: str = "main") -> str:
    """Return the CREATE VIEW of a model, its columns in the declared order and type."""
    return f"CREATE VIEW {schema}.{quoted(model.name)} AS {select(model)}"


def select(model: Model) -> str:
    """Return the query of a model with its declared columns and, for a table, in its declared order."""
    columns = ", ".join(f"{quoted(c.name)}::{c.type} AS {quoted(c.name)}" for c in model.columns)
    query = f"SELECT {columns} FROM ({_body(model)})"
    if not model.view:
        query += order(model)
    return query


def order(model: Model) -> str:
    """Return the ORDER BY of a model, '' where there is none; tables hold their rows in it, views do not."""
    if not model.order_by:
        return ""
    return " ORDER BY " + ", ".join(f"{quoted(name)} NULLS FIRST" for name in model.order_by)


def read(model: Model, columns: str = "*", schema: str = "main") -> str:
    """Return the query that reads a published model in its order."""
    query = f"SELECT {columns} FROM {schema}.{quoted(model.name)}"
    return query + order(model) if model.view else query


def insert(model: Model, schema: str = "main") -> str:
    """Return the statement that fills a model's table."""
    return f"INSERT INTO {schema}.{quoted(model.name)} {select(model)}"


def comments(model: Model, schema: str = "main") -> Iterable[str]:
    """Return the COMMENT statements of a model and its columns."""
    kind = "VIEW" if model.view else "TABLE"
    target = f"{schema}.{quoted(model.name)}"
    yield f"COMMENT ON {kind} {target} IS {literal(model.comment)}"
    for column in model.columns:
        yield f"COMMENT ON COLUMN {target}.{quoted(column.name)} IS {literal(column.comment)}"


def chinese_view(model: Model) -> Iterable[str]:
    """Return the statements of a model's view in schema zh: Chinese names, words in place of codes."""
    target = f"zh.{quoted(model.label)}"
    columns = ", ".join(f"{_worded(c)} AS {quoted(c.label)}" for c in model.columns)
    yield f"CREATE VIEW {target} AS SELECT {columns} FROM main.{quoted(model.name)}"
    yield f"COMMENT ON VIEW {target} IS {literal(f'{model.description.zh} 一行：{model.grain.zh}')}"
    for column in model.columns:
        unit = f" [{column.unit}]" if column.unit else ""
        comment = literal(column.zh + unit)
        yield f"COMMENT ON COLUMN {target}.{quoted(column.label)} IS {comment}"


def _defined(column: Column) -> str:
    """What CREATE TABLE says of a column."""
    required = " NOT NULL" if column.required else ""
    compression = f" USING COMPRESSION {column.compression}" if column.compression else ""
    return f"{quoted(column.name)} {column.type}{required}{compression}"


def _worded(column: Column) -> str:
    """What a zh view shows of a column: Chinese words for its codes, anything else as it is."""
    name = quoted(column.name)
    if column.codes is None:
        return name
    words = code_words()[column.codes]
    if column.joined:
        worded = f"replace({name}, ' ', '；')"
        for code, label in words.items():
            worded = f"replace({worded}, {literal(code)}, {literal(label.zh)})"
        return worded
    cases = " ".join(f"WHEN {literal(code)} THEN {literal(label.zh)}" for code, label in words.items())
    return f"CASE {name} {cases} ELSE {name} END"


def _body(model: Model) -> str:
    return model.sql.strip().rstrip(";")
