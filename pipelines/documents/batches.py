"""Which files travel to a worker together.

Here belongs the parting of files into batches. Sending them is pool.py's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

# Small files travel together, for the way there and back costs as much as reading one.
_TOGETHER, _SMALL = 8, 256 * 1024


def batches(paths: Sequence[Path], most: int) -> Iterator[tuple[Path, ...]]:
    """Part files, in their order, into runs of at most ``most`` that are small in all."""
    together = min(_TOGETHER, most)
    batch: list[Path] = []
    filled = 0
    for path in paths:
        size = _size(path)
        if batch and (len(batch) >= together or filled + size > _SMALL):
            yield tuple(batch)
            batch, filled = [], 0
        batch.append(path)
        filled += size
    if batch:
        yield tuple(batch)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        # Whoever reads it will say what is wrong with it.
        return 0
