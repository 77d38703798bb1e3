"""What may be told of a bug: its kind and where it happened, never the words it came with."""

import traceback
from pathlib import Path

_FRAMES = 4


def told(bug: BaseException) -> str:
    """Return the kind of an error and where it happened, the innermost place first.

    Its message is left out: it may hold what somebody said.
    """
    frames = traceback.extract_tb(bug.__traceback__)[: -_FRAMES - 1 : -1]
    places = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(bug).__name__} at {places}" if places else type(bug).__name__
