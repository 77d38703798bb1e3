"""Plays a transcript in a hamlet: says what people say, gives back what they are answered."""

import re
from dataclasses import dataclass, field, replace

from conversations.numbered import listed
from conversations.said import Text
from conversations.say import Say
from tests.conversations.directions import BEFORE, DIRECTIONS
from tests.conversations.table_directions import TABLES, work_off
from tests.conversations.transcript import Line, Transcript, write
from tests.hamlet import Hamlet
from tests.talk import Talk

CHATS = {"web": "chat-{}", "telegram": "100{}", "zalo": "a0c01dfe{}"}
_BUTTON = re.compile(r"\[(.*)\]")
_DIRECTION = re.compile(r"\(([^()]*)\)\s*(.*)", re.DOTALL)
_RETURN_CODE = re.compile(r"\n\nMã vào lại của đồng chí: .*")  # only the web gives one


@dataclass(slots=True)
class Stage:
    """A hamlet on one channel, and the people who talk in it. `alone`: on no other channel."""

    world: Hamlet
    channel: str
    alone: bool = True
    talks: dict[str, Talk] = field(default_factory=dict)
    messages: dict[str, list[str]] = field(default_factory=dict)
    bubbles: int = 0

    async def play(self, transcript: Transcript) -> str:
        """Return the transcript as it goes now."""
        for sentence in filter(None, transcript.header.get("Trước đó", "").split("; ")):
            await self.prepare(sentence)
        self.bubbles = 0
        answers = ["" if line.note else await self.answered(line) for line in transcript.lines]
        return transcript.written(answers, bubbles=self.bubbles)

    async def answered(self, line: Line) -> str:
        """Do what a line says; return what the assistant says to everybody, as it is written."""
        says = await self.do(line.who, line.words)
        await work_off(self.world)
        says += await self.talk(line.who).reads()
        self.bubbles += len(says)
        written = [write(self.seen(say)) for say in says]
        for who, talk in self.talks.items():
            if who != line.who:
                written += [write(self.seen(say), who) for say in await talk.reads()]
        if self.channel == "zalo":
            await self._arrive()
        return "".join(written)

    async def _arrive(self) -> None:
        """Let what was planned reach people before they say more: numbers go by what is there."""
        async with self.world.db.writing() as tx:
            await tx.run(
                "UPDATE outbox SET state = 'sent', settled_at = :now WHERE state = 'pending'",
                {"now": self.world.clock.ms},
            )

    def seen(self, say: Say) -> Say:
        """Return a bubble without what only one channel says, where a file stands for several.

        Of a file for a channel without buttons the answers are read as that channel lists them.
        """
        if self.alone and self.channel == "zalo":
            return replace(say, text=listed(say), rows=())
        if self.alone:
            return say
        return replace(say, text=_RETURN_CODE.sub("", say.text))

    def talk(self, who: str) -> Talk:
        """Return the chat of a person, or the one they have on another phone."""
        if who not in self.talks:
            chat = CHATS[self.channel].format(len(self.talks) + 1)
            self.talks[who] = Talk(self.world, self.channel, chat)
        return self.talks[who]

    async def do(self, who: str, words: str) -> list[Say]:
        """Do what stands behind the mark; return what the assistant answers that person."""
        if direction := _DIRECTION.fullmatch(words):
            return await self.direct(who, *direction.groups())
        if button := _BUTTON.fullmatch(words):
            return await self.press(who, button[1])
        return await self.say(who, words)

    async def say(self, who: str, words: str) -> list[Say]:
        """Say words, in a bubble that can be edited later."""
        said = self.messages.setdefault(who, [])
        said.append(f"{who}-{len(said) + 1}")
        return await self.talk(who).does(Text(words, message=said[-1]))

    async def press(self, who: str, label: str) -> list[Say]:
        """Press a button of what was said last; older ones are pressed by a direction."""
        talk = self.talk(who)
        rows = [row for say in talk.bubbles[-2:] for row in say.rows]
        labels = [option.label for row in rows for option in row]
        assert label in labels, f"no [{label}] in {labels}"
        return await talk.presses(label)

    async def direct(self, who: str, direction: str, rest: str) -> list[Say]:
        """Do what stands in brackets; `rest` is what stands behind them."""
        for pattern, act in {**DIRECTIONS, **TABLES}.items():
            if match := re.fullmatch(pattern, direction):
                return await act(self, who, *match.groups(), *filter(None, [rest]))
        raise AssertionError(f"nobody knows how to ({direction})")

    async def prepare(self, sentence: str) -> None:
        """Make a sentence of the header true."""
        for pattern, act in BEFORE.items():
            if match := re.fullmatch(pattern, sentence):
                await act(self, *match.groups())
                return
        raise AssertionError(f"nobody knows how it came that {sentence}")
