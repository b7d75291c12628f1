"""docs/problems.md tells what to do for every code, and is what problems.yaml makes of it."""

from __future__ import annotations

from pathlib import Path

from pipelines.catalogue.problems import problem_codes
from pipelines.catalogue.problems_page import page

PAGE = Path(__file__).parents[3] / "docs" / "problems.md"


def test_the_page_is_what_the_codes_make_of_it() -> None:
    made = PAGE.read_text(encoding="utf-8")
    assert made == page(), "python -m pipelines.catalogue.problems_page docs/problems.md"


def test_every_code_says_in_both_languages_what_to_do() -> None:
    for code, problem in problem_codes().items():
        assert f"| `{code}` |" in page()
        assert problem.zh.remedy in page()
        assert problem.en.remedy in page()
