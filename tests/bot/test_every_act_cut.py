"""Whatever is done, and wherever the process ends meanwhile: it is done once, and answered once."""

import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from bot.channels import Incoming
from bot.commands.audit import read_chain
from bot.erasures import Erasures
from bot.sealing import Sealing
from bot.turns import handle
from conversations.said import Press
from rules.codes import make_code
from rules.programme_file import read_programme
from storage import files, memberships
from storage.contacts import Contact, add_contacts
from storage.memberships import Joining
from tests.bot.cuts import ACTS, Act
from tests.bot.cuts_of_adoption import ADOPTED
from tests.bot.cuts_of_announcements import ANNOUNCED
from tests.bot.cuts_of_deadlines import DEADLINES
from tests.bot.cuts_of_desk import DESK
from tests.bot.cuts_of_help import HELPED
from tests.bot.cuts_of_meetings import MET
from tests.bot.cuts_of_papers import PRINTED
from tests.bot.cuts_of_reminding import REMINDING
from tests.bot.cuts_of_schedules import SCHEDULED
from tests.bot.cuts_of_summaries import SUMMARISED
from tests.bot.cuts_of_the_office import OFFICE
from tests.bot.cuts_on_paper import ON_PAPER
from tests.bot.filing import desk
from tests.bot.mortal import Cut, Fault, MortalDatabase
from tests.bot.ordering import found
from tests.bot.remind.announced import goes
from tests.bot.scene import count, failures, reach, said, web
from tests.hamlet import HERE, LONG_AGO, Hamlet, OneProgramme
from tests.talk import Talk

OTHERS = ("chu", "hanh", "lua")  # who speaks where the act is somebody else's
PATIENCE_MS = 60_000  # what failed is tried again meanwhile
EVERY = (
    *ACTS,
    *DEADLINES,
    *ADOPTED,
    *ANNOUNCED,
    *PRINTED,
    *DESK,
    *HELPED,
    *ON_PAPER,
    *OFFICE,
    *SUMMARISED,
    *SCHEDULED,
    *MET,
    *REMINDING,
)
pytestmark = pytest.mark.usefixtures("papers_once")
TABLE = re.compile(r"\((\S+)\) (.*)", re.DOTALL)


@dataclass(slots=True)
class Scene:
    """An act that has got to its last press, and whoever may press it."""

    world: Hamlet
    folder: Path
    act: Act
    erasures: Erasures
    talks: dict[str, Talk] = field(default_factory=dict)

    async def begins(self) -> None:
        """Go up to the last press."""
        speaking = {who for who in OTHERS if f"{who}: " in "\n".join(self.act.lines)}
        for person in {"hanh", "pao", self.act.who, *speaking} - {"chu"}:
            await reach(self.world, person, web(f"w-{person}"))
        for line in self.act.lines:
            who, mark, words = line.partition(": ")
            spoken = (who, words) if mark and who in OTHERS else (self.act.who, line)
            await self._says(*spoken)
        await self.talk(self.act.who).reads()

    def talk(self, who: str) -> Talk:
        return self.talks.setdefault(who, Talk(self.world, chat=f"w-{who}"))

    async def _says(self, who: str, words: str) -> None:
        talk = self.talk(who)
        if table := TABLE.fullmatch(words):
            await talk.sends_table(table[1], table[2].encode())
        elif words == "(ảnh)":
            await talk.sends_photo()
        elif words == "(2 phút sau)":
            await goes(self.world)
        elif words.startswith("["):
            await talk.presses(words[1:-1])
        elif words.startswith("a:"):  # a button of something told long ago
            await talk.does(Press(words))
        else:
            await talk.says(words)
        await desk(self.world, self.folder).work()
        await talk.reads()

    def press(self, who: str = "", *, external: str = "last") -> Incoming:
        """Return the press that does it, as it comes from whoever has got hold of it.

        Where no button does it, these are words.
        """
        words, chat = self.act.press.removeprefix("» "), web(f"w-{who or self.act.who}")
        if words != self.act.press:
            return said(words, chat, id=external, at=self.world.clock.ms)
        data = self.talk(self.act.who).option(words).data
        return said(Press(data), chat, id=external, at=self.world.clock.ms)

    async def lives(self, press: Incoming, fault: Fault | None = None) -> MortalDatabase:
        """Be a process that begins, takes a press in, makes the files that follow, or ends."""
        db = MortalDatabase(self.world.db)
        await self.erasures.do_again(db)
        async with db.writing() as tx:
            await files.release(tx)
        db = MortalDatabase(self.world.db, fault)
        with suppress(Cut):
            async with db.writing() as tx:
                await handle(tx, [press], self.world.shell)
            await self._works_off(db)
        return db

    async def _works_off(self, db: MortalDatabase) -> None:
        """Make the files that are wanted, with the patience to try some again."""
        at = desk(self.world, self.folder, db)
        at.parts.worker._swept_at = self.world.clock.ms  # what nobody wants is not looked for
        await at.work()
        if "wanted" in await at.states():
            self.world.clock.ms += PATIENCE_MS
            await at.work()

    async def there(self) -> list[Any]:
        """Return what there is of the act."""
        return sorted(await found(self.world.db, self.act.sql))

    async def done_once(self) -> None:
        """Check that there is nothing twice, nothing missing, nothing broken."""
        assert await self.there() == self.act.once
        told = [say.text for say in await self.talk(self.act.who).reads()]
        for words in self.act.hears:
            assert sum(re.search(words, text) is not None for text in told) == 1, (words, told)
        twice = """SELECT act FROM events WHERE act <> 'forbidden'
                   GROUP BY act, subject, after HAVING count(*) > 1"""
        assert await found(self.world.db, twice) == []
        assert await failures(self.world.db) == []
        await Sealing(self.world.db).seal_new()
        chain = await read_chain(self.world.db)
        assert (chain.first_fault(()), len(chain.loose)) == (None, 0)


@pytest.fixture
async def scene(world: Hamlet, tmp_path: Path, request: pytest.FixtureRequest) -> Scene:
    """Give an act at its last press."""
    async with world.db.writing() as tx:
        await add_contacts(tx, [Contact("menh", "Sùng A Mềnh", "", 1)])
        await memberships.join(tx, [Joining("m-menh", "menh", "suoi-da", LONG_AGO, confirmed=True)])
    erasures = Erasures(tmp_path, world.clock, instead="(đã xóa)")
    desk(world, tmp_path)
    code = lambda: make_code(secrets.choice)  # noqa: E731 - two words of a shell
    world.shell = replace(world.shell, forget=erasures.forget, make_code=code)
    if file := request.param.programme:
        rules = read_programme((HERE / file).read_text("utf-8"), file=file)
        world.shell = replace(world.shell, programmes=OneProgramme((rules,)))
    made = Scene(world, tmp_path, request.param, erasures)
    await made.begins()
    assert await made.there() == made.act.before
    return made


def cuts() -> Iterator[Any]:
    """Yield each act with each place where a process can end during it.

    What follows on the first commit is the same code on both kinds of database, and is cut on
    SQLite alone; at the first PostgreSQL is cut before it with one act, after it with the next.
    """
    for number, act in enumerate(EVERY):
        everywhere = [
            fault
            for commit in range(1, act.cuts + 1)
            for fault in (Fault(commit, "before"), Fault(commit, "after"))
        ]
        for kind, faults in (("sqlite", everywhere), ("postgres", [everywhere[number % 2]])):
            for fault in faults:
                yield pytest.param(kind, act, fault, id=f"{kind}-{act.name}-{fault}")


@pytest.mark.parametrize(
    ("tables_url", "scene", "fault"), list(cuts()), indirect=["tables_url", "scene"]
)
async def test_an_act_cut_off_is_done_once_when_its_message_comes_again(
    scene: Scene, fault: Fault
) -> None:
    db = await scene.lives(scene.press(), fault)
    assert db.ended
    if fault == Fault(1, "before"):
        assert await scene.there() == scene.act.before
    await scene.lives(scene.press())
    said_by_then = await count(scene.world.db, "outbox")
    await scene.lives(scene.press())

    assert await count(scene.world.db, "outbox") == said_by_then
    await scene.done_once()


@pytest.mark.parametrize("tables_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scene", EVERY, indirect=True, ids=lambda act: act.name)
async def test_an_act_is_done_by_who_may_alone_in_as_many_commits_as_are_cut(scene: Scene) -> None:
    aliens = [scene.press("pao", external=key) for key in ("theirs", "again") if scene.act.alien]
    for alien in aliens[:1]:
        await scene.lives(alien)
        assert await scene.there() == scene.act.before
    db = await scene.lives(scene.press())
    for alien in aliens[1:]:
        await scene.lives(alien)

    assert db.commits == scene.act.cuts
    await scene.done_once()
