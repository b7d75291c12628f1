"""How a host is asked: no oftener than it likes, and nothing that its robots.txt forbids.

Here belong pauses and robots rules. The asking itself is fetch.py's.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from pipelines.sources.addresses import Target


class Manners:
    """Robots rules by origin and the time at which each host was asked last.

    Args:
        agent: the name by which robots.txt addresses this program.
        pause: seconds between two requests to a host, at least.
        longest_pause: the most that a robots.txt may ask for; more is not kept to.
        sleep: how to pause.
    """

    def __init__(
        self, agent: str, pause: float, longest_pause: float, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._agent = agent
        self._pause = pause
        self._longest = longest_pause
        self._sleep = sleep
        self._rules: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def knows(self, here: Target) -> bool:
        """Tell whether the rules of a target's origin have been learnt."""
        return _origin(here) in self._rules

    def learn(self, here: Target, robots: str) -> None:
        """Take a robots.txt as the rules of a target's origin."""
        rules = RobotFileParser()
        rules.parse(robots.splitlines())
        self._rules[_origin(here)] = rules

    def allow(self, here: Target) -> bool:
        """Tell whether the rules let the target be asked."""
        return self._rules[_origin(here)].can_fetch(self._agent, str(here.url))

    def wait(self, here: Target) -> None:
        """Pause until the host may be asked again."""
        rules = self._rules.get(_origin(here))
        wish = float(rules.crawl_delay(self._agent) or 0) if rules else 0.0
        pause = min(max(self._pause, wish), self._longest)
        left = self._asked.get(here.authority, -pause) + pause - time.monotonic()
        if left > 0:
            self._sleep(left)
        self._asked[here.authority] = time.monotonic()


def _origin(here: Target) -> str:
    return f"{here.url.scheme}://{here.authority}"
