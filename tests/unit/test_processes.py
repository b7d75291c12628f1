"""Worker processes do not outlive the process that started them, however it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

STARTS_WORKERS = """
import os, signal, time
from pipelines.processes import fresh_workers

def stay(_):
    time.sleep(0.2)
    return os.getpid()

if __name__ == "__main__":
    with fresh_workers(2) as workers:
        print(len(set(workers.map(stay, range(4)))), flush=True)
        {ending}
"""
ENDINGS = {"killed": "os.kill(os.getpid(), signal.SIGKILL)", "finished": "pass", "raised": "1 / 0"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_workers_end_with_the_process_that_started_them(tmp_path: Path, ending: str) -> None:
    script = tmp_path / "starts_workers.py"
    script.write_text(STARTS_WORKERS.format(ending=ENDINGS[ending]), encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    # The workers hold the same pipe: only when the last of them has ended is there no more to come.
    said, _ = started.communicate(timeout=30)
    assert said == "2\n"
