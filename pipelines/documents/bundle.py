"""Archives (.zip, .rar, .7z) that hold a report: the one member that can be read is the document.

Members are unpacked into memory and never onto the disk, so their paths can lead nowhere. Not here: the
formats that are zip archives themselves (docx, ofd, xlsx).
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipelines.documents import rar
from pipelines.documents.archive import Archive
from pipelines.documents.limits import Limits, ReadError
from pipelines.model import Document

READER = "archives/1"
# Archives in archives beyond this depth are not opened.
_DEPTH = 2
# What a picture, a program or a broken member says of itself: it is not the report.
_NOT_A_REPORT = frozenset({"unknown_format", "empty", "needs_ocr", "unreadable", "archive_unread"})


def read(data: bytes, limits: Limits, read_member: Callable[[bytes, Limits], Document]) -> Document:
    """Read the report in an archive.

    Args:
        data: The archive.
        limits: Limits; what is unpacked here is taken off for archives inside.
        read_member: Reads a member's bytes.

    Raises:
        ReadError: ``several_reports`` for more than one, else what is wrong with the only one.
    """
    if limits.nesting <= 0:
        raise ReadError("too_large", "压缩包嵌套过深 archives are nested too deeply")
    inner = replace(limits, nesting=min(limits.nesting, _DEPTH) - 1)
    found: list[tuple[str, Document]] = []
    refused: list[ReadError] = []
    for name, content in members(data, limits):
        inner = replace(inner, unpacked_bytes=inner.unpacked_bytes - len(content))
        try:
            found.append((name, read_member(content, inner)))
        except ReadError as error:
            if error.code not in _NOT_A_REPORT:
                raise
            refused.append(ReadError(error.code, f"{posixpath.basename(name)}: {error.message}"))
    if len(found) > 1:
        names = "、".join(posixpath.basename(name) for name, _ in found[:5])
        raise ReadError("several_reports", f"{len(found)} 份 documents: {names}")
    if not found:
        raise refused[0] if refused else ReadError("empty", "压缩包中没有文件 the archive is empty")
    return found[0][1]


def members(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the files in an archive that may be a report."""
    opened = _unzipped(data, limits) if data.startswith(b"PK") else rar.members(data, limits)
    return ((name, content) for name, content in opened if _may_be_read(name))


def _unzipped(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    with Archive(data, limits) as archive:
        for member in archive.members:
            if _may_be_read(member.filename):
                yield member.filename, archive.read(member.filename) or b""


def _may_be_read(name: str) -> bool:
    base = posixpath.basename(name)
    # Folders, and what macOS leaves beside each file.
    return bool(base) and not base.startswith(".") and not name.startswith("__MACOSX/")
