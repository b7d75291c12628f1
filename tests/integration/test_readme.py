"""What the README shows works: its queries run on a published warehouse, its files are there."""

from __future__ import annotations

import re

import duckdb
import pytest

from tests.integration.place import PROJECT, Place

README = (PROJECT / "README.md").read_text(encoding="utf-8")
QUERIES = [
    query.strip()
    for block in re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    for query in block.split(";")
    if query.strip()
]


@pytest.mark.parametrize("query", [*QUERIES, *re.findall(r"`(select [^`]*)`", README)])
def test_queries_run(original: Place, query: str) -> None:
    with duckdb.connect(str(original.database), read_only=True) as connection:
        assert connection.execute(query).description


def test_links_lead_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (PROJECT / target).exists()] == []
