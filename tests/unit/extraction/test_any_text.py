"""Any text is read to its end: whatever the words and their order, each number gets its account."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.resolution.reasons import reasons
from tests.unit.extraction.told import TITLE, read

NOUNS = [
    "行政复议申请",
    "行政诉讼案件",
    "一审",
    "行政处罚",
    "罚没款",
    "法律援助案件",
    "调解案件数",
    "涉及金额",
    "人民调解员",
    "规范性文件",
    "负责人出庭应诉率",
    "办结率",
    "纠错率",
    "合同",
    "重大行政决策",
    "执法人员",
    "案件数量",
    "乡镇",
    "县公安局",
    "市本级",
    "公安、城管",
    "处罚类",
    "其他",
]
VERBS = [
    "收到",
    "受理",
    "审结",
    "作出",
    "办理",
    "清理",
    "培训",
    "共",
    "分别为",
    "分别",
    "其中",
    "包括",
    "占",
    "占比由",
    "同比增长",
    "较上年减少",
    "比2022年下降",
    "增加",
    "降至",
    "2022年为",
    "上年",
]
NUMBERS = [
    "12件",
    "340件",
    "5.1%",
    "12.8%",
    "3.2个百分点",
    "1.2万元",
    "96名",
    "8个",
    "0件",
    "两次",
    "7",
    "2024年",
    "15%以上",
    "约30人",
]
MARKS = ["，", "、", "。", "；", "：", "（", "）", "和", "，其中", "。其中，", "\n", "（一）", " | ", "\t"]

TEXTS = st.lists(st.sampled_from([*NOUNS, *VERBS, *NUMBERS, *NUMBERS, *MARKS]), min_size=1, max_size=40).map(
    "".join
)


@given(TEXTS)
def test_every_number_of_any_text_states_an_indicator_or_has_a_reason(body: str) -> None:
    extraction = read(f"{TITLE}\n\n{body}")
    for mention in extraction.mentions:
        assert (mention.indicator is None) == (mention.reason is not None)
        assert mention.reason is None or mention.reason in reasons()


@given(TEXTS)
def test_what_any_text_states_stands_in_it(body: str) -> None:
    text = f"{TITLE}\n\n{body}"
    for observation in read(text).observations:
        evidence = observation.evidence[0]
        assert text[evidence.start : evidence.end] == evidence.surface
        assert re.search(r"\d|[一二两零无]", evidence.surface)
