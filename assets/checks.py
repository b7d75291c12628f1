"""What is checked, as Dagster shows it.

Here belong the checks over the problems that staging met, and the turning of the warehouse's check results
into Dagster's. Not here: the judging of figures (pipelines.validation). Several checks of an asset are one
step: a step each would cost more than the checks. https://docs.dagster.io/guides/test/asset-checks
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import dagster as dg

from assets.metadata import problem_table
from pipelines.catalogue.problems import problem_codes
from pipelines.model import Problem
from pipelines.validation.expected import expectation_names, expectation_words
from pipelines.validation.identities import identities
from pipelines.validation.results import CheckResult
from pipelines.warehouse.filling import keyed_models
from pipelines.warehouse.models import models

_OBSERVATION = "observation"
IDENTITIES = "identities_hold"


@dataclass(frozen=True)
class ProblemCheck:
    """A check that holds when no file has one of ``codes``. It warns; it never stops a run."""

    name: str
    codes: frozenset[str]
    description: str


_PLACE = frozenset(
    {
        "region_unknown",
        "region_ambiguous",
        "region_contradiction",
        "year_unknown",
        "year_contradiction",
        "origin_invalid",
    }
)
_TEXT = frozenset(
    {
        "unreadable",
        "empty",
        "encrypted",
        "garbled",
        "unknown_format",
        "needs_ocr",
        "too_large",
        "reader_timeout",
        "reader_crashed",
        "io_error",
        "characters_replaced",
    }
)
_NO_FIGURES = frozenset({"no_figures"})
_TWICE = frozenset({"duplicate"})

TEXT_CHECKS = (
    ProblemCheck(
        "files_can_be_read", _TEXT, "每个文件都能读取，没有乱码 / Every file can be read and is not garbled."
    ),
    ProblemCheck("files_are_there_once", _TWICE, "没有重复的文件 / No file is there twice."),
)
REPORT_CHECKS = (
    ProblemCheck(
        "reports_are_placed",
        _PLACE,
        "每份报告的年度与地区明确且不矛盾 / The year and region of every report are known and agree.",
    ),
    ProblemCheck(
        "reports_have_figures",
        _NO_FIGURES,
        "每份报告都有指标目录中的数字 / Every report has figures of the catalogue.",
    ),
    ProblemCheck(
        "extraction_held",
        frozenset(problem_codes()) - _TEXT - _TWICE - _PLACE - _NO_FIGURES,
        "提取过程没有其他问题 / Nothing else went wrong in extraction.",
    ),
)


def specs(asset: str, checks: Iterable[ProblemCheck]) -> list[dg.AssetCheckSpec]:
    """Return the declarations of an asset's checks."""
    return [dg.AssetCheckSpec(check.name, asset=asset, description=check.description) for check in checks]


def judge(
    asset: dg.AssetKey, checks: Iterable[ProblemCheck], problems: Sequence[Problem]
) -> list[dg.AssetCheckResult]:
    """Return how the checks came out, each with the files that it is about."""
    return list(_judged(asset, checks, problems))


def _judged(
    asset: dg.AssetKey, checks: Iterable[ProblemCheck], problems: Sequence[Problem]
) -> Iterator[dg.AssetCheckResult]:
    for check in checks:
        against = [problem for problem in problems if problem.code in check.codes]
        yield dg.AssetCheckResult(
            asset_key=asset,
            check_name=check.name,
            passed=not against,
            severity=dg.AssetCheckSeverity.WARN,
            metadata={"files": len(against), "problems": problem_table(against)},
        )


def release_specs() -> list[dg.AssetCheckSpec]:
    """Return the declarations of the checks over a release, each at the table that it is about."""
    keys = [
        dg.AssetCheckSpec(
            f"{model.name}_key_unique",
            asset=model.name,
            blocking=True,
            description=f"主键唯一 / The key is unique: {', '.join(model.key)}.",
        )
        for model in keyed_models(models())
    ]
    words = expectation_words()
    expected = [
        dg.AssetCheckSpec(name, asset=_OBSERVATION, blocking=blocking, description=words[name])
        for name, blocking in expectation_names()
    ]
    arithmetic = dg.AssetCheckSpec(
        IDENTITIES,
        asset=_OBSERVATION,
        description="数字之间的恒等关系成立 / The arithmetic between figures holds (identities.yaml).",
    )
    return [*keys, *expected, arithmetic]


def release_results(
    results: Iterable[CheckResult], declared: Iterable[dg.AssetCheckSpec]
) -> Iterator[dg.AssetCheckResult]:
    """Return what the checks of a release found.

    Args:
        results: one per check; identities each by their own name.
        declared: the checks to report.
    """
    found = {result.name: result for result in results}
    for spec in declared:
        if spec.name == IDENTITIES:
            yield _arithmetic([found[each.id] for each in identities() if each.id in found])
        else:
            result = found[spec.name]
            yield dg.AssetCheckResult(
                asset_key=spec.asset_key,
                check_name=spec.name,
                passed=result.passed,
                severity=_severity(result),
                metadata=_found(result),
            )


def _arithmetic(results: Sequence[CheckResult]) -> dg.AssetCheckResult:
    """All identities as one check: an entry each would hide the others."""
    failed = [result for result in results if not result.passed]
    rows = [
        dg.TableRecord(
            {
                "identity": result.name,
                "checked": result.rows_checked,
                "failed": result.rows_failed,
                "example": result.message,
            }
        )
        for result in failed
    ]
    columns = [dg.TableColumn(name) for name in ("identity", "checked", "failed", "example")]
    return dg.AssetCheckResult(
        asset_key=_OBSERVATION,
        check_name=IDENTITIES,
        passed=not failed,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={
            "rows_checked": sum(result.rows_checked for result in results),
            "rows_failed": sum(result.rows_failed for result in failed),
            "failed": dg.MetadataValue.table(rows, schema=dg.TableSchema(columns)),
        },
    )


def _severity(result: CheckResult) -> dg.AssetCheckSeverity:
    return dg.AssetCheckSeverity.ERROR if result.severity == "error" else dg.AssetCheckSeverity.WARN


def _found(result: CheckResult) -> dict[str, int | str]:
    sample = {"observation_ids": ", ".join(result.sample)} if result.sample else {}
    return {
        "rows_checked": result.rows_checked,
        "rows_failed": result.rows_failed,
        "found": result.message,
        **sample,
    }
