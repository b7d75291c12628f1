"""Plain text: the document's text is the file's, so that offsets are the file's."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.documents.limits import Limits, ReadError
from pipelines.documents.reading import read_document
from tests import formats


def test_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    text = "\n  一、概况  \n\n全年受理申请 86 件。\n"
    document = read_document(formats.write_txt(text, tmp_path / "a.txt"))
    assert document.text == text
    assert document.page_starts == ()
    assert document.page_of(5) is None


def test_line_ends_of_windows_and_of_old_macs_become_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一\r\n二\r三\n".encode("gb18030"))
    assert read_document(path).text == "一\n二\n三\n"


def test_replaced_characters_are_a_warning_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("全年受理申请86件。".encode() * 30 + b"\xff" + "结束".encode())
    (problem,) = read_document(path).problems
    assert problem.code == "characters_replaced"
    assert "1" in problem.message


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", "\ufeff \n".encode()])
def test_nothing_to_read_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert caught.value.code == "empty"


def test_a_file_over_the_size_limit_is_not_opened(tmp_path: Path) -> None:
    path = formats.write_txt("字" * 100, tmp_path / "a.txt")
    with pytest.raises(ReadError) as caught:
        read_document(path, Limits(file_bytes=99))
    assert caught.value.code == "too_large"


def test_a_missing_file_and_a_folder_are_io_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.txt", tmp_path):
        with pytest.raises(ReadError) as caught:
            read_document(path)
        assert caught.value.code == "io_error"


def test_mojibake_is_garbled_not_a_report_without_figures(tmp_path: Path) -> None:
    text = ("全年共受理行政复议申请86件，审结74件。" * 20).encode("gbk").decode("latin-1")
    with pytest.raises(ReadError) as caught:
        read_document(formats.write_txt(text, tmp_path / "a.txt"))
    assert caught.value.code == "garbled"
