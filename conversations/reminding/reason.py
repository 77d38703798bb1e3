"""A contact says why their unit is late; the staff member in charge reads it."""

from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.turn import Translate
from rules.matters import read_matter
from rules.reminding_commands import WORDS_OF_REASON, GiveReason

_EXAMPLE = "Đơn vị đang kiện toàn bí thư, xin gửi trong tuần sau."


def reason(ask: Ask, _: Translate) -> GiveReason:
    """Ask why a unit is late."""
    here: Surroundings = ask.fact(Here())
    text = _("What is the reason, comrade? The office reads it.")
    words = ask.text("words", _("Reason"), text, least=3, most=WORDS_OF_REASON, example=_EXAMPLE)
    matter = read_matter(here.dialog.subject)
    assert matter  # noqa: S101 - the act that begins this looked at it
    return GiveReason(matter.unit, matter.programme, matter.round, matter.stage, words)
