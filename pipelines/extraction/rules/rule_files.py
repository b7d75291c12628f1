"""The rule files: rules/*.yaml, one per domain, become compiled rules.

An indicator has one entry, or a list of entries where its wordings need different topics or exclusions.

Here belong reading, the shared words, and what a file may not say. Not here: what an entry means (rule.py).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from operator import attrgetter

import yaml
from pydantic import ValidationError

from pipelines.catalogue import yaml_text
from pipelines.catalogue.indicators import Indicator, indicators
from pipelines.extraction.expressions.lexicon import lexicon
from pipelines.extraction.quantities.units import UNIT_CLASSES
from pipelines.extraction.rules.rule import Pair, Rule, RuleEntry, RuleError

_NAMED = re.compile(r"<([^>()!=?]+)>")
_COUNTS = frozenset({"case", "piece", "time", "entity"})
_UNIT_CLASSES: Mapping[str, frozenset[str]] = {
    "人": frozenset({"person", "piece"}),
    "人次": frozenset({"person", "case", "time"}),
    "元": frozenset({"money"}),
    "%": frozenset({"percent"}),
    "学时": frozenset({"hours"}),
    "通": frozenset({"call", "case", "time", "piece", "person"}),
}
_UNREAD = frozenset({"examples", "proof"})  # they judge what is read and do not change it
_LEXICON = "expressions/lexicon.yaml"
_COUNTED = _COUNTS | {"zero", "bare"}
_KNOWN_UNITS = {*UNIT_CLASSES, "zero", "bare"}
# What * and + mean: no phrase repeats more, and work without a bound would grow faster than the text.
_BOUNDS = {"*": "{0,8}", "+": "{1,8}"}
_SIGNS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[*+]")


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the project, compiled; RuleError names the file and entry of a mistake."""
    return read_rules(resources.files(__package__))


def read_rules(folder: Traversable) -> tuple[Rule, ...]:
    """Return the rules of a folder, compiled.

    Raises:
        RuleError: a file says something that cannot be; the message names the file, the entry and the remedy.
    """
    compiled = []
    seen: dict[str, str] = {}
    for file, code, raw in _entries(folder):
        if code in seen:
            raise RuleError(f"{file}: {code} already stands in {seen[code]}; keep one entry per indicator")
        seen[code] = file
        compiled += [_compiled(file, code, one) for one in (raw if isinstance(raw, list) else [raw])]
    return tuple(compiled)


@cache
def rules_version() -> str:
    """Return a short hash of all that decides what is read: the rules and the code of the passes."""
    digest = hashlib.sha256()
    package = resources.files("pipelines.extraction")
    passes = [folder for folder in package.iterdir() if folder.is_dir() and folder.name not in _UNREAD]
    for folder in (package, *sorted(passes, key=attrgetter("name"))):
        for source in _sorted(folder):
            if source.name.endswith((".py", ".yaml")):
                digest.update(f"{folder.name}/{source.name}".encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()[:12]


def bounded(pattern: str) -> str:
    """Return an expression in which ``*`` and ``+`` repeat a few times only, so that its work is bounded."""
    return _SIGNS.sub(lambda match: _BOUNDS.get(match.group(), match.group()), pattern)


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted((item for item in folder.iterdir() if item.is_file()), key=lambda item: item.name)


def _entries(folder: Traversable) -> Iterator[tuple[str, str, object]]:
    for source in _sorted(folder):
        if not source.name.endswith(".yaml"):
            continue
        try:
            content = yaml.load(source.read_text(encoding="utf-8"), Loader=_OnceLoader) or {}  # noqa: S506
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise RuleError(f"{source.name}: not valid YAML: {error}") from error
        if not isinstance(content, Mapping):
            raise RuleError(f"{source.name}: must hold entries by indicator code, not a list or a text")
        yield from ((source.name, str(code), raw) for code, raw in content.items())


class _OnceLoader(yaml_text.SafeLoader):
    """Refuses a key that stands twice, where YAML would quietly keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {str(key) for key in keys if keys.count(key) > 1}
        if twice:
            line = node.start_mark.line + 1
            raise yaml.YAMLError(f"{', '.join(sorted(twice))} stands twice after line {line}; keep one entry")
        return super().construct_mapping(node, deep)


def _compiled(file: str, code: str, raw: object) -> Rule:
    indicator = indicators().get(code)
    if indicator is None:
        raise RuleError(
            f"{file}: {code} is not in catalogue/indicators.csv; correct the code or add it there"
        )
    try:
        entry = RuleEntry.model_validate(raw or {})
        return _rule(indicator, entry)
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        known = ", ".join(RuleEntry.model_fields)
        raise RuleError(f"{file}: {code}: {told} (an entry has: {known})") from error
    except ValueError as error:
        raise RuleError(f"{file}: {code}: {error}") from error


def _rule(indicator: Indicator, entry: RuleEntry) -> Rule:
    unknown = set(entry.topic) - set(lexicon().topics)
    if unknown:
        raise ValueError(f"unknown topics {sorted(unknown)}; correct them or add them to {_LEXICON}")
    unknown = set(entry.unit) - _KNOWN_UNITS
    if unknown:
        raise ValueError(f"unknown units {sorted(unknown)}; correct them: {', '.join(sorted(_KNOWN_UNITS))}")
    if not (entry.left or entry.right or entry.both):
        raise ValueError("says no words beside a figure; give left, right or both")
    return Rule(
        indicator,
        entry,
        frozenset(entry.topic),
        frozenset(entry.unit) or _units(indicator),
        tuple(_pairs(entry)),
        _expression(entry.without) if entry.without else None,
        _expression(entry.needs) if entry.needs else None,
        _expression("|".join(entry.unless)) if entry.unless else None,
        _expression(entry.members) if entry.members else None,
        _expression(entry.part) if entry.part else None,
    )


def _pairs(entry: RuleEntry) -> Iterator[Pair]:
    for left in entry.left:
        yield _expression(left, at_the_end=True), None
    for right in entry.right:
        yield None, _expression(right)
    for both in entry.both:
        yield _expression(both.left, at_the_end=True), _expression(both.right)


def _units(indicator: Indicator) -> frozenset[str]:
    return _UNIT_CLASSES.get(indicator.unit, _COUNTED) | (
        frozenset({"bare"}) if indicator.kind != "rate" else frozenset()
    )


def _expression(pattern: str, *, at_the_end: bool = False) -> re.Pattern[str]:
    words = lexicon().words

    def words_of(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise ValueError(f"<{match[1]}> is not in the words of {_LEXICON}; correct it or add it there")
        return "(?:" + "|".join(sorted(words[match[1]], key=len, reverse=True)) + ")"

    source = bounded(_NAMED.sub(words_of, pattern))
    try:
        return re.compile(rf"(?:{source})\Z" if at_the_end else source)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}; correct it there") from error
