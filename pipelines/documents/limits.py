"""What a file may cost, and how a reader says that it could not read one.

Here belong the limits and the readers' one error. Not here: who enforces them (each reader what it can
count beforehand, the pool memory and time).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1 << 20


class OcrUse(StrEnum):
    """What to do with pages that are pictures.

    ``never``: read the rest, with a warning. ``ask``: refuse the file as ``needs_ocr``, so that it can be
    read again with more time. ``do``: read them, which needs the extra ``[ocr]``.
    """

    NEVER = "never"
    ASK = "ask"
    DO = "do"


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
        ocr: What to do with pages that are pictures.
        ocr_seconds: Wall time for a file that is read by OCR.
        ocr_memory_bytes: Address space of a worker process where OCR is installed.
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
    ocr: OcrUse = OcrUse.NEVER
    ocr_seconds: float = 900.0
    ocr_memory_bytes: int = 3072 * MEGABYTE
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
