"""What channels are called."""

from dialog.turn import Translate


def say_channel(code: str, _: Translate) -> str:
    """Return a channel's name; one that is none of ours is called as it is."""
    names = {"web": _("the web page"), "telegram": "Telegram", "zalo": "Zalo"}
    return names.get(code, code)
