"""The ways Zalo's server may behave: nobody has published which is true."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.zalo.webhook import Hooking


@dataclass(frozen=True, slots=True)
class ZaloMode:
    """The switches of the fake, and whether updates are posted."""

    switches: Mapping[str, Any] = field(default_factory=dict)
    posts: bool = False


# As often as it takes for a service to be born again.
_PATIENT = Hooking(retries=200, backoff=0.05)
ZALO_MODES: Mapping[str, ZaloMode] = {
    "pop": ZaloMode(),
    "replay": ZaloMode({"delivery": "replay", "replays": 3}),
    "lossy": ZaloMode({"delivery": "lossy"}),
    "statuses": ZaloMode({"http_status_errors": True}),
    "flat": ZaloMode(posts=True),
    "wrapped": ZaloMode({"wrapped": True, "http_status_errors": True}, posts=True),
    "retried": ZaloMode({"hooking": _PATIENT}, posts=True),
}
