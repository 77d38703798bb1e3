"""The words of the demo's page: the clock, the network, the phones, what the planner decided."""

from collections.abc import Mapping

from conversations.situation import Translate


def demo_words(_: Translate) -> Mapping[str, str]:
    """Return the page's words by key."""
    return {
        "title": _("Try the assistant on three phones"),
        "invented": _(
            "Every unit and person here is invented. Everything is gone when the demo ends."
        ),
        "clock": _("Clock"),
        "hour": _("+1 hour"),
        "day": _("+1 day"),
        "first": _("To the first reminder"),
        "last": _("To the last reminder"),
        "after": _("To after the deadline"),
        "back": _("Set back 2 hours"),
        "network": _("Network and server"),
        "slow": _("Slow by 3 seconds"),
        "twice": _("Sent twice"),
        "cut": _("Cut the network"),
        "kill": _("Kill the server"),
        "lives": _("The server runs."),
        "dead": _("The server is down and comes back by itself…"),
        "away": _("The demo has ended. This page can be closed."),
        "phones": _("Three phones"),
        "contact": _("Contact of a chi bộ"),
        "above": _("Contact of the level above"),
        "office": _("Office"),
        "decided": _("What the assistant decided by itself"),
        "at": _("At"),
        "who": _("Person"),
        "unit": _("Unit"),
        "what": _("Matter"),
        "how": _("Decision"),
        "nothing": _("Nothing yet. Move the clock to a reminder."),
    }
