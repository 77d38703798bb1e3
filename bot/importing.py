"""Importing a table somebody of an office sent: looked at, and looked at again when it is done."""

from bot.files.tables import table_of
from bot.shell import Shell
from rules.import_commands import ImportPlan, ImportTable
from rules.importing.plan import Plan
from rules.importing.preview import Preview
from rules.refused import Refused
from storage.database import Transaction
from storage.importing import By, Source, plan_import


async def preview_import(
    shell: Shell, tx: Transaction, person: str, asked: ImportPlan
) -> Preview | None:
    """Return what would come of an import; None when the table is not there, or not theirs."""
    try:
        found, _ = await prepare_import(tx, asked, importer(shell, person=person), shell=shell)
    except Refused:
        return None
    return found


async def prepare_import(
    tx: Transaction, asked: ImportPlan | ImportTable, by: By, *, shell: Shell
) -> tuple[Preview, Plan]:
    """Return what would become of the register; Refused "file-gone" without the table."""
    table = await table_of(tx, asked.file, person=by.person, shell=shell)
    # Whoever is asked for the totals is offered the programme's own, and may want none.
    control = asked.control or "-"
    source = Source(asked.kind, table, asked.columns, asked.convert, control)
    return await plan_import(tx, source, by)


def importer(shell: Shell, *, person: str, address: str = "") -> By:
    """Return whoever imports now, for the first programme."""
    now = shell.clock.now_ms()
    today = shell.clock.local(now).date()
    form = shell.programmes.forms(today)[0]
    return By(
        person=person,
        address=address,
        programme=form.programme,
        version=form.version,
        latest=max(form.year, today.year),
        bot=shell.telegram,
        now=now,
        zone=shell.clock.zone,
        new_id=shell.ids.next,
    )
