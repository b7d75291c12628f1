"""What a text says of its own year, for the tests of years."""

from __future__ import annotations

from pipelines.extraction.facts.report import Facts, read_facts
from pipelines.extraction.text.normalise import normalise
from pipelines.model import Hints


def facts(text: str) -> Facts:
    return read_facts(normalise(text).text, Hints())


def news(line: str, day: str) -> Facts:
    """Return the facts of a page of a news site."""
    return facts(f"示例县筑牢矛盾纠纷防线\n{day} 10:12  来源：示例新闻网\n\n记者从县司法局获悉，{line}")
