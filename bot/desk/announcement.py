"""One announcement at the desk: what became of it with each person, and what can be done."""

import datetime as dt

from aiohttp import web

from bot.desk.announcements import HERE
from bot.desk.frame import Frame
from bot.desk.saying import say_result
from bot.desk.typed import typed
from bot.desk.visitor import Visitor
from conversations.announcing.notice import with_head
from conversations.announcing.preview import say_goes, warnings
from conversations.desk.announcement_page import one_page, one_words
from conversations.desk.box_form import open_text
from conversations.desk.wrong import say_wrong
from conversations.situation import form_of
from rules.announcement_commands import CorrectAnnouncement, RemindUnread, StopAnnouncement
from rules.announcement_requests import Announcement, AnnouncementOf
from rules.announcement_results import AnnouncementWaits
from rules.announcing import TEXT, Announced
from rules.commands import Command
from rules.refused import Refused

_LEAST = 5  # characters of what is right
FATE = "tinh-trang"


class AnnouncementPage:
    """Serves one announcement."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/thong-bao/{id}", self._frame.page(self._show)),
            web.post("/ban/thong-bao/{id}/dung", self._frame.act(self._stop)),
            web.post("/ban/thong-bao/{id}/nhac", self._frame.act(self._remind)),
            web.post("/ban/thong-bao/{id}/dinh-chinh", self._frame.act(self._correct)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        return await self._page(request, visitor)

    async def _stop(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        return await self._done(request, visitor, StopAnnouncement(request.match_info["id"]))

    async def _remind(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        return await self._done(request, visitor, RemindUnread(request.match_info["id"]))

    async def _correct(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Show how the correction will look; with what that page carries, send it."""
        said, _ = await typed(request), self._frame.language(visitor)
        try:
            words = open_text(_LEAST, TEXT)(said.get("words", ""))
        except Refused as refused:
            wrong = say_wrong(refused, _)
            kept = said.get("words", "")
            return await self._page(request, visitor, words=kept, wrong=wrong, status=422)
        if not said.get("dialog"):
            return await self._page(request, visitor, words=words, looks=True)
        dialog = f"{visitor.person.id}:{said['dialog']}"
        command = CorrectAnnouncement(request.match_info["id"], words, dialog)
        return await self._done(request, visitor, command)

    async def _done(
        self, request: web.Request, visitor: Visitor, command: Command
    ) -> web.StreamResponse:
        (result,) = await self._frame.do(visitor, command)
        say = say_result(self._frame, visitor, result)
        query = self._frame.chosen(request, visitor).query
        key = result.id if isinstance(result, AnnouncementWaits) else request.match_info["id"]
        return self._frame.back(visitor, f"{HERE}/{key}?{query}", say=say)

    async def _page(
        self,
        request: web.Request,
        visitor: Visitor,
        *,
        words: str = "",
        wrong: str = "",
        looks: bool = False,
        status: int = 200,
    ) -> web.Response:
        found: Announcement | None
        (found,) = await self._frame.ask(visitor, AnnouncementOf(request.match_info["id"]))
        if found is None:
            raise web.HTTPNotFound
        _, now = self._frame.language(visitor), self._frame.now()
        page = one_page(found, now, _, fate=request.query.get(FATE, ""))
        return self._frame.show(
            request,
            visitor,
            "announcement.html",
            title=page["title"],
            words=one_words(_),
            status=status,
            page=page,
            right=words,
            wrong=wrong,
            preview=self._looks(visitor, found, words, now) if looks else "",
            dialog=self._frame.tools.shell.ids.next(),
        )

    def _looks(self, visitor: Visitor, wrong: Announcement, words: str, now: dt.datetime) -> str:
        _, form = self._frame.language(visitor), form_of(visitor.forms, wrong.programme)
        told = Announced("", form.programme.office.board, words, corrects=wrong.send_at)
        goes_to = _("It goes to exactly the {count} people who have got the wrong one or may have.")
        lines = [with_head(told, _), goes_to.format(count=len(wrong.arrived))]
        return "\n".join((*lines, *warnings(words, now, _), say_goes(form, now, _)))
