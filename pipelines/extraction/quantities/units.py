"""Units and their classes: what a number counts by the unit behind it.

Here belongs the one table of units. Which characters are a number with a unit is numbers.py.
"""

from __future__ import annotations

import re

from pipelines.extraction.expressions.grammar import grammar

UNIT_CLASSES = grammar().units
CLASS_OF = {unit: name for name, units in reversed(list(UNIT_CLASSES.items())) for unit in units}
UNITS = "|".join(re.escape(unit) for unit in sorted(CLASS_OF, key=len, reverse=True) if unit != "%")
TALLY = "tally"  # the class of 两类, 六部门: they sum up what is listed, and no pass takes them for a figure
# Classes of units that count things or deeds, no persons.
COUNTING = frozenset({"case", "piece", "time", "entity"})


def class_of(unit: str) -> str:
    """Return the class of a unit; ``bare`` for none that is known."""
    return CLASS_OF.get(unit, "bare")
