"""The Bot API: each call is recorded, checked against the contract, carried out and answered."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from .errors import ApiError, bad
from .faults import CALM, Fault, Faults
from .methods import carry_out, spelled
from .values import read_call
from .wire import Reply, answer, done, read_request, refused
from .world import World

_ROUTE = re.compile(r"/(file/)?bot([^/]*)/(.+)")
_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{30,}")
_NOT_IN_ANSWERS = ("get", "setwebhook", "deletewebhook", "close", "logout")


@dataclass(slots=True)
class Call:
    """One call as it came in.

    `at` is when, in UTC; `chat` the chat it is about, if any; `acted` tells whether it was carried
    out, `message_id` which message it made or changed; `status` and `description` are what the bot
    was told, 0 if it was told nothing.
    """

    method: str
    params: dict[str, Any]
    at: dt.datetime
    chat: int | None = None
    acted: bool = False
    message_id: int = 0
    status: int = 0
    description: str = ""


class Api:
    """Takes calls for one bot."""

    def __init__(self, world: World, faults: Faults, token: str) -> None:
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self._world = world
        self._faults = faults
        self._token = token

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request."""
        route = _ROUTE.fullmatch(request.path)
        call = Call(route[3] if route else request.path, {}, self._world.clock())
        self.calls.append(call)
        try:
            self._authorise(route[2] if route else "")
            await self._read(call, request, download=bool(route and route[1]))
        except ApiError as problem:
            self._refuse(call, problem)
            return web.json_response(
                body=refused(problem.status, problem.description).body, status=problem.status
            )
        return await self._answer(call, request)

    async def answered(self, told: dict[str, Any]) -> None:
        """Carry out the call that the bot has put into its answer to an update."""
        params = {name: value for name, value in told.items() if name != "method"}
        call = Call(str(told["method"]), params, self._world.clock())
        self.calls.append(call)
        try:
            self._check(call)
        except ApiError as problem:
            self._refuse(call, problem)
            return
        if call.method.lower().startswith(_NOT_IN_ANSWERS):
            self._refuse(call, bad("this method can't be called in the answer to an update"))
        else:
            await self._act(call, CALM)

    def _authorise(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise ApiError(404, "Not Found", breach=False)
        if token != self._token:
            raise ApiError(401, "Unauthorized", breach=False)

    async def _read(self, call: Call, request: web.BaseRequest, *, download: bool) -> None:
        if download:
            call.method, call.params = "download", {"path": call.method}
        else:
            call.params = await _params(request)
            self._check(call)

    def _check(self, call: Call) -> None:
        call.method = spelled(call.method)
        call.params = read_call(call.method, call.params)
        query = self._world.queries.get(call.params.get("callback_query_id", ""))
        call.chat = query.chat if query else call.params.get("chat_id")

    async def _answer(self, call: Call, request: web.BaseRequest) -> web.StreamResponse:
        fault = self._faults.strike(call.method, call.chat)
        await self._world.watch.changed()
        response, reply = await answer(request, fault, lambda: self._act(call, fault))
        call.status = reply.status if reply else 0
        if fault.told and reply:
            call.description = fault.told
        return response

    async def _act(self, call: Call, fault: Fault) -> Reply:
        try:
            if call.method == "download":
                data = self._world.files.download(call.params["path"])
                return Reply(200, data, "application/octet-stream")
            result = await carry_out(self._world, call.method, call.params)
        except ApiError as problem:
            self._refuse(call, problem)
            return refused(problem.status, problem.description)
        except Exception as problem:  # noqa: BLE001  # a bug of the fake must not look like a 500
            self.violations.append(f"the fake failed at {call.method}: {problem!r}")
            return refused(500, "Internal Server Error")
        finally:
            await self._world.watch.changed()
        call.acted, call.status = True, 200
        call.message_id = result.get("message_id", 0) if isinstance(result, dict) else 0
        if fault.duplicate_updates and call.method == "getUpdates":
            for update in result:
                self._world.updates.repeat(update["update_id"])
        return done(result)

    def _refuse(self, call: Call, problem: ApiError) -> None:
        call.status, call.description = problem.status, problem.description
        if problem.breach:
            self.violations.append(f"{call.method}: {problem.description}")


async def _params(request: web.BaseRequest) -> dict[str, Any]:
    try:
        return await read_request(request)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except ValueError as problem:
        raise bad(f"can't read the body: {problem}") from None
