"""What a file may cost, and how a reader says that it could not read one.

Here belong the limits and the readers' one error. Not here: who enforces them (each reader what it can
count beforehand, the pool memory and time).
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file.

    Attributes:
        memory_bytes: Address space of a worker process.
        seconds: Wall time for one file, reading and the step after it.
        file_bytes: Size of the file itself.
        pages: Pages of a PDF or OFD.
        unpacked_bytes: Sum of an archive's members, unpacked.
        ratio: Unpacked size against packed size of an archive, once it unpacks to over 10 MB.
        members: Number of an archive's members.
        nesting: Depth of elements in a page, of tables in tables, of archives in archives.
        paths: Drawn objects on a PDF page beyond which its ruling lines are not looked for.
    """

    memory_bytes: int = 2048 * MEGABYTE
    seconds: float = 60.0
    file_bytes: int = 200 * MEGABYTE
    pages: int = 5_000
    unpacked_bytes: int = 200 * MEGABYTE
    ratio: float = 200.0
    members: int = 10_000
    nesting: int = 2_000
    paths: int = 20_000


class ReadError(Exception):
    """A file could not be read.

    Attributes:
        code: One of ``problems.yaml``, of severity ``failed``.
        message: What is wrong with this file, in both languages.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"
