"""Why a table cannot be read, in words that say what to do."""

from conversations.situation import Translate


def table_refusal(reason: str, _: Translate) -> str:
    """Return the sentence for a reason that reading a table was refused with."""
    return _sentences(_).get(reason) or _("The assistant could not read it; please send it again.")


def _sentences(_: Translate) -> dict[str, str]:
    copied = _("Please copy only the table into a new Excel file and send that.")
    as_table = _("Please save it as a new Excel file (.xlsx) and send that.")
    return {
        "table-too-large": _(
            "It is over 5 MB, 20,000 rows or 60 columns. Please send it in parts."
        ),
        "table-kind": _("It is no table.") + " " + as_table,
        "table-macros": _("It has macros, which may do harm.") + " " + as_table,
        "table-bomb": _("It is packed in a way that no office packs.") + " " + copied,
        "table-broken": _("It cannot be opened.") + " " + copied,
        "table-locked": _("It has a password. Please take the password off and send it again."),
        "table-empty": _("No sheet of it has anything in it. Please look and send it again."),
        "table-mojibake": _(
            "Some of its Vietnamese letters are lost. Please open the original, save it as Excel "
            "(.xlsx), not as CSV, and send that."
        ),
        "table-secret": _(
            "It has signs of a secret document. Please erase the message on your phone and use "
            "the way for secret documents."
        ),
    }
