"""Driving one dialog: run its script, take an answer, say the next question, hand over the command."""

from __future__ import annotations

from dataclasses import replace

from conversations.add_content import absorb
from conversations.outcome import Outcome
from conversations.phrasing import say_question
from conversations.redirect import Redirect
from conversations.refusals import say_refusal
from conversations.scripts import SCRIPTS
from conversations.situation import Here, Open, Situation, Surroundings
from dialog.said import Said
from dialog.say import Say
from dialog.state import State
from dialog.turn import Finished, Waiting, World, answer, progress, settle
from rules.refused import Refused


def world(s: Situation, dialog: Open) -> World:
    """Return what the dialog's script may know now."""
    here = Surroundings(s.person, s.door, s.forms, dialog)
    return World(s.now, {**s.facts, Here(): here}, s.translate)


def at(s: Situation, dialog: Open) -> Waiting | Finished:
    """Return where the dialog stands."""
    return settle(SCRIPTS[dialog.script], dialog.state, world(s, dialog))


def present(s: Situation, dialog: Open, *, lead: str = "") -> Outcome:
    """Return the dialog's next question, after a few words of lead, or its command."""
    standing = at(s, dialog)
    if isinstance(standing, Finished):
        return finish(s, replace(dialog, state=standing.state), standing)
    if standing.refused:
        refusal = say_refusal(standing.refused, standing.question, s.translate)
        lead = f"{lead}\n\n{refusal}" if lead else refusal
    state = replace(standing.state, aside=False)
    return Outcome((ask_again(s, dialog, standing, lead=lead),), (replace(dialog, state=state),))


def ask_again(s: Situation, dialog: Open, waiting: Waiting, *, lead: str = "") -> Say:
    """Return the pending question as a bubble, after a few words of lead."""
    count = (0, 0)
    if waiting.question.counted and not waiting.state.edit:
        count = progress(SCRIPTS[dialog.script], waiting, world(s, dialog))
    say = say_question(waiting, dialog.id, count, s.translate)
    return replace(say, text=f"{lead}\n\n{say.text}") if lead else say


def take(s: Situation, dialog: Open, waiting: Waiting, said: Said) -> Outcome:
    """Return what follows from an answer; Refused when it is none."""
    state = answer(waiting, said)
    return present(s, replace(dialog, state=absorb(state, content_key(s, dialog))))


def content_key(s: Situation, dialog: Open) -> str:
    """Return the key of the box that holds the content in the dialog's programme."""
    code = dialog.programme or dialog.state.answers.get("programme", "")
    form = next((form for form in s.forms if form.programme.code == code), s.forms[0])
    return next((box.key for box in form.programme.boxes if box.type == "content"), "content")


def finish(s: Situation, dialog: Open, finished: Finished) -> Outcome:
    """Return the command of a finished dialog, or the dialog it leads to instead."""
    if isinstance(finished.command, Redirect):
        next_one = begin(s, finished.command.script, subject=finished.command.subject)
        return Outcome(close=(dialog.id,)).then(present(s, next_one))
    return Outcome(close=(dialog.id,), command=finished.command)


def begin(s: Situation, script: str, *, subject: str = "", state: State | None = None) -> Open:
    """Return a new dialog; the same script about the same thing that is open already goes on."""
    for dialog in s.dialogs:
        if dialog.script == script and dialog.subject == subject and script != "register":
            return dialog
    return Open(
        id=s.fresh,
        script=script,
        state=state or State(),
        subject=subject,
        round=s.forms[0].year if script == "register" and len(s.forms) == 1 else 0,
        touched=s.now,
    )


def front(s: Situation) -> Open | None:
    """Return the dialog that takes words: the one touched last that was not put aside."""
    return next((dialog for dialog in s.dialogs if not dialog.state.aside), None)


def refuse(s: Situation, dialog: Open, waiting: Waiting, refused: Refused) -> Outcome:
    """Return why the words were no answer, and the question once more."""
    lead = say_refusal(refused, waiting.question, s.translate)
    return Outcome(
        (ask_again(s, dialog, waiting, lead=lead),),
        (replace(dialog, state=waiting.state.missed()),),
    )
