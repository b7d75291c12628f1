"""The names a division goes by: short forms, customary names, names that need care.

Here belongs what can be said of a name alone. Which place a text means is decided in placing.py.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

from pipelines.catalogue import yaml_text

MARK = re.compile(r"[（(]示例[）)]")
_KINDS = (
    ("特别行政区", "区"),
    ("自治区", ""),
    ("自治州", "州"),
    ("自治县", "县"),
    ("自治旗", "旗"),
    ("地区", "地区"),
    *((kind, kind) for kind in "省市区县盟旗"),
)


class _Names(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    peoples: tuple[str, ...]
    aliases: dict[str, tuple[str, ...]]
    long_kinds: dict[str, str]
    words: frozenset[str]


@cache
def _names() -> _Names:
    text = (resources.files(__package__) / "division_names.yaml").read_text(encoding="utf-8")
    return _Names.model_validate(yaml_text.load(text))


@cache
def _peoples() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(_names().peoples, key=len, reverse=True)) + ")族?$")


def without_mark(name: str) -> str:
    """Return the name without the mark （示例） that invented places carry."""
    return MARK.sub("", name)


@cache
def split(name: str) -> tuple[str, str]:
    """Return stem and kind: 魏都区 → 魏都, 区; 湘西土家族苗族自治州 → 湘西, 州.

    The kind is '' where the stem alone is the short form (新疆) or the ending is unknown.
    """
    bare = without_mark(name)
    if longer := _names().long_kinds.get(bare):
        return bare.removesuffix(longer), longer
    for ending, kind in _KINDS:
        if bare.endswith(ending) and len(bare) > len(ending):
            stem = bare.removesuffix(ending)
            return _without_peoples(stem) if "自治" in ending or ending == "区" else stem, kind
    return bare, ""


def _without_peoples(stem: str) -> str:
    """Take the peoples' names off the end, but never the whole name (鄂伦春自治旗) and never 内蒙古's."""
    if "族" not in stem and not stem.endswith(_BARE_PEOPLES):
        return stem
    shorter = stem
    while (found := _peoples().search(shorter)) and found.start() >= 2:
        shorter = shorter[: found.start()]
    return shorter


_BARE_PEOPLES = ("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "维吾尔", "达斡尔")


def stem(name: str) -> str:
    """Return the name without its kind, '' where less than two characters are left (和县)."""
    short, _ = split(name)
    return short if len(short) >= 2 else ""


def self_word(name: str) -> str:
    """Return the character by which the place calls itself in 我区, 全市, 我县; '' where unknown."""
    return without_mark(name)[-1:] if without_mark(name)[-1:] in set("省市区县州盟旗") else ""


def full_forms(code: str, name: str) -> tuple[str, ...]:
    """Return the forms that stand for the place by themselves: its name, 湘西州, 管城区, 巴州."""
    short, kind = split(name)
    forms = [name, without_mark(name), *_names().aliases.get(code, ())]
    if kind and len(short) >= 2:
        forms += [short + kind, *([f"{short}自治{kind}"] if f"自治{kind}" in name else [])]
    return tuple(dict.fromkeys(forms))


def needs_care(name: str) -> bool:
    """Tell whether the name is also a word or the end of one, so that it means little in running text."""
    return len(name) == 2 or name in _names().words
