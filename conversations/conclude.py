"""What is said after a command was carried out, and which conversation goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from conversations import show
from conversations.drive import front, present
from conversations.moments import say_last_moment, say_moment
from conversations.offer import act
from conversations.outcome import Outcome
from conversations.situation import Situation
from dialog.said import Begin
from dialog.say import Say
from rules import results
from rules.phones import say_phone
from rules.rounds import deadline


def conclude(s: Situation, result: results.Result) -> Outcome:
    """Return what to say about a result; other open dialogs then ask again."""
    outcome = _WORDS[type(result)](s, result)
    waiting = front(s)
    if outcome.begin is None and waiting:
        return outcome.then(present(s, waiting))
    return outcome


def _registered(s: Situation, r: results.Registered) -> Outcome:
    if r.again:
        return Outcome((show.already_sent(s, r.entry),))
    _ = s.translate
    e = r.entry
    timing = _("on time") if r.on_time else _("after the deadline")
    head = _("RECEIVED: registration number {code}, {moment}, {timing}.").format(
        code=e.code, moment=say_moment(e.received, _), timing=timing
    )
    lines = [head, "", f"“{e.name}” – {e.unit.name}.", _count(s, r), "", _next_step(s, r)]
    lines += ["", _("To help you: {human}.").format(human=show.say_human(s, r.human))]
    if r.return_code:
        lines += ["", _way_back(s, r.return_code)]
    more = (act(_("My unit"), "unit"),)
    return Outcome((Say("\n".join(lines).replace("\n\n\n", "\n\n"), (*_receipt_ways(s, r), more)),))


def _receipt_ways(s: Situation, r: results.Registered) -> tuple[tuple[Any, ...], ...]:
    _ = s.translate
    return show.rows(
        act(_("Send photos (not required)"), "photos", r.entry.id, r.entry.version),
        act(_("Correct it"), "correct", r.entry.id, r.entry.version),
    )


def _count(s: Situation, r: results.Registered) -> str:
    _ = s.translate
    year, done, quota = r.entry.round, r.standing.registered, r.standing.quota
    if not quota:
        return _("Registered in {year} so far: {done}.").format(year=year, done=done)
    if r.standing.met:
        text = _("Registered {done}/{quota}, the quota of {year} is met.")
    else:
        text = _("Registered {done}/{quota} in {year}, {missing} still missing.")
    return text.format(done=done, quota=quota, year=year, missing=r.standing.missing)


def _next_step(s: Situation, r: results.Registered) -> str:
    _ = s.translate
    board = next(
        (f for f in s.forms if f.programme.code == r.entry.programme), s.forms[0]
    ).programme.office.board
    hat = s.person.membership(r.entry.unit.id)
    if hat and hat.confirmed and hat.role != "member":
        return _(
            "As {position} you need not confirm it again. {board} will look at it and answer here."
        ).format(position=hat.position or _("the unit's officer"), board=board)
    if r.confirmer is None:
        return _("Next: {board} will look who sent it, and answer here.").format(board=board)
    who = show.say_human(s, r.confirmer)
    told = _("They have been told.") if r.told else _("Please tell them.")
    return _("Next: {who} confirms it. {told}").format(who=who, told=told)


def _way_back(s: Situation, code: str) -> str:
    _ = s.translate
    text = _(
        "Your code to come back: {code}. On another phone, or if you lose this page, open {page} and type it."
    )
    return text.format(code=code, page=s.door.page)


def _corrected(s: Situation, r: results.Corrected) -> Outcome:
    _ = s.translate
    text = _(
        "The correction is sent, {moment}. The number is still {number}, the time of receipt too."
    )
    say = Say(
        text.format(moment=say_moment(s.now, _), number=r.entry.number), show.entry_ways(s, r.entry)
    )
    return Outcome((say,))


def _confirmed(s: Situation, r: results.Confirmed) -> Outcome:
    _ = s.translate
    text = _("Registration number {number} “{name}” is confirmed.")
    say = Say(text.format(number=r.entry.number, name=r.entry.name), show.entry_ways(s, r.entry))
    return Outcome((say,))


def _withdrawn(s: Situation, r: results.Withdrawn) -> Outcome:
    _ = s.translate
    text = _(
        "Registration number {number} “{name}” is taken back. The office sees that it was."
    )
    return Outcome((Say(text.format(number=r.entry.number, name=r.entry.name)),))


def _photos(s: Situation, r: results.PhotosKept) -> Outcome:
    _ = s.translate
    text = _("Registration number {number} now has {count} photos.")
    return Outcome(
        (Say(text.format(number=r.entry.number, count=r.count), show.entry_ways(s, r.entry)),)
    )


def _unchanged(s: Situation, r: results.Unchanged) -> Outcome:
    _ = s.translate
    if r.entry is None:
        return Outcome((show.gone(s),))
    text = _("Nothing was changed. Registration number {number} stands as it was.")
    return Outcome((Say(text.format(number=r.entry.number), show.entry_ways(s, r.entry)),))


def _too_late(s: Situation, r: results.TooLate) -> Outcome:
    _ = s.translate
    lead = Say(_("This was changed in the meantime; your press changes nothing."))
    return Outcome((lead, show.entry(s, r.entry)) if r.entry else (lead,))


def _consented(s: Situation, r: results.Consented) -> Outcome:
    _ = s.translate
    if r.linked:
        return _code_used(s, results.CodeUsed(linked=True))
    if r.code_failed:
        return Outcome(begin=Begin("introduce", _("Thank you. The code is no longer valid.")))
    if not s.person.name:
        return Outcome(begin=Begin("introduce", _("Thank you.")))
    if not s.person.memberships:
        return Outcome(begin=Begin("introduce", _("Thank you.")))
    return Outcome(begin=Begin("register", _thanks(s)))


def _thanks(s: Situation) -> str:
    _ = s.translate
    boxes = len(s.forms[0].programme.boxes)
    text = _(
        "Thank you. There are {count} questions, about {minutes} minutes. If you lose the network or get busy, "
        "just stop: what was said is kept."
    )
    return text.format(count=boxes, minutes=max(2, boxes - 1))


def _introduced(s: Situation, r: results.Introduced) -> Outcome:
    _ = s.translate
    lead = _(
        "{name}, {unit}. An officer will confirm that you belong to the unit; you can register already."
    )
    lead = lead.format(name=s.person.name, unit=r.membership.unit.name)
    return Outcome(begin=Begin("register", f"{lead}\n\n{_thanks(s)}"))


def _declined(s: Situation, r: results.Declined) -> Outcome:
    _ = s.translate
    form = s.forms[0]
    last = deadline(form.programme, "register", form.year, s.zone()).last
    text = _(
        "Very well. The assistant keeps nothing about you. Please send the paper form to {board}, {last}; "
        "for questions, call {phone}."
    )
    return Outcome((Say(text.format(
        board=form.programme.office.board, last=say_last_moment(last, _), phone=say_phone(r.human.phone)
    )),))  # fmt: skip


def _code_used(s: Situation, r: results.CodeUsed) -> Outcome:
    _ = s.translate
    if r.linked:
        lead = Say(_("This chat and the other one are the same person now; your drafts are here."))
        return Outcome((lead,)) if front(s) else Outcome((lead, show.entries_and_drafts(s)))
    if not s.person.name:
        return Outcome(begin=Begin("introduce"))
    assert r.joined  # noqa: S101 - a code either links or joins
    joined = Say(_("You have joined {unit}.").format(unit=r.joined.unit.name))
    return Outcome((joined, show.main_list(s)))


def _code_refused(s: Situation, r: results.CodeRefused) -> Outcome:
    _ = s.translate
    text = (
        _("Too many tries. Please wait an hour")
        if r.wait
        else _("The code is not right, or no longer valid")
    )
    ask = _("{text}, or call {human}.").format(text=text, human=show.say_human(s, r.human))
    return Outcome((Say(ask),))


def _return_code(s: Situation, r: results.ReturnCode) -> Outcome:
    _ = s.translate
    text = _("Your one-time code: {code}. On the other phone or page, send it within 24 hours.")
    where = _(" The page: {page}").format(page=r.page) if r.page else ""
    return Outcome((Say(text.format(code=r.code) + where),))


def _help(s: Situation, r: results.HelpComing) -> Outcome:
    _ = s.translate
    human = show.say_human(s, r.human)
    if r.told:
        text = _(
            "The assistant did not understand, so your message went to {human}. You can also call. What was written is kept."
        )
    else:
        text = _("The assistant did not understand. Please call {human}. What was written is kept.")
    return Outcome((Say(text.format(human=human)),))


def _phone(s: Situation, r: results.PhoneKept) -> Outcome:
    _ = s.translate
    return Outcome(
        (Say(_("Your phone number is kept: {phone}.").format(phone=say_phone(r.phone))),)
    )


def _language(s: Situation, r: results.LanguageChosen) -> Outcome:
    _ = s.translate
    return Outcome(
        (Say(_("From now on the assistant speaks English.")), show.main_list(s))
    )


_WORDS: dict[type[Any], Callable[[Situation, Any], Outcome]] = {
    results.Registered: _registered,
    results.Corrected: _corrected,
    results.Confirmed: _confirmed,
    results.Withdrawn: _withdrawn,
    results.PhotosKept: _photos,
    results.Unchanged: _unchanged,
    results.TooLate: _too_late,
    results.Consented: _consented,
    results.Introduced: _introduced,
    results.Declined: _declined,
    results.CodeUsed: _code_used,
    results.CodeRefused: _code_refused,
    results.ReturnCode: _return_code,
    results.HelpComing: _help,
    results.PhoneKept: _phone,
    results.LanguageChosen: _language,
}
