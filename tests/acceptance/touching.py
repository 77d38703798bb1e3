"""What somebody on Telegram does, and reads for it."""

import re
from collections.abc import Sequence

from tests.acceptance.telling import CODE, RECEIPT, tell
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


async def forges_all(person: Person, presses: Sequence[str]) -> list[str]:
    """Press at once what no button says; return all the answers, and what was not read before."""
    before = await person.reads(len(person.unread))
    for data in presses:
        await _forges(person, data)
    answers = await person.reads(len(presses))
    more = await person.reads(len(person.unread))
    return [bubble.text for bubble in (*before, *answers, *more)]


async def _forges(person: Person, data: str) -> None:
    """Press it: what is pressed comes from the app, not from Telegram, so it can be anything."""
    bubble = next(iter(reversed(person.chat.bubbles)))
    message = person.chat.messages[bubble.message_id].body
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
