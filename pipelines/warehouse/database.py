"""One release's database while it is being made: inputs in, models run, comments on, closed.

Here belongs everything said to DuckDB during a build. Not here: what is checked (checking.py) and how the
file is put in place (publishing.py).

The work is done from an in-memory connection: inputs and staging models live in schema ``memory.staging``,
the published tables and the macros in the attached file ``wh``. Only calls that DuckDB 1.5 and 2.0 share are
used.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipelines.warehouse import ddl
from pipelines.warehouse.inputs import INPUTS
from pipelines.warehouse.models import Model, sql_folder

# Files are written so that DuckDB clients from 1.0 on can open them.
STORAGE_VERSION = "v1.0.0"


class BuildFailed(RuntimeError):  # noqa: N818 - the build failed, not the program
    """The release could not be made; the message says of what and what to do."""


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """Make a new database file and yield it; on leaving it is closed, and whole if nothing was raised.

    Raises:
        BuildFailed: DuckDB or Polars refused; a full disk or a damaged staging file are the usual causes.
    """
    with tempfile.TemporaryDirectory(prefix=".spill-", dir=path.parent) as spill:
        con = duckdb.connect(":memory:", config={"temp_directory": spill})
        try:
            con.execute(f"ATTACH {ddl.literal(str(path))} AS wh (STORAGE_VERSION '{STORAGE_VERSION}')")
            con.execute("CREATE SCHEMA memory.staging")
            con.execute("SET search_path = 'wh.main,memory.staging'")
            _macros(con)
            yield Database(con, Path(spill))
            con.execute("CHECKPOINT wh")
            con.execute("USE memory")
            con.execute("DETACH wh")
        except (duckdb.Error, pl.exceptions.ComputeError) as error:  # Polars says so of a full disk
            raise BuildFailed(
                f"生成数据库失败，已发布的版本未受影响 / the database could not be made, the published "
                f"release is untouched: {error}. 请检查磁盘空间与 staging/ 文件 / Check the disk space of "
                f"{path.parent} and the files under staging/."
            ) from error
        finally:
            con.close()


class Database:
    """A release being made."""

    def __init__(self, con: duckdb.DuckDBPyConnection, scratch: Path) -> None:
        self._con = con
        self._handed = scratch / "handed.parquet"

    def give(self, name: str, frame: pl.DataFrame) -> None:
        """Hand over an input as a frame of its declared schema.

        Args:
            name: one of inputs.INPUTS.
            frame: its rows.
        """
        # By way of a file: to register a frame DuckDB imports pandas and pyarrow first, a third of a second.
        frame.select(INPUTS[name].names()).cast(INPUTS[name]).write_parquet(self._handed)
        self._con.execute(
            f"CREATE OR REPLACE TABLE memory.staging.{name} AS "
            f"SELECT * FROM read_parquet({ddl.literal(str(self._handed))})"
        )

    def give_staged(self, kind: str, files: Sequence[Path]) -> None:
        """Let the input ``staged_<kind>`` be these Parquet files; their stem is the partition."""
        name = f"staged_{kind}"
        if not files:
            self.give(name, INPUTS[name].to_frame())
            return
        listed = ", ".join(ddl.literal(str(file)) for file in files)
        self._con.execute(
            f"CREATE VIEW memory.staging.{name} AS "
            f"SELECT * EXCLUDE (filename), parse_filename(filename, true) AS partition "
            f"FROM read_parquet([{listed}], filename = true, hive_partitioning = false)"
        )

    def run(self, model: Model) -> None:
        """Create a model and fill it."""
        if not model.published:
            kind = "VIEW" if model.view else "TABLE"
            name = f"memory.staging.{ddl.quoted(model.name)}"
            self._con.execute(f"CREATE {kind} {name} AS {ddl.select(model)}")
            return
        if model.view:
            self._con.execute(ddl.create_view(model, "wh.main"))
        else:
            self._con.execute(ddl.create_table(model, "wh.main"))
            self._con.execute(ddl.insert(model, "wh.main"))

    def describe(self, published: Iterable[Model]) -> None:
        """Put the comments on the tables, and make the Chinese views."""
        # A view keeps the names it was made with; inside the file it must not depend on how the file is
        # attached.
        self._con.execute("USE wh")
        # One transaction: hundreds of comments would else be hundreds of writes to the disk.
        self._con.execute("BEGIN")
        self._con.execute("CREATE SCHEMA zh")
        for model in published:
            for statement in (*ddl.comments(model), *ddl.chinese_view(model)):
                self._con.execute(statement)
        self._con.execute("COMMIT")

    @contextmanager
    def beside(self, release: Path) -> Iterator[duckdb.DuckDBPyConnection]:
        """Attach another release, read-only, as ``older``; yield the connection."""
        self._con.execute(f"ATTACH {ddl.literal(str(release))} AS older (READ_ONLY)")
        try:
            yield self._con
        finally:
            self._con.execute("DETACH older")

    def frame(self, query: str) -> pl.DataFrame:
        """Return the rows of a query as a Polars frame."""
        return self._con.sql(query).pl()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self._con.execute(query).fetchall()


def _macros(con: duckdb.DuckDBPyConnection) -> None:
    text = (sql_folder() / "macros.sql").read_text(encoding="utf-8")
    for statement in duckdb.extract_statements(text):
        con.execute(statement.query)  # into the release itself: its views use them
