"""People: consent, names, units, languages."""

from dataclasses import replace

from bot.carry_out import codes
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import Saying, tell
from conversations.member_notices import asks, asks_nowhere
from rules import commands, results
from rules.person import Membership, Unit
from storage import events, humans, memberships, people, units, unplaced
from storage.database import Transaction
from storage.memberships import Joining
from storage.people import ConsentAnswer


async def give_consent(tx: Transaction, order: Order) -> results.Result:
    """Keep the consent, then follow the code the person came with."""
    command = order.command
    assert isinstance(command, commands.GiveConsent)  # noqa: S101 - sorted by carry_out
    await _keep_consent(tx, order, "given", command.version, command.wording)
    if not command.code:
        return results.Consented()
    result = await codes.use_code(tx, replace(order, command=commands.UseCode(command.code)))
    if isinstance(result, results.CodeUsed):
        return results.Consented(result.joined, result.linked)
    return results.Consented(code_failed=True)


async def refuse_consent(tx: Transaction, order: Order) -> results.Result:
    """Keep only that the person refused."""
    command = order.command
    assert isinstance(command, commands.RefuseConsent)  # noqa: S101 - sorted by carry_out
    await _keep_consent(tx, order, "refused", command.version, command.wording)
    return results.Declined(await order.human(tx))


async def _keep_consent(
    tx: Transaction, order: Order, answer: people.Consent, version: str, wording: str
) -> None:
    row = ConsentAnswer(
        id=order.shell.ids.next(),
        person=order.person.id,
        answer=answer,
        version=version,
        wording=wording,
        channel=order.chat.channel,
        at=order.now(),
    )
    await people.consent(tx, [row])
    await events.add(tx, [order.event(f"consent-{answer}", order.person.id, after=version)])


async def introduce(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Keep the name; the unit is only asked for until somebody confirms it, who is told."""
    command = order.command
    assert isinstance(command, commands.Introduce)  # noqa: S101 - sorted by carry_out
    await people.name_person(tx, order.person.id, name=command.name)
    if hat := order.person.home():
        return results.Introduced(hat)
    unit = Unit(command.unit or order.shell.ids.next(), command.unit_name)
    day = order.today().isoformat()
    if not command.unit:
        row = units.NewUnit(
            id=unit.id, type="", name=unit.name, from_day=day, created_at=order.now(), state="asked"
        )
        await units.add_units(tx, [row])
    place = Joining(order.shell.ids.next(), order.person.id, unit.id, day)
    await memberships.join(tx, [place])
    await unplaced.bring(tx, order.person.id, unit=unit.id)
    await events.add(tx, [order.event("introduce", unit.id)])
    confirming = await humans.who_confirms(tx, unit.id, today=day)
    await tell(tx, order, told, confirming, _asking(command, unit, place.id))
    return results.Introduced(Membership(unit, id=place.id))


def _asking(command: commands.Introduce, unit: Unit, membership: str) -> Saying:
    """Return what who confirms is told: of somebody of the unit, or of a unit nobody knows."""
    if command.unit:
        return lambda _: asks(command.name, unit.name, membership, _)
    return lambda _: asks_nowhere(command.name, unit.name, unit.id, _)


async def choose_language(tx: Transaction, order: Order) -> results.Result:
    """Speak the other language from now on."""
    command = order.command
    assert isinstance(command, commands.ChooseLanguage)  # noqa: S101 - sorted by carry_out
    await people.set_language(tx, order.person.id, language=command.language)
    return results.LanguageChosen(command.language)
