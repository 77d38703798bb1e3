"""Ways out of a question: back, leave it as it is, what it means, put it aside."""

from dataclasses import replace

from conversations.dialogs import before
from conversations.drafts import missing, not_begun, put_aside
from conversations.drive import ask_again, present
from conversations.import_table import IMPORTS
from conversations.offer import act, rows
from conversations.organising.scripts import ORGANISING
from conversations.outcome import Outcome
from conversations.phrasing import ASIDE, BACK, EXPLAIN, KEEP
from conversations.say import Say
from conversations.show import main_list
from conversations.situation import Open, Situation
from dialog.questions import CLOSED
from dialog.turn import Waiting, answer

WAYS = {"back": BACK, "keep": KEEP, "explain": EXPLAIN, "aside": ASIDE}  # by the word for it


def go(s: Situation, dialog: Open, waiting: Waiting, way: str) -> Outcome:
    """Return what follows from one of the ways out."""
    if way == BACK:
        return present(s, replace(dialog, state=before(s, dialog, waiting)))
    if way == KEEP:
        return present(s, replace(dialog, state=replace(waiting.state, edit="")))
    if way == EXPLAIN:
        lead = waiting.question.hint
        return Outcome((ask_again(s, dialog, waiting, lead=lead),), (dialog,))
    if dialog.script in ORGANISING:  # half a change of a unit is worth nothing later
        _ = s.translate
        return Outcome((main_list(s, _("Nothing was changed.")),), close=(dialog.id,))
    return _aside(s, replace(dialog, state=waiting.state), waiting)


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
        case "register" if missing(s, dialog)[0]:
            return Outcome((put_aside(s, kept),), (kept,))
        case "register" | "amend" | "search":
            return Outcome((main_list(s, not_begun(s)),), close=(dialog.id,))
    waits = _import_kept(s, dialog) if dialog.script in IMPORTS else main_list(s, not_begun(s))
    return Outcome((waits,), (kept,))


def _import_kept(s: Situation, dialog: Open) -> Say:
    _ = s.translate
    text = _("The table waits; nothing of it is in the register yet.")
    go_on = act(_("Go on importing"), dialog.script, dialog.subject)
    return Say(text, rows(go_on, act(_("Main list"), "main")))


def _correction_kept(s: Situation, dialog: Open) -> Say:
    _ = s.translate
    text = _("The changes are kept but not sent; the registration stands as it was.")
    go_on = act(_("Go on correcting"), "correct", dialog.subject)
    return Say(text, rows(go_on, act(_("Main list"), "main")))
