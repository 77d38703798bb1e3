"""What offices are told of a bot that can send nothing any more."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from conversations.channel_names import say_channel
from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.bots_lost import BotLost, OnlyThere
from rules.numbers import say_number
from rules.phones import say_phone

NAMED = 10  # the others are counted: who reads it is on a phone


def bot_lost(facts: BotLost, _: Translate) -> Say:
    """Return what has happened, whom to call, and what mends it."""
    text = _(
        "The {channel} bot “{name}” can send nothing since {moment}: its token was changed, or it "
        "was taken away. Who has another way of writing is written to there."
    )
    moment, channel = say_moment(facts.since, _), say_channel(facts.channel, _)
    lines = [text.format(channel=channel, name=facts.name or "?", moment=moment)]
    lines += _to_call(facts, _)
    lines.append(
        _(
            "What to do: whoever runs the assistant takes the new token of the same bot into the "
            "settings; then nobody else has to do anything. If another bot takes its place, have "
            "new invitation codes made and send them: each opens the address of their code and "
            "presses “Open Zalo”. Who has written on the web page before opens it again and says "
            "MÃ."
        )
    )
    return Say("\n".join(lines), rows(act(_("Make invitation codes"), "codes")))


def _to_call(facts: BotLost, _: Translate) -> Iterator[str]:
    if not facts.count:
        yield _("Nobody reads the assistant here alone.")
        return
    text = _("{count} people read the assistant here alone. Please call them:")
    if not facts.people:
        text = _("{count} people read the assistant here alone.")
    yield text.format(count=say_number(facts.count))
    for one in facts.people[:NAMED]:
        yield _named(one)
    if (more := len(facts.people) - NAMED) > 0:
        yield _("• and {count} more").format(count=say_number(more))


def _named(one: OnlyThere) -> str:
    phone = f", {say_phone(one.phone)}" if one.phone else ""
    return f"• {one.name}, {one.unit}{phone}"


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {BotLost: bot_lost}
