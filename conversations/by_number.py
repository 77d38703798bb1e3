"""Numbers that are no plain answer: they turn a page, or it is asked what they are meant for."""

from dataclasses import replace

from conversations.drafts import begun_earlier
from conversations.drive import present, repeat
from conversations.numbered import pages
from conversations.offer import rows
from conversations.outcome import Outcome
from conversations.presses import act_on
from conversations.said import AskedAgain, Earlier, Turned, Unsure
from conversations.say import Say
from conversations.situation import Open, Situation
from dialog.turn import Waiting


def turn(s: Situation, said: Turned) -> Outcome:
    """Return another page of a bubble, without what it said at length; nothing else changes."""
    _ = s.translate
    say, first = said.say, said.say.text.splitlines()[0]
    page = _("Page {page}/{pages}").format(page=say.page, pages=pages(say))
    shown = replace(say, text=f"{first}\n{page}", file=None, once=False)
    return Outcome((shown,), misses=s.misses)


def ask_which(s: Situation, said: Unsure) -> Outcome:
    """Return the question which of the things in sight is answered."""
    _ = s.translate
    return Outcome((Say(_("What do you answer?"), rows(*said.ways)),), misses=s.misses)


def ask_once_more(s: Situation, said: AskedAgain) -> Outcome:
    """Return the list once more, with why the number was not taken; of a dialog as it is now."""
    lead = said_before(s, said.words) if said.words else ""
    return put_again(_once_more(s, said, lead))


def put_again(outcome: Outcome) -> Outcome:
    """Return what is said, marked as said once more: it is not put a third time."""
    return replace(outcome, says=tuple(replace(say, again=True) for say in outcome.says))


def _once_more(s: Situation, said: AskedAgain, lead: str) -> Outcome:
    _ = s.translate
    match said.data.split(":"):
        case ["d", key, *_rest]:
            asking = next((dialog for dialog in s.dialogs if dialog.id == key), None)
            if asking:
                return present(s, asking, lead=lead or begun_earlier(s, asking))
            return act_on(s, said.data)
    lead = lead or _("The assistant asked this some time ago. Please answer once more:")
    again = replace(said.say, text=f"{lead}\n\n{said.say.text}", file=None, once=False)
    return Outcome((again,), misses=s.misses)


def ask_of_earlier(s: Situation, said: Earlier) -> Outcome:
    """Return the list before, without what it said at length, to be answered once more."""
    _ = s.translate
    lead = _("If by {number} you mean the list before, please choose once more:")
    first = said.say.text.splitlines()[0]
    text = f"{lead.format(number=said.number)}\n\n{first}"
    again = replace(said.say, text=text, file=None, once=False, lines=())
    return Outcome((again,), misses=s.misses)


def back_by_word(s: Situation, dialog: Open, waiting: Waiting) -> Outcome:
    """Return a question for words once more; the numbers that lead out of lists are words here."""
    _ = s.translate
    lead = _("To put it aside, say ĐỂ ĐÓ.")
    if any(key in waiting.state.answers for key in waiting.earlier):
        lead = _("To go back to the question before, say QUAY LẠI; to put it aside, say ĐỂ ĐÓ.")
    return Outcome((repeat(s, dialog, waiting, lead=lead),), (dialog,))


def said_before(s: Situation, words: str) -> str:
    """Return why a number is not taken whose list was not there yet."""
    _ = s.translate
    lead = _("You said “{words}” before you were asked this. Please answer once more:")
    return lead.format(words=words)
