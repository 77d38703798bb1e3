"""The words of a unit's page."""

from collections.abc import Mapping

from dialog.turn import Translate


def unit_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        **_register_words(_),
        **_people_words(_),
        "about": _("About the unit"),
        "above": _("Belongs to"),
        "in_charge": _("In charge"),
        "nobody": _("nobody yet"),
        "organise": _(
            "To rename, move, merge or end it, write TỔ CHỨC to the assistant in the chat."
        ),
        "standing": _("How it stands"),
        "exempt": _("Exempt in {year}: {reason}"),
        "exempt_why": _("Why it owes nothing in {year}"),
        "exempt_do": _("Exempt it"),
        "exempt_open": _("Exempt the unit in {year}"),
        "lift": _("It owes again"),
        "change_deadline": _("Change the deadline of this unit"),
        "launched": _("Launched from above"),
        "years": _("Year by year"),
        "year": _("Year"),
        "models": _("Models"),
        "exemplars": _("Exemplars"),
        "recognised": _("Recognised"),
        "names": _("Under which names"),
    }


def _register_words(_: Translate) -> Mapping[str, str]:
    return {
        "entries": _("Registered"),
        "no_entries": _("Nothing registered yet."),
        "type_in": _("Type in a form"),
        "number": _("Number"),
        "name": _("Name of the model or example"),
        "state": _("State"),
        "received": _("Received"),
        "papers": _("On paper"),
        "no_papers": _("No paper has come in."),
        "tick": _("Originals received"),
        "tick_why": _("For all its registrations without one; without any, a form that waits."),
        "day": _("Day they came in"),
        "strike": _("Noted by mistake, take it back"),
        "type_this": _("Type it in"),
        "photo": _("Photo of the form"),
        "calls": _("Calls"),
        "no_calls": _("No call is noted."),
        "call_words": _("What came of the call"),
        "call_keep": _("Note it"),
    }


def _people_words(_: Translate) -> Mapping[str, str]:
    return {
        "people": _("People"),
        "no_people": _("Nobody is entered yet."),
        "asking": _("They ask to belong to it"),
        "confirm": _("Confirm"),
        "refuse": _("Not of this unit"),
        "codes": _("Invitation codes"),
        "no_codes": _("No code is good now."),
        "make": _("New codes for its contacts"),
        "make_why": _("Earlier ones are good no longer. The files come in your chat."),
        "make_sure": _("Make the codes"),
        "revoke": _("Take the codes back"),
        "revoke_why": _("Also those of the units below it."),
        "revoke_sure": _("Yes, they are good no longer"),
    }
