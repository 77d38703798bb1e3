"""What a unit's officers say of its duties, and the page to write on that they want."""

from bot.carry_out.order import Order
from bot.carry_out.wanting import want_file
from conversations.file_names import notebook_page_name
from rules.duty_commands import DutySaid, SayDuty, WantNotebookPage
from rules.file_results import FileComing
from rules.results import Result, TooLate
from storage import duties_said, events, members
from storage.database import Transaction


async def say_duty(tx: Transaction, order: Order) -> Result:
    """Note whether it is so."""
    command = order.command
    assert isinstance(command, SayDuty)  # noqa: S101 - sorted by carry_out
    unit = await members.named_today(tx, command.unit, today=order.today().isoformat())
    if unit is None:
        return TooLate(None)
    await duties_said.say(tx, command, at=order.now())
    after = f"{command.duty} {command.occasion} {'yes' if command.yes else 'no'}"
    await events.add(tx, [order.event("duty", unit.id, after=" ".join(after.split()))])
    return DutySaid(unit, command.duty, command.occasion, command.yes)


async def want_page(tx: Transaction, order: Order) -> Result:
    """Have the page made."""
    command = order.command
    assert isinstance(command, WantNotebookPage)  # noqa: S101 - sorted by carry_out
    name = notebook_page_name(order.shell.language("vi"))
    await want_file(tx, order, kind="notebook-docx", name=name, about={"unit": command.unit})
    await events.add(tx, [order.event("notebook-page", command.unit)])
    return FileComing(name)
