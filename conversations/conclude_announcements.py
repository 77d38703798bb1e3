"""What is said after an announcement was written, stopped, set right, reminded of, read."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import show
from conversations.announcing.showing import announcement_card
from conversations.moments import say_clock, say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation, form_of
from dialog.turn import Translate
from rules import announcement_results as results


def _waits(s: Situation, r: results.AnnouncementWaits) -> Outcome:
    _ = s.translate
    ways = rows(
        act(_("STOP it"), "announce-stop", r.id),
        act(_("See the announcement"), "announcement", r.id),
    )
    return Outcome((Say(_say_waits(r, _), ways),))


def _say_waits(r: results.AnnouncementWaits, _: Translate) -> str:
    """Return when it goes and to how many, and how to stop it."""
    if r.again:
        return _("This was sent before; nothing goes twice.")
    if r.goes_at > r.send_at:
        text = _("It goes to {count} contacts at {moment}. To stop it, say DỪNG.")
    else:
        text = _("It goes to {count} contacts at {clock}. Until then DỪNG stops it for everybody.")
    if r.corrects:
        text = _("The correction goes to {count} contacts at {clock}. To stop it, say DỪNG.")
    said = {"clock": say_clock(r.goes_at, _), "moment": say_moment(r.goes_at, _)}
    return text.format(count=r.people, **said)


def _nobody(s: Situation, r: results.NobodyToTell) -> Outcome:
    _ = s.translate
    text = _say_nobody(r, _)
    if not r.stopped:
        return Outcome((show.main_list(s, text),))
    ways = (
        act(_("Send it again with the right words"), "announce-rest", r.stopped),
        act(_("All announcements"), "announcements"),
    )
    return Outcome((Say(text, rows(*ways)),))


def _say_nobody(r: results.NobodyToTell, _: Translate) -> str:
    if r.stopped:
        return _("The wrong one had reached nobody and is stopped; nothing has to be set right.")
    return _("Nobody is there to be told: these units have no contact yet. Nothing was sent.")


def _stopped(s: Situation, r: results.AnnouncementStopped) -> Outcome:
    return Outcome((announcement_card(s, r.how, lead=_say_stopped(r, s.translate)),))


def _say_stopped(r: results.AnnouncementStopped, _: Translate) -> str:
    """Return whether it could be stopped, and how many had got it by then."""
    arrived = len(r.how.arrived)
    if r.again and r.how.state == "stopped":
        return _("It was stopped before; nothing changed.")
    if r.again:
        return _("It has gone to everybody already. If it is wrong, set it right.")
    if not arrived:
        return _("Stopped: nobody has got it.")
    text = _("Stopped: {arrived} have got it or may have, {rest} did not get it.")
    return text.format(arrived=arrived, rest=len(r.how.of("withdrawn")))


def _reminded(s: Situation, r: results.UnreadReminded) -> Outcome:
    _ = s.translate
    see = rows(act(_("See the announcement"), "announcement", r.id))
    return Outcome((Say(_say_reminded(r, _), see),))


def _say_reminded(r: results.UnreadReminded, _: Translate) -> str:
    """Return how many are reminded, or why nobody is."""
    if r.today:
        return _("They were reminded today already; once a day is enough.")
    if not r.people:
        return _("Everybody who got it has said so; nobody has to be reminded.")
    text = _("{count} who have not said that they know are reminded.")
    return text.format(count=r.people)


def _read(s: Situation, r: results.AnnouncementRead) -> Outcome:
    _ = s.translate
    board = form_of(s.forms, r.programme).programme.office.board
    text = _("Thank you. {board} knows that you have read it.").format(board=board)
    take = act(_("Take a text for your unit's Zalo group"), "announce-forward", r.id)
    return Outcome((Say(text, rows(take)),))


def _left(s: Situation, _r: results.AnnouncementLeft) -> Outcome:
    _ = s.translate
    return Outcome((show.main_list(s, _("Nothing was sent.")),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.AnnouncementWaits: _waits,
    results.NobodyToTell: _nobody,
    results.AnnouncementStopped: _stopped,
    results.UnreadReminded: _reminded,
    results.AnnouncementRead: _read,
    results.AnnouncementLeft: _left,
}
# What is said at the desk, where the page shows the rest.
SENTENCES: Mapping[type, Callable[[Any, Translate], str]] = {
    results.AnnouncementWaits: _say_waits,
    results.NobodyToTell: _say_nobody,
    results.AnnouncementStopped: _say_stopped,
    results.UnreadReminded: _say_reminded,
}
