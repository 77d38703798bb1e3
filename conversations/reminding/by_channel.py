"""By which channel somebody is told what is told by itself; changing it."""

from collections.abc import Callable, Iterator, Mapping

from conversations.channel_names import say_channel
from conversations.offer import act
from conversations.outcome import Outcome
from conversations.reminding.channel_said import LAST
from conversations.say import Option
from conversations.situation import Situation
from dialog.turn import Translate
from rules.reminding_commands import ChooseChannel
from rules.reminding_requests import Reminders
from rules.reminding_results import ChannelKept


def lines(mine: Reminders, _: Translate) -> Iterator[str]:
    """Yield the line that says so, for who has more than one channel or has chosen."""
    if mine.channel in mine.channels:
        yield _("• They come by: {channel}.").format(channel=say_channel(mine.channel, _))
    elif len(mine.channels) > 1:
        text = _("• They come by what you used last: {channel}.")
        yield text.format(channel=say_channel(mine.channels[0], _))


def ways(mine: Reminders, _: Translate) -> Iterator[Option]:
    """Yield the ways to have it otherwise."""
    chosen = mine.channel in mine.channels
    if len(mine.channels) > 1:
        for channel in sorted(mine.channels, reverse=True):  # Zalo first
            if not (chosen and channel == mine.channel):
                label = _("Tell me by {channel}").format(channel=say_channel(channel, _))
                yield act(label, "remind-channel", channel)
    if chosen:
        yield act(_("Tell me by what I used last"), "remind-channel", LAST)


def say_kept(r: ChannelKept, _: Translate) -> str:
    """Return by which channel they are told from now on, or how it can be had."""
    if not r.there:
        text = _(
            "You have not written to the assistant by {channel} yet, or it cannot write there now. "
            "Say MÃ for a code, send that code by {channel}, then choose it once more."
        )
        return text.format(channel=say_channel(r.channel, _))
    if not r.channel:
        return _("From now on the assistant tells you by what you used last.")
    text = _(
        "From now on the assistant tells you by {channel}; where that fails, by another way you "
        "have. What you write is still answered where you write it."
    )
    return text.format(channel=say_channel(r.channel, _))


def _choose(_s: Situation, subject: str) -> Outcome:
    return Outcome(command=ChooseChannel("" if subject == LAST else subject))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {"remind-channel": _choose}
