"""Models launched from above: opened once, their units told, what these say of it kept."""

from bot.carry_out.order import Order
from rules import adoption_commands, adoption_results
from rules.programme import Launched
from rules.results import Result, TooLate
from storage import events, launches
from storage.database import Transaction
from storage.humans import with_chats
from storage.launch_reach import Below, addressed, reach, reachable
from storage.launches import Announced, Launch
from storage.leading import leads


async def open_launched(tx: Transaction, order: Order) -> Result:
    """Ask a launched model of the units from now on; their contacts are told, each once."""
    command = order.command
    assert isinstance(command, adoption_commands.OpenLaunched)  # noqa: S101 - sorted by carry_out
    today = order.today().isoformat()
    model = launched_model(order, command.programme, command.model)
    if model is None or not command.unit or not await leads(tx, command.unit, today=today):
        return TooLate(None)
    key = order.shell.ids.next()
    new = Launch(
        key, command.programme, model.code, today, order.person.id, order.now(), command.unit
    )
    if not await launches.launch(tx, new):
        return await _opened_before(tx, order, new, model.name)
    await events.add(tx, [order.event("launch", key, after=f"{new.programme}/{new.model}")])
    return await _announced(tx, order, model, new)


async def _announced(tx: Transaction, order: Order, model: Launched, new: Launch) -> Result:
    """Note who can be told now; the planner tells them, and whoever comes later."""
    form = order.form(new.programme)
    units = await addressed(tx, Below(new.unit, new.programme, form.year, new.day))
    people = await reachable(tx, units, model.units)
    people.pop(order.person.id, None)
    await launches.announce(tx, [Announced(new.id, who, of, new.at) for who, of in people.items()])
    reached = reach(units, people, model.units)
    return adoption_results.LaunchOpened(model.name, reached.units, len(people))


async def _opened_before(tx: Transaction, order: Order, new: Launch, name: str) -> Result:
    before = await launches.launch_of(tx, new.programme, new.model)
    assert before is not None  # noqa: S101 - it was in the way of this one
    known = await with_chats(tx, [before.by_person])
    by = known[before.by_person].human.name if before.by_person in known else ""
    at = order.shell.clock.local(before.at)
    return adoption_results.LaunchOpened(name, 0, 0, again=True, by=by, at=at)


async def read_launch(tx: Transaction, order: Order) -> Result:
    """Keep that somebody who was told of a launch has read of it."""
    command = order.command
    assert isinstance(command, adoption_commands.ReadLaunch)  # noqa: S101 - sorted by carry_out
    of = await launches.told_of(tx, command.launch, order.person.id)
    model = launched_model(order, of.programme, of.model) if of else None
    if of is None or model is None:
        return TooLate(None)
    if await launches.read_by(tx, of.id, order.person.id, at=order.now()):
        await events.add(tx, [order.event("launch-read", of.id)])
    return adoption_results.LaunchRead(model.name, of.programme, of.model)


def launched_model(order: Order, programme: str, model: str) -> Launched | None:
    """Return a launched model by the codes of its programme and its own, None for no such."""
    known = order.form(programme).programme
    if known.code != programme:
        return None
    return next((one for one in known.launched if one.code == model), None)
