"""The headings of a report: 第二章, 一、, （三）, 1., plain short lines, what opens a line before its text.

Here belongs what numbering and wording make a heading. Which paragraphs stand under it is layout.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEVELS = (
    (re.compile(r"[#* ]*第[一二三四五六七八九十]{1,3}[章部]分?"), 1),
    (re.compile(r"(?:#{1,6} *)?\**[一二三四五六七八九十]{1,3}[、.]"), 2),
    (re.compile(r"[#* ]*\([一二三四五六七八九十]{1,3}\)[、.]?|第[一二三四五六七八九十]{1,3}节"), 3),
    (re.compile(r"[#* ]*(?:\d{1,2}(?:[、．]|\.(?:(?!\d)|(?=20\d\d年)))|0\d ?(?=[\u4e00-\u9fff“]))"), 4),
    (
        re.compile(
            r"[#* ]*\(\d{1,2}\)[、.]?|[①②③④⑤⑥⑦⑧⑨⑩]|--(?=[^。：；，\d\n]{2,14}[。：])"
            r"| *第[一二三四五六七八九十](?:是|，)(?=[^。：；，\d\n]{2,10}。)"
        ),
        5,
    ),
)
PLAIN = 6  # the level of headings without a number
_STOP = re.compile(r"[。；]")
_FIGURE = re.compile(r"\d[余多]?[\u4e00-\u9fff%]")
_FIGURE_OF_NO_YEAR = re.compile(r"\d[余多]?(?!年)[\u4e00-\u9fff%]")
_BODY = re.compile(r"(?:人民政府|委员会|局|办公室|区委|县委|市委)$")
_RUN_IN = re.compile(r"[^。：；\n]{2,60}[。：]")
_WITHIN_LINE = re.compile(
    r"(?<=。)(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)(?=[^。；：\d\n]{4,40}。)"
)
# 第二节公证2009年，县公证处…: a heading that nothing parts from what it heads
_RUNS_ON = re.compile(
    r" *第[一二三四五六七八九十]{1,3}[章节] ?[\u4e00-\u9fff、]{2,12} ?(?=(?:19|20)\d\d年[^。]*，)"
)
_YEARS = re.compile(r"(?:19|20)\d\d年?(?:[-至到~](?:19|20)\d\d年?)?|\d{1,2}月|第\d+")
_LABEL = re.compile(r"[^，。；：、\d\n]{2,10}：|【[^】，。；\d\n]{2,14}】\s*")
_LONGEST_PLAIN = 24
_PLAIN_HEADING = re.compile(rf"[^，。；：、\d|\t\n]{{4,{_LONGEST_PLAIN}}}")
_MAY_BE_NUMBERED = re.compile(r"[#* (第①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十\d-]")


class Heading(NamedTuple):
    """A heading in force: its characters and its level (1 the highest)."""

    start: int
    end: int
    level: int


def pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield each line, cut at headings within it (…。（三）规范执法。全年…), and 1 where it ends a line."""
    for line in text.split("\n"):
        runs_on = _RUNS_ON.match(line)
        begun = runs_on.end() if runs_on else 0
        if begun:
            yield line[:begun], 0
        for match in _WITHIN_LINE.finditer(line, begun):
            yield line[begun : match.start()], 0
            begun = match.start()
        yield line[begun:], 1


def heading_of(line: str, start: int) -> tuple[Heading | None, int]:
    """Return the heading that a line is or opens with, if any, and where what it heads begins.

    ``start``: where the line begins in its text.
    """
    for pattern, level in _LEVELS if _MAY_BE_NUMBERED.match(line) else ():
        match = pattern.match(line)
        if match:
            rest = line[match.end() :]
            if (
                len(rest) <= 45
                and not _STOP.search(rest, 0, len(rest) - 1)
                and not _FIGURE.search(_YEARS.sub("", rest))
            ):
                return Heading(start, start + len(line), level), start + len(line)
            run_in = _RUN_IN.match(rest)
            if run_in and not _FIGURE_OF_NO_YEAR.search(run_in.group()):
                end = match.end() + run_in.end()
                return Heading(start, start + end, level), start + end
            return Heading(start, start + match.end(), level), start + match.end()
    label = _LABEL.match(line)
    if label and len(line) > label.end():
        return Heading(start, start + label.end(), PLAIN), start + label.end()
    plain = len(line) <= _LONGEST_PLAIN and _PLAIN_HEADING.fullmatch(_YEARS.sub("", line))
    if plain and not _BODY.search(line):
        return Heading(start, start + len(line), PLAIN), start + len(line)
    return None, start
