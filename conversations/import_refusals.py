"""Sentences for answers that an import cannot take."""

from collections.abc import Mapping

from conversations.situation import Translate


def import_refusals(_: Translate) -> Mapping[str, str]:
    """Return a sentence for each reason."""
    return {
        "not-a-column": _(
            "There is no such column. Please choose one, or write its letter, for example D."
        ),
        "control-words": _(
            "The assistant did not understand the totals. Example: 84 = 45 đảng bộ + 39 chi bộ."
        ),
        "control-sum": _("The parts make {parts}, not {total}. Please look and write it again."),
    }
