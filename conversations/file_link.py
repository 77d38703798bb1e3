"""The words of the page that a link to a file opens, and of one that opens nothing."""

import datetime as dt
from collections.abc import Mapping, Sequence

from conversations.moments import say_moment
from conversations.situation import Translate

PICTURES = {"png", "jpg", "jpeg"}
_KILOBYTE = 1024


def link_words(name: str, *, size: int, until: dt.datetime, _: Translate) -> Mapping[str, str]:
    """Return the words of the page of a file, by key; `until` is local, `size` in bytes."""
    ending = name.rpartition(".")[2].lower()
    kinds = {
        "xlsx": _("Excel table"),
        "docx": _("Word document"),
        **dict.fromkeys(PICTURES, _("Picture")),
        "ics": _("For the phone's calendar"),
    }
    kind = kinds.get(ending, _("File"))
    return {
        "title": _("The file you need"),
        "about": _("{kind}, {size}").format(kind=kind, size=_say_size(size)),
        "save": _("Download"),
        "until": _("It can be had until {moment}.").format(moment=say_moment(until, _)),
    }


def link_advice(kind: str, page: str, _: Translate) -> Sequence[str]:
    """Return what stands below a file of a kind of `bot.making`; `page` is the web chat."""
    advice = [
        _(
            "If nothing is downloaded: touch the three dots (⋮ or ···) at the top of the screen, "
            "choose “Open in browser”, then Download."
        ),
        _("Whoever has this link can open the file. Please do not pass the link on."),
    ]
    if kind == "template":
        back = _(
            "Filled in, send the file to the assistant on its page, {page}: Zalo brings it no "
            "files. To enter the page write MÃ to the assistant."
        )
        advice.insert(0, back.format(page=page))
    return advice


def no_link_words(reason: str, _: Translate) -> Mapping[str, str]:
    """Return the words of the page instead of a file; it does not tell whether there was one."""
    waits = {
        "too-many": _("This link is being opened too often. Please wait a minute, then try again."),
        "away": _("The assistant is busy. Please try again in a few minutes."),
    }
    over = _(
        "This link is over or is not complete. Go back to the chat and ask the assistant for the "
        "file once more: it sends a new link."
    )
    return {
        "title": _("The file cannot be opened"),
        "text": waits.get(reason, over),
        "page": _("Or write to the assistant on this page"),
    }


def _say_size(size: int) -> str:
    """Return "35 KB" or "1,2 MB"."""
    kilobytes = max(1, round(size / _KILOBYTE))
    if kilobytes < _KILOBYTE:
        return f"{kilobytes} KB"
    return f"{kilobytes / _KILOBYTE:.1f} MB".replace(".", ",")
