"""Bytes to characters: the encodings reports come in, damage, and text that is garbled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.documents.decoding import decode, is_garbled

SENTENCE = "全年共办理法律援助案件132件，其中农民工讨薪案件58件，挽回损失206.5万元。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gbk", "gb2312", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("repeats", [1, 200])
def test_every_encoding_of_reports_gives_the_same_text(encoding: str, repeats: int) -> None:
    text = SENTENCE * repeats
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text
    assert decoded.replaced == 0


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=30, max_size=300))
def test_chinese_text_survives_gb18030(text: str) -> None:
    decoded = decode(f"2024年{text}\r\n".encode("gb18030"))
    assert decoded is not None
    assert decoded.text == f"2024年{text}\r\n"


def test_a_damaged_byte_is_replaced_and_counted_not_taken_for_another_encoding() -> None:
    data = bytearray((SENTENCE * 50).encode("utf-8"))
    data[400] = 0xFF
    decoded = decode(bytes(data))
    assert decoded is not None
    assert decoded.encoding == "utf-8"
    assert 1 <= decoded.replaced <= 3
    assert decoded.text.endswith(SENTENCE)


def test_a_rare_character_of_gb18030_is_kept() -> None:
    name = "联系人：李\U00020164、王䶮。" * 10
    decoded = decode(name.encode("gb18030"))
    assert decoded is not None
    assert decoded.text == name


def test_bytes_with_zeros_are_not_text() -> None:
    assert decode(bytes(range(256)) * 20) is None


@pytest.mark.parametrize(
    "garbled",
    [
        (SENTENCE * 5).encode("gbk").decode("latin-1"),
        (SENTENCE * 5).encode("utf-8").decode("gbk", "replace"),
        "\ue001\ue0f2\uf123案件\ue003" * 20,
        "\ufffd\ufffd报\ufffd告" * 20,
    ],
    ids=["gbk read as latin-1", "utf-8 read as gbk", "private characters of a font", "replaced"],
)
def test_garbled_text_is_recognised(garbled: str) -> None:
    assert is_garbled(garbled)


@pytest.mark.parametrize(
    "sound",
    [SENTENCE, "Annual report 2024: 36 cases.", "温度±2℃，§3、№5、①②③，10×3÷2，“引号”…——", "㎡、㈠、Ⅳ、→"],
)
def test_sound_text_is_not_called_garbled(sound: str) -> None:
    assert not is_garbled(sound * 10)


def test_a_file_pasted_together_from_two_encodings_is_read_line_by_line() -> None:
    line = "全年共受理行政复议申请86件，审结74件。\n"
    for data in (line.encode() * 9 + line.encode("gbk") * 9, line.encode() * 40 + line.encode("gbk")):
        decoded = decode(data)
        assert decoded is not None
        assert decoded.text == line * (data.count(b"\n"))
        assert decoded.replaced == 0


def test_half_a_text_read_in_the_wrong_encoding_is_garbled() -> None:
    sound = "全年共受理行政复议申请86件，审结74件。" * 20
    assert is_garbled(sound + sound.encode().decode("gb18030", "ignore"))
    assert not is_garbled(sound)
