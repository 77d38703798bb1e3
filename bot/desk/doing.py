"""What a visitor of the desk does: carried out as in the chat, in one transaction."""

from collections.abc import Sequence

from bot.as_of_now import as_of_now
from bot.carry_out import carry_out
from bot.carry_out.order import Order, Told
from bot.desk.seated import NotSeatedError, seated
from bot.desk.tools import BELL, Tools
from bot.desk.visitor import Visitor
from bot.handled import Handled
from bot.writing import write_told
from rules.commands import Command
from rules.results import Result
from storage import people


async def do(tools: Tools, visitor: Visitor, *commands: Command) -> list[Result]:
    """Carry the commands out, all or none; whoever is concerned hears of it in their chat.

    Raises NotSeatedError for who is at the desk no longer, Unavailable, and Refused as the
    commands do.
    """
    handled = Handled()
    async with tools.deliver.writing() as tx:
        await people.lock(tx, [visitor.person.id])
        now = await seated(tx, tools, visitor.secret)
        if now is None:
            raise NotSeatedError
        shell, at = await as_of_now(tx, tools.shell), tools.shell.clock.now_ms()
        orders = [
            Order(command, now.person, now.address, now.chat, at, shell) for command in commands
        ]
        results, told = await carry_out(tx, orders)
        await write_told(tx, _once(told), tools.shell, handled)
    _let_out(tools, handled)
    return results


def _once(told: Sequence[Told]) -> list[Told]:
    """Return what others are told, each thing once: the commands of one form may say the same."""
    return list({(one.person, one.say): one for one in reversed(told)}.values())[::-1]


def _let_out(tools: Tools, handled: Handled) -> None:
    tools.deliver.send_now(handled.rows)
    for person in handled.ring:
        tools.bell.ring(person)
    tools.files_wanted()
    tools.bell.ring(BELL)
