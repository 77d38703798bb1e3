"""An announcement as it looks, and the text of it that is forwarded."""

import datetime as dt

from conversations.moments import say_clock, short_day
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.announcing import Announced


def notice(told: Announced, _: Translate) -> Say:
    """Return the message to one person."""
    text = with_head(told, _)
    if told.again and told.at:
        asked = _("The office still waits for your answer to this, sent {moment}:")
        text = f"{asked.format(moment=_when(told.at, _))}\n\n{text}"
    ways = rows(
        act(_("I know"), "announce-read", told.announcement),
        act(_("Take a text for your unit's Zalo group"), "announce-forward", told.announcement),
    )
    return Say(text, ways)


def with_head(told: Announced, _: Translate) -> str:
    """Return the words below their head: whose it is, or what it sets right."""
    if told.corrects is None:
        head = _("ANNOUNCEMENT of {board}").format(board=told.board)
        return f"{head}\n{told.words}"
    head = _("CORRECTION of the message sent {moment}:").format(moment=_when(told.corrects, _))
    return f"{head} {told.words}"


def _when(at: dt.datetime, _: Translate) -> str:
    text = _("at {clock} on {day}")
    return text.format(clock=say_clock(at, _), day=short_day(at.date()))
