"""What every page of the desk has: who may see it, its head, and what is said when it fails."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.bug import told
from bot.channels.web.protect import HEADERS, TRY_AGAIN, Handler
from bot.desk import said
from bot.desk.chosen import OFFICE, PROGRAMME, ROUND, Chosen, chosen
from bot.desk.doing import do
from bot.desk.seated import NotSeatedError, seated_now
from bot.desk.seeing import ask
from bot.desk.session import is_token, secret_of
from bot.desk.tools import Tools
from bot.desk.visitor import Visitor
from conversations.desk.frame import frame_words, nav, say_other_round, say_printed
from conversations.desk.trouble import trouble
from conversations.situation import Translate
from rules.commands import Command
from rules.refused import Refused
from rules.results import Result
from rules.routes import ROUTES
from rules.table_requests import RoundsBelow
from storage.database import Unavailable

Page: TypeAlias = Callable[[web.Request, Visitor], Awaitable[web.StreamResponse]]
# Of forms a browser says where they come from only if pages may tell their own site.
OURS = {**HEADERS, "Referrer-Policy": "same-origin", "Cache-Control": "no-store"}
log = structlog.get_logger()
NEVER = "\0"  # in nothing that a database keeps
LIVE = "X-Kheo-Live"  # of what the script fetches by itself: nobody is there for certain
_TROUBLE = {
    401: "way-in",
    403: "old-page",
    404: "not-there",
    422: "refused",
    500: "bug",
    503: "away",
}
_KINDS: Mapping[type, int] = {NotSeatedError: 401, Refused: 422, Unavailable: 503}


class Frame:
    """Wraps the desk's pages; `tools` are what they work with."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def page(self, handler: Page) -> Handler:
        """Return a handler for who is at the desk; whatever fails becomes a page that says so."""
        return self._answering(self._seated(handler))

    def act(self, handler: Page) -> Handler:
        """Return a handler as `page` does, for forms that a page of this browser has sent."""

        async def checked(request: web.Request, visitor: Visitor) -> web.StreamResponse:
            await self.check_form(request, visitor.secret)
            return await handler(request, visitor)

        return self.page(checked)

    def open(self, handler: Handler) -> Handler:
        """Return a handler for anybody, where its address is declared to be for them."""

        async def declared(request: web.Request) -> web.StreamResponse:
            resource = request.match_info.route.resource
            method = "GET" if request.method == "HEAD" else request.method
            if resource is None or ROUTES.get(f"{method} {resource.canonical}") != "anyone":
                raise NotSeatedError
            return await handler(request)

        return self._answering(declared)

    async def check_form(self, request: web.Request, secret: str) -> None:
        """Raise HTTPForbidden for a form that no page of this browser has sent."""
        origin = request.headers.get("Origin")
        ours = {request.host, urlsplit(self.tools.public_url).netloc} - {""}
        foreign = origin is not None and urlsplit(origin).netloc not in ours
        token = (await request.post()).get("token", "")
        if foreign or not isinstance(token, str) or not is_token(token, secret):
            raise web.HTTPForbidden

    async def ask(self, visitor: Visitor, *requests: Any) -> list[Any]:
        """Return the answers to requests, of one moment; only what is the visitor's."""
        return await ask(self.tools, visitor, *requests)

    async def do(self, visitor: Visitor, *commands: Command) -> list[Result]:
        """Carry commands out in one transaction; raises Refused, Unavailable, NotSeatedError."""
        return await do(self.tools, visitor, *commands)

    def chosen(self, request: web.Request, visitor: Visitor) -> Chosen:
        """Return which office, programme and round the address chooses; raises HTTPNotFound."""
        return chosen(request, visitor)

    def places(
        self, visitor: Visitor, chosen: Chosen, rounds: Sequence[int]
    ) -> dict[str, list[tuple[str, str]]]:
        """Return the offices, programmes and rounds there are to choose from: code and label."""
        return {
            OFFICE: [(unit.id, unit.name) for unit in visitor.offices],
            PROGRAMME: [(form.programme.code, form.programme.title) for form in visitor.forms],
            ROUND: chosen.rounds(rounds),
        }

    def language(self, visitor: Visitor) -> Translate:
        """Return the catalogue of the visitor's language."""
        return self.tools.shell.language(visitor.person.language)

    def show(
        self,
        request: web.Request,
        visitor: Visitor,
        name: str,
        *,
        title: str,
        words: Mapping[str, Any],
        status: int = 200,
        counts: Mapping[str, int] | None = None,
        **context: Any,
    ) -> web.Response:
        """Return a page of a template that extends base.html.

        `words` are the page's own; `counts` stand beside the places of the head, by their path.
        """
        _, chosen = self.language(visitor), self.chosen(request, visitor)
        page = self.tools.pages.render(
            name,
            title=title,
            words=words,
            frame=frame_words(_),
            places=nav(_),
            counts=counts or {},
            path=request.path,
            query=chosen.query,
            place=chosen.place,
            other_round=say_other_round(chosen.round, chosen.present, _),
            printed=say_printed(chosen.unit.name, chosen.round, self.now(), _),
            here=request.path_qs,
            language=visitor.person.language,
            visitor=visitor,
            **context,
        )
        response = html(page, status)
        if visitor.said:
            said.forget(response)
        return response

    def now(self) -> dt.datetime:
        """Return the local moment, aware."""
        clock = self.tools.shell.clock
        return clock.local(clock.now_ms())

    def back(self, visitor: Visitor, where: str, *, say: str = "") -> web.Response:
        """Return the way to a page of ours, which says what came of the form."""
        ours = where.startswith("/ban") and where[4:5] in {"", "/", "?", "#"}
        response = web.Response(status=303, headers={"Location": where if ours else "/ban"})
        if say:
            said.carry(response, say, secret=visitor.secret, secure=self.tools.secure)
        return response

    def say_trouble(self, what: str, *, status: int) -> web.Response:
        """Return a page that says what is the matter, for whoever it is."""
        _ = self.tools.shell.language("vi")
        heading, text = trouble(what, _)
        page = self.tools.pages.render(
            "trouble.html", title=heading, text=text, frame=frame_words(_), language="vi"
        )
        return html(page, status)

    def _trouble(self, status: int) -> web.Response:
        response = self.say_trouble(_TROUBLE[status], status=status)
        if status == _KINDS[Unavailable]:
            response.headers["Retry-After"] = TRY_AGAIN
        return response

    def _seated(self, handler: Page) -> Handler:
        async def for_visitor(request: web.Request) -> web.StreamResponse:
            if NEVER in request.path or any(NEVER in said for said in request.query.values()):
                raise web.HTTPNotFound
            secret = secret_of(request)
            visitor = await seated_now(self.tools, secret, active=LIVE not in request.headers)
            if visitor is None:
                raise NotSeatedError
            words = said.carried(request, secret=secret)
            rounds = await self._rounds(visitor) if request.query.get(ROUND) else {}
            return await handler(request, replace(visitor, said=words, rounds=rounds))

        return for_visitor

    async def _rounds(self, visitor: Visitor) -> Mapping[tuple[str, str], Sequence[int]]:
        """Return the rounds the visitor may choose, by office and programme."""
        codes = [form.programme.code for form in visitor.forms]
        places = [(unit.id, code) for unit in visitor.offices for code in codes]
        found = await self.ask(visitor, *(RoundsBelow(*place) for place in places))
        return dict(zip(places, found, strict=True))

    def _answering(self, handler: Handler) -> Handler:
        async def answering(request: web.Request) -> web.StreamResponse:
            try:
                response = await handler(request)
            except ConnectionError:
                raise  # nobody is there to read anything
            except Exception as error:  # noqa: BLE001 - whoever works reads a sentence, no trace
                response = self._failed(request, error)
            if not response.prepared:
                for name, value in OURS.items():
                    response.headers.setdefault(name, value)
            return response

        return answering

    def _failed(self, request: web.Request, error: Exception) -> web.Response:
        """Return the page that says what is the matter; what is no failure goes on."""
        status = error.status if isinstance(error, web.HTTPException) else _KINDS.get(type(error))
        if status is None:
            resource = request.match_info.route.resource  # an address itself may open the desk
            where = resource.canonical if resource else ""
            log.warning("a page of the desk failed", page=where, bug=told(error))
        elif status not in _TROUBLE:
            raise error
        return self._trouble(status or 500)


def html(text: str, status: int) -> web.Response:
    """Return a page as an answer, which travels zipped."""
    response = web.Response(text=text, status=status, content_type="text/html", charset="utf-8")
    response.enable_compression()
    return response
