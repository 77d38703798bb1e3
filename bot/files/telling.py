"""Bubbles by ourselves, in a chat nobody has just written from."""

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.remembering import Written, remember
from bot.shell import Shell
from conversations.say import Say
from storage import memberships, outbox
from storage.chats import Chat
from storage.database import Transaction
from storage.outbox import OutboxRow


class Teller:
    """Puts bubbles into the outbox, and lets them out after the commit."""

    def __init__(self, shell: Shell, deliver: Deliverer, bell: Bell) -> None:
        self._shell = shell
        self._deliver = deliver
        self._bell = bell

    async def tell(self, tx: Transaction, say: Say, *, person: str, chat: Chat) -> None:
        """Add a bubble to a person's chat."""
        now = self._shell.clock.now_ms()
        there = chat.channel == "web"
        row = OutboxRow(
            self._shell.ids.next(),
            *chat,
            person,
            say=say.to_json(),
            state="sent" if there else "pending",
            created_at=now,
            settled_at=now if there else 0,
        )
        today = self._shell.clock.local(now).date().isoformat()
        places = await memberships.of_people(tx, [person], today=today)
        await outbox.add(tx, await remember(tx, [Written(row, places=places.get(person, ()))]))

    def send(self, person: str) -> None:
        """Let what was told be seen, now that it is committed."""
        self._deliver.look()
        self._bell.ring(person)
