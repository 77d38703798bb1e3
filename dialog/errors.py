"""What stops a run of a script: a question to be answered, data not loaded yet, our own bug."""

from typing import Any

from dialog.questions import Question


class ScriptError(Exception):
    """A script is wrong (a key asked twice, a choice without choices); `walk` finds it."""


# BaseExceptions, so that no `except Exception` in a script can eat them.
class Unanswered(BaseException):
    """The script came to a question without an acceptable answer."""

    def __init__(self, question: Question) -> None:
        self.question = question


class Lacking(BaseException):
    """The script named data that nobody has loaded yet: `request`, and what it will want then."""

    def __init__(self, request: Any, *more: Any) -> None:
        self.request, self.requests = request, (request, *more)
