"""Which wordings the rules do not know yet: the quantities left out, ranked by how often their words recur.

Here belongs masking and counting. What became of a quantity is told by explaining.py.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.extraction.proof.explaining import Explained
from pipelines.extraction.resolution.reasons import reasons

_NUMBER = re.compile(r"\d[\d,.]*")
# What says when and that it is a sum tells nothing of what is counted.
_LEAD = re.compile(r"^(?:全年|年内|今年|当年|本年度?|累计|先后|同时|另外|共|并|还|已){1,4}")
_LEFT = 12  # characters of the words before a number by which wordings are the same
_RIGHT = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that no rule reads, numbers masked: how often and in how many files it stands."""

    words: str
    reason: str
    count: int
    files: int
    example: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """``quantities``: all; ``assigned``: those with an indicator; ``left_out``: the others by reason."""

    quantities: int
    assigned: int
    left_out: tuple[tuple[str, int], ...]
    wordings: tuple[Wording, ...]


def cover(files: Iterable[tuple[str, str, Sequence[Explained]]]) -> Coverage:
    """Count what is read and rank what is not.

    Args:
        files: name, text and explained quantities of each file.

    Returns:
        The wordings that a rule or a pass could mend come first by count, then by the number of files.
    """
    total = assigned = 0
    left_out: Counter[str] = Counter()
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    examples: dict[tuple[str, str], str] = {}
    for name, text, explained in files:
        for item in explained:
            total += 1
            if item.reason is None:
                assigned += 1
                continue
            left_out[item.reason] += 1
            key = (words_of(item, text), item.reason)
            counts[key] += 1
            places[key].add(name)
            examples.setdefault(key, _around(item, text))
    wordings = [
        Wording(*key, count, len(places[key]), examples[key])
        for key, count in counts.items()
        if reasons()[key[1]].mend
    ]
    wordings.sort(key=lambda wording: (-wording.count, -wording.files, wording.words))
    return Coverage(total, assigned, tuple(left_out.most_common()), tuple(wordings))


def words_of(item: Explained, text: str) -> str:
    """Return the words around a quantity with numbers masked: 走访企业N家, N场法治讲座."""
    quantity = item.mention.quantity
    if item.role == "cell":
        first = text.rfind("\n", 0, quantity.start) + 1
        label = re.split(r"[\t|]", text[first : quantity.start].strip("\t| "))[0]
        return f"{_masked(label.strip())[-_LEFT:]} | N{quantity.unit}"
    left = _masked(_LEAD.sub("", item.left))[-_LEFT:]
    right = _masked(item.right)[:_RIGHT] if len(left) <= 1 else ""
    return f"{left}N{quantity.unit}{right}"


def _masked(words: str) -> str:
    return _NUMBER.sub("N", words)


def _around(item: Explained, text: str) -> str:
    """Return the clause or row that a quantity stands in."""
    quantity = item.mention.quantity
    before = re.split(r"[。；\n]", text[max(0, quantity.start - 60) : quantity.start])[-1]
    after = re.split(r"[。；\n]", text[quantity.end : quantity.end + 30])[0]
    return f"{before}{quantity.surface}{after}".replace("\t", " | ").strip()
