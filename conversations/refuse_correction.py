"""The office does not grant a correction, and says why."""

from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.turn import Translate
from rules.office_commands import RefuseCorrection

MOST = 500  # characters


def refuse_correction(ask: Ask, _: Translate) -> RefuseCorrection:
    """Ask why a correction is not granted; who asked for it reads it."""
    here: Surroundings = ask.fact(Here())
    text = _("Why is it not corrected? Who asked for it will read this.")
    example = "Đã báo cáo cấp trên, sửa vào kỳ sau."
    words = ask.text("words", _("Reason"), text, least=3, most=MOST, example=example)
    return RefuseCorrection(here.dialog.subject, words)
