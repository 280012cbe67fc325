"""Manners towards a host: its robots.txt, and time between two requests."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from realpolitik.core.errors import UnreadableError
from realpolitik.sources.fetching.asking import ask
from realpolitik.sources.fetching.policy import Policy

_LARGEST_RULES = 512 * 1024
_OLD = 24 * 3600.0  # RFC 9309: no rules are believed for longer than a day
_AGAIN = 600.0  # a host that fails is not asked for each of its pages
_OK, _SERVER_ERROR = 200, 500
_TOO_MANY = 429


class Manners:
    """What is known of the hosts that were asked, for as long as this lives."""

    def __init__(
        self, policy: Policy, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._policy, self._clock = policy, clock
        self._rules: dict[str, tuple[float, Any]] = {}
        self._failed: dict[str, tuple[float, UnreadableError]] = {}
        self._asked: dict[str, float] = {}

    def before(self, address: str) -> None:
        """Hold an address against its host's rules and wait for one's turn.

        UnreadableError where robots.txt forbids it, or can't be had.
        """
        origin = _origin(address)
        rules = self._rules_of(origin)
        if rules is not None and not rules.can_fetch(address, self._policy.agent):
            raise UnreadableError(
                f"the robots.txt of {urlsplit(address).hostname} does not allow it",
                "save the page yourself and give the file",
            )
        told = rules.crawl_delay(self._policy.agent) if rules is not None else None
        self._wait(origin, min(float(told or 0), self._policy.longest_delay))

    def _wait(self, origin: str, told: float) -> None:
        """Let the time pass that lies between two requests."""
        since = self._asked.get(origin)
        pause = max(self._policy.delay, told)
        if since is not None and (left := since + pause - self._clock()) > 0:
            self._policy.sleep(left)
        self._asked[origin] = self._clock()

    def _rules_of(self, origin: str) -> Any:
        known = self._rules.get(origin)
        if known is not None and self._clock() - known[0] < _OLD:
            return known[1]
        failed = self._failed.get(origin)
        if failed is not None and self._clock() - failed[0] < _AGAIN:
            raise UnreadableError(failed[1].what, failed[1].remedy)
        try:
            rules = self._fetched_rules(origin)
        except UnreadableError as error:
            self._failed[origin] = (self._clock(), error)
            raise
        self._rules[origin] = (self._clock(), rules)
        return rules

    def _fetched_rules(self, origin: str) -> Any:
        """Fetch robots.txt: none means all is allowed, an error that nothing is."""
        from protego import Protego

        found = ask(
            f"{origin}/robots.txt",
            policy=self._policy,
            headers={},
            before=lambda hop: self._wait(_origin(hop), 0.0),
            most=_LARGEST_RULES,
        )
        if found.status >= _SERVER_ERROR or found.status == _TOO_MANY:
            raise UnreadableError(
                f"the server of {urlsplit(origin).hostname} answered {found.status} "
                "when asked for its robots.txt",
                "try again later",
            )
        if found.status != _OK:
            return None
        return Protego.parse(found.content.decode("utf-8", "replace"))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
