"""What somebody on Telegram does, and reads for it."""

import re
from collections.abc import Sequence

from tests.acceptance.telling import CODE, RECEIPT, tell
from tests.eventually import DEADLINE
from tests.fakes.telegram import Person
from tests.fakes.telegram.world import Query


async def says(person: Person, words: str) -> str:
    """Say words; return the answer."""
    await person.says(words)
    return (await person.reads())[0].text


async def presses(person: Person, label: str) -> str:
    """Press a button; return the answer."""
    await person.presses(label)
    return (await person.reads())[0].text


async def arrives(person: Person) -> None:
    """Open the chat with Lan's invitation, and agree."""
    await says(person, f"/start {CODE}")
    await presses(person, "Đồng ý")


async def registers(person: Person) -> str:
    """Register the model of the newspaper; return the code on the receipt."""
    await says(person, f"/start {CODE}")
    await tell(lambda label: presses(person, label), lambda words: says(person, words))
    found = re.search(RECEIPT, (await person.sees(RECEIPT)).text)
    assert found
    return found[1]


async def forges(person: Person, data: str) -> str:
    """Press what no button says; return the answer."""
    await _forges(person, data)
    return (await person.reads())[0].text


async def forges_all(person: Person, presses: Sequence[str]) -> None:
    """Press at once what no button says; return when the bot has taken it all in."""
    for data in presses:
        await _forges(person, data)
    updates = person._world.updates
    await person._watch.until(
        lambda: None if any(one.lane == ("press", person.id) for one in updates.pending) else True,
        within=DEADLINE,
        missing=lambda: f"not taken in: {updates.pending}",
    )


async def reads_all(person: Person) -> list[str]:
    """Return what is on the screen and was not read before."""
    return [bubble.text for bubble in await person.reads(len(person.unread))]


async def _forges(person: Person, data: str) -> None:
    """Press it: what is pressed comes from the app, not from Telegram, so it can be anything."""
    written = reversed(person.chat.messages.values())
    message = next(message.body for message in written if message.by_bot)
    body = {
        "id": str(next(person._numbers)),
        "from": person.user,
        "message": message,
        "chat_instance": "1",
        "data": data,
    }
    world = person._world
    world.queries[str(body["id"])] = Query(body, person.id, world.clock())
    await person._press(body)
