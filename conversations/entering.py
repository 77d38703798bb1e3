"""Before consent only the question of consent is asked, and nothing else is kept."""

from dataclasses import replace

from conversations import acts
from conversations.by_number import put_again, said_before
from conversations.dialogs import at, begin
from conversations.digression import and_again
from conversations.drive import present
from conversations.intents import code_in, fixed
from conversations.outcome import Outcome
from conversations.own_data import right_asked_for
from conversations.said import AskedAgain, Press, Said, Start, Text
from conversations.situation import Open, Situation
from conversations.words import STALE
from dialog.state import State
from dialog.turn import Finished, Waiting, answer
from rules.codes import plain_code
from rules.refused import Refused
from rules.requests import CodeMeaning

# What may be asked for by whoever has not agreed yet, or agrees no longer.
ANSWERED = {"help", "english", "vietnamese", "data"}


def before_consent(s: Situation, said: Said) -> Outcome:
    """Return the question of consent, or what follows from the answer to it."""
    dialog = _consent_dialog(s, said)
    standing = at(s, dialog)
    if isinstance(standing, Finished):
        return present(s, dialog)
    if right := right_asked_for(s, said):
        return acts.do(s, right)
    if isinstance(said, Text) and (name := fixed(said.text)) in ANSWERED:
        return and_again(s, acts.do(s, name), dialog, standing)
    first = not s.consent and dialog not in s.dialogs  # nobody agrees to what was not asked yet
    answered = dialog if first else _answered(s, dialog, standing, said)
    lead = "" if first or answered is not dialog else _why_again(s, said)
    outcome = _without_wrong_code(s, present(s, answered, lead=lead))
    return put_again(outcome) if isinstance(said, AskedAgain) else outcome


def _why_again(s: Situation, said: Said) -> str:
    """Return why the question of consent is put again."""
    _ = s.translate
    match said:
        case AskedAgain(words=str(words)) if words:
            return said_before(s, words)
        case Text(words, unseen=True):
            return said_before(s, words)
        case Text(words) if code_in(words, bare=True):
            return ""
        case Text() | AskedAgain():
            return _("Please answer this first:")
    return ""


def _consent_dialog(s: Situation, said: Said) -> Open:
    """Return the dialog of consent; a code said before or now is noted in it."""
    dialog = begin(s, "consent")
    code = said.code if isinstance(said, Start) else ""
    if isinstance(said, Text):
        code = code_in(said.text, bare=True)
    if not code:
        return dialog
    return replace(dialog, state=State(answers={"code": plain_code(code)}))


def _without_wrong_code(s: Situation, outcome: Outcome) -> Outcome:
    """Return what is said, without keeping a code that leads nowhere: the one before it stays."""
    before = begin(s, "consent").state.answers.get("code", "")
    return replace(outcome, keep=tuple(_with_good_code(s, one, before) for one in outcome.keep))


def _with_good_code(s: Situation, dialog: Open, before: str) -> Open:
    code = dialog.state.answers.get("code", "")
    if not code or s.facts_of(CodeMeaning(code)).kind:
        return dialog
    kept = dialog.state.without("code")
    again = before and before != code
    return replace(dialog, state=kept.answering("code", before) if again else kept)


def _answered(s: Situation, dialog: Open, waiting: Waiting, said: Said) -> Open:
    """Return the dialog with the answer taken, unchanged when it is no answer to this question."""
    match said:
        case Press(data):
            prefix, _, words = data.rpartition(":")
            mine = prefix == f"d:{dialog.id}:{waiting.question.key}"
        case Text(words):
            stale = dialog.touched is not None and s.now - dialog.touched > STALE
            mine = not said.unseen and not (stale and words.strip().isdecimal())
        case _:
            return dialog
    try:
        return replace(dialog, state=answer(waiting, words)) if mine else dialog
    except Refused:
        return dialog
