"""Bubbles about files: one that is made, one that is not, one that is there no more."""

from conversations.humans import call_name
from conversations.say import Say, SentFile
from conversations.situation import Translate
from rules.person import Human


def file_made(file: SentFile, kind: str, _: Translate) -> Say:
    """Return the bubble that hands a file over; a template wants to come back filled in."""
    text = _("The file you need: {name}.").format(name=file.name)
    if kind == "form-docx":
        text += " " + _("Please print it, sign it and send it to the office.")
    return Say(text, wants="table" if kind == "template" else "", file=file)


def file_not_made(name: str, whom: Human, _: Translate) -> Say:
    """Return that a file cannot be made, and whom to call."""
    text = _("The assistant could not make the file {name}. Please call {human}.")
    return Say(text.format(name=name, human=call_name(whom, _)))


def file_lost(name: str, _: Translate) -> Say:
    """Return that a file is there no more, and what to do."""
    text = _("The file {name} is no longer there. Please ask for it once more.")
    return Say(text.format(name=name))
