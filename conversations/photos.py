"""Photos for an entry that was sent: one by one, until "that is all"."""

from __future__ import annotations

from conversations.situation import Here, Surroundings, Translate
from dialog.ask import Ask
from rules.commands import AttachPhotos, LeaveAsIs

MOST = 10


def photos(ask: Ask, _: Translate) -> AttachPhotos | LeaveAsIs:
    """Take photos one by one; none is a fine answer too."""
    here: Surroundings = ask.fact(Here())
    refs = ask.photos(
        "photos",
        _("Photos"),
        _("Send the photos of the model here, one or several."),
        most=MOST,
        done=_("That is all"),
    )
    return AttachPhotos(here.dialog.subject, refs) if refs else LeaveAsIs(here.dialog.subject)
