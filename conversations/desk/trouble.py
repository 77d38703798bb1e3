"""What is said when a page of the desk cannot be shown, and what to do about it."""

from conversations.situation import Translate


def trouble(what: str, _: Translate) -> tuple[str, str]:
    """Return a heading and what to do about it."""
    return (_of_the_door(_) | _of_pages(_))[what]


def _of_the_door(_: Translate) -> dict[str, tuple[str, str]]:
    return {
        "way-in": (
            _("The desk is closed"),
            _(
                "Write “bàn làm việc” to the assistant in the chat you use; it answers with a link "
                "that opens the desk here. The link works once, within 10 minutes."
            ),
        ),
        "key-gone": (
            _("This link opens nothing any more"),
            _(
                "It was used already, or is older than 10 minutes. Write “bàn làm việc” to the "
                "assistant once more."
            ),
        ),
        "too-many": (
            _("Too many tries"),
            _("Please wait a minute, then open the newest link the assistant sent."),
        ),
        "left": (
            _("You have left the desk"),
            _("To open it again, write “bàn làm việc” to the assistant in the chat."),
        ),
    }


def _of_pages(_: Translate) -> dict[str, tuple[str, str]]:
    return {
        "old-page": (
            _("The page was too old"),
            _("Nothing was changed. Please go back, load the page again and do it once more."),
        ),
        "not-there": (
            _("There is nothing here"),
            _("Perhaps it is another unit's, or the address is not whole."),
        ),
        "refused": (
            _("This cannot be done"),
            _("Nothing was changed. Please go back, load the page again and look."),
        ),
        "bug": (
            _("Something went wrong"),
            _("Nothing was changed. Please go back, and tell whoever looks after the assistant."),
        ),
        "away": (
            _("The register cannot be reached just now"),
            _("Nothing was lost. Please load the page again in a minute."),
        ),
    }
