"""Codes of units: wanted as files after the commit, or taken back at once."""

from bot.carry_out.order import Order
from bot.carry_out.wanting import want_file
from conversations.file_names import sheet_file_name, slips_file_name
from rules import code_commands, code_results
from rules.code_requests import CodePlan, CodesFor
from rules.results import Result, TooLate
from storage import events, invitations, invited
from storage.database import Transaction


async def make_codes(tx: Transaction, order: Order) -> Result:
    """Have the sheet and the slips made; the codes are made with the sheet, in its moment."""
    command = order.command
    assert isinstance(command, code_commands.MakeCodes)  # noqa: S101 - sorted by carry_out
    if not command.unit:  # a role somewhere is none over everything
        return TooLate(None)
    plan: CodePlan = await order.fact(tx, CodesFor(command.unit, command.members))
    if not plan.codes:
        return code_results.NobodyToInvite(plan.without)
    _ = order.shell.language(order.person.language)
    about = {"unit": command.unit, "members": command.members}
    sheet = await want_file(tx, order, kind="codes-xlsx", name=sheet_file_name(_), about=about)
    slips = {"unit": command.unit, "sheet": sheet}
    await want_file(tx, order, kind="codes-docx", name=slips_file_name(_), about=slips)
    await events.add(tx, [order.event("invite", command.unit)])
    return code_results.CodesComing(plan.codes)


async def revoke_codes(tx: Transaction, order: Order) -> Result:
    """Let the codes of a unit and those below it be good no longer."""
    command = order.command
    assert isinstance(command, code_commands.RevokeCodes)  # noqa: S101 - sorted by carry_out
    if not command.unit:
        return TooLate(None)
    today = order.today().isoformat()
    made = await invited.made_by(tx, order.person.id, command.unit, today=today)
    ended = await invitations.end(tx, [code.id for code in made], now=order.now())
    await events.add(tx, [order.event("code-ended", key) for key in ended])
    return code_results.CodesRevoked(len(ended))


async def leave_codes(_tx: Transaction, _order: Order) -> Result:
    """Change nothing."""
    return code_results.CodesLeft()
