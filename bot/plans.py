"""What bots may say a month, where their channel counts it."""

from collections.abc import Mapping

from bot.settings import Settings
from rules.budget import Plan


def plans(settings: Settings) -> Mapping[str, Plan]:
    """Return the plans by channel; none where the bot is on no such channel."""
    if not settings.zalo_tokens:
        return {}
    both = settings.zalo_counted == "both"
    return {"zalo": Plan(settings.zalo_messages, settings.zalo_people, both)}
