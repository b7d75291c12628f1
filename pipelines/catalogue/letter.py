"""The parts of a report that name where it comes from: title, letterhead, addressee, signature, publisher.

Here belongs cutting these parts out of a text. What they say is read in placing.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANK = "\u200b\ufeff*#>"  # what sets type, beside white space
# Lines of a page or an imprint that name somebody else than the author.
_FURNITURE = re.compile(
    r"^[（(\[【]?(?:信息|稿件|文章|新闻)?"
    r"(?:来源|主办|承办|协办|抄送|抄报|主送|督办|版权|备案|编辑|责任|地址|电话|联系|网站|附件|当前位置|您的位置|首页|作者|浏览|点击"
    r"|索引号|字体|打印|分享|上一篇|下一篇|相关|扫一扫|邮编|技术支持|标识码)"
)
_YEARBOOK = re.compile(r"《([^《》]{2,12}年鉴)")
_PUBLISHED_BY = re.compile(
    r"^(?:信息|稿件|文章)?(?:来源|发布机构|发布单位|公开机构|发文机关)[：:]\s*(\S{2,30})"
)
_SIGNED = re.compile(
    r"(?:委|政府|委员会|[局厅院办部]|办公室|领导小组|管委会|办事处)"
    r"(?:20\d\d年\d{1,2}月\d{1,2}日.{0,4}|二[〇○零Oo].{2,12}日)?[）)]?$"
)
_DATED = re.compile(r"[（(]?(?:20\d\d年\d{1,2}月\d{1,2}日|二[〇○零Oo].{2,12}日)(?:印发)?[）)]?")
_RUNNING = re.compile(
    r"[。；]?(?:特此报告[。！]?)?([\u4e00-\u9fff（）()]{4,40}?)20\d\d年\d{1,2}月\d{1,2}日[^\u4e00-\u9fff]*$"
)
_TITLED = re.compile(
    r"(?:文件|委|政府|[局厅院办]|办公室|小组|报告|通知|方案|要点|总结|计划|意见|情况|分析|公告|函|[）)》])$"
)
_LONG_LINE = 90


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts, without white space; '' or () where missing.

    ``signed``: lines at the end, those with a date first, then the last first. ``head``: lines above the
    first paragraph. ``body``: the whole text.
    """

    title: str
    publisher: str
    signed: tuple[str, ...]
    head: tuple[str, ...]
    addressee: str
    body: str


def read_letter(title: str | None, publisher: str | None, text: str) -> Letter:
    """Cut a text into the parts that tell where it comes from.

    Args:
        title: the report's title, if known; it may run over several lines.
        publisher: who published it, if known.
        text: the report, a paragraph a line.
    """
    lines = [line for raw in _without_blanks(text).splitlines() if (line := "".join(raw.split()))]
    head, addressee, source = _head(lines)
    return Letter(
        title="".join(_without_blanks(title or "").split()),
        publisher="".join(_without_blanks(publisher or "").split()) or source,
        signed=tuple(_signatures(lines)),
        head=tuple(head),
        addressee=addressee,
        body="\n".join(lines),
    )


def _without_blanks(text: str) -> str:
    for sign in _BLANK:
        text = text.replace(sign, "")
    return text


def _head(lines: list[str]) -> tuple[list[str], str, str]:
    """Return the lines above the first paragraph, the addressee and the source line's publisher."""
    head: list[str] = []
    addressee = source = ""
    for line in lines[:16]:
        if line.endswith(("：", ":")):
            addressee = addressee or line
            break
        if len(line) > _LONG_LINE:
            break
        if found := _PUBLISHED_BY.match(line):
            source = source or found[1]
        elif yearbook := _YEARBOOK.search(line):
            head.append(yearbook[1])
        elif not _FURNITURE.match(line) and (_TITLED.search(line) or "年鉴" in line):
            head.append(line)
    return head, addressee, source


def _signatures(lines: list[str]) -> list[str]:
    """Return the lines at the end that an author signs with."""
    end = lines[-14:]
    signed = [
        (_DATED.search(line) is None and (following is None or _DATED.fullmatch(following) is None), line)
        for line, following in zip(reversed(end), [None, *reversed(end)], strict=False)
        if len(line) <= 50 and _SIGNED.search(line) and not _FURNITURE.match(line)
    ]
    if not signed and lines and (running := _RUNNING.search(lines[-1][-80:])):
        return [running[1]]
    return [line for _, line in sorted(signed, key=lambda one: one[0])]
