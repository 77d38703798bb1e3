"""What stops a run of a script: a question without an answer, a fact not yet loaded, our own bug."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dialog.questions import Question
    from rules.refused import Refused


class ScriptError(Exception):
    """A script is wrong (a key asked twice, a choice without choices); `walk` finds it."""


class Unanswered(BaseException):
    """The script came to a question without an acceptable answer.

    A BaseException, so that no `except Exception` in a script can eat it.
    """

    def __init__(self, question: Question[Any], refused: Refused | None = None) -> None:
        super().__init__(question.key)
        self.question = question
        self.refused = refused


class Lacking(BaseException):
    """The script named data that nobody has loaded yet."""

    def __init__(self, request: Any) -> None:
        super().__init__(repr(request))
        self.request = request
