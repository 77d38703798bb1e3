"""Bubbles outside a dialog: the main list, whom to call, and what cannot be taken."""

from conversations.drafts import written
from conversations.humans import call_name
from conversations.main_ways import contact_ways, main_ways, more_ways
from conversations.offer import act, rows
from conversations.say import Say
from conversations.situation import Situation
from rules.person import Human
from rules.phones import say_phone


def main_list(s: Situation, text: str = "") -> Say:
    """Return what somebody can do, by their role, below a text of our own."""
    _ = s.translate
    return Say(text or _("What do you need, comrade?"), rows(*main_ways(s)))


def office_list(s: Situation) -> Say:
    """Return what an office does less often."""
    _ = s.translate
    return Say(_("What else, comrade?"), rows(*more_ways(s)))


def contact_list(s: Situation) -> Say:
    """Return what a unit's contact can do, for who is of an office besides."""
    _ = s.translate
    return Say(_("What do you need, comrade?"), rows(*contact_ways(_)))


def nothing_open(s: Situation) -> Say:
    """Return that there is nothing to put aside; what was kept is still there."""
    _ = s.translate
    kept = written(s)
    if not kept:
        return main_list(s)
    text = _("Nothing is being written. {count} drafts are kept; to go on, say DK.")
    return main_list(s, text.format(count=len(kept)))


def gone(s: Situation) -> Say:
    """Return that the thing pressed is no longer there."""
    _ = s.translate
    return main_list(s, _("That is settled already."))


def none_such(s: Situation) -> Say:
    """Return that there is no such thing, in the same words whether it is somewhere else or not."""
    _ = s.translate
    return main_list(s, _("The assistant does not find that among what is yours."))


def human(s: Situation, whom: Human) -> Say:
    """Return whom to call."""
    _ = s.translate
    return main_list(s, _("To help you: {human}.").format(human=say_human(s, whom)))


def say_human(s: Situation, whom: Human) -> str:
    """Return "đồng chí Hạnh, 0912 000 009"."""
    return call_name(whom, s.translate)


def edited_too_late(s: Situation) -> Say:
    """Return that a changed bubble changes nothing any more, and what does."""
    _ = s.translate
    text = _("Changing this message does not change what was written or sent.")
    return Say(text, rows(act(_("See, change what was sent"), "mine")))


def unreadable(s: Situation, what: str) -> Say:
    """Return what to do instead of a voice message, a sticker, a file."""
    _ = s.translate
    words = {
        "voice": _instead_of_voice(s),
        "sticker": _("The assistant cannot read stickers. Please write."),
        "file": _(
            "The assistant takes no resolutions, minutes or documents of the Party. "
            "Use the electronic members' handbook or official mail. Of a model, send photos."
        ),
        "unsupported": _(
            "The assistant could not open that. Please write, or send a photo; for a table or a "
            "file, open {page}."
        ).format(page=s.door.page),
    }
    return Say(words.get(what) or _("The assistant can read only words and photos."))


def _instead_of_voice(s: Situation) -> str:
    """Return what to do instead; whoever registers may also send what they wrote by hand."""
    _ = s.translate
    if s.person.runs_the_office() or not s.person.memberships:
        return _(
            "The assistant cannot listen to voice messages yet. Please write, without marks too."
        )
    return _(
        "The assistant cannot listen to voice messages yet. Please write, without marks too, or "
        "take a photo of the form filled in by hand and send it here: the office types it in."
    )


def not_ours(s: Situation) -> Say:
    """Return that fees, discipline and the like are nothing for the assistant."""
    _ = s.translate
    return Say(
        _(
            "The assistant does not deal with that. Please ask the committee of your cell "
            "or look in the electronic members' handbook."
        )
    )


def secret(s: Situation) -> Say:
    """Return that a text that looks secret was neither taken nor kept."""
    _ = s.translate
    office = s.forms[0].programme.office
    text = _(
        "The text has signs of a secret document, so the assistant does not take it "
        "and does not keep it. Please erase the message on your phone "
        "and use the way for secret documents. If the assistant is wrong, call {phone}."
    )
    return Say(text.format(phone=say_phone(office.phone)))


def apology(s: Situation) -> Say:
    """Return what to say when we failed at a message."""
    _ = s.translate
    return Say(
        _(
            "The assistant failed at this message; it is kept and will be looked at. "
            "Please try once more."
        )
    )
