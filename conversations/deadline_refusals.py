"""A sentence for what a deadline forbids, and for each change of one that cannot be."""

from dialog.turn import Translate


def deadline_refusals(_: Translate) -> dict[str, str]:
    """Return the sentences by reason."""
    return {
        "end-is-over": _("{day} at that time is over already. Say a later day."),
        "end-after-round": _("The round of {year} ends on {day}. Say an earlier day."),
        "end-stays": _("“{stage}” stands like that already; nothing would change."),
        "day-stays": _("{day} stands like that already; nothing would change."),
        "nothing-to-move": _("By that many days every deadline would still be over. Say more."),
        "paper-too-late": _(
            "The form came in after the deadline, and the programme takes none after it. To take "
            "it all the same, change the deadline of this unit first."
        ),
    }
