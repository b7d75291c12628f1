"""What can go wrong outside the program, said plainly in the UI and on the command line.

Here belongs turning expected errors into a Dagster failure whose description is the message for a person. An
error that is not expected keeps its traceback and is not touched.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import dagster as dg

from pipelines.catalogue.corrections import CorrectionError
from pipelines.catalogue.regions import RegionsError
from pipelines.sources.scan import RawFolderMissing
from pipelines.sources.sources_file import SourcesError
from pipelines.validation.results import BlockingCheckFailed
from pipelines.warehouse.database import BuildFailed
from pipelines.warehouse.layout import WarehouseBusy

_EXPECTED = (
    BlockingCheckFailed,
    BuildFailed,
    CorrectionError,
    RawFolderMissing,
    RegionsError,
    SourcesError,
    WarehouseBusy,
)


@contextlib.contextmanager
def said_plainly() -> Iterator[None]:
    """Let a step fail with a message for a person where the error is one of those that are expected.

    Raises:
        dagster.Failure: with the error as its cause.
    """
    try:
        yield
    except _EXPECTED as error:
        raise dg.Failure(str(error), allow_retries=False) from error
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        message = (
            f"系统拒绝读写，未发布新版本 / the system refused ({error.strerror or error}{where}); nothing "
            "was published and the last release stays. 检查磁盘空间与权限 / Check space and permissions."
        )
        raise dg.Failure(message, allow_retries=False) from error
