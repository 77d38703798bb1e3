"""Words somebody typed: a word understood everywhere, an answer, or something else."""

import datetime as dt
import re
from dataclasses import replace

from conversations import acts, drafts, show
from conversations.add_content import SURE, note, note_too
from conversations.asks_back import asks_back
from conversations.by_number import back_by_word, said_before
from conversations.declined import declined
from conversations.dialogs import at, front
from conversations.digression import and_again
from conversations.drive import ask_again, present, refuse, take
from conversations.intents import STOP, code_in, fixed, intent, numbered_entry, sought
from conversations.likeliest import likeliest, theirs
from conversations.numbered import BEFORE, FREE
from conversations.on_menu import on_menu
from conversations.other_unit import names_another
from conversations.outcome import Outcome
from conversations.pasted import hear_lines, read_again
from conversations.presses import act_on
from conversations.refusals import NOT_UNDERSTOOD, say_already
from conversations.reminding.answering import reason_said
from conversations.said import Text
from conversations.said_twice import said_twice
from conversations.second_yes import second_yes
from conversations.situation import Open, Situation, form_of
from conversations.supplement import MORE
from conversations.supplementing import more_words, offer_supplement
from conversations.ways import WAYS, go
from dialog.turn import Waiting
from rules.commands import UseCode
from rules.fold import fold
from rules.meeting_words import plainly_announced
from rules.refused import Refused
from rules.requests import EntryOf
from rules.smalltalk import is_noise

STALE = dt.timedelta(hours=24)  # after that a lone digit is no answer to anything
# Where a number may itself be the answer.
COUNTED_IN = {*FREE, "find", "number", "date", "time", "phone"}
# What is never meant by words that may be part of a name that is looked for.
NOT_MEANT = {"not-ours", "help"}
A_SENTENCE = 10  # characters; less is a slip
ONE_DIGIT = 9  # a stray one asks for no entry
_LONE = re.compile(r"([0-9]{1,4})[.)]?")


def hear(s: Situation, said: Text) -> Outcome:
    """Return what comes of words."""
    ahead = front(s)
    waiting = waiting_at(s, ahead)
    if said.edited:
        return and_again(s, _edited(s, said), ahead, waiting)
    registers = ahead is not None and ahead.script == "register"
    if registers and plainly_announced(said.text):  # no model is called so, nor is where it is
        return acts.do(s, theirs(s, "meeting-new"), said.text)
    meant_at_once = _at_once(s, said, ahead, waiting) or hear_lines(s, said, ahead, waiting)
    if meant_at_once:
        return meant_at_once
    if ahead and waiting:
        return _answered(s, ahead, waiting, said)
    return present(s, ahead) if ahead else _outside(s, said)


def _at_once(
    s: Situation, said: Text, ahead: Open | None, waiting: Waiting | None
) -> Outcome | None:
    """Return what comes of words that mean the same at any question."""
    free = waiting is not None and waiting.question.kind in FREE
    if sure := second_yes(s, said.text):
        return act_on(s, sure)
    introduces = ahead is not None and ahead.script == "introduce"  # nobody is called as a code is
    if code := code_in(said.text, bare=not free or introduces):
        return Outcome(command=UseCode(code))
    word = "" if _is_choice(waiting, said.text) else fixed(said.text)
    if name := word or (not _gives_reason(waiting) and declined(said.text)):
        return _fixed(s, name, ahead, waiting)
    if words := sought(said.text, bare=not _is_writing(ahead, waiting)):
        return and_again(s, acts.do(s, "find", words), ahead, waiting)
    number = numbered_entry(said.text)
    known = number and s.facts_of(EntryOf(number))
    return and_again(s, acts.do(s, "show", number), ahead, waiting) if known else None


def _is_choice(waiting: Waiting | None, text: str) -> bool:
    """Return whether the question has an answer that is called just so, as "tạm dừng"."""
    choices = waiting.question.choices if waiting else ()
    return fold(text) in {fold(name) for choice in choices for name in choice.also}


def _gives_reason(waiting: Waiting | None) -> bool:
    """Return whether the question is for few eyes only; its words go to nobody else."""
    return waiting is not None and waiting.question.kind == "reason"


def _is_writing(ahead: Open | None, waiting: Waiting | None) -> bool:
    """Return whether a text may begin with any word; who somebody is begins with a name."""
    if ahead is None or waiting is None or ahead.script == "introduce":
        return False
    return waiting.question.kind in {*FREE, "review"}


def waiting_at(s: Situation, dialog: Open | None) -> Waiting | None:
    """Return the pending question of a dialog, None when it has none."""
    standing = at(s, dialog) if dialog else None
    return standing if isinstance(standing, Waiting) else None


def _fixed(s: Situation, name: str, ahead: Open | None, waiting: Waiting | None) -> Outcome:
    if name == STOP and theirs(s, name) != name:  # who sends nothing stops what they write
        name = "aside"
    if name not in WAYS:
        outcome = acts.do(s, theirs(s, name))
        return outcome if name in {"main", "drop"} else and_again(s, outcome, ahead, waiting)
    if ahead and waiting:
        return go(s, ahead, waiting, WAYS[name])
    return Outcome((show.nothing_open(s),))


def _answered(s: Situation, ahead: Open, waiting: Waiting, said: Text) -> Outcome:
    text = said.text.strip()
    lone = _LONE.fullmatch(text)
    meant_by_it = _number_in(s, ahead, waiting, int(lone[1])) if lone else None
    if meant_by_it or said.unseen:
        return meant_by_it or present(s, ahead, lead=said_before(s, text))
    if text == "?" and waiting.question.hint:
        return go(s, ahead, waiting, WAYS["explain"])
    if waiting.question.kind in {"text", "find"} and (number := numbered_entry(text)):
        return and_again(s, acts.do(s, "show", number), ahead, waiting)
    asks, finding = text.endswith("?"), waiting.question.kind == "find"  # no model is called so
    name, subject = intent(text) if asks or finding else ("", "")
    if name and (asks or name not in NOT_MEANT):
        return and_again(s, acts.do(s, theirs(s, name), subject), ahead, waiting)
    try:
        return _taken(s, ahead, waiting, said)
    except Refused as refused:
        return _no_answer(s, ahead, waiting, said, refused)


def _taken(s: Situation, ahead: Open, waiting: Waiting, said: Text) -> Outcome:
    text = said.text.strip()
    if asks_back(s, ahead, waiting, text):
        raise Refused("noise")
    if said_twice(waiting, text):
        raise Refused("said-already")
    # What was shown last asked for a reason; the question was there before it.
    given = reason_said(s, text)
    if given and not is_noise(text) and not intent(text)[0]:
        return given
    return take(s, ahead, waiting, said.text, bubble=said.message)


def _number_in(s: Situation, ahead: Open, waiting: Waiting, number: int) -> Outcome | None:
    """Return what a lone number means that is no answer to the question; None if it may be one."""
    if way := on_menu(s, number):
        return act_on(s, way)
    stale = ahead.touched is not None and s.now - ahead.touched > STALE
    if stale and waiting.question.kind not in COUNTED_IN - FREE:
        return present(s, ahead, lead=drafts.begun_earlier(s, ahead))
    way = _way_numbered(s, ahead, waiting, number)
    return go(s, ahead, waiting, way) if way else None


def _way_numbered(s: Situation, ahead: Open, waiting: Waiting, number: int) -> str:
    """Return the way out that stands at this place below the answers; "" if none does."""
    kind, choices = waiting.question.kind, waiting.question.choices
    if kind in COUNTED_IN or number <= len(choices) or not s.door.buttons:
        return ""  # without buttons the ways have numbers of their own, and it is none of those
    options = [option for row in ask_again(s, ahead, waiting).rows for option in row]
    return options[number - 1].data.rpartition(":")[2] if number <= len(options) else ""


def _number(s: Situation, number: int) -> Outcome:
    """Return what a lone number means with nothing open: what was offered last, or an entry."""
    if way := on_menu(s, number):
        return act_on(s, way)
    if number > ONE_DIGIT:
        return acts.do(s, "show", str(number))
    _ = s.translate
    text = _("It is not clear what number {number} stands for. What do you need, comrade?")
    return Outcome((show.main_list(s, text.format(number=number)),))


def _no_answer(
    s: Situation, ahead: Open, waiting: Waiting, said: Text, refused: Refused
) -> Outcome:
    question, state = waiting.question, waiting.state
    if question.kind not in {*FREE, "reason"}:
        name, subject = intent(said.text)
        if name:
            return and_again(s, acts.do(s, theirs(s, name), subject), ahead, waiting)
    noise = is_noise(said.text)
    if question.kind == "pick" and not noise:
        return present(s, replace(ahead, state=state.answering(f"{question.key}~", said.text)))
    if not noise and (more := _more(s, replace(ahead, state=state), waiting, said.text)):
        return more
    # Thanks need nobody's help, and of a number nobody could tell what it was meant for.
    idle = (noise and any(map(str.isalpha, said.text))) or _LONE.fullmatch(said.text.strip())
    if said.text.strip() == BEFORE and question.kind in FREE and not s.door.buttons:
        return back_by_word(s, ahead, waiting)
    twice = state.misses and refused.reason in NOT_UNDERSTOOD and not idle
    if twice and not _gives_reason(waiting) and not s.person.runs_the_office():
        calm = replace(ahead, state=replace(state, misses=0))
        return Outcome(keep=(calm,)).then(acts.call_human(said.text))
    return refuse(s, ahead, waiting, refused)


def _more(s: Situation, ahead: Open, waiting: Waiting, words: str) -> Outcome | None:
    """Return what comes of a sentence that may go on with what was written; None if it does not."""
    if len(words) < A_SENTENCE:
        return None
    question, content = waiting.question, _content_key(s, ahead)
    if question.key.endswith(SURE):
        return present(s, replace(ahead, state=note_too(waiting, ahead.state, words)))
    if question.kind == "review" and content in waiting.earlier:
        return _more_content(s, ahead, waiting.earlier[content], words)
    if question.key == "_review" and MORE in waiting.earlier:
        return more_words(s, ahead, words)
    return None


def _more_content(s: Situation, ahead: Open, written: str, words: str) -> Outcome:
    """Return the question whether words at the review are content; what is so already is not."""
    if fold(words) == fold(written):
        return present(s, ahead, lead=say_already(s.translate))
    return present(s, replace(ahead, state=note(ahead.state, _content_key(s, ahead), words)))


def _content_key(s: Situation, dialog: Open) -> str:
    boxes = form_of(s.forms, dialog.programme).programme.boxes
    return next((box.key for box in boxes if box.type == "content"), "")


def _outside(s: Situation, said: Text) -> Outcome:
    _ = s.translate
    words = said.text.strip()
    if lone := _LONE.fullmatch(words):
        return _number(s, int(lone[1]))
    name, subject = intent(words)
    if name:
        meant = theirs(s, name)
        asks_other = meant == "unit" and names_another(s, words)
        return acts.do(s, meant, "other" if asks_other else subject)
    if is_noise(words):
        return Outcome((show.main_list(s, _("Hello, comrade. What do you need?")),))
    if asked_for := offer_supplement(s, words) or reason_said(s, words):
        return asked_for
    if s.misses and not s.person.runs_the_office():  # whom it would go to is the office
        return acts.call_human(words)
    return Outcome((likeliest(s, words),), misses=1)


def _edited(s: Situation, said: Text) -> Outcome:
    """Return what comes of a changed bubble: new words for what it gave, while that is open."""
    _ = s.translate
    for dialog in s.dialogs:
        key = dialog.state.bubbles.get(said.message)
        words = read_again(s, dialog, said.text) or ({key: said.text} if key else {})
        if key is not None and words:
            state = dialog.state.without("_review").offering(words)
            return present(s, replace(dialog, state=state), lead=_("Written as you changed it."))
    return Outcome((show.edited_too_late(s),))
