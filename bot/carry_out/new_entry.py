"""What a registration becomes in the register, sent in a chat or typed in from paper."""

from dataclasses import dataclass

from bot.carry_out.order import Order
from conversations.boxes import by_type
from rules.commands import RegisterEntry
from rules.entry import State
from rules.paper_commands import TypeInEntry
from storage.entries import NewEntry


@dataclass(frozen=True, slots=True)
class Sent:
    """How an entry came: its first state, when it counts as sent (UTC ms), whether in time.

    `paper_day` is the ISO day the form came in that it was typed in from, "" for a chat.
    """

    state: State
    at: int
    on_time: bool
    paper_day: str = ""


def counter_of(order: Order, command: RegisterEntry | TypeInEntry) -> str:
    """Return the counter its number comes from."""
    return f"{order.form(command.programme).programme.prefix}-{command.round}"


def new_row(
    order: Order, command: RegisterEntry | TypeInEntry, *, number: int, sent: Sent
) -> NewEntry:
    """Return the row of a registration under its number."""
    form = order.form(command.programme)
    kind = form.programme.kind(command.kind)
    plain, more = by_type(form.programme, command.boxes)
    return NewEntry(
        id=order.shell.ids.next(),
        code=f"{counter_of(order, command)}-{number:04d}",
        number=number,
        dialog=command.dialog,
        unit=command.unit,
        typed_by=order.person.id,
        programme=command.programme,
        programme_version=form.version,
        round=command.round,
        kind=kind.code,
        entry_kind=kind.entry,
        subject=kind.subject,
        origin=kind.origin,
        counts=kind.counts,
        name=plain.get("name", ""),
        address=plain.get("place", ""),
        field=plain.get("field", ""),
        content=plain.get("content", ""),
        more=more,
        state=sent.state,
        on_time=sent.on_time,
        channel=order.chat.channel,
        created_at=sent.at,
        person=command.person,
        source=command.source,
        source_words=command.source_words,
        paper_day=sent.paper_day,
    )
