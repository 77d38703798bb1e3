"""The web chat as a channel: what is in the outbox is on the page, so sending is ringing."""

from bot.bell import Bell
from bot.channels import ChannelError, Outgoing
from conversations.say import Say
from storage.addresses import person_at
from storage.chats import Chat
from storage.database import Database, Unavailable


class Web:
    """The web chat; its pages read the outbox by themselves."""

    code = "web"
    abroad = False
    buttons = True
    metered = False

    def __init__(self, database: Database, bell: Bell) -> None:
        self._database = database
        self._bell = bell

    def messages(self, _say: Say) -> int:
        """Return one: a bubble is a bubble."""
        return 1

    async def send(self, outgoing: Outgoing) -> str:
        """Tell the pages of whoever is at the chat to look; raises ChannelError "retry"."""
        chat = Chat(outgoing.channel, outgoing.bot, outgoing.chat)
        try:
            async with self._database.reading() as tx:
                person = await person_at(tx, chat)
        except Unavailable as error:
            raise ChannelError("retry", str(error)) from error
        self._bell.ring(person)
        return outgoing.id
