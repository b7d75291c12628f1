"""The reading text: widths, spaces and broken lines go; each character keeps its place in the document."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extraction.text.normalise import normalise

# Characters that normalising treats in a way of their own, among others that it leaves alone.
ALPHABET = (
    "0123456789０１２９,，.．%％()（）[]［］|｜\t \u3000\u00a0\n\r-—－~～:：；。、"
    "二○〇零年月件起余万合法治ＡaＺ"
)
DASHES = set("－─━‐–—-")
ZEROS = set("○〇零OΟ０ｏo0")
DIGITS = dict(zip("一二三四五六七八九", "123456789", strict=True))
PAIRED = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "．", "|": "｜"}

texts = st.text(alphabet=ALPHABET, max_size=120)


def variant(here: str, there: str) -> bool:
    """Whether two characters are the same but for width (or the sign of a digit in a year, or of a stop)."""
    return (
        unicodedata.normalize("NFKC", here) == unicodedata.normalize("NFKC", there)
        or {here, there} <= DASHES
        or {here, there} <= ZEROS
        or DIGITS.get(there) == here
        or there in (PAIRED.get(here), {wide: narrow for narrow, wide in PAIRED.items()}.get(here))
        or (here == " " and there.isspace())
        or (here == "。" and there in ".．")
    )


@given(texts)
def test_every_character_is_one_of_the_document(text: str) -> None:
    reading = normalise(text)
    for offset, character in enumerate(reading.text):
        if character != "\n":
            assert variant(character, text[reading.origin(offset)]), (offset, character)


@given(texts, st.data())
def test_spans_are_never_inverted(text: str, data: st.DataObject) -> None:
    reading = normalise(text)
    if not reading.text:
        return
    start = data.draw(st.integers(0, len(reading.text) - 1))
    end = data.draw(st.integers(start + 1, len(reading.text)))
    first, last = reading.span(start, end)
    assert 0 <= first < last <= len(text) + 1


@given(texts)
def test_order_is_kept_and_no_digit_lost(text: str) -> None:
    reading = normalise(text)
    origins = [reading.origin(offset) for offset, sign in enumerate(reading.text) if sign != "\n"]
    assert origins == sorted(set(origins))
    kept = set(origins)
    assert all(at in kept for at, sign in enumerate(text) if not sign.isspace())


@given(texts)
def test_blank_lines_and_line_ends_do_not_matter(text: str) -> None:
    spread = text.replace("\r", "").replace("\n", "\r\n\r\n")
    assert normalise(spread).text == normalise(text.replace("\r", "")).text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("１２，３４５件", "12,345件"),
        ("98. 5％", "98.5%"),
        ("审 结 12 件", "审结12件"),
        ("二○二三年", "2023年"),
        ("二〇〇七年", "2007年"),
        ("一九九八年", "1998年"),
        ("民事（5件）, 刑事", "民事(5件)，刑事"),
    ],
)
def test_widths_and_spaces(text: str, wanted: str) -> None:
    assert normalise(text).text == wanted


def test_a_comma_between_a_count_and_a_year_stays_a_comma() -> None:
    assert normalise("办理28，2023年办理30").text == "办理28，2023年办理30"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("全年共受理行政复议申请一百余件，", "审结九十件。"), True),
        (("全县行政执法机关全年依法办理行政处罚案件，共计作出行政处罚决", "定320件，没有一件被撤销。"), True),
        (("一、主要工作", "全年审结行政复议案件90件。"), False),
        (("全年审结行政复议案件90件。", "调解纠纷30件。"), False),
        (("示例县司法局", "2023年12月31日"), False),
        (("指标\t数量", "行政处罚\t320"), False),
    ],
)
def test_a_broken_line_is_joined_and_a_heading_is_not(lines: tuple[str, str], *, joined: bool) -> None:
    text = normalise("\n".join(lines)).text
    assert ("\n" not in text) is joined
    assert text.replace("\n", "") == "".join(lines)


def test_a_joined_number_is_traced_to_its_line() -> None:
    text = "全县行政执法机关全年依法办理行政处罚案件，共计作出行政处罚决\n定３２０件，没有一件被撤销。"
    reading = normalise(text)
    at = reading.text.index("320件")
    first, last = reading.span(at, at + 4)
    assert text[first:last] == "３２０件"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("调解90件,成功85件.办理公证12件.", "调解90件，成功85件。办理公证12件。"),
        ("成功率98.5%.", "成功率98.5%."),
        ("一.主要工作\n调解90件.", "一.主要工作\n调解90件。"),
        ("调解90件。见附表.", "调解90件。见附表."),
    ],
)
def test_a_point_ends_sentences_where_no_other_stop_does(text: str, wanted: str) -> None:
    assert normalise(text).text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("审核了政府合同189份。", "审核政府合同189份。"),
        ("合同审核了189份。", "合同审核189份。"),
        ("除了合同，还审核文件12件。", "除了合同，还审核文件12件。"),
        ("案结事了率91%。", "案结事了率91%。"),
        ("和解了结33件。", "和解了结33件。"),
        ("开展了解民意活动12次。", "开展了解民意活动12次。"),
        ("调查了解决情况12次。", "调查解决情况12次。"),
    ],
)
def test_the_particle_behind_a_verb_is_left_out(text: str, wanted: str) -> None:
    assert normalise(text).text == wanted


def test_paragraphs_that_a_page_has_joined_by_spaces_part_at_their_headings() -> None:
    text = "办理12件。 二、存在的不足 一是推进不平衡。 三、下一步工作打算 2024年，评查案卷240卷。"
    lines = normalise(text).text.split("\n")
    assert lines == [
        "办理12件。",
        "二、存在的不足",
        "一是推进不平衡。",
        "三、下一步工作打算",
        "2024年，评查案卷240卷。",
    ]


def test_points_of_a_sentence_are_no_headings() -> None:
    text = "主要做法： 一、审核合同12份。 二、审核文件9件。"
    assert "\n" not in normalise(text).text


def test_traditional_characters_are_simplified_where_they_stand() -> None:
    document = "貴州省2023年共辦理行政複議案件1 286件，同比增長15.6%。"
    reading = normalise(document)
    assert reading.text == "贵州省2023年共办理行政复议案件1286件，同比增长15.6%。"
    start = reading.text.index("1286件")
    assert document[slice(*reading.span(start, start + len("1286件")))] == "1 286件"


def test_a_name_in_old_characters_leaves_a_simplified_text_alone() -> None:
    assert normalise("乾县司法局调解纠纷1286件。").text == "乾县司法局调解纠纷1286件。"


def test_readings_beside_characters_go() -> None:
    assert (
        normalise("移送司法機關(guān)70件，調(diào)解機構(gòu)5個。").text
        == "移送司法机关70件，调解机构5个。"
    )
    assert normalise("调解机构（ADR）5个。").text == "调解机构(ADR)5个。"
