"""The title of a report and the kind that title and opening words make it.

Here belongs what tells a title from breadcrumbs, letterheads and dates, and a plan from a report.
"""

from __future__ import annotations

import re

from pipelines.extraction.dates import DATE, FURNITURE, SOURCE, SPAN, YEAR
from pipelines.model import ReportKind

_NEWS = re.compile(r"本报讯|记者|通讯员|日讯|日电|\(.{0,6}(?:文|图|摄)\)$")
_REPORTED = re.compile(
    r"记者(?!证)|报讯|发布会|通讯员|\d日讯|\d日电|向媒体(?:通报|发布|介绍)"
    r"|来源[：:] ?[\u4e00-\u9fff]{0,8}(?:新闻网|日报|晚报|早报|晨报|都市报|融媒体?(?:中心)?|电视台|广播台)"
)
_PROSE = 80  # characters of a line that is a paragraph of the text
_HEADLINE_WITHIN = 10  # lines
_YEARBOOK = re.compile(r"([\u4e00-\u9fff]{2,10}年鉴)[(（》 ]{0,2}((?:19|20)\d\d)?")
_SECTION = re.compile(r"(?!内容|阅读|时间|来源)[\u4e00-\u9fff]{2,10}")
_LONGEST_HEADLINE = 60
_DATELINE = 500  # characters in which a newspaper names its reporter
_OFFICIAL = re.compile(r"(?:报告|总结|要点|计划|方案|规划|通知|统计|通报|公报|年报|白皮书|情况|分析)$")
_OPENINGS: tuple[tuple[ReportKind, re.Pattern[str]], ...] = (
    (
        ReportKind.PLAN,
        re.compile(
            r"现印发给你们|请(?:结合实际|认真)(?:认真)?(?:贯彻|抓好|组织|遵照)|[(](?:责任|牵头|配合)(?:单位|部门)：|制定本(?:实施|工作)?(?:要点|方案|计划)|工作安排如下"
        ),
    ),
    (
        ReportKind.CASE_STATISTICS,
        re.compile(r"(?:统计|数据|案件)[^。]{0,40}(?:分析|汇总|通报|公布)如下|统计分析如下|分析如下"),
    ),
    (ReportKind.WORK_SUMMARY, re.compile(r"(?:工作)?总结如下")),
    (
        ReportKind.ANNUAL_REPORT,
        re.compile(
            r"报告如下|特此报告|报告(?:公布|公开)如下|法治政府建设(?:工作)?(?:有关)?情况|通报如下|汇报如下"
        ),
    ),
)
# Titles that their last word alone would put in the wrong drawer.
_EXACT: tuple[tuple[ReportKind, re.Pattern[str]], ...] = (
    (
        ReportKind.NEWS,
        re.compile(
            r"^[\u4e00-\u9fff]{2,14}(?:中院|法院|检察院|局|厅|政府)(?:通报|发布|召开|举行|公布)(?!会)"
            r"|^[\u4e00-\u9fff]{2,8}(?:通报|发布|公布)20\d\d年"
        ),
    ),
    (
        ReportKind.OTHER,
        re.compile(r"^(?!.*(?:依法行政|法治)).*信息公开[^。]{0,8}(?:年度报告|年报|报告)|年鉴"),
    ),
    (
        ReportKind.ANNUAL_REPORT,
        re.compile(
            r"(?:法治政府|依法行政|法治建设|法治政府建设)[^。]{0,12}(?:总结|情况通报|情况(?:的)?汇报)$|(?:法治政府|依法行政)[^。]{0,10}年度?报告$"
            r"|法治政府建设(?:工作)?(?:情况|报告)(?:暨|及)"
        ),
    ),
    (
        ReportKind.CASE_STATISTICS,
        re.compile(
            r"(?:复议|诉讼|应诉|执法|调解|业务|案件|服务行业)[^。]{0,12}(?:情况)(?:的)?(?:通报|公示|公告)$"
            r"|(?:复议|应诉)[^。]{0,8}(?:相关|有关)情况$|(?:司法审查|司法审判|行政审判)[^。]{0,10}(?:报告|情况)"
        ),
    ),
    (
        ReportKind.WORK_SUMMARY,
        re.compile(
            r"^(?!.*(?:法治|依法行政)).*年(?:度|上半年)?工作(?:完成)?情况(?:的)?"
            r"(?:(?:及|和|暨|与).*(?:计划|打算|安排|思路|谋划)(?:的)?)?(?:报告|汇报)?$"
            r"|年度?工作(?:目标)?任务(?:进展|完成)情况(?:及|和).*(?:计划|打算|安排)$"
            r"|年度?[^。]{0,24}工作(?:盘点|回顾|亮点|综述)"
            r"|^(?!.*(?:法治|依法行政)).*司法行政[^。]{0,6}工作报告$"
        ),
    ),
)
_KINDS: tuple[tuple[ReportKind, re.Pattern[str]], ...] = (
    (ReportKind.WORK_SUMMARY, re.compile(r"总结|小结|工作回顾|工作情况汇报")),
    (
        ReportKind.PLAN,
        re.compile(
            r"要点|计划|方案|规划(?!局|和|委|分局)|任务(?:分解|分工|及|安排|清单|书)?|安排|部署|打算|实施意见|目标(?:责任|管理)|指标安排|办法|工作思路|的意见"
        ),
    ),
    (
        ReportKind.CASE_STATISTICS,
        re.compile(r"统计|数据|案件.{0,8}(?:分析|情况)|分析|业务.{0,6}情况表|一览表|公示表|白皮书"),
    ),
    (ReportKind.ANNUAL_REPORT, re.compile(r"报告|年报|情况|述法|汇报|工作通报")),
)
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[(]20\d\d[〕\])]\d+号|文件$")
_SUBJECT = re.compile(
    r"法治|依法行政|法制|司法|复议|应诉|执法|调解|普法|公共法律服务|信息公开|律师|公证|政务|处罚|许可|诉讼|矫正|法律"
)
_NO_ENDS = tuple("；，：.！")
_NO_TITLE = re.compile(r"[表图][\d一二三四五六七八九十]|各")
_TITLE_WORDS = re.compile(
    r"报告|总结|要点|计划|方案|规划|通知|意见|统计|分析|通报|公报|公告|安排|打算|情况|汇报|目标|任务|年报|数据|白皮书|述法|办法|规定|纪实|综述|掠影"
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
        if not 6 <= len(line) <= 90 or FURNITURE.search(line) or _DOCUMENT_NUMBER.search(line) or "|" in line:
            continue
        score = _title_score(line, index)
        if score > best_score:
            best, best_score, at = line, score, index
    if best is None or best_score < 4:
        headline = _headline(lines)
        return headline if headline[0] else _of_yearbook(lines)
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
    if not _REPORTED.search("\n".join(lines)[:_DATELINE]):
        return None, 0
    for index, raw in enumerate(lines[:_HEADLINE_WITHIN]):
        line = raw.strip("#* \t")
        if len(line) > _PROSE or _REPORTED.search(line):
            break
        furniture = FURNITURE.search(line) or DATE.search(line) or "|" in line or ">" in line
        if 8 <= len(line) <= _LONGEST_HEADLINE and not furniture and "。" not in line:
            return line, index
    return None, 0


def _title_score(line: str, index: int) -> int:
    score = 0
    if "。" in line or "？" in line or line.count("，") > 1 or line.startswith("记者"):
        return 0
    if line.endswith(_NO_ENDS) or DATE.match(line) or _NO_TITLE.match(line):
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
    if at + 1 < len(lines) and not _TITLE_WORDS.search(title[-6:]):
        below = lines[at + 1].strip("#* ")
        if len(below) <= 30 and _TITLE_WORDS.search(below[-6:]) and not re.search(r"[，。：]", below):
            title += below
    return title


def kind_of(title: str | None, text: str) -> ReportKind:
    """Return what sort of text this is: by its title, else by how it opens and ends."""
    if _REPORTED.search(text[:_DATELINE]) and not (title and _OFFICIAL.search(title)):
        return ReportKind.NEWS
    by_title = _kind_of_title(title) if title else None
    if by_title:
        return by_title
    opening = text[:3000] + text[-600:]
    for kind, pattern in _OPENINGS:
        if pattern.search(opening):
            return kind
    if title and re.search(r"通知|公告", title):
        return ReportKind.PLAN
    return ReportKind.NEWS if title or _NEWS.search(opening) else ReportKind.OTHER


# 计划执行情况 is no plan, 法治政府建设报告 no statistics, whatever else stands in the title.
_NO_PLAN = re.compile(
    r"完成.{0,8}任务|(?:计划|方案|要点|规划|任务).{0,8}(?:落实|执行|完成|实施|贯彻)?.{0,4}情况|(?:报告|总结)$"
)
_NO_STATISTICS = re.compile(r"法治政府建设.{0,12}报告")


def _kind_of_title(title: str) -> ReportKind | None:
    core = re.sub(r"关于(?:印发|报送|公布|做好|转发)|的通知$|[《》]", "", title)
    exact = next((kind for kind, pattern in _EXACT if pattern.search(core)), None)
    if exact:
        return exact
    barred = {
        ReportKind.CASE_STATISTICS: bool(_NO_STATISTICS.search(core)),
        ReportKind.PLAN: bool(_NO_PLAN.search(core)),
    }
    return next((kind for kind, pattern in _KINDS if not barred.get(kind) and pattern.search(core)), None)
