"""Replies to meetings, by whoever is invited, or noted for them by a contact of the unit."""

from bot.carry_out.meetings import is_as_known, otherwise, seen_of
from bot.carry_out.order import Order
from bot.carry_out.wanting import want_file
from conversations.file_names import meeting_file_name
from rules import meeting_commands as commands
from rules import meeting_results as results
from rules.file_results import FileComing
from rules.meeting import Reply
from rules.results import Result, TooLate
from storage import events, replies
from storage.database import Transaction


async def reply(tx: Transaction, order: Order) -> Result:
    """Keep whether somebody comes to the meeting as they know it, until it begins."""
    command = order.command
    assert isinstance(command, commands.ReplyToMeeting)  # noqa: S101 - sorted by carry_out
    seen = await seen_of(tx, order, command.meeting)
    if seen is None or seen.mine is None:
        return TooLate(None)
    if not is_as_known(order, seen.meeting, command.revision):
        return await otherwise(tx, order, seen)
    me = order.person.id
    new = Reply(
        command.meeting, me, command.revision, command.answer, command.reason, me, order.now()
    )
    await replies.reply(tx, new)
    again = seen.mine.answer == command.answer
    if not again:
        await events.add(tx, [order.event("meeting-reply", command.meeting, after=command.answer)])
    now = await seen_of(tx, order, command.meeting)
    return results.Replied(now, command.answer, command.reason, again) if now else TooLate(None)


async def note(tx: Transaction, order: Order) -> Result:
    """Keep what people told a contact of the unit; who replied by themselves has the say."""
    command = order.command
    assert isinstance(command, commands.NoteReplies)  # noqa: S101 - sorted by carry_out
    seen = await seen_of(tx, order, command.meeting)
    if seen is None or not seen.runs:
        return TooLate(None)
    if not is_as_known(order, seen.meeting, command.revision):
        return await otherwise(tx, order, seen)
    meant = [one for one in seen.people if one.person in command.people]
    said = [_noted(order, command, one.person) for one in meant]
    kept = set(await replies.note(tx, said))
    if kept:
        await events.add(tx, [order.event("meeting-note", command.meeting, after=command.answer)])
    now = await seen_of(tx, order, command.meeting)
    if now is None:
        return TooLate(None)
    names = tuple(one.name for one in meant if one.person in kept)
    others = tuple(one.name for one in meant if one.person not in kept)
    return results.RepliesNoted(now, command.answer, names, others)


async def want_calendar_file(tx: Transaction, order: Order) -> Result:
    """Have a meeting made as a file for a calendar."""
    command = order.command
    assert isinstance(command, commands.WantMeetingFile)  # noqa: S101 - sorted by carry_out
    seen = await seen_of(tx, order, command.meeting)
    if seen is None:
        return TooLate(None)
    name = meeting_file_name(seen.meeting, order.shell.language("vi"))
    await want_file(tx, order, kind="meeting-ics", name=name, about={"meeting": seen.meeting.id})
    return FileComing(name)


def _noted(order: Order, command: commands.NoteReplies, person: str) -> Reply:
    by = order.person.id
    return Reply(command.meeting, person, command.revision, command.answer, "", by, order.now())
