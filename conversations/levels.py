"""The levels at which units are rated, in words."""

from dialog.turn import Translate
from rules.ratings import Level


def say_level(level: Level, _: Translate) -> str:
    """Return a level in words."""
    words: dict[Level, str] = {
        "excellent": _("tasks completed excellently"),
        "good": _("tasks completed well"),
        "done": _("tasks completed"),
        "not-done": _("tasks not completed"),
    }
    return words[level]
