"""The title of a report.

Here belongs what tells a title from breadcrumbs, letterheads and dates. What kind of text it makes is
kinds.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.facts.dates import DATE, FURNITURE, ISSUED, PERIOD, SOURCE, SPAN, YEAR

REPORTED = re.compile(
    r"记者(?!证)|报讯|发布会|通讯员|\d日讯|\d日电|向媒体(?:通报|发布|介绍)"
    r"|来源[：:] ?[\u4e00-\u9fff]{0,8}(?:新闻网|人民网|新华网|中新网|央[视广]网|红网|在线|澎湃|[日晚早晨]报"
    r"|都市报|融媒体?(?:中心)?|电视台|广播台)"
)
_PROSE = 80  # characters of a line that is a paragraph of the text
_LEAST_PROSE = 24  # right below a headline
_HEADLINE_WITHIN = 10  # lines
_YEARBOOK = re.compile(r"([\u4e00-\u9fff]{2,10}年鉴)[(（》 ]{0,2}((?:19|20)\d\d)?")
_SECTION = re.compile(r"(?!内容|阅读|时间|来源)[\u4e00-\u9fff]{2,10}")
_CONFERENCE = re.compile(
    r"(?:\d{1,2}月\d{1,2}日，)?(?!.*记者)[^，。：]{8,60}发布会"
)  # 甲省高院召开行政审判工作新闻发布会
_LONGEST_HEADLINE = 60
_MONTH_ALONE = re.compile(r"\(?20\d\d年\d{1,2}月\)?")
_DATELINE = re.compile(rf"[^，。；：]{{2,16}}{DATE.pattern}日?")
DATELINE = 500  # characters in which a newspaper names its reporter
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[(]20\d\d[〕\])]\d+号|文件$")
_SUBJECT = re.compile(
    r"法治|依法行政|法制|司法|复议|应诉|执法|调解|普法|公共法律服务|信息公开|律师|公证|政务|处罚|许可|诉讼|矫正|法律"
)
_NO_ENDS = tuple("；，：.！")
_NO_FIRST_LINE = re.compile(
    r"[|>。；？]|(?<![\u4e00-\u9fff]{4})：(?![\u4e00-\u9fff“”]{8})|：(?!\S{6})|：.*[，：]|^(?:[一二三四五六七八九十]{1,3}[、.是]|[(\d])"
)  # breadcrumbs, sentences, points
_NO_TITLE = re.compile(r"[表图][\d一二三四五六七八九十]|各")
_YEAR_BELOW = re.compile(r"\((?:19|20)\d\d年(?:度)?\)")
_TITLE_WORDS = re.compile(
    r"报告|总结|要点|计划|方案|规划|通知|意见|统计|分析|通报|公报|公告|安排|打算|情况|概况|汇报|目标|任务|年报|数据|白皮书|述法|办法|规定|纪实|综述|掠影"
)


def find_title(lines: list[str]) -> tuple[str | None, int]:
    """Return the title, joined over its lines, and the index of its line; None for no title."""
    best, best_score, at = None, 0, 0
    prose = 0
    for index, raw in enumerate(lines[:40]):
        line = raw.strip("#* \t")
        prose += len(line) > _PROSE and "。" in line
        if prose > 1:
            break  # 2025年工作计划 behind the text heads a section
        if prose and line.endswith("表"):
            continue  # the caption of a table
        if not 6 <= len(line) <= 90 or FURNITURE.search(line) or _DOCUMENT_NUMBER.search(line) or "|" in line:
            continue
        score = _title_score(line, index)
        if score > best_score:
            best, best_score, at = line, score, index
    if best is None or best_score < 4:
        headline = _headline(lines)
        found = headline if headline[0] else _of_yearbook(lines)
        return found if found[0] else _above_prose(lines)
    return _joined_title(lines, at, best), at


def _of_yearbook(lines: list[str]) -> tuple[str | None, int]:
    """示例年鉴（2018）·司法行政: the book and the section that a page of a yearbook gives."""
    for index, line in enumerate(lines[:_HEADLINE_WITHIN]):
        book = _YEARBOOK.search(line)
        if book is None:
            continue
        name = book[1] + (f"（{book[2]}）" if book[2] else "")
        entry = next((at for at, below in enumerate(lines) if below.lstrip().startswith("【")), index)
        above = [re.sub(r"\s|颗粒名称[：:]", "", words) for words in lines[index + 1 : entry]]
        section = next((words for words in reversed(above) if _SECTION.fullmatch(words)), None)
        return f"{name}·{section}" if section else name, index
    return None, 0


def _headline(lines: list[str]) -> tuple[str | None, int]:
    """The first line of a newspaper's text that may be its headline; such a one has no word of its own."""
    if not REPORTED.search("\n".join(lines)[:DATELINE]):
        return None, 0
    for index, raw in enumerate(lines[:_HEADLINE_WITHIN]):
        line = raw.strip("#* \t")
        if len(line) > _PROSE or (REPORTED.search(line) and not _CONFERENCE.fullmatch(line)):
            break
        furniture = FURNITURE.search(line) or DATE.search(line) or "|" in line or ">" in line
        if 8 <= len(line) <= _LONGEST_HEADLINE and not furniture and "。" not in line:
            return line, index
    return None, 0


def _above_prose(lines: list[str]) -> tuple[str | None, int]:
    """The first line of a text, where no line has a title's words: a short one right above a paragraph."""
    written = ((index, line.strip("#* \t")) for index, line in enumerate(lines[:_HEADLINE_WITHIN]))
    told = [(index, line) for index, line in written if line and not _under_title(line)][:2]
    if len(told) < 2:
        return None, 0
    (index, line), (_, below) = told
    prose = len(below) > _LEAST_PROSE and "。" in below
    barred = DATE.fullmatch(line) or FURNITURE.search(line) or _NO_FIRST_LINE.search(line)
    named = 8 <= len(line) <= _LONGEST_HEADLINE and not barred and not _DOCUMENT_NUMBER.search(line)
    return (line, index) if prose and named else (None, 0)


def _under_title(line: str) -> bool:
    """2021-04-12 16:05 来源：某网; 某日报 2021年4月12日: between a title and its text."""
    if _MONTH_ALONE.fullmatch(line):
        return True
    if len(line) > _PROSE or not DATE.search(line):
        return False
    return bool(DATE.match(line) or FURNITURE.search(line) or _DATELINE.fullmatch(line))


def _title_score(line: str, index: int) -> int:
    score = 0
    if "。" in line or "？" in line or line.count("，") > 1 or line.startswith("记者"):
        return 0
    if line.endswith(_NO_ENDS) or DATE.match(line) or _NO_TITLE.match(line):
        return 0
    if ISSUED.search(line) or PERIOD.search(line):
        return 0
    if not _TITLE_WORDS.search(line) and not (YEAR.search(line) and _SUBJECT.search(line)):
        return 0
    score += 3 if _TITLE_WORDS.search(line[-8:]) else 1 if _TITLE_WORDS.search(line) else 0
    score += 2 if _SUBJECT.search(line) else 0
    score += 2 if YEAR.search(line) or SPAN.search(line) else 0
    score -= (
        4 if re.match(r"[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、]|[表图]\d", line) else 0
    )
    score -= 2 if re.match(r"各|现将|根据|为", line) else 0
    return score * 4 - index // 4


def _joined_title(lines: list[str], at: int, title: str) -> str:
    """Join the organisation's line above and the rest of a broken title below."""
    above = lines[at - 1].strip("#* ") if at else ""
    if (
        above
        and len(above) <= 40
        and re.search(r"(?:人民政府|委|局|办公室|委员会|厅|领导小组|政府|法院|检察院|示例[)])$", above)
        and not above.endswith("文件")
        and not SOURCE.search(above)
        and (title.startswith("关于") or re.match(r"(?:19|20)\d\d年", title))
        and not title.startswith("关于印发")
    ):
        title = above + title
    below = next((line.strip("#* ") for line in lines[at + 1 : at + 3] if line.strip()), "")
    if _YEAR_BELOW.fullmatch(below) and not YEAR.search(title):
        return title + below
    broken = not _TITLE_WORDS.search(title[-6:]) and len(below) <= 30
    if broken and _TITLE_WORDS.search(below[-6:]) and not re.search(r"[，。：]", below):
        title += below
    return title
