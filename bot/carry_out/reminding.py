"""What people choose about being reminded: later, not at all, at which hour; why a unit is late."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.carry_out.helping import called
from bot.carry_out.order import Order, Told
from bot.carry_out.papers import unit_of
from bot.carry_out.telling import tell
from conversations.reminding.notices import late_because, reason_told
from rules import reminding_commands, reminding_results
from rules.matters import Matter, check_matter
from rules.refused import Refused
from rules.reminding_hours import again_at
from rules.results import Result, TooLate
from rules.utc_ms import ms_of
from rules.when_to_go import Habits
from storage import channel_choices, events, reminder_choices
from storage.database import Transaction

MOST = 20  # matters of one press: nobody is a contact of more units


async def snooze(tx: Transaction, order: Order) -> Result:
    """Remind somebody again in the evening, or the next morning."""
    command = order.command
    assert isinstance(command, reminding_commands.Snooze)  # noqa: S101 - sorted by carry_out
    if not _named(command.matters):
        return TooLate(None)
    now = order.shell.clock.local(order.now())
    until = again_at(now, order.form().programme.reminding)
    until_ms = ms_of(until)
    for matter in command.matters:
        await reminder_choices.snooze(tx, order.person.id, matter, until=until_ms, at=order.now())
    await events.add(tx, [order.event("snooze", matter) for matter in command.matters])
    return reminding_results.Snoozed(until)


async def mute(tx: Transaction, order: Order) -> Result:
    """Remind somebody of matters no more."""
    command = order.command
    assert isinstance(command, reminding_commands.Mute)  # noqa: S101 - sorted by carry_out
    if not _named(command.matters):
        return TooLate(None)
    for matter in command.matters:
        await reminder_choices.mute(tx, order.person.id, matter, at=order.now())
    await events.add(tx, [order.event("mute", matter) for matter in command.matters])
    return reminding_results.Muted(command.matters)


async def unmute(tx: Transaction, order: Order) -> Result:
    """Remind somebody of matters after all."""
    command = order.command
    assert isinstance(command, reminding_commands.Unmute)  # noqa: S101 - sorted by carry_out
    for matter in command.matters:
        await reminder_choices.unmute(tx, order.person.id, matter)
    await events.add(tx, [order.event("unmute", matter) for matter in command.matters])
    return reminding_results.Muted(command.matters, on=True)


async def choose_hour(tx: Transaction, order: Order) -> Result:
    """Keep at which hour somebody wants to be reminded, unless it is quiet then."""
    command = order.command
    assert isinstance(command, reminding_commands.ChooseHour)  # noqa: S101 - sorted by carry_out
    hour, mine = dt.time.fromisoformat(command.hour), await _habits(tx, order)
    if order.form().programme.reminding.is_quiet(hour):
        return reminding_results.HourKept(hour, mine.early, quiet=True)
    await _keep(tx, order, hour, early=mine.early)
    return reminding_results.HourKept(hour, mine.early)


async def choose_channel(tx: Transaction, order: Order) -> Result:
    """Keep by which channel somebody wants to be told, if they have a chat there."""
    command, person = order.command, order.person.id
    assert isinstance(command, reminding_commands.ChooseChannel)  # noqa: S101 - sorted by carry_out
    had = await channel_choices.had(tx, [person])
    if command.channel and command.channel not in had.get(person, ()):
        return reminding_results.ChannelKept(command.channel, there=False)
    before = (await channel_choices.chosen(tx, [person])).get(person, "")
    await channel_choices.choose(tx, person, command.channel, at=order.now())
    event = order.event("remind-channel", person, before=before, after=command.channel)
    await events.add(tx, [event])
    return reminding_results.ChannelKept(command.channel)


async def remind_early(tx: Transaction, order: Order) -> Result:
    """Keep whether somebody wants to be reminded fourteen days before, too."""
    command = order.command
    assert isinstance(command, reminding_commands.RemindEarly)  # noqa: S101 - sorted by carry_out
    hour = (await _habits(tx, order)).hour
    await _keep(tx, order, hour, early=command.on)
    usual = order.form().programme.reminding.hours[0]
    return reminding_results.HourKept(hour or usual, command.on)


async def give_reason(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Keep why a unit is late for the staff member in charge, who is told at once."""
    command = order.command
    assert isinstance(command, reminding_commands.GiveReason)  # noqa: S101 - sorted by carry_out
    unit = await unit_of(tx, order, command.unit)
    words = late_because(unit, command.words, order.shell.language("vi"))
    kept, helper = await called(tx, order, unit, words)
    matter = Matter(command.stage, command.programme, command.round, unit.id).name
    await reminder_choices.answered(tx, [(order.person.id, matter)], at=order.now())
    await events.add(tx, [order.event("reason", kept.id, after=unit.id)])
    if helper is None:
        return reminding_results.ReasonGiven(unit, await order.human(tx), told=False)
    asked = replace(kept, words=command.words)
    await tell(tx, order, told, [helper.person], lambda _: reason_told(asked, _))
    human = helper.human if helper.human.phone else await order.human(tx)
    return reminding_results.ReasonGiven(unit, human, told=True)


def _named(matters: Sequence[str]) -> bool:
    """Return whether these are matters at all; "" is everything."""
    try:
        for matter in filter(None, matters):
            check_matter(matter)
    except Refused:
        return False
    return 0 < len(matters) <= MOST


async def _habits(tx: Transaction, order: Order) -> Habits:
    return (await reminder_choices.habits(tx, [order.person.id]))[order.person.id]


async def _keep(tx: Transaction, order: Order, hour: dt.time | None, *, early: bool) -> None:
    person, at = order.person.id, order.now()
    await reminder_choices.choose_hour(tx, person, hour=hour, early=early, at=at)
    after = f"{hour:%H:%M} {int(early)}" if hour else f"{int(early)}"
    await events.add(tx, [order.event("remind-hour", person, after=after)])
