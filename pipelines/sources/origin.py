"""Where a raw file came from: the record ``<file>.origin.yaml`` beside it.

Here belongs the record, reading and writing it. Nothing in it outranks what the report itself says; it
confirms, and fills in what the report leaves out.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError

from pipelines.catalogue import yaml_text

SUFFIX = ".origin.yaml"
Code = Annotated[str, Field(pattern=r"^\d{6}$")]
Year = Annotated[int, Field(ge=1990, le=2100)]


class OriginError(ValueError):
    """An origin record is not what docs/sources.md describes; the message names file, field and fault."""


class Origin(BaseModel):
    """An origin record. Every field may be missing.

    ``sha256`` and ``etag`` are of the file as received; ``accessed_at`` is when it was.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = None
    publisher: str | None = None
    source_url: HttpUrl | None = None
    region_code: Code | None = None
    report_year: Year | None = None
    published_on: date | None = None
    accessed_at: datetime | None = None
    media_type: str | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    etag: str | None = None
    last_modified: str | None = None
    note: str | None = None


def origin_path(file: Path) -> Path:
    """Return where the origin record of a file stands."""
    return file.with_name(file.name + SUFFIX)


def read_origin(file: Path) -> Origin | None:
    """Return the origin record of a raw file, None where it has none.

    Raises:
        OriginError: the record is not YAML, not readable, or has a field that is unknown or wrong.
    """
    record = origin_path(file)
    try:
        content = load_strings(record.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise OriginError(f"{record.name}: 无法读取 cannot be read: {error}") from error
    except yaml.YAMLError as error:
        raise OriginError(f"{record.name}: 不是有效的 YAML not valid YAML: {_one_line(error)}") from error
    if not isinstance(content, dict):
        raise OriginError(f"{record.name}: 应为「字段: 值」 must be lines of 'field: value'")
    try:
        return Origin.model_validate(content)
    except ValidationError as error:
        raise OriginError(f"{record.name}: {faults(error)}") from error


def write_origin(file: Path, origin: Origin) -> Path:
    """Write the origin record of a raw file, without its empty fields, and return its path."""
    record = origin_path(file)
    content = origin.model_dump(mode="json", exclude_none=True)
    record.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return record


def load_strings(text: str) -> object:
    """Load YAML with every scalar as written, for a schema to read.

    YAML alone would take the code 010203 for an octal number and fail on a date that does not exist, without
    saying in which field. A field without a value is left out.
    """
    return _without_empty(yaml.load(text, Loader=yaml_text.BaseLoader))  # noqa: S506 - strings only


def _without_empty(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_empty(part) for key, part in value.items() if part not in ("", "~", "null")}
    return [_without_empty(part) for part in value] if isinstance(value, list) else value


def faults(error: ValidationError) -> str:
    """Return what is wrong with which field, on one line."""
    return "; ".join(
        f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']} ({fault['input']!r})"
        for fault in error.errors()
    )


def _one_line(error: yaml.YAMLError) -> str:
    return " ".join(str(error).split())
