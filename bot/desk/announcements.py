"""Announcements at the desk: written after a look at them, and how far each got with whom."""

from dataclasses import dataclass

from aiohttp import web

from bot.desk.announcement_form import Typed, audience_of, looked_up, words_of
from bot.desk.chosen import Chosen
from bot.desk.frame import Frame
from bot.desk.saying import say_result
from bot.desk.typed import typed
from bot.desk.visitor import Visitor
from conversations.announcing.notice import with_head
from conversations.announcing.preview import say_preview
from conversations.desk.announcement_page import list_page, list_words, text_of
from conversations.desk.announcement_wrong import say_unsent
from rules.announcement_commands import Announce
from rules.announcement_requests import Announcement, AnnouncementOf, AnnouncementsOf, AudienceOf
from rules.announcement_results import AnnouncementWaits
from rules.announcing import Announced, Audience, subject_of
from rules.refused import Refused

HERE = "/ban/thong-bao"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What stands in the form, what is wrong with it, and how it will look."""

    typed: Typed
    wrong: str = ""
    preview: str = ""
    dialog: str = ""


class AnnouncementPages:
    """Serves the list, and the form that writes one."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/thong-bao", self._frame.page(self._show)),
            web.post("/ban/thong-bao/xem", self._frame.act(self._look)),
            web.post("/ban/thong-bao/gui", self._frame.act(self._send)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Show the list; "tiep" names a stopped one that is to go on."""
        rest = request.query.get("tiep", "")
        (old,) = await self._frame.ask(visitor, AnnouncementOf(rest))
        return await self._page(request, visitor, _Shown(_begun(old)))

    async def _look(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Show how it will look and whom it reaches; nothing goes."""
        said, chosen = Typed(await typed(request)), self._frame.chosen(request, visitor)
        try:
            words, audience = await self._meant(visitor, chosen, said)
        except Refused as refused:
            return await self._refused(request, visitor, said, refused)
        preview = await self._preview(visitor, chosen, words, audience)
        dialog = said.said.get("dialog") or self._frame.tools.shell.ids.next()
        return await self._page(request, visitor, _Shown(said, preview=preview, dialog=dialog))

    async def _send(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said, chosen = Typed(await typed(request)), self._frame.chosen(request, visitor)
        try:
            words, audience = await self._meant(visitor, chosen, said)
        except Refused as refused:
            return await self._refused(request, visitor, said, refused)
        dialog = said.said.get("dialog", "")
        if not dialog:
            raise web.HTTPNotFound
        command = Announce(
            chosen.unit.id, chosen.programme, words, f"{visitor.person.id}:{dialog}", audience
        )
        (result,) = await self._frame.do(visitor, command)
        say = say_result(self._frame, visitor, result)
        one = f"/{result.id}" if isinstance(result, AnnouncementWaits) else ""
        return self._frame.back(visitor, f"{HERE}{one}?{chosen.query}", say=say)

    async def _meant(self, visitor: Visitor, chosen: Chosen, said: Typed) -> tuple[str, Audience]:
        (found,) = await self._frame.ask(visitor, looked_up(said, chosen))
        return words_of(said, chosen.form.programme.slogan), audience_of(said, found)

    async def _preview(
        self, visitor: Visitor, chosen: Chosen, words: str, audience: Audience
    ) -> str:
        (reach,) = await self._frame.ask(
            visitor, AudienceOf(chosen.unit.id, chosen.programme, chosen.round, audience)
        )
        _, board = self._frame.language(visitor), chosen.form.programme.office.board
        looks = with_head(Announced("", board, words), _)
        return say_preview(looks, reach, chosen.form, self._frame.now(), _)

    async def _refused(
        self, request: web.Request, visitor: Visitor, said: Typed, refused: Refused
    ) -> web.StreamResponse:
        wrong = say_unsent(refused, self._frame.language(visitor))
        return await self._page(request, visitor, _Shown(said, wrong), status=422)

    async def _page(
        self, request: web.Request, visitor: Visitor, shown: _Shown, *, status: int = 200
    ) -> web.Response:
        chosen, _ = self._frame.chosen(request, visitor), self._frame.language(visitor)
        (found,) = await self._frame.ask(visitor, AnnouncementsOf(chosen.unit.id))
        page = list_page(found, self._frame.now(), _)
        return self._frame.show(
            request,
            visitor,
            "announcements.html",
            title=page["title"],
            words=list_words(_),
            status=status,
            page=page,
            types=chosen.form.programme.unit_types,
            slogan=chosen.form.programme.slogan,
            shown=shown,
        )


def _begun(old: Announcement | None) -> Typed:
    """Return an empty form, or one with the words of a stopped announcement, for those left out."""
    if old is None or old.state != "stopped":
        return Typed({})
    return Typed({"rest": old.id, "about": subject_of(old.words), "text": text_of(old)})
