"""Writes RAR archives of stored members for tests, after the format's published description (version 5)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_SIGNATURE = b"Rar!\x1a\x07\x01\x00"
_MAIN, _FILE, _END = 1, 2, 5
_HAS_DATA, _HAS_CRC, _UNIX = 2, 4, 1


def rar(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of these members."""
    files = b"".join(_file(name.encode(), data) for name, data in members.items())
    return _SIGNATURE + _block(_numbers(_MAIN, 0, 0)) + files + _block(_numbers(_END, 0, 0))


def _file(name: bytes, data: bytes) -> bytes:
    sizes = _numbers(_FILE, _HAS_DATA, len(data), _HAS_CRC, len(data), 0o100644)
    return _block(sizes + struct.pack("<I", zlib.crc32(data)) + _numbers(0, _UNIX, len(name)) + name) + data


def _block(fields: bytes) -> bytes:
    header = _numbers(len(fields)) + fields
    return struct.pack("<I", zlib.crc32(header)) + header


def _numbers(*values: int) -> bytes:
    return b"".join(map(_number, values))


def _number(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the eighth says that more follow."""
    rest = value >> 7
    return bytes([value & 0x7F | (0x80 if rest else 0)]) + (_number(rest) if rest else b"")
