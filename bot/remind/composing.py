"""The messages of one person, made of what is due to them at one moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.remembering import Written
from bot.remind.readers import Reader
from bot.shell import Shell
from conversations.numbered import turnable
from conversations.reminding.digest import digest
from conversations.reminding.together import in_one_breath
from conversations.reminding.words import words_of
from conversations.say import Say
from rules.occurrences import Due
from storage.chats import Chat
from storage.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class Message:
    """A message and what it is made of."""

    say: Say
    dues: tuple[Due, ...]


def messages(dues: Sequence[Due], reader: Reader, shell: Shell) -> list[Message]:
    """Return the messages to one person; what joins nothing stands alone, and comes last."""
    translate = shell.language(reader.language)
    joining = [due for due in dues if due.joins]
    told = in_one_breath([due.facts for due in joining], translate)
    together = [
        Message(say, tuple(joining[n] for part in parts for n in told[part][1]))
        for say, parts in digest([say for say, _ in told], translate)
    ]
    alone = [due for due in dues if not due.joins]
    return [*together, *(Message(words_of(due.facts, translate), (due,)) for due in alone)]


def written(message: Message, person: str, reader: Reader, shell: Shell) -> Written:
    """Return the row for the chat used last; on the web it is there at once."""
    say = turnable(message.say, shell.language(reader.language))
    row = _row(say, reader.chats[0], person, shell)
    return Written(row, tuple(due.facts for due in message.dues), reader.places)


def _row(say: Say, chat: Chat, person: str, shell: Shell) -> OutboxRow:
    now, there = shell.clock.now_ms(), chat.channel == "web"
    return OutboxRow(
        shell.ids.next(),
        *chat,
        person,
        urgency="bulk",
        say=say.to_json(),
        state="sent" if there else "pending",
        created_at=now,
        settled_at=now if there else 0,
        planned=True,
    )
