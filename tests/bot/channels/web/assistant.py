"""A small assistant on a real database: takes each message once, answers by simple rules."""

import itertools
from collections import Counter

from bot.bell import Bell
from bot.channels import Incoming
from bot.ids import Ids
from conversations.said import File, Photo, Place, Press, Start, Text
from conversations.say import Option, Say
from storage import inbox, outbox, people
from storage.addresses import person_at
from storage.chats import Chat
from storage.database import Database, Transaction, Unavailable
from storage.inbox import MessageKey
from storage.outbox import OutboxRow
from storage.people import Newcomer

NOON = 1_805_173_200_000  # 16/3/2027
GREETING = "Chào đồng chí. Đây là trợ lý tự động “Dân vận khéo”."
CONSENT = (
    (Option("Đồng ý", "d:x:consent:yes"),),
    (Option("Không đồng ý (đăng ký bằng phiếu giấy như trước)", "d:x:consent:no"),),
)
MENU = ((Option("Sửa", "a:edit:1:1"), Option("Phiếu để in, ký", "a:paper:1:1")),)


class Assistant:
    """Takes messages in; `taken` are those that were new, `tries` counts all of them by id."""

    def __init__(self, database: Database, bell: Bell) -> None:
        self.taken: list[Incoming] = []
        self.tries: Counter[str] = Counter()
        self.down = False
        self._database = database
        self._bell = bell
        self._now = itertools.count(NOON, 1000)
        bits = itertools.count(1)
        self.ids = Ids(lambda: next(self._now), lambda _: next(bits))

    async def take(self, incoming: Incoming) -> None:
        """Take a message in; raises Unavailable while `down`."""
        self.tries[incoming.external] += 1
        if self.down:
            raise Unavailable("down")
        key = MessageKey(incoming.channel, incoming.bot, incoming.chat, incoming.external)
        async with self._database.writing() as tx:
            if key not in await inbox.claim(tx, [key], at=NOON):
                return
            person = await self._person(tx, key)
            await outbox.add(tx, self._rows(incoming, person))
        self.taken.append(incoming)
        self._bell.ring(person)

    async def say(self, chat: str, say: Say, *, ring: bool = True) -> None:
        """Say something by ourselves; without `ring` it is as if another process had said it."""
        async with self._database.writing() as tx:
            person = await person_at(tx, Chat("web", "", chat))
            await outbox.add(tx, [self._row(chat, person, say)])
        if ring:
            self._bell.ring(person)

    def texts(self) -> list[str]:
        """Return the words taken, in order."""
        return [i.said.text for i in self.taken if isinstance(i.said, Text)]

    async def _person(self, tx: Transaction, key: MessageKey) -> str:
        chat = Chat(*key[:3])
        if known := await person_at(tx, chat):
            return known
        new = Newcomer(chat, self.ids.next(), self.ids.next())
        await people.greet(tx, [new], at=NOON, language="vi")
        return new.person

    def _rows(self, incoming: Incoming, person: str) -> list[OutboxRow]:
        rows = []
        if words := spoken(incoming):
            rows = [self._row(incoming.chat, person, Say(words), external=incoming.external)]
        return rows + [self._row(incoming.chat, person, say) for say in answers(incoming)]

    def _row(self, chat: str, person: str, say: Say, *, external: str = "") -> OutboxRow:
        return OutboxRow(
            self.ids.next(),
            "web",
            "",
            chat,
            person,
            side="theirs" if external else "ours",
            say=say.to_json(),
            state="sent",
            external=external,
            created_at=next(self._now),
            settled_at=NOON,
        )


def answers(incoming: Incoming) -> list[Say]:
    """Return what is answered."""
    match incoming.said:
        case Start(code):
            return [Say(f"{GREETING} {code}".strip(), CONSENT)]
        case Press("d:x:consent:yes"):
            return [Say("Câu 1/4. Tên mô hình là gì?", wants="text")]
        case Text("nhập"):
            return [Say("Mời đồng chí gửi tệp Excel vào đây.", wants="table")]
        case Text("ở đâu"):
            return [Say("Câu 2/4. Mô hình làm ở đâu?", CONSENT[:1], wants="place")]
        case Photo() | File() | Place() | Text() | Press():
            return [Say(f"Đã ghi: {spoken(incoming)}", MENU)]
    return [Say("Trợ lý chưa đọc được.")]


def spoken(incoming: Incoming) -> str:
    """Return what the person's own bubble shows; before consent nothing is kept."""
    match incoming.said:
        case Text(text):
            return text
        case Press(data) if data != "d:x:consent:yes":
            return incoming.label
        case Place(latitude, longitude):
            return f"{latitude:.5f}, {longitude:.5f}"
        case Photo():
            return "🖼"
        case File(name=name):
            return f"📄 {name}"
    return ""
