"""What the raw folder holds."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipelines.sources.origin import Origin, write_origin
from pipelines.sources.scan import RawFolderMissing, scan


def put(raw: Path, relative: str, content: bytes) -> Path:
    path = raw / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_year_and_region_come_from_the_place(tmp_path: Path) -> None:
    put(tmp_path, "2023/411002/report.txt", "甲".encode())
    put(tmp_path, "2023/411002/attachments/table.xlsx", b"a")
    put(tmp_path, "2024/loose.txt", b"b")
    put(tmp_path, "mixed/411002/report.txt", b"c")
    put(tmp_path, "flat.txt", b"d")
    found = {file.relative: (file.folder_year, file.folder_region) for file in scan(tmp_path)}
    assert found == {
        "2023/411002/report.txt": (2023, "411002"),
        "2023/411002/attachments/table.xlsx": (2023, "411002"),
        "2024/loose.txt": (2024, None),
        "mixed/411002/report.txt": (None, None),
        "flat.txt": (None, None),
    }
    assert list(found) != sorted(found, reverse=True)


def test_digest_and_size(tmp_path: Path) -> None:
    content = b"x" * 3_000_000
    put(tmp_path, "big.bin", content)
    (file,) = scan(tmp_path)
    assert (file.sha256, file.size) == (hashlib.sha256(content).hexdigest(), 3_000_000)
    assert file.path == tmp_path / "big.bin"


def test_configuration_and_leavings_are_no_reports(tmp_path: Path) -> None:
    for number, name in enumerate(
        (
            "regions.csv",
            "sources.yaml",
            "README.md",
            "README",
            ".gitignore",
            ".git/config",
            "2023/~$report.docx",
        ),
    ):
        put(tmp_path, name, str(number).encode())
    put(tmp_path, "2023/411002/Thumbs.db", b"t")
    put(tmp_path, "2023/411002/a.txt.origin.yaml", b"title: a")
    put(tmp_path, "2023/411002/README.txt", b"a README below the top may be a report")
    assert [file.relative for file in scan(tmp_path)] == ["2023/411002/README.txt"]


def test_the_origin_record_comes_along(tmp_path: Path) -> None:
    path = put(tmp_path, "2023/411002/a.txt", b"a")
    write_origin(path, Origin(title="报告", region_code="411002", report_year=2023))
    (file,) = scan(tmp_path)
    assert file.origin == Origin(title="报告", region_code="411002", report_year=2023)
    assert file.problem is None


def test_a_wrong_origin_record_is_a_problem_of_its_file_only(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"a")
    put(tmp_path, "a.txt.origin.yaml", b"report_year: next")
    put(tmp_path, "b.txt", b"b")
    wrong, right = scan(tmp_path)
    assert wrong.problem is not None
    assert wrong.problem.code == "origin_invalid"
    assert "a.txt.origin.yaml" in wrong.problem.message
    assert "report_year" in wrong.problem.message
    assert wrong.origin is None
    assert right.problem is None


def test_the_same_bytes_twice_name_the_first(tmp_path: Path) -> None:
    put(tmp_path, "2022/411002/a.txt", b"same")
    put(tmp_path, "2023/411002/a.txt", b"same")
    put(tmp_path, "2023/411002/b.txt", b"other")
    first, second, other = scan(tmp_path)
    assert first.problem is None
    assert other.problem is None
    assert second.problem is not None
    assert (second.problem.code, second.problem.path) == ("duplicate", "2023/411002/a.txt")
    assert "2022/411002/a.txt" in second.problem.message


def test_a_file_that_cannot_be_opened_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", b"a")
    put(tmp_path, "b.txt", b"b")
    opened = Path.open

    def refusing(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    refused, readable = scan(tmp_path)
    assert refused.problem is not None
    assert refused.problem.code == "io_error"
    assert "a.txt" in refused.problem.message
    assert "Permission denied" in refused.problem.message
    assert readable.problem is None


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path) == ()


def test_no_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RawFolderMissing, match=r"nowhere.*--raw"):
        scan(tmp_path / "nowhere")
    put(tmp_path, "file", b"")
    with pytest.raises(RawFolderMissing):
        scan(tmp_path / "file")
