"""The wordings that no rule reads yet, the one that recurs most on top."""

from __future__ import annotations

from pipelines.extraction.engine import Context
from pipelines.extraction.proof.coverage import Coverage, cover
from pipelines.extraction.proof.explaining import explain
from pipelines.model import Document
from tests.unit.extraction.told import TITLE, regions


def covered(*bodies: str) -> Coverage:
    """Return the coverage of some texts, each a file."""
    files = []
    for number, body in enumerate(bodies):
        document = Document(f"{TITLE}\n\n{body}", "text/1", "text/plain")
        _, told = explain(document, Context(regions(), "told.txt"))
        files.append((f"{number}.txt", document.text, told))
    return cover(files)


def test_a_wording_is_the_same_whatever_its_numbers() -> None:
    found = covered("全年走访企业40家。召开座谈会8次。", "全年走访企业1,200余家。", "共走访企业9家。")
    first = found.wordings[0]
    assert (first.words, first.count, first.files, first.reason) == ("走访企业N家", 3, 3, "no_rule")
    assert "走访企业" in first.example


def test_a_noun_after_its_number_is_the_wording() -> None:
    found = covered("对40家企业进行走访。对50家企业进行走访。")
    assert [(wording.words, wording.count) for wording in found.wordings] == [("对N家企业进行走访", 2)]


def test_a_cell_is_known_by_its_label() -> None:
    found = covered("工作情况统计表\n项目\t数量\n走访企业\t40\n行政处罚案件\t340\n走访农户\t50")
    assert {wording.words for wording in found.wordings} == {"走访企业 | N", "走访农户 | N"}


def test_all_quantities_are_counted_and_what_no_rule_could_mend_is_not_ranked() -> None:
    found = covered("收到行政复议申请126件，走访企业40家，高于全省平均水平8个百分点。")
    assert (found.quantities, found.assigned) == (3, 1)
    assert dict(found.left_out) == {"no_rule": 1, "benchmark": 1}
    assert [wording.reason for wording in found.wordings] == ["no_rule"]


def test_nothing_to_read_is_no_coverage() -> None:
    assert cover([]) == Coverage(0, 0, (), ())
