"""What is said after a command was carried out, and which conversation goes on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conversations import entries, show
from conversations.closing import say_until
from conversations.conclude_adoption import WORDS as ADOPTION
from conversations.conclude_announcements import WORDS as ANNOUNCEMENTS
from conversations.conclude_codes import WORDS as CODES
from conversations.conclude_deadlines import WORDS as DEADLINES
from conversations.conclude_desk import WORDS as DESK
from conversations.conclude_duties import WORDS as DUTIES
from conversations.conclude_files import FILE_WORDS
from conversations.conclude_imports import IMPORT_WORDS
from conversations.conclude_meetings import WORDS as MEETINGS
from conversations.conclude_members import WORDS as MEMBERS
from conversations.conclude_members import who_is_there
from conversations.conclude_office import WORDS as OFFICE
from conversations.conclude_own_data import WORDS as OWN_DATA
from conversations.conclude_papers import WORDS as PAPERS
from conversations.conclude_reminding import WORDS as REMINDING
from conversations.conclude_schedules import WORDS as SCHEDULES
from conversations.conclude_summary import WORDS as SUMMARY
from conversations.dialogs import at, front
from conversations.digression import and_again
from conversations.drafts import registrations, resumed, this_one
from conversations.help_notices import WORDS as HELP
from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.organising.outcomes import WORDS as ORGANISATION
from conversations.outcome import Outcome
from conversations.receipt import receipt
from conversations.said import Begin
from conversations.say import Say
from conversations.situation import Situation, form_of
from conversations.wrong_code import wrong_code
from dialog.turn import Waiting
from rules import results
from rules.commands import LeaveAsIs
from rules.life import may
from rules.member_results import PhoneRecognised
from rules.phones import say_phone
from rules.requests import HumanFor


def conclude(s: Situation, result: results.Result) -> Outcome:
    """Return what to say about a result; another dialog that is open then asks again."""
    outcome = _WORDS[type(result)](s, result)
    ahead = front(s)
    if outcome.begin or not ahead or isinstance(result, PhoneRecognised):
        return outcome  # the last is a question of its own
    standing = at(s, ahead)
    if isinstance(standing, Waiting):
        return and_again(s, outcome, ahead, standing, lead=this_one(s, ahead))
    if isinstance(standing.command, LeaveAsIs):  # the result has left it with nothing to do
        return outcome.then(Outcome(close=(ahead.id,)))
    return outcome


def _registered(s: Situation, r: results.Registered) -> Outcome:
    return Outcome((receipt(s, r),))


def _corrected(s: Situation, r: results.Corrected) -> Outcome:
    _ = s.translate
    if r.asked_by:
        text = _("Supplemented and sent to comrade {name} again, {moment}. It is still {number}.")
    else:
        text = _(
            "The correction is sent, {moment}. The number is still {number}, "
            "the time of receipt too."
        )
    text = text.format(moment=say_moment(s.now, _), number=r.entry.number, name=r.asked_by)
    return Outcome((Say(text, entries.entry_ways(s, r.entry)),))


def _confirmed(s: Situation, r: results.Confirmed) -> Outcome:
    _ = s.translate
    text = _("Registration number {number} “{name}” is confirmed.")
    text = text.format(number=r.entry.number, name=r.entry.name)
    board = form_of(s.forms, r.entry.programme).programme.office.board
    text += " " + _("{board} will look at it and answer here.").format(board=board)
    return Outcome((Say(text, entries.entry_ways(s, r.entry)),))


def _withdrawn(s: Situation, r: results.Withdrawn) -> Outcome:
    _ = s.translate
    text = _("Registration number {number} “{name}” is taken back. The office sees that it was.")
    text = text.format(number=r.entry.number, name=r.entry.name)
    return Outcome((Say(text, rows(act(_("My unit"), "unit"))),))


def _photos(s: Situation, r: results.PhotosKept) -> Outcome:
    _ = s.translate
    text = _("Registration number {number} now has {count} photos.")
    text = text.format(number=r.entry.number, count=r.count)
    return Outcome((Say(text, entries.entry_ways(s, r.entry), counts=r.entry.id),))


def _unchanged(s: Situation, r: results.Unchanged) -> Outcome:
    _ = s.translate
    if r.entry is None:
        return Outcome((show.none_such(s),))
    if not (r.entry.may_change() or may("ask-correction", r.entry.state)):
        text = _("This registration can no longer be changed here; to change it, call {human}.")
        whom = show.say_human(s, s.facts_of(HumanFor(r.entry.unit.id)))
        say = entries.entry(s, r.entry)
        return Outcome((replace(say, text=f"{text.format(human=whom)}\n\n{say.text}"),))
    text = _("Nothing was changed. Registration number {number} stands as it was.")
    text = text.format(number=r.entry.number)
    return Outcome((Say(text, entries.entry_ways(s, r.entry)),))


def _consented(s: Situation, r: results.Consented) -> Outcome:
    _ = s.translate
    if r.linked:
        return _code_used(s, results.CodeUsed(linked=True))
    if r.code_failed:
        return Outcome(begin=Begin("introduce", _("Thank you. The code is no longer valid.")))
    if not s.person.memberships:
        return Outcome(begin=who_is_there(s, _("Thank you.")))
    if not s.person.name:
        return Outcome(begin=Begin("introduce", _("Thank you.")))
    if s.person.runs_the_office():
        return Outcome((show.main_list(s, _("Thank you. What do you need, comrade?")),))
    return Outcome(begin=Begin("register", " ".join((_("Thank you."), _what_comes(s)))))


def _what_comes(s: Situation) -> str:
    """Return how long it takes, or that a draft is gone on with."""
    _ = s.translate
    kept = registrations(s)
    if kept:
        return resumed(s, kept[0]) if len(kept) == 1 else ""
    boxes = len(s.forms[0].programme.boxes)
    text = _(
        "There are {count} questions, about {minutes} minutes. "
        "If you lose the network or get busy, just stop: what was said is kept."
    )
    return text.format(count=boxes, minutes=max(2, boxes - 1))


def _introduced(s: Situation, r: results.Introduced) -> Outcome:
    _ = s.translate
    lead = f"{s.person.name}, {r.membership.unit.name}."
    if not r.membership.confirmed:
        text = _("An officer will confirm that you belong to the unit; you can register already.")
        lead = f"{lead} {text}"
    return Outcome(begin=Begin("register", f"{lead}\n\n{_what_comes(s)}"))


def _declined(s: Situation, r: results.Declined) -> Outcome:
    _ = s.translate
    form = s.forms[0]
    text = _(
        "Very well. The assistant keeps nothing about you. Please send the paper form to {board}. "
        "{until} For questions, call {phone}."
    )
    board, phone = form.programme.office.board, say_phone(r.human.phone)
    until = say_until(form, s.now, _)
    return Outcome((Say(text.format(board=board, until=until, phone=phone)),))


def _code_used(s: Situation, r: results.CodeUsed) -> Outcome:
    _ = s.translate
    if r.linked:
        lead = _("The assistant knows you again; your drafts and what you sent are here.")
        return Outcome((Say(lead),) if front(s) else (Say(lead), entries.entries_and_drafts(s)))
    if not s.person.name:
        return Outcome(begin=Begin("introduce"))
    assert r.joined  # noqa: S101 - a code either links or joins
    joined = _("You have joined {unit}.").format(unit=r.joined.unit.name)
    asked = tuple(dialog.id for dialog in s.dialogs if dialog.script == "introduce")
    return Outcome((show.main_list(s, joined),), close=asked)  # who they are is known by it


def _code_refused(s: Situation, r: results.CodeRefused) -> Outcome:
    return Outcome((Say(wrong_code(r.human, s.translate, wait=r.wait)),))


def _return_code(s: Situation, r: results.ReturnCode) -> Outcome:
    _ = s.translate
    text = _("Your code to come back: {code}, for one time. Send it from the other phone or page.")
    way = _("• {way}: {link}")
    ways = ((_("The page"), r.page), *r.ways)
    lines = [way.format(way=name, link=link) for name, link in ways]
    return Outcome((Say("\n".join((text.format(code=r.code), _("Or open:"), *lines))),))


def _help(s: Situation, r: results.HelpComing) -> Outcome:
    _ = s.translate
    if r.told:
        text = _(
            "The assistant did not understand, so your message went to {human}. "
            "You can also call. What was written is kept."
        )
    else:
        text = _("The assistant did not understand. Please call {human}. What was written is kept.")
    return Outcome((Say(text.format(human=show.say_human(s, r.human))),))


def _phone(s: Situation, r: results.PhoneKept) -> Outcome:
    _ = s.translate
    text = _("Your phone number is kept: {phone}.")
    return Outcome((Say(text.format(phone=say_phone(r.phone))),))


def _language(s: Situation, _r: results.LanguageChosen) -> Outcome:
    _ = s.translate
    if s.consent != "given":
        return Outcome(begin=Begin("consent"))
    return Outcome((show.main_list(s, _("From now on the assistant speaks English.")),))


_WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    **FILE_WORDS,
    **CODES,
    **IMPORT_WORDS,
    results.Registered: _registered,
    results.Corrected: _corrected,
    results.Confirmed: _confirmed,
    results.Withdrawn: _withdrawn,
    results.PhotosKept: _photos,
    results.Unchanged: _unchanged,
    results.Consented: _consented,
    results.Introduced: _introduced,
    results.Declined: _declined,
    results.CodeUsed: _code_used,
    results.CodeRefused: _code_refused,
    results.ReturnCode: _return_code,
    results.HelpComing: _help,
    results.PhoneKept: _phone,
    results.LanguageChosen: _language,
    **OWN_DATA,
    **PAPERS,
    **HELP,
    **MEMBERS,
    **OFFICE,
    **ORGANISATION,
    **ADOPTION,
    **ANNOUNCEMENTS,
    **DESK,
    **SUMMARY,
    **MEETINGS,
    **DUTIES,
    **DEADLINES,
    **SCHEDULES,
    **REMINDING,
}
