"""What is said after somebody answered a reminder, chose when to be told, or reminded others."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.humans import call_name
from conversations.moments import say_clock, say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.reminding import by_channel
from conversations.reminding.choices import ALL, subject_of
from conversations.reminding.my_reminders import say_matter
from conversations.reminding.sent import say_settled
from conversations.say import Option, Say
from conversations.situation import Situation
from rules import reminding_results as results
from rules.numbers import say_number


def _said_sent(s: Situation, r: results.SaidSent) -> Outcome:
    _ = s.translate
    text = _(
        "Thank you, comrade. The office will look for the paper; from now on the assistant does "
        "not remind you of this, unless the office has not found it."
    )
    if r.again:
        text = _("It is noted already that the paper of {unit} is on its way; thank you, comrade.")
    return Outcome((Say(text.format(unit=r.unit.name), rows(act(_("My unit"), "unit"))),))


def _settled(s: Situation, r: results.SentSettled) -> Outcome:
    _ = s.translate
    way = rows(act(_("What waits for the office"), "waiting"))
    return Outcome((Say(say_settled(r, _), way),))


def _reason(s: Situation, r: results.ReasonGiven) -> Outcome:
    _ = s.translate
    text = _("The reason went to {human}. {unit} can still register here at any time.")
    if not r.told:
        text = _("The reason is kept for the office; it is surer to call {human}, too.")
    text = text.format(human=call_name(r.human, _), unit=r.unit.name)
    return Outcome((Say(text, rows(act(_("My unit"), "unit"))),))


def _snoozed(s: Situation, r: results.Snoozed) -> Outcome:
    _ = s.translate
    text = _("The assistant reminds you again at {moment}.")
    return Outcome((Say(text.format(moment=say_moment(r.until, _)), rows(_mine(s))),))


def _muted(s: Situation, r: results.Muted) -> Outcome:
    _ = s.translate
    if r.on:
        return Outcome((Say(_("The assistant reminds you again, as usual."), rows(_mine(s))),))
    if "" in r.matters:
        text = _(
            "The assistant no longer reminds you of anything. What is new it still tells you: "
            "a deadline that is moved, a meeting, an announcement."
        )
        ways = [act(_("Remind me again as usual"), "unmute", ALL)]
    else:
        what = "; ".join(say_matter(s, matter) for matter in r.matters)
        text = _("The assistant no longer reminds you of: {what}.").format(what=what)
        ways = [
            act(_("Remind me of it after all"), "unmute", subject_of(matter))
            for matter in r.matters[:1]
        ]
    return Outcome((Say(text, rows(*ways, _mine(s))),))


def _hour(s: Situation, r: results.HourKept) -> Outcome:
    _ = s.translate
    reminding, hour = s.forms[0].programme.reminding, say_clock(r.hour, _)
    if r.quiet:
        text = _("Between {first} and {last} nothing is sent. Please choose another hour.")
        first, last = say_clock(reminding.quiet_from, _), say_clock(reminding.quiet_to, _)
        return Outcome((Say(text.format(first=first, last=last), rows(_mine(s))),))
    text = _("From now on reminders come at {hour}.")
    if r.early:
        text = _("From now on reminders come at {hour}, fourteen days before a deadline, too.")
    return Outcome((Say(text.format(hour=hour), rows(_mine(s))),))


def _channel(s: Situation, r: results.ChannelKept) -> Outcome:
    return Outcome((Say(by_channel.say_kept(r, s.translate), rows(_mine(s))),))


def _nudged(s: Situation, r: results.Nudged) -> Outcome:
    _ = s.translate
    way = rows(act(_("Who is missing"), "missing"))
    if r.people:
        text = _(
            "The assistant is reminding {people} contacts of {units} units; at night it waits for "
            "the morning. Who has answered within a day, or wants no reminders, gets none."
        )
        text = text.format(people=say_number(r.people), units=say_number(r.units))
    elif r.at and r.own:
        text = _("You reminded them at {moment} already. Nothing was sent again.")
        text = text.format(moment=say_moment(r.at, _))
    elif r.at:
        text = _("Comrade {name} reminded them at {moment} already. Nothing was sent again.")
        text = text.format(name=r.by, moment=say_moment(r.at, _))
    else:
        text = _("There is nobody who can be reminded through the assistant. Please call them.")
    return Outcome((Say(text, way),))


def _mine(s: Situation) -> Option:
    _ = s.translate
    return act(_("My reminders"), "my-reminders")


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.SaidSent: _said_sent,
    results.SentSettled: _settled,
    results.ReasonGiven: _reason,
    results.Snoozed: _snoozed,
    results.Muted: _muted,
    results.HourKept: _hour,
    results.ChannelKept: _channel,
    results.Nudged: _nudged,
}
