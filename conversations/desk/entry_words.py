"""The words of an entry's page."""

from collections.abc import Mapping

from dialog.turn import Translate


def entry_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        **_acts(_),
        "boxes": _("What it says"),
        "about": _("About it"),
        "see_unit": _("See the unit"),
        "photos": _("Photos"),
        "no_photos": _("No photos."),
        "paper": _("Signed original on paper"),
        "no_paper": _("Not received yet."),
        "past": _("What was done with it"),
        "twins": _("Perhaps registered twice"),
        "twins_why": _("These are named much like it in the same unit:"),
        "correction": _("Correction asked for"),
        "you_wrote": _("You wrote, and it was not sent:"),
        "supplement": _("Waiting for a supplement"),
        "says_now": _("It says now"),
        "shall_say": _("It shall say"),
        "before": _("← The one before"),
        "after": _("The next one waiting →"),
        "changed": _("This registration has just changed."),
        "load": _("Load it anew"),
        "nothing_may": _("Nothing is to be done with it now."),
    }


def _acts(_: Translate) -> Mapping[str, str]:
    return {
        "acts": _("What to do"),
        "accept": _("Take it in"),
        "accept_key": _("key T"),
        "return": _("Ask for a supplement"),
        "return_box": _("Which part"),
        "return_words": _("What is missing"),
        "return_until": _("The last day for it"),
        "return_other": _("Another day"),
        "return_send": _("Send it to the unit"),
        "mend": _("Correct the spelling"),
        "mend_why": _("Only spelling; the author is told the old and the new words."),
        "mend_look": _("Look at the changes"),
        "mend_shown": _("These words become others. Is it right?"),
        "mend_send": _("Keep it and tell the author"),
        "mend_back": _("Change it once more"),
        "withdraw": _("Take out the one registered twice"),
        "withdraw_why": _("It then counts nowhere any more. Its number is not given away again."),
        "withdraw_send": _("Yes, take out number {number}"),
        "tick": _("Original received"),
        "tick_day": _("Day it came in"),
        "strike": _("Noted by mistake, take it back"),
        "grant": _("Grant it, put in the new words"),
        "refuse": _("Do not grant it"),
        "refuse_why": _("Why not (the author reads it)"),
        "form": _("Form to print (Word)"),
    }
