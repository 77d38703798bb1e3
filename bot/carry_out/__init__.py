"""Carrying out the commands of a batch, in the transaction of its messages."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeAlias

from bot.carry_out import changes, codes, joining, registering
from bot.carry_out.order import Order, Told
from rules import commands
from rules.results import Corrected, Result
from storage.database import Transaction

Act: TypeAlias = Callable[[Transaction, Order], Awaitable[Result]]
ALONE: Mapping[type[commands.Command], Act] = {
    commands.GiveConsent: joining.give_consent,
    commands.RefuseConsent: joining.refuse_consent,
    commands.Introduce: joining.introduce,
    commands.UseCode: codes.use_code,
    commands.MakeReturnCode: codes.make_return_code,
    commands.CorrectEntry: changes.correct,
    commands.WithdrawEntry: changes.withdraw,
    commands.ConfirmEntry: changes.confirm,
    commands.AttachPhotos: changes.attach_photos,
    commands.LeaveAsIs: changes.leave_as_is,
    commands.AskForHelp: joining.ask_for_help,
    commands.KeepPhone: joining.keep_phone,
    commands.ChooseLanguage: joining.choose_language,
}


async def carry_out(tx: Transaction, orders: Sequence[Order]) -> tuple[list[Result], list[Told]]:
    """Perform each order; return what came of each, and what others are to be told."""
    told: list[Told] = []
    registrations = [o for o in orders if isinstance(o.command, commands.RegisterEntry)]
    registered = iter(await registering.register(tx, registrations, told))
    results: list[Result] = []
    for order in orders:
        if isinstance(order.command, commands.RegisterEntry):
            results.append(next(registered))
        else:
            result = await ALONE[type(order.command)](tx, order)
            if isinstance(result, Corrected) and result.entry.state == "sent":
                await registering.tell_officer(tx, order, result.entry, told)
            results.append(result)
    return results, told
