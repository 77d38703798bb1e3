"""What can be asked for about papers: acts of the office, and a form sent as a photo."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from conversations.dialogs import begin, front
from conversations.drafts import missing
from conversations.drive import present
from conversations.on_paper.lists import gaps, paper_work
from conversations.on_paper.offered import SEND, unsent_form
from conversations.on_paper.type_in import say_form
from conversations.outcome import Outcome
from conversations.situation import Open, Situation
from dialog.questions import CLOSED
from rules.paper_commands import StrikePaper
from rules.paper_requests import FormOf


def as_hand_form(s: Situation, draft: Open, *, send: bool) -> Outcome:
    """Return the form whose photos a draft has got, and those of one that was put aside.

    A draft with nothing else in it is closed; `send`: and there are no more photos to come.
    """
    left = replace(draft, state=replace(draft.state.without("_photos"), aside=True))
    alone = not missing(s, left)[0]
    opened = begin(s, "hand-form")
    kept = opened.state.answers.get("photos", ""), draft.state.answers.get("_photos", "")
    photos = " ".join((*kept, CLOSED) if send and alone else kept).strip()
    answers = {**opened.state.answers, "photos": photos}
    outcome = present(s, replace(opened, state=replace(opened.state, answers=answers)))
    before = Outcome(close=(draft.id,)) if alone else Outcome(keep=(left,))
    return before.then(outcome)


def _hand_form(s: Situation, subject: str) -> Outcome:
    if s.person.runs_the_office():
        return _paper_work(s, "")
    unsent = unsent_form(s) if subject == SEND else None
    if unsent:
        return _sent(s, unsent)
    ahead = front(s)
    if ahead and ahead.script == "register" and "_photos" in ahead.state.answers:
        return as_hand_form(s, ahead, send=False)
    return present(s, begin(s, "hand-form"))


def _sent(s: Situation, unsent: Open) -> Outcome:
    """Return what follows when the photos that lie there are all of the form."""
    if unsent.script == "register":
        return as_hand_form(s, unsent, send=True)
    answers = {**unsent.state.answers, "photos": f"{unsent.state.answers['photos']} {CLOSED}"}
    return present(s, replace(unsent, state=replace(unsent.state, answers=answers)))


def _paper_work(s: Situation, _subject: str) -> Outcome:
    return Outcome((paper_work(s),))


def _type_in(s: Situation, subject: str) -> Outcome:
    """Begin to type in a form, of one that waits after whose it is and how it came."""
    _ = s.translate
    waiting = s.facts_of(FormOf(subject)) if subject else None
    lead = ""
    if waiting:
        text = _("The form of {unit}: {how}.")
        lead = text.format(unit=waiting.unit.name, how=say_form(waiting, _))
        if waiting.photos:
            lead += " " + _("Its photos are on the desk: say BÀN LÀM VIỆC.")
    return present(s, begin(s, "type-in", subject=subject), lead=lead)


def _gaps(s: Situation, subject: str) -> Outcome:
    return Outcome((gaps(s, int(subject) if subject.isdecimal() else 0),))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "hand-form": _hand_form,
    "paper-work": _paper_work,
    "gaps": _gaps,
    "type-in": _type_in,
    "paper-in": lambda s, subject: present(s, begin(s, "paper-in", subject=subject)),
    "paper-strike": lambda _s, subject: Outcome(command=StrikePaper(subject)),
}
