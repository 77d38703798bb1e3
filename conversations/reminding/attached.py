"""What is still to be told goes with an answer, where each message counts."""

from dataclasses import replace

from conversations.numbered import listed
from conversations.reminding.digest import MOST
from conversations.say import Say
from dialog.turn import Translate

_LINE = "—" * 10


def with_told(answer: Say, told: Say, *, keeps: bool = False, most: int = MOST) -> Say | None:
    """Return an answer and below it what is told by itself; None where they are better apart.

    Before a question what is told comes first and loses its answers, so that the question and its
    own stay together; what `keeps` them is told apart. `most` characters are one message.
    """
    asking = asks(answer)
    if answer.file or told.file or (told.says_one and (answer.rows or asking)):
        return None
    if asking and keeps and told.rows:
        return None
    once = answer.once or told.once
    if asking:
        joined = replace(answer, text=_below(told.text, answer.text), once=once)
    else:
        text, rows = _below(answer.text, told.text), (*answer.rows, *told.rows)
        joined = replace(answer, text=text, rows=rows, once=once, says_one=told.says_one)
    return joined if len(listed(joined)) <= most else None


def with_line(answer: Say, line: str) -> Say:
    """Return an answer and a line that is no part of it, before a question above it."""
    parts = (line, answer.text) if asks(answer) else (answer.text, line)
    return replace(answer, text=_below(*parts))


def say_left(count: int, _: Translate) -> str:
    """Return that so much is still to be told, and how to read it."""
    return _("The assistant has {count} more things to remind you of: write NHẮC.").format(
        count=count
    )


def asks(say: Say) -> bool:
    """Return whether a bubble waits for the answer to a question."""
    options = (option for row in say.rows for option in row)
    return bool(say.wants) or any(option.data.startswith("d:") for option in options)


def _below(first: str, then: str) -> str:
    return f"{first}\n{_LINE}\n{then}"
