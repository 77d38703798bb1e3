"""What was done with an entry, one line each: when, who, what, from which words to which."""

from conversations.entry_notices import say_changes
from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.say import Say
from conversations.situation import Situation, form_of
from conversations.supplement_words import shortened
from dialog.turn import Translate
from rules.entry import Entry
from rules.entry_requests import HistoryOfEntry, Moment
from rules.programme import Programme

LISTED = 12  # the newest, on a small screen


def entry_history(s: Situation, found: Entry) -> Say:
    """Return the history of an entry as one bubble."""
    _ = s.translate
    programme = form_of(s.forms, found.programme).programme
    moments: tuple[Moment, ...] = s.facts_of(HistoryOfEntry(found.id))
    text = _("What was done with registration number {number} “{name}”:")
    lines = [text.format(number=found.number, name=found.name)]
    if len(moments) > LISTED:
        text = _("({count} earlier ones are left out here.)")
        lines.append(text.format(count=len(moments) - LISTED))
    for one in moments[-LISTED:]:
        lines += _moment(programme, one, _)
    see = act(_("See number {number}").format(number=found.number), "show", found.id, found.version)
    return Say("\n".join(lines), rows(see))


def _moment(programme: Programme, one: Moment, _: Translate) -> list[str]:
    text = _("{moment}: {done}").format(moment=say_moment(one.at, _), done=say_done(one, _))
    if one.words:
        text += f" “{shortened(one.words)}”"
    return [text, *(f"   {line}" for line in say_changes(programme, one.boxes, _))]


def say_done(one: Moment, _: Translate) -> str:
    """Return who did what, "somebody" where they may not be named."""
    who = _("comrade {name}").format(name=one.by) if one.by else _("somebody")
    return _did(_)[one.act].format(who=who)


def _did(_: Translate) -> dict[str, str]:
    return {
        "register": _("{who} sent it"),
        "type-in": _("{who} typed it in from paper"),
        "import": _("{who} took it over from a table"),
        "correct": _("{who} corrected it"),
        "confirm": _("{who} confirmed it"),
        "withdraw": _("{who} took it back"),
        "accept": _("{who} took it in"),
        "return": _("{who} asked for a supplement"),
        "mend": _("{who} corrected the spelling"),
        "ask-correction": _("{who} asked for a correction"),
        "grant": _("{who} agreed to the correction"),
        "refuse-correction": _("{who} did not agree to the correction"),
    }
