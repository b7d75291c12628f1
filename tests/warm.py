"""Python processes that need not start: forks of one process that has imported what is dear to import.

Dagster, Great Expectations and the rules cost five seconds before a command does anything. The tests start
dozens of commands; here they are read once a worker. What runs is the same code in a process of its own, with
its own folder, environment and output, and it can be killed like any other.

Neither Polars nor DuckDB is imported before the fork: their threads would not live on in it.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def run(
    code: str, *arguments: str, cwd: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run Python code in a fork, as ``python -c code arguments`` would in a new process.

    Args:
        code: the code.
        arguments: what stands in ``sys.argv`` after the first place.
        cwd: the working directory.
        environment: the whole environment; what Python itself reads at its start has no effect.

    Returns:
        The exit status (minus the signal, for a process that was killed) and what was printed.
    """
    with tempfile.TemporaryDirectory() as folder:
        printed = [Path(folder) / name for name in ("stdout", "stderr")]
        order = {
            "code": code,
            "arguments": arguments,
            "cwd": str(cwd),
            "environment": dict(environment),
            "printed": [str(path) for path in printed],
        }
        mother = _mother()
        assert mother.stdin is not None
        assert mother.stdout is not None
        mother.stdin.write(json.dumps(order) + "\n")
        mother.stdin.flush()
        answer = mother.stdout.readline()
        assert answer, f"the process that forks has ended: {mother.wait()}"
        stdout, stderr = (path.read_text(encoding="utf-8") for path in printed)
    return subprocess.CompletedProcess([code, *arguments], int(answer), stdout, stderr)


def killed_after(seconds: float) -> str:
    """Return code after which the process has so long to live; the kernel ends it, no clearing up is done."""
    return f"import signal; signal.setitimer(signal.ITIMER_REAL, {seconds:.6f})\n"


@cache
def _mother() -> subprocess.Popen[str]:
    """The process that forks; it ends with this one, when its input does."""
    path = os.pathsep.join([str(PROJECT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(
        [sys.executable, __file__],
        env={
            **os.environ,
            "PYTHONPATH": path,
            "PYTHONUTF8": "1",
            "GX_ANALYTICS_ENABLED": "false",
            # Threads of numpy's would not live on in a fork either.
            "OPENBLAS_NUM_THREADS": "1",
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _warm() -> None:
    import dagster  # noqa: F401
    import great_expectations  # noqa: F401

    import pipelines.cli
    import pipelines.commands.extract  # noqa: F401
    from pipelines.catalogue.regions import Regions
    from pipelines.extraction.engine import Context, extract
    from pipelines.model import Document

    said = Document(text="2024年，全区共收到行政复议申请100件。", reader="text/1", media_type="text/plain")
    extract(said, Context(Regions.load(), "report.txt"))
    early = {"polars", "duckdb"} & set(sys.modules)
    assert not early, f"{early} must be imported after the fork"
    # A collection in a fork would touch, and so copy, every page of what is shared.
    gc.freeze()


def _serve(answers: int) -> str:
    """Fork for every order, and say how each ended; return in the fork, with the code that it is to run."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os.close(answers)
            return _become(**json.loads(line))
        _, status = os.waitpid(child, 0)
        os.write(answers, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    sys.exit()


def _become(
    code: str, arguments: list[str], cwd: str, environment: dict[str, str], printed: list[str]
) -> str:
    for number, path in enumerate((os.devnull, *printed)):
        opened = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    sys.argv = ["-c", *arguments]
    return code


if __name__ == "__main__":
    _answers = os.dup(1)
    # What a module prints while it is imported is no answer.
    os.dup2(2, 1)
    _warm()
    exec(_serve(_answers))  # noqa: S102 - the tests' own code
