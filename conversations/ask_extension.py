"""A contact asks for more time for their unit."""

from conversations.officer_places import officer_places
from conversations.situation import Here, Surroundings
from conversations.whose import ask_form
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.deadline_commands import WORDS_OF_REASON, AskExtension, LeaveDeadlines


def ask_extension(ask: Ask, _: Translate) -> AskExtension | LeaveDeadlines:
    """Ask for which unit, and why."""
    here: Surroundings = ask.fact(Here())
    units = {hat.unit.id: hat.unit.name for hat in officer_places(here.person)}
    if not units:
        return LeaveDeadlines()
    form = ask_form(ask, _, here)
    unit = next(iter(units))
    if len(units) > 1:
        choices = [Choice(key, name) for key, name in units.items()]
        unit = ask.choice("unit", _("Unit"), _("Which of your units?"), choices)
    text = _("Until when do you ask for more time, and why? Your words go to {board}.")
    text = text.format(board=form.programme.office.board)
    words = ask.text("reason", _("Reason"), text, least=3, most=WORDS_OF_REASON)
    return AskExtension(unit, form.programme.code, form.year, words)
