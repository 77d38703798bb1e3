"""What can be asked for outside a dialog: each act is one function of who asks and about what."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from conversations import drafts, entries, own_data, searching, show, tables
from conversations.dialogs import begin, front
from conversations.drive import present
from conversations.membership.asking import ACTS as MEMBERSHIP
from conversations.organising.acts import ACTS as ORGANISATION
from conversations.organising.leaving import is_change
from conversations.outcome import Outcome
from conversations.situation import Open, Situation
from conversations.standing import deadlines, standing
from dialog.state import State
from rules.commands import AskForHelp, ChooseLanguage, ConfirmEntry, MakeReturnCode
from rules.entry import Entry
from rules.permissions import may_act
from rules.requests import EntryOf, HumanFor

Act: TypeAlias = Callable[[Situation, str], Outcome]


def do(s: Situation, name: str, subject: str = "") -> Outcome:
    """Return what comes of an act; one unknown or not theirs is answered with the main list."""
    known = name in ACTS and may_act(name, s.person, agreed=s.consent == "given")
    return (ACTS[name] if known else _main)(s, subject)


def register(s: Situation, *, lead: str = "") -> Outcome:
    """Go on with the only draft, or begin one; of several drafts ask which."""
    if not s.person.memberships:
        return present(s, begin(s, "introduce"), lead=lead)
    kept, ahead = drafts.registrations(s), front(s)
    if not kept:
        return present(s, begun(s), lead=lead)
    if ahead in kept:
        return present(s, ahead, lead=lead)
    if len(kept) > 1:
        return Outcome((drafts.to_choose(s, kept),))
    return present(s, kept[0], lead=lead or drafts.resumed(s, kept[0]))


def begun(s: Situation, state: State | None = None) -> Open:
    """Return a new registration; it keeps in mind for which unit, while there is only one."""
    hats, state = s.person.memberships, state or State()
    if len(hats) == 1:
        state = replace(state, answers={"_for": hats[0].unit.id, **state.answers})
    return begin(s, "register", state=state)


def call_human(words: str) -> Outcome:
    """Hand the words to the staff member in charge."""
    return Outcome(command=AskForHelp(words))


def _main(s: Situation, _subject: str) -> Outcome:
    ahead = front(s)
    if ahead and ahead.script == "register":
        return Outcome((show.main_list(s, drafts.being_written(s, ahead)),))
    if ahead and is_change(ahead):
        text = s.translate("Nothing was changed.")
        return Outcome((show.main_list(s, text),), close=(ahead.id,))
    return Outcome((show.main_list(s),))


def _register(s: Situation, subject: str) -> Outcome:
    if subject == "new" and s.person.memberships:
        return present(s, begun(s))
    return register(s)


def _open(s: Situation, subject: str) -> Outcome:
    dialog = _dialog(s, subject)
    return present(s, dialog) if dialog else Outcome((show.gone(s),))


def _drop(s: Situation, subject: str) -> Outcome:
    """Ask for the second yes before a draft is destroyed."""
    ahead, kept = front(s), drafts.registrations(s)
    one = _dialog(s, subject) if subject else ahead
    meant = [one] if one and one.script in {"register", "correct"} else kept
    return Outcome((drafts.to_drop(s, meant),)) if meant else Outcome((show.main_list(s),))


def _drop_yes(s: Situation, subject: str) -> Outcome:
    _ = s.translate
    dialog = _dialog(s, subject)
    if dialog is None:
        return Outcome((show.gone(s),))
    text = _("Erased: {draft}.").format(draft=drafts.draft_name(s, dialog))
    left = replace(s, dialogs=tuple(other for other in s.dialogs if other is not dialog))
    ahead = front(left)
    if ahead is None:
        return Outcome((show.main_list(s, text),), close=(dialog.id,))
    lead = "\n\n".join((text, drafts.this_one(s, ahead)))
    return Outcome(close=(dialog.id,)).then(present(left, ahead, lead=lead.strip()))


def _mine(s: Situation, _subject: str) -> Outcome:
    return Outcome((entries.entries_and_drafts(s),))


def _entry(s: Situation, subject: str) -> Outcome:
    return _about(s, subject, lambda found: Outcome((entries.entry(s, found),)))


def _correct(s: Situation, subject: str) -> Outcome:
    return _about(s, subject, lambda found: _changing(s, "correct", found))


def _withdraw(s: Situation, subject: str) -> Outcome:
    return _about(s, subject, lambda found: _changing(s, "withdraw", found))


def _photos(s: Situation, subject: str) -> Outcome:
    return _about(s, subject, lambda found: present(s, begin(s, "photos", subject=found.id)))


def _confirm(s: Situation, subject: str) -> Outcome:
    def confirmed(found: Entry) -> Outcome:
        if found.state == "sent":
            return Outcome(command=ConfirmEntry(found.id, found.version))
        return Outcome((entries.entry(s, found),))

    return _about(s, subject, confirmed)


def _about(s: Situation, subject: str, then: Callable[[Entry], Outcome]) -> Outcome:
    """Return what comes of an act about an entry the person may see, by default their last one."""
    found: Entry | None = s.facts_of(EntryOf(subject)) if subject else entries.last_sent(s)
    if found:
        return then(found)
    return Outcome((entries.none_such(s, subject) if subject else entries.entries_and_drafts(s),))


def _changing(s: Situation, script: str, found: Entry) -> Outcome:
    if not found.may_change():
        return Outcome((entries.entry(s, found),))
    return present(s, begin(s, script, subject=found.id, programme=found.programme))


def _again(s: Situation, _subject: str) -> Outcome:
    """Answer whoever sends without anything being open with what they sent last."""
    sent = entries.last_sent(s)
    return Outcome((entries.already_sent(s, sent),)) if sent else register(s)


def _unit(s: Situation, _subject: str) -> Outcome:
    return Outcome((standing(s),)) if s.person.memberships else register(s)


def _deadlines(s: Situation, _subject: str) -> Outcome:
    return Outcome((deadlines(s),))


def _help(s: Situation, _subject: str) -> Outcome:
    return Outcome((show.human(s, s.facts_of(HumanFor())),))


def _not_ours(s: Situation, _subject: str) -> Outcome:
    return Outcome((show.not_ours(s),))


def _dialog(s: Situation, id_: str) -> Open | None:
    return next((dialog for dialog in s.dialogs if dialog.id == id_), None)


ACTS: Mapping[str, Act] = {
    "main": _main,
    "register": _register,
    "new": lambda s, _subject: _register(s, "new"),
    "open": _open,
    "drop": _drop,
    "drop-yes": _drop_yes,
    "mine": _mine,
    "show": _entry,
    "correct": _correct,
    "withdraw": _withdraw,
    "confirm": _confirm,
    "photos": _photos,
    "again": _again,
    "unit": _unit,
    "deadlines": _deadlines,
    "help": _help,
    **own_data.ACTS,
    **searching.ACTS,
    **tables.ACTS,
    **ORGANISATION,
    **MEMBERSHIP,
    "not-ours": _not_ours,
    "codes": lambda s, _subject: present(s, begin(s, "codes")),
    "link": lambda _s, _subject: Outcome(command=MakeReturnCode()),
    "english": lambda _s, _subject: Outcome(command=ChooseLanguage("en")),
    "vietnamese": lambda _s, _subject: Outcome(command=ChooseLanguage("vi")),
}
