"""What people ask for about their own data: done at once, kept as a request, noted as an event."""

import datetime as dt

from bot.carry_out.order import Order, Told
from bot.carry_out.own_telling import tell_of_erasure
from bot.carry_out.wanting import want_file
from conversations.consent import VERSION
from conversations.erased_name import erased_name
from conversations.own_copy_words import copy_name
from rules import rights, rights_results
from rules.results import TooLate
from rules.working_days import after_working_days
from storage import admins, data_requests, erasing, events, kept_data, people, withdrawing
from storage.data_requests import DataRequest
from storage.database import Transaction
from storage.erasing import Erasure
from storage.people import ConsentAnswer

ANSWER_DAYS = 2  # working days an office has to answer by law


async def see(tx: Transaction, order: Order) -> rights_results.DataShown:
    """Show what is kept about the person."""
    await _asked(tx, order, "see")
    kept = await kept_data.kept_about(tx, order.person, zone=order.shell.clock.zone)
    return rights_results.DataShown(kept, await order.human(tx))


async def correct(tx: Transaction, order: Order) -> rights_results.DataCorrected | TooLate:
    """Correct name, phone or the words for one's own position, while it is one's own."""
    command = order.command
    assert isinstance(command, rights.CorrectMyData)  # noqa: S101 - sorted by carry_out
    if not await _corrected(tx, order, command):
        return TooLate(None)
    request = await _asked(tx, order, "correct", after=command.what)
    return rights_results.DataCorrected(_due(request))


async def _corrected(tx: Transaction, order: Order, command: rights.CorrectMyData) -> bool:
    person, words = order.person.id, command.words
    match command.what:
        case "name":
            await people.name_person(tx, person, name=words)
        case "phone":
            await people.set_phone(tx, person, phone=words)
        case "position":
            today, place = order.today().isoformat(), command.membership
            return await kept_data.correct_position(tx, person, place, words=words, today=today)
    return True


async def copy(tx: Transaction, order: Order) -> rights_results.CopyComing:
    """Have everything kept about the person put into files, which come after the commit."""
    request = await _asked(tx, order, "export", done=False)
    _ = order.shell.language(order.person.language)
    for kind, ending in (("mine-json", ".json"), ("mine-xlsx", ".xlsx")):
        name = copy_name(order.today(), ending, _)
        await want_file(tx, order, kind=kind, name=name, about={"request": request.id})
    return rights_results.CopyComing(_due(request))


async def withdraw(tx: Transaction, order: Order) -> rights_results.ConsentWithdrawn:
    """Keep that the person agrees no longer; drafts go, what was sent stays in the register."""
    answer = ConsentAnswer(
        id=order.shell.ids.next(),
        person=order.person.id,
        answer="withdrawn",
        version=VERSION,
        wording="",
        channel=order.chat.channel,
        at=order.now(),
    )
    await people.consent(tx, [answer])
    await withdrawing.forget_unfinished(tx, order.person.id)
    request = await _asked(tx, order, "withdraw")
    listed = bool(order.person.memberships)
    return rights_results.ConsentWithdrawn(_due(request), await order.human(tx), listed)


async def erase(
    tx: Transaction, order: Order, told: list[Told]
) -> rights_results.Erased | rights_results.LastAdminStays:
    """Forget the person, here and in every backup that is ever restored."""
    today = order.today().isoformat()
    if await admins.is_last_admin(tx, order.person.id):
        return rights_results.LastAdminStays()
    request = await _asked(tx, order, "erase")
    instead = erased_name(order.shell.language("vi"))
    erased = await erasing.erase(tx, Erasure(order.person.id, order.now(), today, instead))
    await order.shell.forget(erased)
    await tell_of_erasure(tx, order, told)
    return rights_results.Erased(_due(request), erased.entries)


async def _asked(
    tx: Transaction, order: Order, kind: rights.Right, *, after: str = "", done: bool = True
) -> DataRequest:
    """Keep a request, answered if it is `done`."""
    due = after_working_days(order.today(), ANSWER_DAYS, order.form().programme.calendar)
    request = DataRequest(
        id=order.shell.ids.next(),
        person=order.person.id,
        kind=kind,
        at=order.at,
        due_day=due.isoformat(),
        settled_at=order.now() if done else 0,
    )
    await data_requests.add(tx, request)
    await events.add(tx, [order.event(f"data-{kind}", order.person.id, after=after)])
    return request


def _due(request: DataRequest) -> dt.date:
    return dt.date.fromisoformat(request.due_day)
