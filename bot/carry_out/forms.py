"""The form of an entry, or the empty one: wanted, and made after the commit."""

from bot.carry_out.order import Order
from bot.carry_out.wanting import want_file
from conversations.file_names import blank_form_name, form_name
from rules.file_results import FileComing
from rules.office_commands import WantForm
from rules.results import Result, TooLate
from storage import events
from storage.database import Transaction


async def want_form(tx: Transaction, order: Order) -> Result:
    """Have a form made; without an entry the empty one of a programme."""
    command = order.command
    assert isinstance(command, WantForm)  # noqa: S101 - sorted by carry_out
    name = blank_form_name(order.shell.language("vi"))
    if command.entry:
        entry = await order.entry(tx, command.entry)
        if entry is None:
            return TooLate(None)
        name = form_name(entry.code, order.shell.language("vi"))
    about = {"entry": command.entry, "programme": command.programme}
    await want_file(tx, order, kind="form-docx", name=name, about=about)
    await events.add(tx, [order.event("form", command.entry or command.programme)])
    return FileComing(name)
