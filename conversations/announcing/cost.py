"""What an announcement costs where a bot may say only so much a month."""

from conversations.channel_names import say_channel
from dialog.turn import Translate
from rules.announcement_requests import BotReach, WouldReach
from rules.numbers import say_number

_ONE = 1_940  # UTF-16 units that are one message where it holds 2,000, its two answers among them


def say_cost(looks: str, reach: WouldReach, _: Translate) -> list[str]:
    """Return what it costs of what is left of the month, and which bot has not enough."""
    if not reach.bots:
        return []
    parts = -(-len(looks.encode("utf-16-le")) // 2 // _ONE)
    text = _("It takes about {used} of the {left} {channel} messages that are left this month.")
    total = text.format(
        used=say_number(sum(one.people * (parts + _answers(one)) for one in reach.bots)),
        left=say_number(sum(one.left for one in reach.bots)),
        channel=say_channel(reach.bots[0].channel, _),
    )
    short = [one for one in reach.bots if one.people * parts > one.free]
    return [total, *(_say_short(one, parts, _) for one in short)]


def _answers(one: BotReach) -> int:
    """Return what each "I know" costs: it is answered, and counts itself where that counts."""
    return 2 if one.both else 1


def _say_short(one: BotReach, parts: int, _: Translate) -> str:
    text = _(
        "⚠ {bot} has not enough for all: about {count} people get it only when they write, and are"
        " on the list to be called."
    )
    return text.format(bot=one.name or _("A bot"), count=one.people - one.free // parts)
