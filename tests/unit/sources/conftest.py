"""What the tests of pulling share: a web server on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.loopback import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on loopback."""
    with serving() as made:
        yield made
