"""What came of an act at the desk, in a sentence on the next page."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from conversations.conclude_announcements import SENTENCES as ANNOUNCEMENTS
from conversations.conclude_deadlines import SENTENCES as DEADLINES
from conversations.conclude_members import say_kept
from conversations.desk.wrong import say_wrong
from conversations.organising.refusals import unit_refusals
from conversations.refusals import details_of
from conversations.reminding.sent import say_settled
from conversations.second_words import say_second
from conversations.situation import Situation
from dialog.turn import Translate
from rules import (
    code_results,
    member_results,
    office_results,
    paper_results,
    reminding_results,
    results,
    unit_results,
)
from rules.unit_commands import ExemptUnit, LiftExemption

_Words: TypeAlias = Callable[[Any, Translate], str]


def say_outcome(s: Situation, result: results.Result) -> str:
    """Return what came of it; of what came too late, who was first and when."""
    if isinstance(result, results.TooLate):
        return say_second(s, result)
    if isinstance(result, member_results.MembershipKept):
        return say_kept(s, result)
    return _WORDS[type(result)](result, s.translate)


def _number(text: str, entry: Any) -> str:
    return text.format(number=entry.number, name=entry.name)


def _told(text: str, told: int, _: Translate) -> str:
    if not told:
        return text
    return f"{text} " + _("{count} people of the unit were told.").format(count=told)


def _accepted(r: office_results.Accepted, _: Translate) -> str:
    return _told(_number(_("Registration number {number} is taken in."), r.entry), r.told, _)


def _returned(r: office_results.Returned, _: Translate) -> str:
    text = _("A supplement to registration number {number} was asked for.")
    return _told(_number(text, r.entry), r.told, _)


def _mended(r: office_results.Mended, _: Translate) -> str:
    text = _("The spelling of registration number {number} is corrected.")
    return _told(_number(text, r.entry), r.told, _)


def _settled(r: office_results.CorrectionSettled, _: Translate) -> str:
    text = _("Registration number {number}: the correction is not granted, the author was told.")
    if r.granted:
        text = _("Registration number {number} has the new words now, the author was told.")
    return _number(text, r.entry)


def _withdrawn(r: results.Withdrawn, _: Translate) -> str:
    return _number(_("Registration number {number} is taken out."), r.entry)


def _called(r: office_results.CallNoted, _: Translate) -> str:
    text = _("The call to {unit} is noted: {words}.")
    return text.format(unit=r.unit.name, words=r.words.rstrip("."))


def _paper(r: paper_results.PaperReceived, _: Translate) -> str:
    if r.entries:
        text = _("Originals of {unit}: received for {count} registrations.")
    elif r.waiting:
        text = _("A form of {unit} is here and waits to be typed in.")
    else:
        text = _("The original of {unit} was noted before; nothing changed.")
    return text.format(unit=r.unit.name, count=r.entries)


def _struck(r: paper_results.PaperStruck, _: Translate) -> str:
    if r.unit is None:
        return _("This paper was taken back before; nothing changed.")
    return _("The paper of {unit} is no longer noted.").format(unit=r.unit.name)


def _paper_not(r: paper_results.PaperRefused, _: Translate) -> str:
    return say_wrong(r.why, _)


def _typed(r: paper_results.TypedIn, _: Translate) -> str:
    text = _("Typed in: number {number}. Type in the next form.")
    if not r.on_time:
        text = _("Typed in: number {number}, after the deadline. Type in the next form.")
    return _number(text, r.entry)


def _helped(r: office_results.HelpSettled, _: Translate) -> str:
    if not r.name:
        return _("This was settled before; nothing changed.")
    return _("Noted: comrade {name} was helped.").format(name=r.name)


def _member(r: member_results.MembershipConfirmed, _: Translate) -> str:
    text = _("Confirmed: comrade {name} belongs to {unit}.")
    return text.format(name=r.member.person.name, unit=r.member.unit.name)


def _no_member(r: member_results.MembershipRefused, _: Translate) -> str:
    text = _("Noted: comrade {name} is not of {unit}.")
    return text.format(name=r.member.person.name, unit=r.member.unit.name)


def _settled_before(r: member_results.MembershipSettled, _: Translate) -> str:
    if r.confirmed:
        text = _("Comrade {by} has confirmed comrade {name} already. Nothing changed.")
    else:
        text = _("Comrade {by} has noted already that {name} is not of it. Nothing changed.")
    return text.format(by=r.by, name=r.name)


def _codes(r: code_results.CodesComing, _: Translate) -> str:
    text = _("{count} codes are being made; the files come in your chat with the assistant.")
    return text.format(count=r.count)


def _nobody(r: code_results.NobodyToInvite, _: Translate) -> str:
    if not r.without:
        return _("Everybody has come already; no code is needed.")
    text = _("No code was made: {units} has no contact. Enter the contacts first.")
    return text.format(units=", ".join(r.without[:3]))


def _revoked(r: code_results.CodesRevoked, _: Translate) -> str:
    return _("{count} codes are good no longer.").format(count=r.count)


def _unit(r: unit_results.UnitChanged, _: Translate) -> str:
    unit = r.card.unit.name if r.card else r.before
    if isinstance(r.command, ExemptUnit):
        text = _("{unit} is exempt in {year}: {reason}.")
        reason = r.command.reason.rstrip(".")
        return text.format(unit=unit, year=r.command.round, reason=reason)
    if isinstance(r.command, LiftExemption):
        text = _("{unit} is exempt no longer in {year}.")
        return text.format(unit=unit, year=r.command.round)
    return _("{unit} is changed.").format(unit=unit)


def _no_change(r: unit_results.UnitRefused, _: Translate) -> str:
    text = unit_refusals(_).get(r.why.reason, _("This cannot be done; nothing changed."))
    return text.format(**details_of(r.why))


_WORDS: Mapping[type, _Words] = {
    reminding_results.SentSettled: say_settled,
    office_results.Accepted: _accepted,
    office_results.Returned: _returned,
    office_results.Mended: _mended,
    office_results.CorrectionSettled: _settled,
    office_results.CallNoted: _called,
    office_results.HelpSettled: _helped,
    results.Withdrawn: _withdrawn,
    unit_results.UnitChanged: _unit,
    unit_results.UnitRefused: _no_change,
    paper_results.PaperReceived: _paper,
    paper_results.PaperStruck: _struck,
    paper_results.TypedIn: _typed,
    paper_results.PaperRefused: _paper_not,
    member_results.MembershipConfirmed: _member,
    member_results.MembershipRefused: _no_member,
    member_results.MembershipSettled: _settled_before,
    code_results.CodesComing: _codes,
    code_results.NobodyToInvite: _nobody,
    code_results.CodesRevoked: _revoked,
    **ANNOUNCEMENTS,
    **DEADLINES,
}
