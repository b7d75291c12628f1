"""Archives (.zip) that hold a report: the one member that can be read is the document.

Members are unpacked into memory and never onto the disk, so their paths can lead nowhere. Not here: the
formats that are zip archives themselves (docx, ofd, xlsx).
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import replace

from pipelines.documents.archive import Archive
from pipelines.documents.limits import Limits, ReadError
from pipelines.model import Document

READER = "zip/1"
# Archives in archives beyond this depth are not opened.
_DEPTH = 2
# What a picture, a program or a broken member says of itself: it is not the report.
_NOT_A_REPORT = frozenset({"unknown_format", "empty", "needs_ocr", "unreadable"})


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
    with Archive(data, limits) as archive:
        for name in (member.filename for member in archive.members if _may_be_read(member.filename)):
            content = archive.read(name) or b""
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


def _may_be_read(name: str) -> bool:
    base = posixpath.basename(name)
    # Folders, and what macOS leaves beside each file.
    return bool(base) and not base.startswith(".") and not name.startswith("__MACOSX/")
