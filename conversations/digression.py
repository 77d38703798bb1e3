"""Something else said in the middle of a question: it is answered and the question repeated."""

from dataclasses import replace

from conversations.drive import repeat
from conversations.organising.leaving import is_left, left_aside
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Open, Situation
from dialog.turn import Waiting

# Ways to what is open anyway or can be said in a word: they need no room beside a question.
EVERYWHERE = {
    *(
        "register",
        "unit",
        "deadlines",
        "quarter",
        "meetings",
        "my-reminders",
        "mine",
        "help",
        "main",
        "organisation",
        "import",
        "codes",
    ),
    *("table", "missing", "waiting", "office-more", "paper-work"),
}
_GIVEN = {"_for", "_programme"}  # with the button that began it


def and_again(
    s: Situation, outcome: Outcome, ahead: Open | None, waiting: Waiting | None, *, lead: str = ""
) -> Outcome:
    """Return the outcome with the pending question after it, in one bubble if nothing is lost.

    `lead` is said before the question where it has a bubble of its own.
    """
    settled = outcome.command or outcome.keep or outcome.close or outcome.begin
    if settled or not ahead or not waiting or not outcome.says:
        return outcome
    kept = (replace(ahead, state=replace(waiting.state, misses=0)),)
    *first, last = outcome.says
    if _is_empty(ahead) and not _dispensable(last):  # nothing is lost by asking it no more
        return replace(outcome, close=(ahead.id,), misses=0)
    if is_left(ahead) and not _dispensable(last):  # whoever looks at something else is elsewhere
        return replace(outcome, keep=(left_aside(ahead),), misses=0)
    if _dispensable(last):
        says = (*first, repeat(s, ahead, waiting, lead=last.text))
    else:
        says = (*outcome.says, repeat(s, ahead, waiting, lead=lead))
    return replace(outcome, says=says, keep=kept, misses=0)


def _is_empty(dialog: Open) -> bool:
    """Return whether a registration has not got a single answer yet."""
    state = dialog.state
    return dialog.script == "register" and not state.offered and state.answers.keys() <= _GIVEN


def _dispensable(say: Say) -> bool:
    names = (option.data.split(":")[1:3] for row in say.rows for option in row)
    return all(name in EVERYWHERE and not subject for name, subject in names)
