"""Archives (docx, ofd, xlsx and plain zip) opened only when they keep within the limits.

Here belong the checks before anything is unpacked, and XML parsing that expands no entities. Not here:
what the members mean.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType
from typing import Any

from lxml import etree

from pipelines.documents.limits import MEGABYTE, Limits, ReadError

_RATIO_MATTERS_FROM = 10 * MEGABYTE
_ENCRYPTED = 0x1


class Archive:
    """A zip archive whose members are within the limits; use as a context manager."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open the archive and weigh it by its directory, before unpacking.

        ``zipfile`` never unpacks beyond the size the directory states, so the check holds.

        Raises:
            ReadError: ``unreadable``, ``encrypted`` or ``too_large``.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
            raise ReadError("unreadable", f"压缩结构损坏 the archive is damaged: {error}") from error
        self.members = tuple(self._zip.infolist())
        _weigh(self.members, len(data), limits)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes | None:
        """Return a member's bytes; None when there is no such member.

        Raises:
            ReadError: ``unreadable`` for a damaged member.
        """
        try:
            return self._zip.read(name)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise ReadError("unreadable", f"{name} 损坏 is damaged: {error}") from error

    def xml(self, name: str) -> Any | None:
        """Return a member parsed as XML; None when there is no such member."""
        data = self.read(name)
        return None if data is None else parse_xml(data, name)


def parse_xml(data: bytes, name: str) -> Any:
    """Parse XML without entities, network or a document type; libxml2 itself caps depth at 256.

    Raises:
        ReadError: ``too_large`` for nesting or entities beyond the cap, ``unreadable`` for anything else.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        bomb = any(word in str(error).lower() for word in ("depth", "amplification"))
        code = "too_large" if bomb else "unreadable"
        raise ReadError(code, f"{name}: {error}") from error


def _weigh(members: tuple[zipfile.ZipInfo, ...], packed: int, limits: Limits) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ReadError("encrypted", "压缩包有密码 the archive asks for a password")
    if len(members) > limits.members:
        raise ReadError("too_large", f"{len(members)} 个成员，限度 {limits.members} too many members")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes:
        raise ReadError(
            "too_large", f"解压后 {unpacked:,} 字节，限度 {limits.unpacked_bytes:,} unpacked size"
        )
    if unpacked > _RATIO_MATTERS_FROM and unpacked > limits.ratio * packed:
        raise ReadError(
            "too_large", f"压缩比 {unpacked / packed:.0f}，限度 {limits.ratio:.0f} compression ratio"
        )
