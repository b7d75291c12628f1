"""The acts of administration that cases are about and that bureaus do.

Here belongs which codes count such acts. What names one as a mere label is levels/mere_labels.py.
"""

from __future__ import annotations

# What cases are about: acts, not who does them, nor what is put right or paid.
ACTS = frozenset(
    f"enforcement.{act}"
    for act in (
        "penalties",
        "licences",
        "inspections",
        "coercions",
        "collections",
        "confirmations",
        "payments",
        "rewards",
        "adjudications",
        "acts_total",
        "cases_opened",
        "licence_applications",
        "licences_refused",
    )
)
