"""What is in the raw folder: every report file with its digest, its place and its origin record.

Here belongs looking at the folder. Not here: reading a report (documents) or getting one (pull.py).
Nothing in raw/ is ever changed.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.model import Problem
from pipelines.sources.origin import SUFFIX, Origin, OriginError, read_origin

_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"\d{6}")
_CONFIGURATION = frozenset({"regions.csv", "sources.yaml"})
_LEAVINGS = frozenset({"thumbs.db", "desktop.ini"})
_BLOCK = 1 << 20


class RawFolderMissing(FileNotFoundError):  # noqa: N818 - it says what is the matter
    """There is no raw folder where one was looked for."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the raw folder.

    ``relative`` is its path under raw/ with ``/``. ``folder_year`` and ``folder_region`` are what its place
    says (raw/<year>/<region code>/), None in other places. ``problem``: ``duplicate``, ``io_error`` (then
    ``sha256`` is '') or ``origin_invalid``.
    """

    path: Path
    relative: str
    sha256: str
    size: int
    origin: Origin | None = None
    folder_year: int | None = None
    folder_region: str | None = None
    problem: Problem | None = None


def scan(raw: Path) -> tuple[RawFile, ...]:
    """Return the report files under a raw folder, ordered by path.

    Left out: origin records, hidden files, editors' and systems' leavings, and at the top regions.csv,
    sources.yaml and README files. Of files with the same bytes the first by path counts, the others are
    ``duplicate``.

    Raises:
        RawFolderMissing: there is no such folder.
    """
    if not raw.is_dir():
        raise RawFolderMissing(
            f"没有原始文件夹 no raw folder: {raw}。请建立它并放入报告，或用 --raw 指定 "
            "create it and put reports in, or name another with --raw"
        )
    files = [look(path, raw) for path in report_files(raw)]
    return tuple(_mark_duplicates(files))


def report_files(raw: Path) -> list[Path]:
    """Return the report files under a folder without looking into them, ordered by path (see scan)."""
    found = []
    for folder, subfolders, names in os.walk(raw):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if not _left_out(name, top=Path(folder) == raw)]
    return sorted(
        (path for path in found if path.is_file()), key=lambda path: path.relative_to(raw).as_posix()
    )


def _left_out(name: str, *, top: bool) -> bool:
    lower = name.lower()
    if name.startswith((".", "~$")) or lower.endswith(SUFFIX) or lower in _LEAVINGS:
        return True
    return top and (lower in _CONFIGURATION or lower.startswith("readme"))


def look(path: Path, raw: Path) -> RawFile:
    """Return what is known of one file under ``raw`` before it is read."""
    relative = path.relative_to(raw)
    year, region = _place(relative.parts[:-1])
    file = RawFile(path, relative.as_posix(), "", 0, folder_year=year, folder_region=region)
    try:
        file = replace(file, sha256=_digest(path), size=path.stat().st_size)
    except OSError as error:
        message = f"{file.relative}: {error.strerror or error}"
        return replace(file, problem=Problem("io_error", message, file.relative))
    try:
        return replace(file, origin=read_origin(path))
    except OriginError as error:
        return replace(file, problem=Problem("origin_invalid", str(error), file.relative))


def _place(folders: tuple[str, ...]) -> tuple[int | None, str | None]:
    """Return year and region code of raw/<year>/<region code>/…; None for what is not laid out so."""
    if not folders or not _YEAR.fullmatch(folders[0]):
        return None, None
    region = folders[1] if len(folders) > 1 and _CODE.fullmatch(folders[1]) else None
    return int(folders[0]), region


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as content:
        while block := content.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _mark_duplicates(files: list[RawFile]) -> Iterator[RawFile]:
    first: dict[str, RawFile] = {}
    for file in files:
        earlier = first.setdefault(file.sha256, file) if file.sha256 else file
        if earlier is file:
            yield file
            continue
        message = f"{file.relative}: 与 {earlier.relative} 内容完全相同 the same bytes as {earlier.relative}"
        yield replace(file, problem=Problem("duplicate", message, file.relative))
