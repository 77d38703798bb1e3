"""The acts about announcements: write, see, stop, set right, go on, remind; know, forward."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from conversations import show
from conversations.announcing.notice import with_head
from conversations.announcing.showing import announcement_card, announcement_list
from conversations.dialogs import begin
from conversations.drive import present
from conversations.offer import act, rows
from conversations.offices import offices
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation, form_of
from rules.announcement_commands import ReadAnnouncement, RemindUnread, StopAnnouncement
from rules.announcement_requests import (
    Announcement,
    AnnouncementOf,
    AnnouncementsOf,
    TextToForward,
)
from rules.announcing import Announced, subject_of

Act: TypeAlias = Callable[[Situation, str], Outcome]


def _every(s: Situation) -> list[Announcement]:
    """Return what the offices of who asks announced, newest first."""
    mine = [AnnouncementsOf(office.id) for office in offices(s.person)]
    s.need(*mine)
    found: list[Announcement] = [one for request in mine for one in s.facts_of(request)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _list(s: Situation, _subject: str) -> Outcome:
    return Outcome((announcement_list(s, _every(s)),))


def _about(then: Callable[[Situation, Announcement], Outcome]) -> Act:
    """Return the act about an announcement of one's own office."""

    def about(s: Situation, subject: str) -> Outcome:
        if not subject:
            return _list(s, "")
        found: Announcement | None = s.facts_of(AnnouncementOf(subject))
        return then(s, found) if found else Outcome((show.none_such(s),))

    return about


def _announce(s: Situation, _subject: str) -> Outcome:
    return present(s, begin(s, "announce"))


def _rest(s: Situation, one: Announcement) -> Outcome:
    """Go on with a stopped one, with its words or others, to those it did not reach."""
    if not (one.state == "stopped" and one.of("withdrawn")):
        return Outcome((announcement_card(s, one),))
    return present(s, begin(s, "announce", subject=one.id, programme=one.programme))


def _right(s: Situation, one: Announcement) -> Outcome:
    return present(s, begin(s, "announce-right", subject=one.id, programme=one.programme))


def _stop(s: Situation, subject: str) -> Outcome:
    """Stop the one named, or the only one that is under way; of several ask which."""
    _ = s.translate
    if subject:
        return Outcome(command=StopAnnouncement(subject))
    going = [one for one in _every(s) if one.is_open]
    if len(going) == 1:
        return Outcome(command=StopAnnouncement(going[0].id))
    if not going:
        return Outcome((show.main_list(s, _("No announcement is being sent.")),))
    ways = (act(subject_of(one.words)[:60], "announce-stop", one.id) for one in going)
    return Outcome((Say(_("Which one is to be stopped?"), rows(*ways)),))


def _forward(s: Situation, subject: str) -> Outcome:
    """Give the words alone, to be forwarded: no name, no button, no link with a right."""
    told = s.facts_of(TextToForward(subject)) if subject else None
    if told is None:
        return Outcome((show.gone(s),))
    _ = s.translate
    board = form_of(s.forms, told.programme).programme.office.board
    announced = Announced(subject, board, told.words, corrects=told.corrected)
    lead = Say(_("Keep your finger on the message below and forward it to your unit's group:"))
    know = rows(act(_("I know"), "announce-read", subject))
    return Outcome((lead, Say(with_head(announced, _), know)))


def announcing_list(s: Situation, _subject: str) -> Outcome:
    """Show what an office tells its units, and the deadlines it sets."""
    _ = s.translate
    ways = [
        act(_("Write an announcement"), "announce"),
        act(_("Announcements sent"), "announcements"),
        act(_("Change a deadline"), "change-deadline"),
        act(_("Deadlines"), "deadlines"),
    ]
    if any(form.programme.launched for form in s.forms):
        ways.append(act(_("Models launched from above"), "launched"))
    ways.append(act(_("Other work of the office"), "office-more"))
    return Outcome((Say(_("What do you want to tell, comrade?"), rows(*ways)),))


ACTS: Mapping[str, Act] = {
    "announcing": announcing_list,
    "announce": _announce,
    "announcements": _list,
    "announcement": _about(lambda s, one: Outcome((announcement_card(s, one),))),
    "announce-stop": _stop,
    "announce-right": _about(_right),
    "announce-rest": _about(_rest),
    "announce-again": _about(lambda _s, one: Outcome(command=RemindUnread(one.id))),
    "announce-read": lambda _s, subject: Outcome(command=ReadAnnouncement(subject)),
    "announce-forward": _forward,
}
