"""The words of the web page itself, and what it says about a message it could not take."""

from collections.abc import Mapping

from conversations.situation import Translate


def page_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        "title": _("Dân vận khéo assistant"),
        "short_title": _("Dân vận khéo"),
        "no_script": _("This browser cannot open the page. Please open it in Chrome."),
        "log": _("Conversation"),
        "assistant": _("Assistant"),
        "you": _("You"),
        "typing": _("The assistant is answering…"),
        "write": _("Write to the assistant…"),
        "send": _("Send"),
        "photo": _("Photo"),
        "a_photo": _("Your photo"),
        "photo_lost": _("The phone no longer has this photo. Please send it again."),
        "photo_waits_here": _("The photo is not sent yet. Please keep this page open until it is."),
        "table": _("Choose an Excel file"),
        "file_gone": _("This file can no longer be had. Please ask for it once more."),
        "place": _("Send where I am"),
        "my_place": _("Where I am"),
        "finding_place": _("Looking for the place…"),
        "no_place": _("The phone does not tell the place. Please write the address."),
        "waiting": _("waiting for the network"),
        "sending": _("being sent"),
        "failed": _("not sent yet"),
        "open_way": _("Open {way}"),
        "or_here": _("or do it right on this page"),
        "in_zalo": _("In Zalo send: {words}. Without Zalo do it right on this page."),
        "zalo_full": _("On Zalo there is no room just now: please do it right on this page."),
        "offline": _("Waiting for the network. Write on; it is sent by itself when it is back."),
        "new_below": _("New below ↓"),
        "short_memory": _(
            "This phone lets the page keep nothing. Do not close it while something waits."
        ),
        "no_memory": _(
            "This phone lets the page remember nothing. Closed, it needs your code again."
        ),
    }


def page_refusals(_: Translate) -> Mapping[str, str]:
    """Return a sentence for each reason the page's server may refuse something."""
    return {
        "too-long": _("The message is over 20,000 characters. Please send it in parts."),
        "not-understood": _(
            "The assistant could not read this. Please reload the page and send it again."
        ),
        "picture-too-large": _("The photo is over 10 MB. Please send a lighter one."),
        "table-too-large": _("The file is over 5 MB. Please send it in parts."),
        "picture-kind": _("This file is no photo. Please send a photo."),
        "picture-too-many-pixels": _("The photo is too large. Please take it at ordinary size."),
        "picture-broken": _("The photo is damaged. Please take it again."),
    }
