"""Ways out of a question: back, leave it as it is, what it means, put it aside."""

from dataclasses import replace

from conversations.announcing.scripts import ANNOUNCING
from conversations.dialogs import before
from conversations.drafts import is_written, not_begun, put_aside
from conversations.drive import ask_again, present
from conversations.import_table import IMPORTS
from conversations.meetings.leaving import leave_meeting
from conversations.meetings.scripts import MEETINGS
from conversations.offer import act, rows
from conversations.on_paper.asking import as_hand_form
from conversations.on_paper.scripts import ON_PAPER
from conversations.organising.leaving import OF_DEADLINES
from conversations.organising.scripts import ORGANISING
from conversations.outcome import Outcome
from conversations.phrasing import ASIDE, BACK, EXPLAIN, HAND_FORM, KEEP
from conversations.say import Say
from conversations.show import main_list
from conversations.situation import Open, Situation
from dialog.questions import CLOSED
from dialog.turn import Waiting, answer

# By the word for it; the last is the act's own.
WAYS = {"back": BACK, "keep": KEEP, "explain": EXPLAIN, "aside": ASIDE, "": HAND_FORM}


def go(s: Situation, dialog: Open, waiting: Waiting, way: str) -> Outcome:
    """Return what follows from one of the ways out."""
    if way == BACK:
        return present(s, replace(dialog, state=before(s, dialog, waiting)))
    if way == KEEP:
        return present(s, replace(dialog, state=replace(waiting.state, edit="")))
    if way == EXPLAIN:
        lead = waiting.question.hint
        return Outcome((ask_again(s, dialog, waiting, lead=lead),), (dialog,))
    if way == HAND_FORM:
        return as_hand_form(s, dialog, send=True)
    if dialog.script in {*ORGANISING, *OF_DEADLINES}:  # half a change is worth nothing later
        _ = s.translate
        return Outcome((main_list(s, _("Nothing was changed.")),), close=(dialog.id,))
    left = leave_meeting if dialog.script in MEETINGS else _aside
    return left(s, replace(dialog, state=waiting.state), waiting)


def _aside(s: Situation, dialog: Open, waiting: Waiting) -> Outcome:
    """Return what putting aside means for each script; nothing that was written is lost by it."""
    kept = replace(dialog, state=replace(dialog.state, aside=True))
    match dialog.script:
        case "photos":  # what was sent belongs to the entry already, in the eyes of who sent it
            return present(s, replace(dialog, state=answer(waiting, CLOSED)))
        case "withdraw":
            return present(s, replace(dialog, state=answer(waiting, "no")))
        case "correct":
            return Outcome((_correction_kept(s, dialog),), (kept,))
        case "register" if is_written(s, dialog):
            return Outcome((put_aside(s, kept),), (kept,))
        case "register" | "amend" | "search" | "paper-in":  # next time it is another unit's paper
            return Outcome((main_list(s, not_begun(s)),), close=(dialog.id,))
    return Outcome((_waits(s, dialog),), (kept,))


def _waits(s: Situation, dialog: Open) -> Say:
    if dialog.script == "supplement":
        return _supplement_kept(s, dialog)
    if dialog.script in ANNOUNCING:
        return _announcement_kept(s, dialog)
    if dialog.script in ON_PAPER:
        return _paper_kept(s, dialog)
    return _import_kept(s, dialog) if dialog.script in IMPORTS else main_list(s, not_begun(s))


def _paper_kept(s: Situation, dialog: Open) -> Say:
    _ = s.translate
    text = _("What was written and sent is kept; nothing of it has gone to the register yet.")
    go_on = act(_("Go on"), dialog.script, dialog.subject)
    return Say(text, rows(go_on, act(_("Main list"), "main")))


def _announcement_kept(s: Situation, dialog: Open) -> Say:
    _ = s.translate
    text = _("What was written is kept; nothing of it was sent.")
    name = "announce-right" if dialog.script == "announce-right" else "announce"
    name = "announce-rest" if name == "announce" and dialog.subject else name
    go_on = act(_("Go on writing"), name, dialog.subject)
    return Say(text, rows(go_on, act(_("Main list"), "main")))


def _import_kept(s: Situation, dialog: Open) -> Say:
    _ = s.translate
    text = _("The table waits; nothing of it is in the register yet.")
    go_on = act(_("Go on importing"), dialog.script, dialog.subject)
    return Say(text, rows(go_on, act(_("Main list"), "main")))


def _supplement_kept(s: Situation, dialog: Open) -> Say:
    _ = s.translate
    text = _("What you added is kept but not sent; the office still waits for it.")
    go_on = act(_("Go on with the supplement"), "supplement", dialog.subject)
    return Say(text, rows(go_on, act(_("Main list"), "main")))


def _correction_kept(s: Situation, dialog: Open) -> Say:
    _ = s.translate
    text = _("The changes are kept but not sent; the registration stands as it was.")
    go_on = act(_("Go on correcting"), "correct", dialog.subject)
    return Say(text, rows(go_on, act(_("Main list"), "main")))
