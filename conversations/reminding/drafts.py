"""Reminders of what somebody has begun to write."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_last_moment
from conversations.offer import act, rows
from conversations.reminding.choices import later, subject_of
from conversations.say import Say
from dialog.turn import Translate
from rules.numbers import say_number
from rules.reminding import Draft, Unfinished

_NAMED = 3  # boxes


def say_unfinished(unfinished: Unfinished, _: Translate) -> Say:
    """Return what the author of a draft is told."""
    draft = unfinished.draft
    text = say_draft(draft, _)
    if not unfinished.deadline.paused:
        last = say_last_moment(unfinished.deadline.last, _)
        text += " " + _("Last moment: {when}.").format(when=last)
    subject = subject_of(unfinished.matter.name)
    ways = rows(act(_("Go on with the draft"), "open", draft.id), later(subject, "tonight", _))
    return Say(text, ways, says_one=True)


def say_draft(draft: Draft, _: Translate) -> str:
    """Return "Bản “…” đồng chí ghi dở ngày 9/3 chỉ còn thiếu nội dung. Nhắn 1 để ghi tiếp."."""
    if not draft.name:
        text = _("The draft you began on {day} has no name yet. Say 1 to go on.")
    elif not draft.lacking:
        text = _("Your draft “{name}” of {day} waits to be finished. Say 1 to go on.")
    elif len(draft.lacking) > _NAMED:
        text = _("Your draft “{name}” of {day} still needs {count} parts. Say 1 to go on.")
    else:
        text = _("Your draft “{name}” of {day} only needs {parts}. Say 1 to go on.")
    return text.format(
        name=draft.name,
        day=f"{draft.day.day}/{draft.day.month}",
        count=say_number(len(draft.lacking)),
        parts=", ".join(draft.lacking),
    )


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {Unfinished: say_unfinished}
