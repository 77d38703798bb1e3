"""Calls and answers as they are on the wire: what a request holds, and how an answer goes wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from .errors import bad
from .faults import Fault
from .values import Upload

_MOST_UPLOADED = 64 * 2**20
_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer before it is sent."""

    status: int
    body: bytes
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


def done(result: Any) -> Reply:
    """Return the answer to a call that went well."""
    return Reply(200, orjson.dumps({"ok": True, "result": result}))


def refused(status: int, description: str, *, retry_after: int = 0) -> Reply:
    """Return the answer to a call that did not go well."""
    told: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if not retry_after:
        return Reply(status, orjson.dumps(told))
    told["parameters"] = {"retry_after": retry_after}
    return Reply(status, orjson.dumps(told), headers={"Retry-After": str(retry_after)})


async def read_request(request: web.BaseRequest) -> dict[str, Any]:
    """Return the parameters in the query and the body: text, JSON values and Uploads."""
    given: dict[str, Any] = dict(request.query)
    match request.content_type:
        case "application/json":
            return given | _json(await request.read())
        case "application/x-www-form-urlencoded":
            body = (await request.read()).decode()
            return given | dict(parse_qsl(body, keep_blank_values=True))
        case "multipart/form-data":
            return given | await _parts(request.clone(client_max_size=_MOST_UPLOADED))
    return given


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError as error:
        raise bad(f"can't parse the body as JSON: {error}") from None
    if not isinstance(found, dict):
        raise bad("the body must be a JSON Object")
    return found


async def _parts(request: web.BaseRequest) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, part in (await request.post()).items():
        if isinstance(part, web.FileField):
            with part.file:
                found[name] = Upload(part.filename, part.content_type, part.file.read())
        else:
            found[name] = part if isinstance(part, str) else bytes(part).decode()
    return found


def _refusal(fault: Fault) -> Reply:
    return refused(fault.status, fault.told, retry_after=fault.retry_after)


async def answer(
    request: web.BaseRequest,
    fault: Fault,
    act: Callable[[], Awaitable[Reply]],
    refusal: Callable[[Fault], Reply] = _refusal,
) -> tuple[web.StreamResponse, Reply | None]:
    """Carry a call out and answer it, as well as the fault lets it.

    `refusal` is how this server refuses. Returns the response and what it tells the bot, None where
    the connection was cut.
    """
    await asyncio.sleep(fault.delay_before)
    if fault.cut_before:
        return _cut(request), None
    if fault.status == web.HTTPOk.status_code or fault.acts:
        reply = await act()
    if fault.status != web.HTTPOk.status_code:
        reply = refusal(fault)
    if fault.html:
        reply = Reply(reply.status, _PAGE, "text/html")
    await asyncio.sleep(fault.delay_after)
    if fault.cut_after:
        return _cut(request), None
    if fault.truncated:
        return await _half(request, reply), None
    return _response(reply), reply


def _response(reply: Reply) -> web.Response:
    return web.Response(
        status=reply.status,
        body=reply.body,
        content_type=reply.content_type,
        headers=reply.headers,
    )


def _cut(request: web.BaseRequest) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _half(request: web.BaseRequest, reply: Reply) -> web.StreamResponse:
    """Send half of an answer whose headers promise the whole, and hang up."""
    response = web.StreamResponse(status=reply.status)
    response.content_type = reply.content_type
    response.content_length = len(reply.body)
    await response.prepare(request)
    await response.write(reply.body[: len(reply.body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response
