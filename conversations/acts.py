"""What can be asked for outside a dialog: each act is one function of who asks and about what."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal, TypeAlias

from conversations import drafts, entries, own_data, searching, show, tables
from conversations.announcing.acts import ACTS as ANNOUNCING
from conversations.deadline_acts import ACTS as DEADLINES
from conversations.deadlines import deadlines
from conversations.desk_acts import ACTS as DESK
from conversations.dialogs import begin, front
from conversations.drive import present
from conversations.entry_states import entry_states
from conversations.help_notices import ACTS as HELP
from conversations.kinds import ADOPT
from conversations.launching import ACTS as LAUNCHING
from conversations.launching import meant
from conversations.meetings.acts import ACTS as MEETINGS
from conversations.meetings.duties import ACTS as DUTIES
from conversations.membership.asking import ACTS as MEMBERSHIP
from conversations.office_acts import ACTS as OFFICE
from conversations.on_paper.asking import ACTS as ON_PAPER
from conversations.organising.acts import ACTS as ORGANISATION
from conversations.organising.leaving import is_change
from conversations.outcome import Outcome
from conversations.plan import may_plan
from conversations.printing import ACTS as PRINTING
from conversations.quarter import quarter
from conversations.rating import ratings
from conversations.reminding.acts import ACTS as REMINDING
from conversations.reminding.why import ACTS as WHY
from conversations.scheduling.acts import ACTS as SCHEDULING
from conversations.situation import Form, Open, Situation
from conversations.standing import standing
from conversations.summary.acts import ACTS as SUMMARY
from conversations.targets import ACTS as TARGETS
from dialog.state import State
from rules.acts import may_act
from rules.commands import AskForHelp, ChooseLanguage, ConfirmEntry, LeaveAsIs, MakeReturnCode
from rules.entry import Entry
from rules.life import may
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
        _ = s.translate
        text = _("Nothing was changed.")
        return Outcome((show.main_list(s, text),), close=(ahead.id,))
    return Outcome((show.main_list(s),))


def _register(s: Situation, subject: str) -> Outcome:
    if subject == "new" and s.person.memberships:
        return present(s, begun(s))
    return register(s)


def _adopt(s: Situation, subject: str) -> Outcome:
    """Begin to register that a launched model is taken up."""
    found = meant(s, subject)
    if found is None or not s.person.memberships:
        return Outcome((show.gone(s),)) if found is None else register(s)
    form, model = found
    return present(s, begun(s, State(answers={**_programme(s, form), ADOPT: model.code})))


def _programme(s: Situation, form: Form) -> dict[str, str]:
    return {"_programme": form.programme.code} if len(s.forms) > 1 else {}


def _plan(s: Situation, _subject: str) -> Outcome:
    if may_plan(s):
        return present(s, begin(s, "plan"))
    _ = s.translate
    return Outcome((show.main_list(s, _("No model needs a plan of your unit now.")),))


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
    return _about(s, subject, lambda found: Outcome(command=ConfirmEntry(found.id, found.version)))


def _about(s: Situation, subject: str, then: Callable[[Entry], Outcome]) -> Outcome:
    """Return what comes of an act about an entry the person may see, by default their last one."""
    found: Entry | None = s.facts_of(EntryOf(subject)) if subject else entries.last_sent(s)
    if found:
        return then(found)
    return Outcome((entries.none_such(s, subject) if subject else entries.entries_and_drafts(s),))


def _changing(s: Situation, script: Literal["correct", "withdraw"], found: Entry) -> Outcome:
    may_be = found.may_change() or (script == "correct" and may("ask-correction", found.state))
    if not may_be and script == "withdraw" and found.state == "accepted":
        return Outcome((entries.not_taken_back(s, found),))
    if not may_be:
        return Outcome(command=LeaveAsIs(found.id, script))
    return present(s, begin(s, script, subject=found.id, programme=found.programme))


def _again(s: Situation, _subject: str) -> Outcome:
    """Answer whoever sends without anything being open with what they sent last."""
    sent = entries.last_sent(s)
    return Outcome((entries.already_sent(s, sent),)) if sent else register(s)


def _unit(s: Situation, subject: str) -> Outcome:
    """Return how the units stand; a registration only opened makes room for what comes next.

    `subject` is "other" where another unit was asked for.
    """
    if not s.person.memberships:
        return register(s)
    ahead = front(s)
    if ahead is None or ahead.script != "register" or not drafts.is_bare(ahead):
        return Outcome((standing(s, of_other=subject == "other"),))
    left = replace(s, dialogs=tuple(other for other in s.dialogs if other is not ahead))
    return Outcome((standing(left, of_other=subject == "other"),), close=(ahead.id,))


def _states(s: Situation, _subject: str) -> Outcome:
    return Outcome((standing(s) if s.person.runs_the_office() else entry_states(s),))


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
    "states": _states,
    "deadlines": _deadlines,
    "quarter": quarter,
    "help": _help,
    **own_data.ACTS,
    **HELP,
    **searching.ACTS,
    **tables.ACTS,
    **ORGANISATION,
    **ON_PAPER,
    **MEMBERSHIP,
    **OFFICE,
    **LAUNCHING,
    **MEETINGS,
    **DUTIES,
    **ANNOUNCING,
    **TARGETS,
    **DEADLINES,
    "adopt": _adopt,
    "plan": _plan,
    "ratings": ratings,
    **DESK,
    **PRINTING,
    **SUMMARY,
    **SCHEDULING,
    **WHY,
    **REMINDING,
    "not-ours": _not_ours,
    "documents": lambda s, _subject: Outcome((show.unreadable(s, "file"),)),
    "office-more": lambda s, _subject: Outcome((show.office_list(s),)),
    "contact-list": lambda s, _subject: Outcome((show.contact_list(s),)),
    "codes": lambda s, _subject: present(s, begin(s, "codes")),
    "link": lambda _s, _subject: Outcome(command=MakeReturnCode()),
    "english": lambda _s, _subject: Outcome(command=ChooseLanguage("en")),
    "vietnamese": lambda _s, _subject: Outcome(command=ChooseLanguage("vi")),
}
