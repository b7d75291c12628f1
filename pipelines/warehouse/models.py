"""The SQL models: sql/<layer>/<name>.sql with <name>.yml beside it, read and checked.

Here belongs the loader and its data structures. What is made from them (DDL, comments, zh views) is in
ddl.py; running them is in build.py. What Python hands to the build (the staged frames, the catalogues) is in
inputs.py.

Layers: ``staging`` models live only during a build, ``core`` and ``marts`` are published.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

import pipelines
from pipelines.catalogue import yaml_text
from pipelines.warehouse.inputs import INPUTS

Layer = Literal["staging", "core", "marts"]
LAYERS: tuple[Layer, ...] = ("staging", "core", "marts")


class ModelError(ValueError):
    """A file under sql/ is wrong; the message names it."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(_Strict):
    """Words in both languages."""

    zh: str
    en: str


class Column(_Strict):
    """A column: its DuckDB type, unit, Chinese label and what it holds.

    ``codes``: the list in code_label that its values are from; ``joined``: it holds several, a space between.
    ``compression``: how DuckDB is to store it; unsaid, DuckDB tries every way on every part of the column,
    which takes as long as storing it. Values that the one said does not fit are stored as they are.
    """

    name: str
    type: str
    label: str
    zh: str
    en: str
    unit: str | None = None
    required: bool = False
    codes: str | None = None
    joined: bool = False
    compression: Literal["dictionary", "fsst"] | None = None

    @property
    def comment(self) -> str:
        """The column's COMMENT: Chinese, English, unit."""
        unit = f" [{self.unit}]" if self.unit else ""
        return f"{self.zh} | {self.en}{unit}"


class Example(_Strict):
    """Literal rows: with these given, the model gives those (only the columns named are compared)."""

    name: str
    given: Mapping[str, tuple[Mapping[str, Any], ...]]
    expect: tuple[Mapping[str, Any], ...]


class Model(_Strict):
    """One model. ``grain``: what a row is. ``key``: columns that are unique together."""

    name: str
    layer: Layer
    path: Path
    sql: str
    label: str
    view: bool = False
    grain: Text
    description: Text
    depends_on: tuple[str, ...] = ()
    order_by: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    columns: tuple[Column, ...]
    examples: tuple[Example, ...] = ()

    @property
    def published(self) -> bool:
        """Whether analysts see it."""
        return self.layer != "staging"

    @property
    def comment(self) -> str:
        """The table's COMMENT."""
        return f"{self.description.zh} 一行：{self.grain.zh} | {self.description.en} A row: {self.grain.en}"

    @property
    def column_names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(column.name for column in self.columns)


def sql_folder() -> Path:
    """Return the folder of the models: inside an installed package, or beside it in a checkout."""
    package = Path(next(iter(pipelines.__path__)))
    installed = package / "sql"
    return installed if installed.is_dir() else package.parent / "sql"


def load_models(folder: Path) -> Mapping[str, Model]:
    """Read all models under ``folder``, in an order in which each comes after what it depends on.

    Raises:
        ModelError: a file is not valid, a dependency is unknown, or models depend on each other in a circle.
    """
    shared = _shared_columns(folder / "columns.yml")
    found = [
        _load(path, layer, shared) for layer in LAYERS for path in sorted((folder / layer).glob("*.yml"))
    ]
    by_name = {model.name: model for model in found}
    for model in found:
        _check(model, by_name)
    try:
        graph = {m.name: [name for name in m.depends_on if name in by_name] for m in found}
        order = tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise ModelError(f"{folder}: models depend on each other in a circle: {error.args[1]}") from error
    return MappingProxyType({name: by_name[name] for name in order})


@cache
def models() -> Mapping[str, Model]:
    """Return the project's own models."""
    return load_models(sql_folder())


def published(loaded: Mapping[str, Model]) -> tuple[Model, ...]:
    """Return the models that analysts see, core before marts, each by name."""
    return tuple(
        sorted((m for m in loaded.values() if m.published), key=lambda m: (LAYERS.index(m.layer), m.name))
    )


def fingerprint(loaded: Iterable[Model]) -> str:
    """Return a text that changes when any model does."""
    parts = sorted(f"{model.name}\x1f{model.model_dump_json(exclude={'path'})}" for model in loaded)
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()


def _shared_columns(path: Path) -> Mapping[str, Column]:
    """Columns that mean the same wherever they stand are described once, in columns.yml."""
    try:
        rows = yaml_text.load(path.read_text(encoding="utf-8")) if path.exists() else []
        columns = [Column.model_validate(row) for row in rows or []]
    except (yaml.YAMLError, ValidationError) as error:
        raise ModelError(f"{path}: {error}") from error
    return {column.name: column for column in columns}


def _load(path: Path, layer: Layer, shared: Mapping[str, Column]) -> Model:
    query = path.with_suffix(".sql")
    try:
        said = yaml_text.load(path.read_text(encoding="utf-8"))
        said["columns"] = [_column(entry, shared, path) for entry in said.get("columns", ())]
        sql = query.read_text(encoding="utf-8")
        return Model(name=path.stem, layer=layer, path=path, sql=sql, **said)
    except FileNotFoundError as error:
        raise ModelError(f"{path}: needs its query {query.name} beside it") from error
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise ModelError(f"{path}: {error}") from error


def _column(entry: Any, shared: Mapping[str, Column], path: Path) -> Any:
    if not isinstance(entry, str):
        return entry
    if entry not in shared:
        raise ModelError(f"{path}: column {entry!r} is not in columns.yml; describe it here or there")
    return shared[entry]


def _check(model: Model, by_name: Mapping[str, Model]) -> None:
    unknown = [name for name in model.depends_on if name not in by_name and name not in INPUTS]
    if unknown:
        raise ModelError(f"{model.path}: depends on {unknown}, which are neither models nor inputs")
    names = set(model.column_names)
    missing = [name for name in (*model.order_by, *model.key) if name not in names]
    if missing:
        raise ModelError(f"{model.path}: order_by or key names {missing}, which are not columns of it")
