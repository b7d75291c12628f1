"""The kind of a text: by its title, else by how it opens and ends.

Here belongs what tells a plan from a report and a report from news.
"""

from __future__ import annotations

import re

from pipelines.extraction.facts.titles import DATELINE, REPORTED
from pipelines.model import ReportKind

_NEWS = re.compile(r"本报讯|记者|通讯员|日讯|日电|\(.{0,6}(?:文|图|摄)\)$")
# who learnt something is no official, whatever the heading over it: 记者从市司法局了解到
_LEARNT = re.compile(r"记者(?:[从在][^，。；]{2,24})?(?:获悉|了解到)")
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
    # Of a government's report to its congress an excerpt that only plans; work_reports.py knows the others.
    (ReportKind.PLAN, re.compile(r"(?<!法治)政府工作报告(?:[(（](?![^)）]*回顾)|$)")),
    (
        ReportKind.NEWS,
        re.compile(
            r"^[\u4e00-\u9fff]{2,14}(?:中院|法院|检察院|局|厅|政府)(?:通报|发布|召开|举行|公布)(?!会)"
            r"|^[\u4e00-\u9fff]{2,16}会议?(?:召开|举行|部署|强调)|(?:召开|举行)[^，。]{0,8}发布会"
            r"|^[\u4e00-\u9fff]{2,8}(?:通报|发布|公布)20\d\d年|报告(?:正式)?(?:发布|出炉|公布)(?:$|[(（])"
        ),
    ),
    (ReportKind.OTHER, re.compile(r"文件(?:全面|专项|定期)?清理(?:结果|情况)的?(?:公告|决定)?(?:$|[(（])")),
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
            r"要点|计划|方案|规划(?!局|和|委|分局)|任务(?:分解|分工|及|安排|清单|书)?|安排|部署(?![\u4e00-\u9fff])|打算|实施意见|目标(?:责任|管理)|指标安排|办法|工作思路|的意见"
        ),
    ),
    (
        ReportKind.CASE_STATISTICS,
        re.compile(r"统计|数据|案件.{0,8}(?:分析|情况)|分析|业务.{0,6}情况表|一览表|公示表|白皮书"),
    ),
    (ReportKind.ANNUAL_REPORT, re.compile(r"报告|年报|情况|运行概况|述法|汇报|工作通报")),
)
# 计划执行情况 is no plan, 法治政府建设报告 no statistics, whatever else stands in the title.
_NO_PLAN = re.compile(
    r"完成.{0,8}任务|任务[^，。]{0,6}完成|进展.{0,4}[与和及].{0,6}(?:安排|打算|计划)|(?:计划|方案|要点|规划|任务|目标).{0,8}(?:落实|执行|完成|实施|贯彻)?.{0,4}情况|(?:报告|总结)$"
)
_NO_STATISTICS = re.compile(r"法治政府建设.{0,12}报告")


def kind_of(title: str | None, text: str) -> ReportKind:
    """Return what sort of text this is: by its title, else by how it opens and ends."""
    opening = text[:DATELINE]
    official = title and _OFFICIAL.search(title) and not _LEARNT.search(opening)
    if REPORTED.search(opening) and not official:
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
