"""One month of several that a sentence tells of: 1月份处罚案件12件，金额31万元；2月份….

Here belongs which month the figures of a part of a sentence are of. One run of figures for all months is
pairs/quarters.py.
"""

from __future__ import annotations

import re

_MONTH = r"(?:1[0-2]|[1-9])月份?"
_OPENS = re.compile(
    rf"(?:^|[：；])(?:其中[，：]?)?({_MONTH})(?!份?(?:举办|组织|召开|开展|启动|印发|举行|完成|对|集中|邀请)|[以底初起至到和、上中下\d—~-])"
)
_SEVERAL = 2


def month_of(sentence: str, at: int) -> str | None:
    """Return the month that opens a figure's part of a sentence; None where it tells of one month or none."""
    if "月" not in sentence or len(_OPENS.findall(sentence)) < _SEVERAL:
        return None
    start = max(sentence.rfind("；", 0, at), sentence.rfind("：", 0, at), 0)
    opened = _OPENS.match(sentence, start)
    return opened[1] if opened else None
