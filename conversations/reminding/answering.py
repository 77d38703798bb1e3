"""What people answer to a reminder: do it, say that paper is on its way, be told later or never."""

from collections.abc import Callable, Iterator, Mapping

from conversations import show
from conversations.dialogs import begin
from conversations.drafts import registrations
from conversations.drive import present
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.reminding.choices import ALL, matter_in, subject_of
from conversations.say import Say
from conversations.situation import Situation
from dialog.state import State
from rules.matters import Matter, read_matter
from rules.person import Membership
from rules.reminding import REGISTER
from rules.reminding_commands import (
    WORDS_OF_REASON,
    GiveReason,
    Mute,
    SaySent,
    Snooze,
    Unmute,
)
from rules.requests import StandingOf

Act = Callable[[Situation, str], Outcome]
_A_REASON = 10  # characters; less is a slip


def _register(s: Situation, subject: str) -> Outcome:
    """Go on with the draft for a unit, or begin one."""
    matter = _meant(s, subject)
    if matter is None:
        return Outcome((show.gone(s),))
    for draft in registrations(s):
        said = draft.state.answers.get("_for", "")
        if said == matter.unit or (not said and len(s.person.memberships) == 1):
            return present(s, draft)
    answers = {"_for": matter.unit}
    if len(s.forms) > 1:
        answers["_programme"] = matter.programme
    return present(s, begin(s, REGISTER, state=State(answers=answers)))


def _say_sent(s: Situation, subject: str) -> Outcome:
    matter = _meant(s, subject or _shown(s, "say-sent"))
    if matter:
        return Outcome(command=SaySent(matter.unit, matter.programme, matter.round, matter.stage))
    own = [one for one in _own(s) if _is_short(s, one)] or _own(s)
    if len(own) == 1:
        return _say_sent(s, subject_of(own[0].name))
    return _of_which(s, own, "say-sent")


def _reason(s: Situation, subject: str) -> Outcome:
    matter = _meant(s, subject or _shown(s, "reason"))
    if matter is None:
        return Outcome((show.gone(s),))
    return present(s, begin(s, "reason", subject=matter.name, programme=matter.programme))


def reason_said(s: Situation, words: str) -> Outcome | None:
    """Return what comes of a reason written right below what asked for one; None for none."""
    matter = _meant(s, _shown(s, "reason"))
    if matter is None or not _A_REASON <= len(words) <= WORDS_OF_REASON:
        return None
    return Outcome(
        command=GiveReason(matter.unit, matter.programme, matter.round, matter.stage, words)
    )


def _snooze(s: Situation, subject: str) -> Outcome:
    return Outcome(command=Snooze(_matters(s, subject or _shown(s, "snooze"))))


def _mute(s: Situation, subject: str) -> Outcome:
    """Mute what was shown last; of anything at all only by the button that says so."""
    if subject == ALL:
        return Outcome(command=Mute(("",)))
    return Outcome(command=Mute(_matters(s, subject or _shown(s, "snooze"))))


def _unmute(_s: Situation, subject: str) -> Outcome:
    return Outcome(command=Unmute(("",) if subject in {"", ALL} else (matter_in(subject),)))


def _shown(s: Situation, name: str) -> str:
    """Return what the reminder shown last is about; "" where none was."""
    shown = (data.split(":") for data in s.menu)
    return next((parts[2] for parts in shown if parts[:2] == ["a", name]), "")


def _matters(s: Situation, subject: str) -> tuple[str, ...]:
    """Return the matters a button means, by default what their units have to register."""
    name = matter_in(subject)
    matter = read_matter(name)
    if matter is None and name:
        return (name,)
    if matter and matter.unit != ALL:
        return (name,)
    own = (matter._replace(unit=hat.unit.id).name for hat in _contact_of(s)) if matter else ()
    return tuple(own) or tuple(one.name for one in _own(s))


def _meant(s: Situation, subject: str) -> Matter | None:
    """Return the matter of a button, of a unit that is theirs."""
    matter = read_matter(matter_in(subject))
    return matter if matter and s.person.membership(matter.unit) else None


def _own(s: Situation) -> list[Matter]:
    """Return what their units have to register, in each programme."""
    return [
        Matter(REGISTER, form.programme.code, form.year, hat.unit.id)
        for form in s.forms
        for hat in s.person.memberships
        if hat.role in {"member", "officer"} and form.programme.kinds
    ]


def _contact_of(s: Situation) -> Iterator[Membership]:
    return (hat for hat in s.person.memberships if hat.confirmed and hat.role == "officer")


def _is_short(s: Situation, matter: Matter) -> bool:
    standing = s.facts_of(StandingOf(matter.unit, matter.round, matter.programme))
    return bool(standing.missing)


def _of_which(s: Situation, own: list[Matter], name: str) -> Outcome:
    _ = s.translate
    if not own:
        return Outcome((show.main_list(s),))
    units = {hat.unit.id: hat.unit.name for hat in s.person.memberships}
    ways = [act(units[one.unit], name, subject_of(one.name)) for one in own]
    return Outcome((Say(_("For which unit?"), rows(*ways)),))


ACTS: Mapping[str, Act] = {
    "register-for": _register,
    "say-sent": _say_sent,
    "reason": _reason,
    "snooze": _snooze,
    "mute": _mute,
    "unmute": _unmute,
}
