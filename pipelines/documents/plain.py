"""Plain text and Markdown: the text is the file's characters, only the line ends are made alike.

Not here: finding the encoding (decoding).
"""

from __future__ import annotations

from pipelines.documents.decoding import decode
from pipelines.documents.limits import Limits, ReadError
from pipelines.model import Document, Problem

READER = "text/2"


def read(data: bytes, limits: Limits) -> Document:
    """Read a text file. Offsets into the Document are offsets into the decoded file.

    Raises:
        ReadError: ``unknown_format`` when the bytes are not text.
    """
    decoded = decode(data)
    if decoded is None:
        raise ReadError("unknown_format", "二进制内容，类型未知 binary content of an unknown kind")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Document(text, READER, "text/plain", problems=replaced_problem(decoded.replaced, decoded.encoding))


def replaced_problem(count: int, encoding: str) -> tuple[Problem, ...]:
    """Return the warning that characters had to be replaced, or nothing."""
    if not count:
        return ()
    message = (
        f"按 {encoding} 解码时替换了 {count} 个字符 {count} characters replaced while decoding {encoding}"
    )
    return (Problem("characters_replaced", message),)
