"""Driving one dialog: take an answer, say the next question, hand over the command."""

from dataclasses import replace

from conversations import entries
from conversations.add_content import absorb
from conversations.dialogs import at, begin, count, front, stamped
from conversations.drafts import missing, put_aside, this_one
from conversations.findings import found
from conversations.on_paper.offered import form_way
from conversations.organising.leaving import is_left, left_aside, ways_out
from conversations.outcome import Outcome
from conversations.phrasing import say_question
from conversations.redirect import LookFor, PutAside, Redirect, WhoFirst
from conversations.refusals import say_refusal, say_unchanged
from conversations.say import Say
from conversations.show import main_list
from conversations.situation import Open, Situation, form_of
from dialog.questions import Question
from dialog.turn import Finished, Waiting, answer
from rules.commands import RefuseConsent
from rules.entry import Entry
from rules.refused import Refused
from rules.requests import EntryOf


def present(s: Situation, dialog: Open, *, lead: str = "") -> Outcome:
    """Return the dialog's next question, after a few words of lead, or its command."""
    dialog, lead = stamped(s, dialog), lead or _which(s, dialog)
    standing = at(s, dialog, counting=True)
    if isinstance(standing, Finished):
        return _finish(s, replace(dialog, state=standing.state), standing, lead)
    refusals = [_refusal(s, standing, *refused) for refused in standing.refused]
    lead = "\n\n".join(part for part in (lead, *refusals) if part)
    state = replace(standing.state, aside=False)
    return Outcome((ask_again(s, dialog, standing, lead=lead),), (replace(dialog, state=state),))


def _which(s: Situation, dialog: Open) -> str:
    """Return which draft is asked about, when another one was in front."""
    ahead, known = front(s), {other.id for other in s.dialogs}
    if ahead is None or ahead.id == dialog.id or dialog.id not in known:
        return ""
    return this_one(s, dialog)


def ask_again(s: Situation, dialog: Open, waiting: Waiting, *, lead: str = "") -> Say:
    """Return the pending question as a bubble, after a few words of lead."""
    say = say_question(waiting, dialog.id, count(s, dialog, waiting), s.translate)
    ways = (*ways_out(dialog, waiting, s.translate), *form_way(s, dialog, waiting))
    say = replace(say, rows=(*say.rows, *ways))
    return replace(say, text=f"{lead}\n\n{say.text}") if lead else say


def repeat(s: Situation, dialog: Open, waiting: Waiting, *, lead: str = "") -> Say:
    """Return the pending question once more; of one for a name without what stands before it."""
    question = waiting.question
    if question.kind in {"find", "pick"}:  # that was news only once: no such name, thanks
        question = replace(question, text=question.text.rpartition("\n\n")[2])
    return ask_again(s, dialog, replace(waiting, question=question), lead=lead)


def take(s: Situation, dialog: Open, waiting: Waiting, words: str, *, bubble: str = "") -> Outcome:
    """Return what follows from an answer; Refused when it is none."""
    state = absorb(waiting, answer(waiting, words, bubble=bubble))
    return present(s, replace(dialog, state=state))


def refuse(s: Situation, dialog: Open, waiting: Waiting, refused: Refused) -> Outcome:
    """Return why the words were no answer, and the question once more."""
    lead = say_refusal(refused, waiting.question, s.translate)
    state = replace(waiting.state, misses=waiting.state.misses + 1)
    return Outcome((repeat(s, dialog, waiting, lead=lead),), (replace(dialog, state=state),))


def _refusal(s: Situation, at_: Waiting, question: Question, refused: Refused) -> str:
    """Return why words said ahead were no answer, naming their question unless it is asked next."""
    if question.key == at_.question.key:
        return say_refusal(refused, question, s.translate)
    return say_unchanged(refused, question, s.translate)


def _finish(s: Situation, dialog: Open, finished: Finished, lead: str) -> Outcome:
    """Return the command of a finished dialog, or where it leads instead."""
    match finished.command:
        case Redirect(entry=entry, key=key):
            draft = replace(dialog, state=replace(dialog.state.without(key), aside=True))
            return _corrected(s, draft, s.facts_of(EntryOf(entry)))
        case PutAside(key=key, why=why):
            kept = replace(dialog, state=replace(dialog.state.without(key), aside=True))
            return _put_aside(s, kept, why)
        case LookFor(words=words):
            return _found(s, dialog, words)
        case WhoFirst():
            kept = replace(dialog, state=replace(dialog.state, aside=True))
            return Outcome(keep=(kept,)).then(present(s, begin(s, "introduce"), lead=lead))
        case RefuseConsent():
            # The code they came with is still good if they think better of it.
            asked = replace(dialog, state=replace(dialog.state.without("agree"), aside=True))
            return Outcome(keep=(asked,), command=finished.command)
    return Outcome(close=(dialog.id,), command=finished.command)


def _found(s: Situation, dialog: Open, words: str) -> Outcome:
    """Return what a search found; another dialog that is open, but half a change, asks again."""
    left = replace(s, dialogs=tuple(d for d in s.dialogs if d.id != dialog.id))
    outcome = Outcome(close=(dialog.id,)).then(found(s, words))
    ahead = front(left)
    if ahead and is_left(ahead):
        return outcome.then(Outcome(keep=(left_aside(ahead),)))
    return outcome.then(present(left, ahead)) if ahead else outcome


def _put_aside(s: Situation, kept: Open, why: str) -> Outcome:
    """Return that a draft is kept, and why; one in which nothing is written yet is not."""
    if why and not missing(s, kept)[0]:
        return Outcome((main_list(s, why),), close=(kept.id,))
    say = put_aside(s, kept)
    return Outcome((replace(say, text=f"{why}\n\n{say.text}" if why else say.text),), (kept,))


def _corrected(s: Situation, draft: Open, found: Entry | None) -> Outcome:
    """Return the correction of an entry, with what the draft says of everything but its name.

    The draft is kept where the entry can no longer be changed.
    """
    if found is None or not found.may_change():
        say = entries.entry(s, found) if found else entries.none_such(s, "")
        return Outcome((say,), (draft,))
    said = {**draft.state.answers, **draft.state.offered}
    boxes = form_of(s.forms, found.programme).programme.boxes
    words = {b.key: said[b.key] for b in boxes if b.type != "name" and said.get(b.key)}
    opened = begin(s, "correct", subject=found.id, programme=found.programme)
    opened = replace(opened, state=opened.state.offering(words))
    return Outcome(close=(draft.id,)).then(present(s, opened))
