"""The staging Parquet files: one per kind and partition, replaced whole, never changed in place.

Here belongs reading and writing them. Not here: what goes into the rows (see *_rows.py).
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.warehouse.frames import KINDS, SCHEMAS, Kind
from pipelines.warehouse.layout import Layout, locked, write_atomically

log = logging.getLogger(__name__)

OTHER = "other"
_EXTRACTED: tuple[Kind, ...] = ("observations", "quantities", "reports")


@dataclass(frozen=True, slots=True)
class Stored:
    """A frame read from staging; ``note`` says why it is empty when its file could not be used."""

    frame: pl.DataFrame
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Staging:
    """The staging folder of a warehouse."""

    root: Path

    @classmethod
    def of(cls, warehouse: Path) -> Staging:
        """Return the staging folder of the warehouse at ``warehouse``."""
        return cls(Layout(warehouse).staging)

    def path(self, kind: Kind, partition: str) -> Path:
        """Return the file of a kind and partition."""
        return self.root / kind / f"{partition}.parquet"

    def partitions(self) -> tuple[str, ...]:
        """Return every partition that has a file of any kind, years first, in order."""
        return tuple(sorted({path.stem for kind in KINDS for path in (self.root / kind).glob("*.parquet")}))

    def read(self, kind: Kind, partition: str) -> Stored:
        """Read a frame; a file half-written, damaged or of another layout counts as missing, and says so.

        Only a whole file of the declared schema is trusted: it can always be made again from raw/.
        """
        path, schema = self.path(kind, partition), SCHEMAS[kind]
        if not path.exists():
            return Stored(schema.to_frame())
        try:
            frame = pl.read_parquet(path)
        except (pl.exceptions.PolarsError, OSError) as error:
            return self._unusable(path, f"{type(error).__name__}: {str(error).splitlines()[0]}", schema)
        if frame.schema != schema:
            return self._unusable(path, "made by another version", schema)
        return Stored(frame)

    def write_documents(self, partition: str, frame: pl.DataFrame) -> None:
        """Replace the documents of a partition; an empty frame removes its file."""
        self._write("documents", partition, frame, {})

    def write_extracted(
        self, partition: str, reports: pl.DataFrame, observations: pl.DataFrame, quantities: pl.DataFrame
    ) -> None:
        """Replace reports, observations and quantities of a partition as one set.

        The three files carry one mark; a set cut short by a crash has two, and counts as missing (see
        is_whole).
        """
        said = reports.select("inputs", "problem", "quantities", "assigned").rows()
        mark = {"generation": hashlib.sha256(repr(said).encode()).hexdigest()}
        frames = {"observations": observations, "quantities": quantities, "reports": reports}
        for kind in _EXTRACTED:
            if reports.is_empty():
                self.path(kind, partition).unlink(missing_ok=True)
            else:
                self._write(kind, partition, frames[kind], mark)

    def is_whole(self, partition: str) -> bool:
        """Say whether reports, observations and quantities of a partition were written together."""
        paths = [self.path(kind, partition) for kind in _EXTRACTED]
        if not any(path.exists() for path in paths):
            return True
        return len({_generation(path) for path in paths}) == 1 and _generation(paths[0]) is not None

    @contextlib.contextmanager
    def held(self, wait: float, purpose: str, shared: bool = False) -> Iterator[None]:
        """Hold staging against other runs (see layout.locked)."""
        with locked(self.root, wait, purpose, shared):
            yield

    def _write(self, kind: Kind, partition: str, frame: pl.DataFrame, marks: dict[str, str]) -> None:
        path = self.path(kind, partition)
        if frame.is_empty() and not marks:
            path.unlink(missing_ok=True)
            return
        whole = frame.select(SCHEMAS[kind].names()).cast(SCHEMAS[kind])
        write_atomically(path, lambda target: whole.write_parquet(target, compression="zstd", metadata=marks))

    def _unusable(self, path: Path, why: str, schema: pl.Schema) -> Stored:
        note = f"{path.relative_to(self.root.parent)} 无法使用，按缺失处理 / not usable ({why}), made again"
        log.warning(note)
        return Stored(schema.to_frame(), note)


def _generation(path: Path) -> str | None:
    try:
        return pl.read_parquet_metadata(path).get("generation")
    except (pl.exceptions.PolarsError, OSError):
        return None
