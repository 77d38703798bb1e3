"""What stands where somebody's name stood who wanted to be forgotten."""

from conversations.situation import Translate


def erased_name(_: Translate) -> str:
    """Return the words for a name that was erased."""
    return _("(erased on request)")
