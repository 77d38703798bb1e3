"""Tables the office sends: wanted to be read after the commit, or not wanted any more."""

from dataclasses import asdict

from bot.carry_out.order import Order
from bot.carry_out.wanting import DAYS, want_file
from bot.clock import DAY_MS
from conversations.file_names import problems_name, template_name
from rules import file_commands, file_results, results
from storage import events, files
from storage.database import Transaction
from storage.files import File


async def make_template(tx: Transaction, order: Order) -> file_results.FileComing:
    """Have a template made."""
    command = order.command
    assert isinstance(command, file_commands.MakeTemplate)  # noqa: S101 - sorted by carry_out
    name = template_name(command.of, order.shell.language(order.person.language))
    await want_file(tx, order, kind="template", name=name, about={"of": command.of})
    await events.add(tx, [order.event("template", command.of)])
    return file_results.FileComing(name)


async def read_table(tx: Transaction, order: Order) -> file_results.TableComing:
    """Have the table that came with the message read."""
    command, sent = order.command, order.file
    assert isinstance(command, file_commands.ReadTable)  # noqa: S101 - sorted by carry_out
    assert sent is not None  # noqa: S101 - a table always comes with where it is
    wanted = File(
        id=command.ref,
        person=order.person.id,
        way="in",
        kind="table",
        name=command.name,
        chat=order.chat,
        created_at=order.now(),
        expires_at=order.now() + DAYS * DAY_MS,
        remote=sent.remote,
        hash=sent.hash,
        size=sent.size,
    )
    await files.want(tx, wanted)
    await events.add(tx, [order.event("table", command.ref)])
    return file_results.TableComing(command.name)


async def list_problems(tx: Transaction, order: Order) -> results.Result:
    """Have everything that is wrong with a table listed in a file."""
    command = order.command
    assert isinstance(command, file_commands.ListProblems)  # noqa: S101 - sorted by carry_out
    file = await files.of_person(tx, command.file, person=order.person.id)
    if file is None:
        return file_results.TableDropped(there=False)
    name = problems_name(file.name, order.shell.language(order.person.language))
    await want_file(tx, order, kind="problems", name=name, about=asdict(command))
    await events.add(tx, [order.event("problems", command.file)])
    return file_results.FileComing(name)


async def drop_table(tx: Transaction, order: Order) -> file_results.TableDropped:
    """Let a table be gone; its bytes are deleted at the next sweep."""
    command = order.command
    assert isinstance(command, file_commands.DropTable)  # noqa: S101 - sorted by carry_out
    there = await files.drop(tx, command.file, person=order.person.id)
    if there:
        await events.add(tx, [order.event("drop-table", command.file)])
    return file_results.TableDropped(there)
