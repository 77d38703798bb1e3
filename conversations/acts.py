"""What can be asked for outside a dialog: each act is one function of who asks and about what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from conversations import show
from conversations.drive import begin, front, present
from conversations.outcome import Outcome
from conversations.situation import Open, Situation
from dialog.say import Say
from rules.commands import AskForHelp, ChooseLanguage, ConfirmEntry, MakeReturnCode
from rules.requests import EntryOf, HumanFor


def do(s: Situation, name: str, subject: str = "") -> Outcome:
    """Return what comes of an act; an unknown one is answered with the main list."""
    return ACTS.get(name, main)(s, subject)


def main(s: Situation, subject: str = "") -> Outcome:
    """Show the main list, whatever was asked."""
    return Outcome((show.main_list(s),))


def register(s: Situation, subject: str = "") -> Outcome:
    """Go on with a draft, or begin one; with several drafts, ask which. "new" begins one anyway."""
    if not s.person.memberships:
        return present(s, begin(s, "introduce"))
    drafts = [dialog for dialog in s.dialogs if dialog.script == "register"]
    ahead = front(s)
    if subject == "new" or not drafts:
        return present(s, begin(s, "register"))
    if ahead in drafts:
        return present(s, ahead)
    return Outcome((show.drafts(s, drafts),))


def reopen(s: Situation, subject: str) -> Outcome:
    """Bring a draft forward."""
    dialog = _dialog(s, subject)
    return present(s, dialog) if dialog else main(s)


def drop(s: Situation, subject: str) -> Outcome:
    """Ask for the second yes before a draft is destroyed."""
    dialog = _dialog(s, subject) or front(s)
    return Outcome((show.drop_draft(s, dialog),)) if dialog else main(s)


def drop_yes(s: Situation, subject: str) -> Outcome:
    """Destroy a draft."""
    _ = s.translate
    dialog = _dialog(s, subject)
    if dialog is None:
        return main(s)
    return Outcome((Say(_("The draft is erased.")),), close=(dialog.id,))


def mine(s: Situation, subject: str = "") -> Outcome:
    """Show entries and drafts, with what is missing."""
    return Outcome((show.entries_and_drafts(s),))


def entry(s: Situation, subject: str) -> Outcome:
    """Show one entry whole."""
    found = s.facts_of(EntryOf(subject))
    return Outcome((show.entry(s, found) if found else show.no_such_entry(s, subject),))


def change(s: Situation, subject: str) -> Outcome:
    """Open the correction of an entry, if it may still be changed."""
    return _about_entry(s, "correct", subject)


def take_back(s: Situation, subject: str) -> Outcome:
    """Open the withdrawal of an entry, if it may still be changed."""
    return _about_entry(s, "withdraw", subject)


def confirm(s: Situation, subject: str) -> Outcome:
    """Stand for an entry that somebody of the unit sent."""
    found = s.facts_of(EntryOf(subject))
    if found is None:
        return Outcome((show.no_such_entry(s, subject),))
    if found.state != "sent":
        return Outcome((show.entry(s, found),))
    return Outcome(command=ConfirmEntry(found.id, found.version))


def photos(s: Situation, subject: str) -> Outcome:
    """Open the place for photos of an entry."""
    found = s.facts_of(EntryOf(subject))
    return (
        present(s, begin(s, "photos", subject=found.id))
        if found
        else Outcome((show.no_such_entry(s, subject),))
    )


def unit(s: Situation, subject: str = "") -> Outcome:
    """Show how the person's units stand."""
    return Outcome((show.standing(s),)) if s.person.memberships else register(s)


def deadlines(s: Situation, subject: str = "") -> Outcome:
    """Show the deadlines of the round."""
    return Outcome((show.deadlines(s),))


def help_(s: Situation, subject: str = "") -> Outcome:
    """Say whom to call."""
    human = s.facts_of(HumanFor(_unit(s)))
    return Outcome((show.human(s, human),))


def data(s: Situation, subject: str = "") -> Outcome:
    """Show what is kept about the person."""
    return Outcome((show.what_is_kept(s, s.facts_of(HumanFor(_unit(s)))),))


def link(s: Situation, subject: str = "") -> Outcome:
    """Make a one-time code to go on elsewhere."""
    return Outcome(command=MakeReturnCode())


def call_human(s: Situation, words: str) -> Outcome:
    """Hand the words to the staff member in charge."""
    return Outcome(command=AskForHelp(words))


def english(s: Situation, subject: str = "") -> Outcome:
    """Speak English from now on."""
    return Outcome(command=ChooseLanguage("en"))


def vietnamese(s: Situation, subject: str = "") -> Outcome:
    """Speak Vietnamese from now on."""
    return Outcome(command=ChooseLanguage("vi"))


def _about_entry(s: Situation, script: str, subject: str) -> Outcome:
    found = s.facts_of(EntryOf(subject))
    if found is None:
        return Outcome((show.no_such_entry(s, subject),))
    if not found.may_change():
        return Outcome((show.entry(s, found),))
    return present(s, begin(s, script, subject=found.id))


def _dialog(s: Situation, id_: str) -> Open | None:
    return next((dialog for dialog in s.dialogs if dialog.id == id_), None)


def _unit(s: Situation) -> str:
    return s.person.memberships[0].unit.id if s.person.memberships else ""


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "main": main,
    "register": register,
    "open": reopen,
    "drop": drop,
    "drop-yes": drop_yes,
    "mine": mine,
    "show": entry,
    "correct": change,
    "withdraw": take_back,
    "confirm": confirm,
    "photos": photos,
    "unit": unit,
    "deadlines": deadlines,
    "help": help_,
    "data": data,
    "link": link,
    "english": english,
    "vietnamese": vietnamese,
}
