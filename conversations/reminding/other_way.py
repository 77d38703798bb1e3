"""How to go on elsewhere when a bot can hardly say more this month."""

from dialog.turn import Translate


def say_other_way(page: str, code: str, _: Translate) -> str:
    """Return the line people read once, with the page's address and a way back for them alone."""
    text = _(
        "The assistant can send only few more messages here this month. If no answer comes, open"
        " {page} and enter the code {code}: everything is there."
    )
    return text.format(page=page, code=code)
