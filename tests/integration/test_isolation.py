"""A bad file costs itself: the others are read, the run goes on, this process stays small."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipelines.documents.limits import MEGABYTE, Limits
from pipelines.documents.pool import Outcome, read_isolated
from pipelines.model import Document
from tests import formats, odd_pdfs

TEXT = "全年共受理行政复议申请86件，审结74件。"
SMALL = Limits(memory_bytes=1024 * MEGABYTE)


def length(path: Path, document: Document) -> int:
    return len(document.text)


def hang(path: Path, document: Document) -> int:
    if path.name == "hang.txt":
        time.sleep(3600)
    return len(document.text)


def die(path: Path, document: Document) -> int:
    if path.name == "die.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return len(document.text)


def greedy(path: Path, document: Document) -> int:
    return len(bytearray(4096 * MEGABYTE)) if path.name == "greedy.txt" else len(document.text)


def stumble(path: Path, document: Document) -> int:
    if path.name == "stumble.txt":
        raise ValueError("a fault of the program")
    return len(document.text)


def big(path: Path, document: Document) -> bytes:
    return bytes(4 * MEGABYTE)


def worker_id(path: Path, document: Document) -> int:
    time.sleep(0.05)
    return os.getpid()


def good(folder: Path, count: int) -> list[Path]:
    return [formats.write_txt(TEXT, folder / f"good{number:03}.txt") for number in range(count)]


def bomb(path: Path) -> Path:
    """Write a PDF of under a megabyte whose page unpacks to 30 million drawn lines."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        odd_pdfs.PAGE,
        odd_pdfs.FONT,
    ]
    lines = odd_pdfs.packed(b"0 0 m 9 9 l S\n" * 100_000, 300)
    path.write_bytes(odd_pdfs.assembled([*objects, lines]))
    return path


def among(folder: Path, bad: Path) -> list[Path]:
    """Return a bad file with good ones before and after it."""
    first, *rest = good(folder, 6)
    return [first, bad, *rest]


def codes(outcomes: list[Outcome[Any]]) -> list[str | None]:
    return [outcome.problem.code if outcome.problem else None for outcome in outcomes]


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    paths = [formats.write_txt("字" * number, tmp_path / f"{number}.txt") for number in range(40, 0, -1)]
    outcomes = list(read_isolated(paths, workers=2, then=length))
    assert [(outcome.path, outcome.result) for outcome in outcomes] == [
        (path, int(path.stem)) for path in paths
    ]
    assert codes(outcomes) == [None] * 40


def test_no_files_give_no_outcomes_and_start_nothing() -> None:
    assert list(read_isolated([], then=length)) == []


def test_work_is_shared_between_processes_other_than_this_one(tmp_path: Path) -> None:
    workers = {outcome.result for outcome in read_isolated(good(tmp_path, 12), workers=2, then=worker_id)}
    assert len(workers) == 2
    assert os.getpid() not in workers


def test_a_pdf_that_makes_the_library_abort_costs_only_itself(tmp_path: Path) -> None:
    paths = among(tmp_path, bomb(tmp_path / "bomb.pdf"))
    outcomes = list(read_isolated(paths, limits=SMALL, workers=2, then=length))
    assert codes(outcomes) == [None, "reader_crashed", None, None, None, None, None]
    assert "bomb.pdf" in outcomes[1].problem.message
    assert outcomes[1].problem.path == str(tmp_path / "bomb.pdf")


def test_a_file_that_takes_too_long_costs_only_itself(tmp_path: Path) -> None:
    paths = among(tmp_path, formats.write_txt(TEXT, tmp_path / "hang.txt"))
    outcomes = list(read_isolated(paths, limits=Limits(seconds=1), workers=2, then=hang))
    assert codes(outcomes) == [None, "reader_timeout", None, None, None, None, None]


def test_a_worker_that_is_killed_costs_only_its_file(tmp_path: Path) -> None:
    paths = among(tmp_path, formats.write_txt(TEXT, tmp_path / "die.txt"))
    outcomes = list(read_isolated(paths, workers=1, then=die))
    assert codes(outcomes) == [None, "reader_crashed", None, None, None, None, None]


@pytest.mark.parametrize(
    ("name", "then", "code"),
    [
        ("hang.txt", hang, "reader_timeout"),
        ("die.txt", die, "reader_crashed"),
        ("stumble.txt", stumble, "processing_failed"),
    ],
)
def test_of_small_files_that_travel_together_only_the_bad_one_is_lost(
    tmp_path: Path, name: str, then: Callable[[Path, Document], int], code: str
) -> None:
    paths = good(tmp_path, 20)
    paths.insert(9, formats.write_txt(TEXT, tmp_path / name))
    outcomes = list(read_isolated(paths, limits=Limits(seconds=1), workers=1, then=then))
    assert [outcome.path for outcome in outcomes] == paths
    assert codes(outcomes) == [None] * 9 + [code] + [None] * 11


def test_memory_is_bounded(tmp_path: Path) -> None:
    paths = among(tmp_path, formats.write_txt(TEXT, tmp_path / "greedy.txt"))
    outcomes = list(read_isolated(paths, limits=SMALL, workers=1, then=greedy))
    assert [outcome.result is None for outcome in outcomes].count(True) == 1
    assert outcomes[1].problem.code == "reader_crashed"


def test_a_fault_of_the_program_is_logged_with_its_trace_and_costs_only_its_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    paths = among(tmp_path, formats.write_txt(TEXT, tmp_path / "stumble.txt"))
    outcomes = list(read_isolated(paths, workers=2, then=stumble))
    assert codes(outcomes) == [None, "processing_failed", None, None, None, None, None]
    assert "a fault of the program" in caplog.text
    assert "in stumble" in caplog.text


def test_what_cannot_travel_to_a_worker_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        list(read_isolated(good(tmp_path, 1), then=lambda path, document: 1))


def test_this_process_stays_small_while_results_wait(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for outcome in read_isolated(good(tmp_path, 120), workers=2, then=big):
        assert outcome.problem is None
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < 200 * MEGABYTE, "120 results of 4 MB were kept at a time"


def test_a_caller_that_stops_early_leaves_no_process_behind(tmp_path: Path) -> None:
    outcomes = read_isolated(good(tmp_path, 30), workers=2, then=worker_id)
    workers = {next(outcomes).result, next(outcomes).result, next(outcomes).result}
    outcomes.close()
    assert not [pid for pid in workers if pid and alive(pid)]


SCRIPT = """
    import sys
    from pathlib import Path
    from pipelines.documents.pool import read_isolated
    from tests.integration.test_isolation import worker_id

    if __name__ == "__main__":
        for outcome in read_isolated(sorted(Path(sys.argv[1]).glob("*.txt")), workers=2, then=worker_id):
            print(outcome.result, flush=True)
"""


def run_script(folder: Path) -> subprocess.Popen[str]:
    path = folder / "script.py"
    path.write_text(textwrap.dedent(SCRIPT), encoding="utf-8")
    root = str(Path(__file__).resolve().parents[2])
    return subprocess.Popen(
        [sys.executable, str(path), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )


def test_killing_the_run_takes_its_workers_with_it(tmp_path: Path) -> None:
    good(tmp_path, 200)
    run = run_script(tmp_path)
    assert run.stdout is not None
    workers = {int(run.stdout.readline()) for _ in range(4)}
    run.kill()
    run.wait()
    deadline = time.monotonic() + 20
    while any(alive(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [pid for pid in workers if alive(pid)]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
