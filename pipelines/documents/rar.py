"""Archives that zip tools do not open (.rar, .7z), through libarchive where the machine has it.

libarchive is free software (BSD) and part of most systems; the unpackers of the format's owner are not. Not
here: which member is the report (bundle).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import ModuleType

from pipelines.documents.limits import Limits, ReadError

READER = "rar/1"
HINT = "安装 libarchive 后可读 libarchive would open it (apt install libarchive13, brew install libarchive)"


@cache
def _library() -> ModuleType | None:
    try:
        import libarchive
    except (ImportError, OSError, TypeError, AttributeError):
        # What the package raises where the library is missing depends on the system.
        return None
    module: ModuleType = libarchive
    return module


def available() -> bool:
    """Tell whether the machine has libarchive."""
    return _library() is not None


def members(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file in an archive, in memory alone.

    Raises:
        ReadError: ``archive_unread`` without libarchive, ``encrypted``, ``unreadable`` or ``too_large``.
    """
    library = _library()
    if library is None:
        raise ReadError("archive_unread", f"RAR 或 7z 压缩包 a RAR or 7z archive; {HINT}")
    left = limits.unpacked_bytes
    try:
        with library.memory_reader(data) as archive:
            for number, entry in enumerate(archive):
                if number >= limits.members:
                    raise ReadError("too_large", f"成员超过 {limits.members} 个 too many members")
                if entry.isfile:
                    content = _content(entry.get_blocks(), left)
                    left -= len(content)
                    yield entry.pathname or "", content
    except library.ArchiveError as error:
        asks = any(word in str(error).lower() for word in ("encrypt", "passphrase", "password"))
        code = "encrypted" if asks else "unreadable"
        raise ReadError(code, f"压缩包无法打开 the archive cannot be opened: {error}") from error


def _content(blocks: Iterator[bytes], left: int) -> bytes:
    taken = bytearray()
    for block in blocks:
        taken += block
        if len(taken) > left:
            raise ReadError("too_large", "解压后超过限度 unpacks to more than the limit")
    return bytes(taken)
