"""Photos that came with nothing else may be of a form written by hand: buttons that say so."""

from conversations.drafts import missing, registrations
from conversations.offer import act, rows
from conversations.phrasing import HAND_FORM
from conversations.say import Option, Say
from conversations.situation import Open, Situation
from dialog.questions import CLOSED
from dialog.turn import Waiting

SEND = "send"  # the subject of the act that sends what is there


def form_way(s: Situation, dialog: Open, waiting: Waiting) -> tuple[tuple[Option, ...], ...]:
    """Return the button that sends a draft in which there is nothing but photos as a form."""
    if waiting.question.kind == "review" or not photos_alone(s, dialog):
        return ()
    return ((Option(_label(s), f"d:{dialog.id}:{waiting.question.key}:{HAND_FORM}"),),)


def photos_alone(s: Situation, dialog: Open) -> bool:
    """Return whether a registration has photos and nothing else yet."""
    photos = dialog.script == "register" and "_photos" in dialog.state.answers
    return photos and not missing(s, dialog)[0]


def which_photos(s: Situation, dialog: Open) -> Say:
    """Return the question whether photos that came with nothing else are of a form."""
    _ = s.translate
    count = _count(dialog)
    text = _("{count} photos received.").format(count=count)
    if count == 1:
        text += " " + _(
            "Is it a registration form written by hand? Send its other pages too, if there are any."
        )
    model = act(_("It is the model, I want to register it"), "open", dialog.id)
    return Say(text, rows(send_unsent(s), model))


def it_is_a_form(s: Situation, dialog: Open, waiting: Waiting) -> tuple[Option, ...]:
    """Return the button that takes a photo out of a draft that has more than photos."""
    _ = s.translate
    label = _("It is a form written by hand")
    return (Option(label, f"d:{dialog.id}:{waiting.question.key}:{HAND_FORM}"),)


def unsent_form(s: Situation) -> Open | None:
    """Return what has photos that may be of a form and were not sent, a draft first."""
    return next(iter(_unsent(s)), None)


def unsent_lines(s: Situation) -> list[str]:
    """Return the line of a list that tells of photos not sent, if there are any."""
    _ = s.translate
    text = _("• Photos not sent yet: {count}")
    return [text.format(count=_all(s))] if _unsent(s) else []


def send_unsent(s: Situation) -> Option:
    """Return the button that sends them as a form."""
    return act(_label(s), "hand-form", SEND)


def _unsent(s: Situation) -> list[Open]:
    alone = [d for d in registrations(s) if photos_alone(s, d)]
    return [*alone, *(d for d in s.dialogs if d.script == "hand-form" and _count(d))]


def _all(s: Situation) -> int:
    return sum(_count(dialog) for dialog in _unsent(s))


def _label(s: Situation) -> str:
    _ = s.translate
    text = _("Send the form written by hand ({count} photos)")
    return text.format(count=_all(s))


def _count(dialog: Open) -> int:
    answers = dialog.state.answers
    refs = answers.get("photos", answers.get("_photos", "")).split()
    return len([ref for ref in refs if ref != CLOSED])
