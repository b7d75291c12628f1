"""Rich text (.rtf), which also stands behind many a .doc.

Not here: the parsing of control words, which is striprtf's.
"""

from __future__ import annotations

import re
from itertools import groupby

from striprtf.striprtf import rtf_to_text

from pipelines.documents.assembling import Assembler, GridCell
from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.plain import replaced_problem
from pipelines.model import Document

READER = "rtf/1"
MEDIA_TYPE = "application/rtf"
_CODE_PAGE = re.compile(rb"\\ansicpg(\d+)")


def read(data: bytes, limits: Limits) -> Document:
    """Read paragraphs and tables; headers and footers are left out.

    Raises:
        ReadError: ``too_large`` for groups nested too deeply, ``unreadable`` for a file that is cut off.
    """
    _check_groups(data, limits.nesting)
    page = _CODE_PAGE.search(data[:4096])
    encoding = f"cp{int(page.group(1))}" if page else "gb18030"
    encoding = "gb18030" if encoding in ("cp936", "cp0") else encoding
    try:
        text: str = rtf_to_text(data.decode("latin-1"), encoding=encoding, errors="replace")
    except (ValueError, LookupError, IndexError) as error:
        raise ReadError("unreadable", f"RTF 文件损坏 the RTF file is damaged: {error}") from error
    assembler = Assembler()
    lines = (line.strip(" \r\u3000") for line in text.split("\n"))
    for is_row, group in groupby(lines, key=lambda line: line.endswith("|") and line.count("|") > 1):
        if is_row:
            assembler.table(
                GridCell(row, column, cell)
                for row, line in enumerate(group)
                for column, cell in enumerate(line[:-1].split("|"))
            )
        else:
            for line in group:
                assembler.paragraph(line)
    return assembler.document(READER, MEDIA_TYPE, problems=replaced_problem(text.count("\ufffd"), encoding))


def _check_groups(data: bytes, limit: int) -> None:
    depth = 0
    for brace in re.finditer(rb"(?<!\\)[{}]", data):
        depth += 1 if brace.group() == b"{" else -1
        if depth > limit:
            raise ReadError("too_large", f"嵌套超过 {limit} 层 groups nested over {limit} deep")
    if depth > 0:
        raise ReadError("unreadable", "RTF 文件不完整 the RTF file is cut off")
