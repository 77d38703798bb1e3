"""The words of the way to the desk and out of it."""

import datetime as dt
from collections.abc import Mapping

from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.say import Say
from conversations.situation import Translate


def key_words(_: Translate) -> Mapping[str, str]:
    """Return the words of the page a link leads to."""
    return {
        "title": _("Open the desk"),
        "text": _(
            "The desk opens on this computer and closes by itself after an hour without work. "
            "On a computer that others use, leave the desk when you are done."
        ),
        "open": _("Open the desk here"),
    }


def desk_opened(at: dt.datetime, _: Translate) -> Say:
    """Return what whoever asked for the link hears in the chat."""
    text = _("The desk was opened at {moment} on a computer. Was it not you? Write KHÓA.")
    return Say(text.format(moment=say_moment(at, _)), rows(act(_("Lock the desk"), "desk-lock")))
