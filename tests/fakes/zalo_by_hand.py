"""The fake Zalo to be talked on by hand: a phone's page, 390 pixels wide, and a bot behind it.

`python -m tests.fakes.zalo_by_hand` prints the settings the bot has to be started with, and where
the page is. Somebody else's phone is another name, another bot another number, in the address.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer
from aiohttp import web

from tests.fakes.zalo import Bubble, Chat, FakeZalo, Person

PAGE = Path(__file__).with_name("zalo_by_hand.html")
HANDLERS = {"sticker": Chat.sends_sticker, "file": Chat.sends_unsupported}


@dataclass(slots=True)
class Phones:
    """The phones of everybody, and what was written on each."""

    zalo: FakeZalo
    people: dict[str, Person] = field(default_factory=dict)
    said: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def chat(self, request: web.Request) -> Chat:
        """Return the chat a request is about."""
        who = request.query.get("who", "Giàng A Páo")
        person = self.people.setdefault(who, self.zalo.person(who))
        return person.at(self.zalo.bots[int(request.query.get("bot", "1")) - 1])

    async def page(self, _request: web.Request) -> web.FileResponse:
        """Show the phone."""
        return web.FileResponse(PAGE)

    async def shown(self, request: web.Request) -> web.Response:
        """Tell what is on the screen, oldest first."""
        chat = self.chat(request)
        mine = self.said.get(chat.id, [])
        lines: list[dict[str, Any]] = []
        for number, bubble in enumerate(chat.bubbles):
            lines += [{"mine": text} for after, text in mine if after == number]
            lines.append(_line(bubble))
        lines += [{"mine": text} for after, text in mine if after >= len(chat.bubbles)]
        return web.json_response(lines)

    async def say(self, request: web.Request) -> web.Response:
        """Write a message, or send what the field `kind` names."""
        chat, form = self.chat(request), await request.post()
        kind, text, photo = str(form.get("kind", "")), str(form.get("text", "")), form.get("photo")
        if isinstance(photo, web.FileField):
            text = f"[ảnh] {text}"
            await chat.sends_photo(photo.file.read(), caption=str(form.get("text", "")))
        elif sends := HANDLERS.get(kind):
            text = f"[{kind}]"
            await sends(chat)
        else:
            await chat.writes(text)
        self.said.setdefault(chat.id, []).append((len(chat.bubbles), text))
        return web.Response(status=204)


def _line(bubble: Bubble) -> dict[str, Any]:
    return {"text": bubble.text, "photo": bubble.photo, "kind": bubble.kind}


async def _serve(port: int, bots: int) -> None:
    async with FakeZalo(bots=bots) as zalo:
        phones = Phones(zalo)
        app = web.Application(client_max_size=2**25)
        app.add_routes([web.get("/", phones.page), web.get("/shown", phones.shown)])
        app.add_routes([web.post("/say", phones.say)])
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        tokens = " ".join(bot.token for bot in zalo.bots)
        typer.echo(f"KHEO_ZALO_API={zalo.url}\nKHEO_ZALO_TOKENS={tokens}")
        typer.echo(f"http://127.0.0.1:{port}/?who=Lan&bot=1")
        told = 0
        while True:
            await asyncio.sleep(1)
            for complaint in zalo.complaints[told:]:
                typer.echo(complaint, err=True)
            told = len(zalo.complaints)


def main(
    *,
    port: Annotated[int, typer.Option(help="Where the page is.")] = 8099,
    bots: Annotated[int, typer.Option(help="How many bots there are.")] = 1,
) -> None:
    """Serve until interrupted."""
    asyncio.run(_serve(port, bots))


if __name__ == "__main__":
    typer.run(main)
