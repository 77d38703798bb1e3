"""The platform's API: each call is recorded, checked, carried out and answered."""

import datetime as dt
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiohttp import web

from tests.fakes.telegram.errors import ApiError
from tests.fakes.telegram.faults import Fault, Faults
from tests.fakes.telegram.wire import Reply, answer, read_request

from . import hearing, sending
from .bots import Bot
from .errors import bad, failing, refusal, told
from .webhook import Hooking
from .world import World

_ROUTE = re.compile(r"/bot([^/]*)/(.+)")
_TOKEN = re.compile(r"\d+:\S+")
_DAILY = 426
_LOST = Reply(404, b"<html><head><title>404 Not Found</title></head></html>", "text/html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How this platform behaves where nobody knows.

    by_status  errors have an HTTP status too, as one source says
    longest    s an empty poll lasts at most, whatever is asked for: tests have no time
    """

    by_status: bool = False
    longest: float = 1000
    hooking: Hooking = field(default_factory=Hooking)


@dataclass(slots=True)
class Call:
    """One call as it came in.

    `bot` is the bot's id, "" for a token nobody has; `at` is UTC; `chat` the chat it is about;
    `acted` tells whether it was carried out, `message_id` which message it made or handed out;
    `status` is the code the bot was told (200 for ok), 0 if it was told nothing.
    """

    method: str
    params: dict[str, Any]
    at: dt.datetime
    bot: str = ""
    chat: str | None = None
    acted: bool = False
    message_id: str = ""
    status: int = 0
    description: str = ""


class Api:
    """Takes the calls of all bots."""

    def __init__(self, world: World, faults: Faults, manner: Manner) -> None:
        self.calls: list[Call] = []
        self._world = world
        self._faults = faults
        self._manner = manner

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request, be it a call or for a file somebody sent."""
        if data := self._world.media.get(request.path):
            return web.Response(body=data, content_type="application/octet-stream")
        route = _ROUTE.fullmatch(request.path)
        if not route or not _TOKEN.fullmatch(route[1]):
            return web.Response(status=404, body=_LOST.body, content_type=_LOST.content_type)
        call = Call(route[2], {}, self._world.clock())
        self.calls.append(call)
        try:
            bot = self._authorised(route[1])
            call.bot, call.params = bot.id, await _params(request)
        except ApiError as problem:
            refused = self._refuse(call, problem)
            return web.Response(body=refused.body, status=refused.status, content_type=_JSON)
        call.chat = str(call.params["chat_id"]) if call.params.get("chat_id") else None
        return await self._answer(call, bot, request)

    def _authorised(self, token: str) -> Bot:
        found = (bot for bot in self._world.bots.values() if bot.token == token)
        if bot := next(found, None):
            return bot
        raise told(401)

    async def _answer(self, call: Call, bot: Bot, request: web.BaseRequest) -> web.StreamResponse:
        fault = self._faults.strike(call.method, call.chat)
        await self._world.watch.changed()
        response, reply = await answer(
            request,
            fault,
            lambda: self._act(call, bot, fault, request),
            lambda fault: failing(fault, by_status=self._manner.by_status),
        )
        if reply is None:
            call.status = 0
        elif fault.status != web.HTTPOk.status_code:
            call.status = fault.status
        await self._world.watch.changed()
        return response

    async def _act(self, call: Call, bot: Bot, fault: Fault, request: web.BaseRequest) -> Reply:
        try:
            result = await self._carried_out(call, bot, fault, request)
        except ApiError as problem:
            return self._refuse(call, problem)
        except Exception as problem:  # noqa: BLE001  # a bug of the fake must not look like Zalo's
            self._world.complaints.append(f"the fake failed at {call.method}: {problem!r}")
            return refusal(500, "Internal Server Error", by_status=True)
        call.acted, call.status = True, 200
        call.message_id = call.message_id or (result or {}).get("message_id", "")
        body = {"ok": True} if result is None else {"ok": True, "result": result}
        return Reply(200, orjson.dumps(body))

    async def _carried_out(
        self, call: Call, bot: Bot, fault: Fault, request: web.BaseRequest
    ) -> dict[str, Any] | None:
        world, how = self._world, self._manner.hooking
        if call.method == "getUpdates":
            return await self._handed_out(call, bot, fault, request)
        if told_of := _TELLING.get(call.method):
            return await told_of(world, bot, call.params, how)
        if send := _SENDING.get(call.method):
            return await send(world, bot, call.params)
        raise told(404, breach=True)

    async def _handed_out(
        self, call: Call, bot: Bot, fault: Fault, request: web.BaseRequest
    ) -> dict[str, Any]:
        def alive() -> bool:
            return request.transport is not None and not request.transport.is_closing()

        update = await hearing.get_update(
            bot, call.params, longest=self._manner.longest, alive=alive
        )
        if fault.duplicate_updates:
            bot.feed.again(update)
        call.message_id = update.id
        return update.body

    def _refuse(self, call: Call, problem: ApiError) -> Reply:
        call.status, call.description = problem.status, problem.description
        if problem.breach:
            self._world.complaints.append(f"{call.method}: {problem.description}")
        reply = refusal(call.status, call.description, by_status=self._manner.by_status)
        if problem.status != _DAILY:
            return reply
        body = {"ok": False, "description": problem.description, "errorCode": _DAILY}
        return Reply(reply.status, orjson.dumps(body))


_JSON = "application/json"
_TELLING: dict[
    str, Callable[[World, Bot, dict[str, Any], Hooking], Awaitable[dict[str, Any] | None]]
] = {
    "getMe": hearing.get_me,
    "setWebhook": hearing.set_webhook,
    "testWebhook": hearing.try_webhook,
    "getWebhookInfo": hearing.get_webhook_info,
    "deleteWebhook": hearing.delete_webhook,
}
_SENDING: dict[str, Callable[[World, Bot, dict[str, Any]], Awaitable[dict[str, Any] | None]]] = {
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendSticker": sending.send_sticker,
    "sendVoice": sending.send_voice,
    "sendChatAction": sending.send_chat_action,
}


async def _params(request: web.BaseRequest) -> dict[str, Any]:
    try:
        return await read_request(request)
    except web.HTTPRequestEntityTooLarge:
        raise bad("too large") from None
    except ValueError as problem:
        raise bad(f"can't read the body: {problem}") from None
