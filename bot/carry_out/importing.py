"""Carrying out an import: all of it, or the reasons why none."""

from bot.carry_out.order import Order
from bot.importing import importer, prepare_import
from rules import results
from rules.import_commands import Imported, ImportTable, NotImported
from rules.importing.problems import Problem, details
from rules.refused import Refused
from storage.database import Transaction
from storage.importing import one_at_a_time, write_import


async def import_table(tx: Transaction, order: Order) -> results.Result:
    """Import a table; it is compared anew with what is there by now."""
    command = order.command
    assert isinstance(command, ImportTable)  # noqa: S101 - sorted by carry_out
    by = importer(order.shell, person=order.person.id, address=order.address)
    await one_at_a_time(tx)
    try:
        found, plan = await prepare_import(tx, command, by, shell=order.shell)
    except Refused as refused:
        why = Problem(0, "", "", refused.reason, "", details(**refused.details))
        return NotImported(command.kind, (why,))
    if not found.good:
        return NotImported(command.kind, found.problems)
    await write_import(tx, plan, by)
    return Imported(command.kind, found.new, found.changed, found.same, found.by_type)
