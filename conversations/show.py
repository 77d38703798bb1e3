"""Bubbles outside a dialog: the main list, entries and drafts, how a unit stands, whom to call."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.boxes import boxes_of, describe
from conversations.drafts import draft_name, missing
from conversations.kinds import say_standing
from conversations.moments import say_day, say_last_moment, say_moment
from conversations.offer import act
from conversations.situation import Open, Situation
from conversations.states import say_state
from dialog.say import Option, Say
from rules.entry import Entry
from rules.person import Human
from rules.phones import say_phone
from rules.requests import EntriesOf, MyEntries, StandingOf
from rules.rounds import deadline

LISTED = 8  # entries in one list, so that it stays readable on a small screen


def rows(*options: Option) -> tuple[tuple[Option, ...], ...]:
    """Return one row for each option."""
    return tuple((option,) for option in options)


def main_list(s: Situation) -> Say:
    """Return the five things a unit's contact can do."""
    _ = s.translate
    return Say(
        _("What do you need, comrade?"),
        rows(
            act(_("Register"), "register"),
            act(_("My unit"), "unit"),
            act(_("Deadlines"), "deadlines"),
            act(_("See, change what was sent"), "mine"),
            act(_("Reach a human"), "help"),
        ),
    )


def drafts(s: Situation, open_: Sequence[Open]) -> Say:
    """Return the drafts one can go on with, and a way to a new one."""
    _ = s.translate
    goes_on = [
        act(_("Go on with {draft}").format(draft=draft_name(d, _)), "open", d.id)
        for d in open_[:LISTED]
    ]
    return Say(
        _("You have {count} unfinished drafts.").format(count=len(open_)),
        rows(*goes_on, act(_("Register another one"), "register", "new")),
    )


def drop_draft(s: Situation, dialog: Open) -> Say:
    """Return the question of the second yes."""
    _ = s.translate
    return Say(
        _("Erase {draft} for good?").format(draft=draft_name(dialog, _)),
        rows(act(_("Erase"), "drop-yes", dialog.id), act(_("Keep it"), "open", dialog.id)),
    )


def put_aside(s: Situation, dialog: Open) -> Say:
    """Return that the draft is kept, with what is there and what is missing."""
    _ = s.translate
    there, lacking = missing(s, dialog)
    parts = [_("has {parts}").format(parts=", ".join(there))] if there else []
    parts += [_("still needs {parts}").format(parts=", ".join(lacking))] if lacking else []
    inside = f" ({'; '.join(parts)})" if parts else ""
    return Say(
        _("The draft is kept{inside}. To go on, say DK.").format(inside=inside),
        rows(act(_("Go on"), "open", dialog.id), act(_("Main list"), "main")),
    )


def not_begun(s: Situation) -> Say:
    """Return that a registration without a single answer is left for another time."""
    _ = s.translate
    return Say(_("Very well, another time. To register, say DK."), main_list(s).rows)


def nothing_open(s: Situation) -> Say:
    """Return that there is nothing to put aside; what was kept is still there."""
    _ = s.translate
    kept = [dialog for dialog in s.dialogs if dialog.script == "register"]
    if not kept:
        return main_list(s)
    text = _("Nothing is being written. {count} drafts are kept; to go on, say DK.")
    return Say(text.format(count=len(kept)), main_list(s).rows)


def begun_earlier(s: Situation, dialog: Open) -> str:
    """Return the reminder that this question is from an earlier day."""
    _ = s.translate
    day = say_day((dialog.touched or s.now).date(), _)
    return _("{draft} has been waiting since {day}.").format(draft=draft_name(dialog, _), day=day)


def entries_and_drafts(s: Situation) -> Say:
    """Return what was sent and what is half-written, with what is missing."""
    _ = s.translate
    entries: Sequence[Entry] = s.facts_of(MyEntries())
    open_ = [dialog for dialog in s.dialogs if dialog.script == "register"]
    if not entries and not open_:
        return Say(_("Nothing has been sent yet."), rows(act(_("Register"), "register")))
    lines = [
        _("• Number {number}: “{name}” – {state}").format(
            number=e.number, name=e.name, state=say_state(e.state, _)
        )
        for e in entries[:LISTED]
    ]
    lines += [_draft_line(s, dialog) for dialog in open_]
    see = [
        act(_("See number {number}").format(number=e.number), "show", e.id, e.version)
        for e in entries[:LISTED]
    ]
    on = [act(_("Go on with {draft}").format(draft=draft_name(d, _)), "open", d.id) for d in open_]
    return Say(
        "\n".join((_("What you have sent and what is unfinished:"), *lines)), rows(*see, *on)
    )


def _draft_line(s: Situation, dialog: Open) -> str:
    _ = s.translate
    lacking = missing(s, dialog)[1]
    if not lacking:
        return _("• Unfinished: {draft} – ready to send").format(draft=draft_name(dialog, _))
    return _("• Unfinished: {draft} – still needs {parts}").format(
        draft=draft_name(dialog, _), parts=", ".join(lacking)
    )


def entry(s: Situation, found: Entry) -> Say:
    """Return one entry whole, with what may be done about it."""
    _ = s.translate
    form = next((f for f in s.forms if f.programme.code == found.programme), s.forms[0])
    head = _("Registration number {number} ({code}) – {state}").format(
        number=found.number, code=found.code, state=say_state(found.state, _)
    )
    received = _("Received {moment}").format(moment=say_moment(found.received, _))
    lines = [head, received, "", *describe(form.programme, boxes_of(form.programme, found))]
    lines.append(_("Unit: {unit}").format(unit=found.unit.name))
    if found.photos:
        lines.append(_("Photos: {count}").format(count=found.photos))
    return Say("\n".join(lines), entry_ways(s, found))


def entry_ways(s: Situation, found: Entry) -> tuple[tuple[Option, ...], ...]:
    """Return what may be done about an entry as it stands."""
    _ = s.translate
    if found.state == "withdrawn":
        return ()
    ways = [act(_("Send photos"), "photos", found.id, found.version)]
    if found.may_change():
        ways.append(act(_("Correct it"), "correct", found.id, found.version))
        ways.append(act(_("Take it back"), "withdraw", found.id, found.version))
    return rows(*ways)


def no_such_entry(s: Situation, subject: str) -> Say:
    """Return that there is none, in the same words whether it exists elsewhere or not."""
    _ = s.translate
    number = subject if len(subject) < 16 else ""  # noqa: PLR2004 - an id is not for people
    text = _("The assistant finds no registration number {number} of yours.").format(number=number)
    return Say(text.replace("  ", " "), rows(act(_("See, change what was sent"), "mine")))


def already_sent(s: Situation, made: Entry) -> Say:
    """Return what a finished dialog made, for a press that came again."""
    _ = s.translate
    text = _("This was sent already: number {code}, {moment}. Nothing is registered twice.")
    return Say(
        text.format(code=made.code, moment=say_moment(made.received, _)),
        rows(
            act(_("See number {number}").format(number=made.number), "show", made.id, made.version)
        ),
    )


def gone(s: Situation) -> Say:
    """Return that the thing pressed is no longer there."""
    _ = s.translate
    return Say(_("That is settled already."), main_list(s).rows)


def standing(s: Situation) -> Say:
    """Return how each of the person's units stands."""
    _ = s.translate
    form = s.forms[0]
    parts = [
        _("“Dân vận khéo” {year} ({moment})").format(year=form.year, moment=say_moment(s.now, _))
    ]
    for hat in s.person.memberships:
        found = s.facts_of(StandingOf(hat.unit.id, form.year))
        entries = [e for e in s.facts_of(EntriesOf(hat.unit.id)) if e.round == form.year]
        lines = [f"{hat.unit.name}: {say_standing(found, _)}."]
        if not hat.confirmed:
            lines.append(
                _("Your place in this unit is not confirmed yet; you see only what you sent.")
            )
        lines += [
            _("• Number {number}: “{name}” – {state}").format(
                number=e.number, name=e.name, state=say_state(e.state, _)
            )
            for e in entries
        ]
        parts.append("\n".join(lines))
    last = deadline(form.programme, "register", form.year, s.zone()).last
    parts.append(_("Deadline for registering: {last}.").format(last=say_last_moment(last, _)))
    return Say("\n\n".join(parts), rows(act(_("Register"), "register")))


def deadlines(s: Situation) -> Say:
    """Return the deadlines of the round, each with its exact last moment."""
    _ = s.translate
    form = s.forms[0]
    lines = [_("Deadlines of “Dân vận khéo” {year}:").format(year=form.year)]
    for stage in form.programme.stages:
        last = deadline(form.programme, stage.code, form.year, s.zone()).last
        lines.append(f"• {stage.label}: {say_last_moment(last, _)}")
    return Say("\n".join(lines), rows(act(_("Register"), "register")))


def human(s: Situation, whom: Human) -> Say:
    """Return whom to call."""
    _ = s.translate
    return Say(_("To help you: {human}.").format(human=say_human(s, whom)), main_list(s).rows)


def say_human(s: Situation, whom: Human) -> str:
    """Return "đồng chí Hạnh, 0912 000 009"."""
    _ = s.translate
    name = _("comrade {name}").format(name=whom.name)
    return f"{name}, {say_phone(whom.phone)}" if whom.phone else name


def what_is_kept(s: Situation, whom: Human) -> Say:
    """Return what the assistant keeps about the person, and how to have it changed."""
    _ = s.translate
    nothing = _("not given")
    units = "; ".join(hat.unit.name for hat in s.person.memberships) or nothing
    lines = [
        _("The assistant keeps about you:"),
        _("• Name: {name}").format(name=s.person.name or nothing),
        _("• Unit: {unit}").format(unit=units),
        _("• Phone: {phone}").format(
            phone=say_phone(s.person.phone) if s.person.phone else nothing
        ),
        _("To correct, erase or withdraw consent, call {human}.").format(human=say_human(s, whom)),
    ]
    return Say("\n".join(lines))


def not_understood(s: Situation) -> Say:
    """Return that the words were not understood, and what can be done."""
    _ = s.translate
    return Say(
        _("The assistant did not understand. What do you need?"), main_list(s).rows
    )


def edited_too_late(s: Situation) -> Say:
    """Return that a changed bubble changes nothing any more, and what does."""
    _ = s.translate
    return Say(
        _("That answer has been sent already; changing the message does not change it."),
        rows(act(_("See, change what was sent"), "mine")),
    )


def no_place_needed(s: Situation) -> Say:
    """Return that nobody asked for a place now."""
    _ = s.translate
    return Say(_("The assistant does not need a place now."))


def unreadable(s: Situation, what: str) -> Say:
    """Return what to do instead of a voice message, a sticker, a file."""
    _ = s.translate
    words = {
        "voice": _(
            "The assistant cannot listen to voice messages yet. Please write (marks are not needed)."
        ),
        "sticker": _("The assistant cannot read stickers. Please write."),
        "file": _(
            "The assistant takes no resolutions, minutes or documents of the Party. "
            "Use the electronic members' handbook or official mail. Of a model, send photos."
        ),
    }
    return Say(words.get(what) or _("The assistant can read only words and photos here."))


def secret(s: Situation) -> Say:
    """Return that a text that looks secret was neither taken nor kept."""
    _ = s.translate
    office = s.forms[0].programme.office
    text = _(
        "The text has signs of a secret document, so the assistant does not take it and does not keep it. "
        "Please erase the message on your phone and use the way for secret documents. "
        "If the assistant is wrong, call {phone}."
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
