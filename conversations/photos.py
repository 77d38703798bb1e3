"""Photos for an entry that was sent: one by one, until "that is all"."""

from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import AttachPhotos, LeaveAsIs

MOST = 10


def photos(ask: Ask, _: Translate) -> AttachPhotos | LeaveAsIs:
    """Take photos one by one; none is a fine answer too."""
    here: Surroundings = ask.fact(Here())
    text = _("Send the photos of the model here, one or several.")
    refs = ask.photos("photos", _("Photos"), text, most=MOST, done=_("That is all"))
    return (
        AttachPhotos(here.dialog.subject, tuple(refs)) if refs else LeaveAsIs(here.dialog.subject)
    )
