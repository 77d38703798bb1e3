"""The receipt of a registration: what is durable now, how the unit stands, what happens next."""

from conversations import entries, show
from conversations.form_way import form_way
from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.say import Say
from conversations.situation import Situation, form_of
from rules.results import Registered


def receipt(s: Situation, r: Registered) -> Say:
    """Return the receipt, or of what had been sent before its code."""
    if r.again:
        return entries.already_sent(s, r.entry)
    _ = s.translate
    entry = r.entry
    timing = _("on time") if r.on_time else _("sent after the deadline")
    head = _("RECEIVED: registration number {code}, {moment}, {timing}.")
    if not form_of(s.forms, entry.programme).programme.has_deadline:
        head = _("RECEIVED: registration number {code}, {moment}.")
    parts = [
        head.format(code=entry.code, moment=say_moment(entry.received, _), timing=timing),
        f"“{entry.name}” – {entry.unit.name}.\n{_count(s, r)}",
        _next_step(s, r),
        _("To help you: {human}.").format(human=show.say_human(s, r.human)),
    ]
    if r.return_code:
        text = _(
            "Your code to come back: {code}. On another phone, or if you lose this page, "
            "open {page} and type it."
        )
        parts.append(text.format(code=r.return_code, page=s.door.page))
    ways = (
        act(_("Send photos (not required)"), "photos", entry.id, entry.version),
        act(_("Correct it"), "correct", entry.id, entry.version),
        form_way(entry, _),
        act(_("My unit"), "unit"),
    )
    return Say("\n\n".join(parts), rows(*ways))


def _count(s: Situation, r: Registered) -> str:
    _ = s.translate
    year, done, quota = r.entry.round, r.standing.registered, r.standing.quota
    if not quota:
        text = _("Registered in {year} so far: {done}.")
    elif r.standing.met:
        text = _("Registered {done}/{quota}, the quota of {year} is met.")
    else:
        text = _("Registered {done}/{quota} in {year}, {missing} still missing.")
    return text.format(done=done, quota=quota, year=year, missing=r.standing.missing)


def _next_step(s: Situation, r: Registered) -> str:
    _ = s.translate
    board = form_of(s.forms, r.entry.programme).programme.office.board
    hat = s.person.membership(r.entry.unit.id)
    if hat and hat.confirmed and hat.role != "member":
        text = _("As {position} you need not confirm it. {board} will look at it and answer here.")
        return text.format(position=hat.position or _("the unit's officer"), board=board)
    known = hat is not None and hat.confirmed
    if r.confirmer and r.told and not known:
        return _("Next: the unit's contact confirms that you belong to it, then what you sent.")
    if r.confirmer is None or not known:
        text = _("Next: {board} looks who sent it, and answers here.")
        return text.format(board=board)
    who = _("comrade {name}").format(name=r.confirmer.name)
    who += f", {r.confirmer.position}," if r.confirmer.position else ""
    told = _("They have been told.") if r.told else _("Please tell them.")
    return _("Next: {who} confirms it. {told}").format(who=who, told=told)
