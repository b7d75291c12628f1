"""One report in every format gives the same figures: what a file looks like must not change what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.catalogue.regions import Regions
from pipelines.documents.reading import read_document
from pipelines.extraction.engine import Context, extract
from pipelines.model import Extraction
from tests import formats
from tests.ofd_files import write_ofd
from tests.samples.compose import Report, reports
from tests.unit.extraction.told import Told, rows
from tests.word97 import write_doc

RAW = Path(__file__).parents[2] / "raw"
WRITERS: dict[str, Callable[[str, Path], Path]] = {
    "docx": formats.write_docx,
    "pdf": formats.write_pdf,
    "html": formats.write_html,
    "doc": write_doc,
    "wps": write_doc,
    "ofd": write_ofd,
}
# Lists, brackets, comparisons, full-width digits, Chinese numerals, goals, and a table with prose around it.
OWN = """澜湾区（示例）人民政府关于2023年度法治政府建设情况的报告

2023年，澜湾区（示例）深入推进依法行政，现将有关情况报告如下：
一、主要工作
（一）坚持依法化解行政争议。全年新收行政复议申请１２６件，较上年增加14件，增长12.5％，其中治安类70件（殴打他人42件、赌博28件）、\
土地类30件；审结118件，维持60件，驳回31件，撤销8件，调解结案19件；撤销和确认违法合计9件。按期审结率100%，行政复议纠错率由上年的\
9.1%下降至6.8%。
（二）做好行政应诉工作。全年行政应诉案件近80件，行政机关负责人出庭应诉率达98.5%，较上年提高3.2个百分点。
（三）严格规范性文件管理。审核规范性文件二十余件，废止4件、修改3件，规范性文件审核率、报备率均达100%。
（四）规范行政执法。全区行政执法机关办理行政许可1.2万件、行政处罚3,406件，罚没金额1,058.6万元；开展执法人员培训6期，参训1200余人次。
行政执法情况统计表
单位名称\t行政许可（件）\t行政处罚（件）
区城管局\t5000\t1406
区市场监管局\t7000\t2000
合计\t12000\t3406
说明：表内为全年数据，由各单位报送后汇总。
（五）完善公共法律服务。办理法律援助案件462件，受援人510人；人民调解组织调解纠纷2310件，调解成功率98.3%；\
发放普法资料2.3万余份，举办法治讲座超过60场。
二、存在的问题
执法力量还不够均衡，部分镇街法治工作基础仍较薄弱。
三、下一步工作打算
2024年，力争行政复议调解率达到40%以上，规范性文件报备率保持100%。

澜湾区（示例）人民政府
2024年1月25日
"""


@pytest.fixture(scope="module")
def regions() -> Regions:
    return Regions.load(RAW / "regions.csv")


def read(file: Path, regions: Regions) -> Extraction:
    return extract(read_document(file), Context(regions, file.name))


def same(text: str, suffix: str, folder: Path, regions: Regions) -> None:
    """Assert that a text gives as a file of another format what it gives as plain text."""
    plain = read(formats.write_txt(text, folder / "report.txt"), regions)
    other = read(WRITERS[suffix](text, folder / f"report.{suffix}"), regions)
    assert rows(other) == rows(plain)
    for fact in ("kind", "title", "body", "region_code", "report_year"):
        assert getattr(other.report, fact) == getattr(plain.report, fact)
    assert [mention.quantity.value for mention in other.mentions] == [
        mention.quantity.value for mention in plain.mentions
    ]


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_a_report_says_the_same_in_every_format(suffix: str, tmp_path: Path, regions: Regions) -> None:
    same(OWN, suffix, tmp_path, regions)


@pytest.mark.parametrize("suffix", sorted(WRITERS))
@pytest.mark.parametrize(
    "report", reports(), ids=lambda report: f"{report.district}-{report.year}-{report.stem}"
)
def test_the_samples_say_the_same_in_every_format(
    report: Report, suffix: str, tmp_path: Path, regions: Regions
) -> None:
    same(report.text, suffix, tmp_path, regions)


def test_what_the_report_says(tmp_path: Path, regions: Regions) -> None:
    found = rows(read(formats.write_txt(OWN, tmp_path / "report.txt"), regions))
    assert {
        Told("reconsideration.received", 126),
        Told("reconsideration.received", 14, "change_abs"),
        Told("reconsideration.received", 12.5, "change_pct"),
        Told("reconsideration.received", 70, breakdown="治安类"),
        Told("reconsideration.correction_rate", 9.1, period="2022"),
        Told("litigation.cases", 80, comparator="~"),
        Told("enforcement.penalties", 3406),
        Told("enforcement.penalties", 1406, breakdown="区城管局"),
        Told("enforcement.fines", 10_586_000),
        Told("normative.filing_rate", 100, period="2024", status="target"),
        Told("reconsideration.mediation_rate", 40, period="2024", status="target", comparator=">="),
    } <= found
