"""JSON as it comes from outside."""

import json
from typing import Any

import orjson


def decoded(body: bytes) -> Any:
    """Return the JSON in a body, halves of characters included. Raises ValueError."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass  # one bad character would stop all updates: the lenient decoder has a try
    try:
        return json.loads(body.decode(errors="replace"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
