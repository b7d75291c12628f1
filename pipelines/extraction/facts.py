"""Facts of the document, settled before any figure is read: title, kind, year, region, body, dates.

Here belongs what a text says of itself as a whole. Hints (HTML meta, origin record, folder) only fill what the text
leaves open. Unknown stays None: without a year no figure is stated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from pipelines.model import Hints, ReportKind

_TITLE_WORDS = re.compile(
    r"报告|总结|要点|计划|方案|规划|通知|意见|统计|分析|通报|公报|公告|安排|打算|情况|汇报|目标|任务|年报|数据|白皮书|述法|办法|规定|纪实|综述|掠影"
)
_SUBJECT = re.compile(
    r"法治|依法行政|法制|司法|复议|应诉|执法|调解|普法|公共法律服务|信息公开|律师|公证|政务|处罚|许可|诉讼|矫正|法律"
)
_FURNITURE = re.compile(
    r"当前位置|您(?:现在)?的位置|首页|来源[：:]|发布(?:时间|日期|机构)|浏览|字体|打印|关闭|索引号|文号|主题(?:词|分类)|责任编辑|分享|附件[：:]|点击|签发人|编辑[：:]|信息来源"
)
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[(]20\d\d[〕\])]\d+号|文件$")
_YEAR = re.compile(r"(?<!\d)((?:19[89]|20[0-4])\d)(?=年|\s*年度)")
_SPAN = re.compile(r"(?<!\d)(20\d\d)年?[-—~至到](20\d\d)年?")
_DATE = re.compile(r"((?:19|20)\d\d)(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})")
_CHINESE_DATE = re.compile(
    r"二[〇○零O0]([〇○零一二O0])([〇○零一二三四五六七八九O0])年(元|[一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_PUBLISHED = re.compile(r"(?:发布|发文|公开|成文|生成|印发|更新)(?:时间|日期)?[：:]*")
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
# Titles that their last word alone would put in the wrong drawer.
_EXACT: tuple[tuple[ReportKind, re.Pattern[str]], ...] = (
    (ReportKind.OTHER, re.compile(r"信息公开[^。]{0,8}(?:年度报告|年报|报告)|年鉴")),
    (
        ReportKind.ANNUAL_REPORT,
        re.compile(
            r"(?:法治政府|依法行政|法治建设|法治政府建设)[^。]{0,12}(?:总结|情况通报)$|(?:法治政府|依法行政)[^。]{0,10}年度?报告$"
        ),
    ),
    (
        ReportKind.CASE_STATISTICS,
        re.compile(r"(?:复议|诉讼|应诉|执法|调解|业务|案件)[^。]{0,12}(?:情况)(?:的)?(?:通报|公示|公告)$"),
    ),
    (
        ReportKind.WORK_SUMMARY,
        re.compile(r"^(?!.*(?:法治|依法行政)).*年(?:度|上半年)?工作(?:完成)?情况(?:的)?(?:报告|汇报)?$"),
    ),
)
_BY_TITLE = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _EXACT))
_OPENINGS: tuple[tuple[ReportKind, re.Pattern[str]], ...] = (
    (
        ReportKind.PLAN,
        re.compile(
            r"现印发给你们|请(?:结合实际|认真)(?:认真)?(?:贯彻|抓好|组织|遵照)|[(](?:责任|牵头|配合)(?:单位|部门)：|制定本(?:实施)?(?:要点|方案|计划)|工作安排如下"
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
_REPORTED = re.compile(r"记者|本报讯|发布会|通讯员|\d日讯|\d日电")
_NEWS = re.compile(r"本报讯|记者|通讯员|日讯|日电|\(.{0,6}(?:文|图|摄)\)$")
_GOVERNMENT = re.compile(
    r"人民政府(?!网)|县委|区委|市委|州委|旗委|省委|法治政府建设(?:工作)?领导小组|依法治[县区市省州]|(?:市|县|区|州)政府|管委会|管理委员会"
    r"|依法行政(?:工作)?领导小组|政府办公[室厅]|政府法制办"
)
_DEPARTMENT = re.compile(
    r"(?:[\u4e00-\u9fff]{2,12}?(?:省|自治区|市|地区|自治州|州|盟|县|区|旗)(?:[(]示例[)])?)?"
    r"(?P<name>[\u4e00-\u9fff]{2,18}?(?:分局|总队|支队|大队|管理局|监督局|委员会|办公室|局|厅|中心|法院|检察院|街道办事处|镇人民政府|乡人民政府|街道|镇政府|乡政府))"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """``year``: the report year; ``span``: the years of a plan of several; ``target_year``: what an outlook is about."""

    title: str | None
    kind: ReportKind
    year: int | None
    span: str | None
    publisher: str | None
    body: str | None
    published_on: str | None

    @property
    def target_period(self) -> str | None:
        """Return the period that goals without a year of their own are about."""
        if self.year is None:
            return None
        if self.kind is ReportKind.PLAN:
            return self.span or str(self.year)
        return str(self.year + 1)

    def with_year(self, year: int) -> Facts:
        """Return the same facts with the year that folder or origin record give."""
        return replace(self, year=year)


def read_facts(text: str, hints: Hints) -> Facts:
    """Return what the text (a reading text, one paragraph a line) says of itself."""
    lines = text.split("\n")
    title, at = _title(lines)
    title = title or hints.title
    published = _published(lines, hints)
    kind = _kind(title, text)
    year, span = _year(title, kind, lines, published)
    publisher = _publisher(lines, at, hints)
    return Facts(title, kind, year, span, publisher, _body(title, publisher, lines), published)


def _title(lines: list[str]) -> tuple[str | None, int]:
    best, best_score, at = None, 0, 0
    for index, raw in enumerate(lines[:40]):
        line = raw.strip("#* \t")
        if (
            not 6 <= len(line) <= 90
            or _FURNITURE.search(line)
            or _DOCUMENT_NUMBER.search(line)
            or "|" in line
        ):
            continue
        score = _title_score(line, index)
        if score > best_score:
            best, best_score, at = line, score, index
    if best is None or best_score < 4:
        return None, 0
    return _joined_title(lines, at, best), at


def _title_score(line: str, index: int) -> int:
    score = 0
    if (
        re.search(r"[。；，：.？！]$|^记者|？", line)
        or line.count("，") > 1
        or "。" in line
        or _DATE.match(line)
        or re.match(r"[表图][\d一二三四五六七八九十]|各", line)
    ):
        return 0
    if not _TITLE_WORDS.search(line) and not (_YEAR.search(line) and _SUBJECT.search(line)):
        return 0
    score += 3 if _TITLE_WORDS.search(line[-8:]) else 1 if _TITLE_WORDS.search(line) else 0
    score += 2 if _SUBJECT.search(line) else 0
    score += 2 if _YEAR.search(line) or _SPAN.search(line) else 0
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
        and re.search(r"(?:人民政府|委|局|办公室|委员会|厅|领导小组|政府|示例[)])$", above)
        and not above.endswith("文件")
        and not _SOURCE.search(above)
        and (title.startswith("关于") or re.match(r"(?:19|20)\d\d年", title))
        and not title.startswith("关于印发")
    ):
        title = above + title
    if at + 1 < len(lines) and not _TITLE_WORDS.search(title[-6:]):
        below = lines[at + 1].strip("#* ")
        if len(below) <= 30 and _TITLE_WORDS.search(below[-6:]) and not re.search(r"[，。：]", below):
            title += below
    return title


def _kind(title: str | None, text: str) -> ReportKind:
    if title:
        core = re.sub(r"关于(?:印发|报送|公布|做好|转发)|的通知$|[《》]", "", title)
        if _BY_TITLE.search(core):
            return next(kind for kind, pattern in _EXACT if pattern.search(core))
        for kind, pattern in _KINDS:
            if kind is ReportKind.CASE_STATISTICS and re.search(r"法治政府建设.{0,12}报告", core):
                continue
            if kind is ReportKind.PLAN and re.search(
                r"(?:计划|方案|要点|规划|任务).{0,8}(?:落实|执行|完成|实施|贯彻)?.{0,4}情况|(?:报告|总结)$",
                core,
            ):
                continue
            if pattern.search(core):
                return kind
    opening = text[:3000] + text[-600:]
    if not title and _REPORTED.search(text[:500]):
        return ReportKind.NEWS
    for kind, pattern in _OPENINGS:
        if pattern.search(opening):
            return kind
    if title and re.search(r"通知|公告", title):
        return ReportKind.PLAN
    return ReportKind.NEWS if title or _NEWS.search(opening) else ReportKind.OTHER


def _year(
    title: str | None, kind: ReportKind, lines: list[str], published: str | None
) -> tuple[int | None, str | None]:
    for candidate in (title or "",):
        span = _SPAN.search(candidate)
        years = [int(year) for year in _YEAR.findall(candidate)]
        if span and kind is ReportKind.PLAN and len(set(years) - {int(span[1]), int(span[2])}) == 0:
            return int(span[1]), f"{span[1]}/{span[2]}"
        if years:
            if "年鉴" in candidate:
                continue
            return (years[0] if kind is not ReportKind.PLAN else years[-1]), None
    return _body_year(kind, lines, published), None


def _body_year(kind: ReportKind, lines: list[str], published: str | None) -> int | None:
    """Vote: a year opening a sentence counts most; in an outlook the year is the one after the report's."""
    votes: Counter[int] = Counter()
    backwards = kind is not ReportKind.PLAN
    ahead = 0
    for line in lines:
        numbered = re.match(r"[#* ]*[一二三四五六七八九十]{1,3}、", line)
        if numbered:
            ahead = 1 if backwards and _AHEAD.search(line[:40]) else 0
        later = ahead or int(backwards and bool(_AHEAD.match(line)))
        for match in _YEAR.finditer(line):
            if (
                not _SPAN.match(line, match.start())
                and "《" not in line[max(0, match.start() - 12) : match.start()]
            ):
                votes[int(match[1]) - later] += _weight(line, match.start())
    if published and kind is ReportKind.NEWS and any(_LAST_YEAR.search(line) for line in lines):
        votes[int(published[:4]) - 1] += 6
    if published:
        early = int(published[5:7]) <= 6 and kind in _LOOKING_BACK
        votes[int(published[:4]) - int(early)] += 4 if early else 1
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


_LAST_YEAR = re.compile(r"(?:^|[。：“])去年[，,]")
_AHEAD = re.compile(r".{0,14}(?:下一?步|打算|工作思路|工作安排|工作计划|谋划|展望)")
_LOOKING_BACK = (ReportKind.ANNUAL_REPORT, ReportKind.CASE_STATISTICS, ReportKind.NEWS)


def _weight(line: str, at: int) -> int:
    if _DATE.match(line, at):
        return 0
    before = line[at - 1 : at] if at else ""
    return (
        3
        if before in ("", "。", "；", "将", " ", "】", "：")
        else 0
        if before in ("较", "比", "与", "同", "于", "由", "从", "自")
        else 1
    )


def _published(lines: list[str], hints: Hints) -> str | None:
    for line in lines[:30]:
        marked = _PUBLISHED.search(line)
        date = _DATE.search(line, marked.end(), marked.end() + 14) if marked else None
        if date:
            return _iso(date[1], date[2], date[3])
    for line in reversed(lines[-30:]):
        date = _DATE.search(line)
        if date and len(line) <= 40 and not re.search(r"[，。；]", line):
            return _iso(date[1], date[2], date[3])
    for line in lines[:30]:
        date = _DATE.fullmatch(line.strip(" ()日")) or _DATE.fullmatch(line.strip(" ()").removesuffix("日"))
        if date:
            return _iso(date[1], date[2], date[3])
        stamp = _DATE.match(line)
        if stamp and len(line) <= 60 and _FURNITURE.search(line):
            return _iso(stamp[1], stamp[2], stamp[3])
    return hints.published_on


def _iso(year: str, month: str, day: str) -> str | None:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}-{int(day):02d}"
    return None


_SOURCE = re.compile(r"(?:来源|发布机构|发文机关|信息来源|作者|供稿)[：:]\s*([^\s　：:浏发阅]{3,30})")
_LETTERHEAD = re.compile(r"^[#* ]*((?:中共)?[\u4e00-\u9fff()]{4,40}?)(?:文件|函)?[#* ]*$")


def _publisher(lines: list[str], title_at: int, hints: Hints) -> str | None:
    for line in lines[:30]:
        match = _SOURCE.search(line)
        if match:
            return match[1]
    for line in lines[: title_at + 1]:
        match = _LETTERHEAD.match(line)
        if match and re.search(r"(?:政府|委|局|办公室|委员会|领导小组|厅)$", match[1]):
            return match[1]
    for line in reversed(lines[-12:]):
        match = _LETTERHEAD.match(line)
        if match and re.search(r"(?:政府|委|局|办公室|委员会|领导小组|厅|示例[)])$", match[1]):
            return match[1]
    return hints.publisher


def _body(title: str | None, publisher: str | None, lines: list[str]) -> str | None:
    """Return ``government`` or the department's own name; the title decides, then the signature, then the source."""
    signature = next(
        (
            line
            for line in reversed(lines[-8:])
            if re.search(r"(?:政府|委|局|办公室|委员会|厅)\s*$", line) and len(line) < 40
        ),
        "",
    )
    lead = " ".join(lines[:4]) if not title else ""
    for text in (_author(title or ""), signature, publisher or "", lead):
        if not text:
            continue
        department = _DEPARTMENT.search(text)
        if _GOVERNMENT.search(text) and not (
            department and re.search(r"镇人民政府|乡人民政府|街道办事处", text)
        ):
            return "government"
        if department:
            return _bare(department["name"])
    return "government" if title and re.search(r"(?:县|区|市|州|旗)(?:[(]示例[)])?", title) else None


def _author(title: str) -> str:
    """Cut the title before what it is about: 某市司法局关于… → 某市司法局."""
    return re.split(r"关于|《|(?:19|20)\d\d", title)[0] or title


_REGION = re.compile(
    r"^.{1,8}?(?:省|自治区|自治州|地区|州|盟|县|旗|区|(?<!城)市(?![场政容]))(?:[(]示例[)])?(?=.{3,}$)"
)


def _bare(name: str) -> str:
    """Cut the region before a department's own name: 云栖市鹿鸣区城市管理局 → 城市管理局."""
    bare = re.sub(r"^(?:[县区州旗]|市(?![场政容]))(?=.{3,}$)", "", _REGION.sub("", name))
    return bare if bare == name else _bare(bare)
