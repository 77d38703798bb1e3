"""The desk over HTTP: its pages put together."""

from aiohttp import web

from bot.channels.web.assets import served
from bot.desk.announcement import AnnouncementPage
from bot.desk.announcements import AnnouncementPages
from bot.desk.calendar_page import CalendarPages
from bot.desk.calls import CallPages
from bot.desk.deadlines import DeadlinePages
from bot.desk.door import Door
from bot.desk.entry import EntryPages
from bot.desk.files import Downloads
from bot.desk.form_file import FormFiles
from bot.desk.frame import Frame
from bot.desk.gaps import GapPages
from bot.desk.live import Live
from bot.desk.papers import Ticks
from bot.desk.photos import PhotoPages
from bot.desk.register import Register
from bot.desk.table import Table
from bot.desk.tools import Tools
from bot.desk.type_in import TypeInPages
from bot.desk.unit import UnitPages
from bot.desk.visitor import Visitor
from bot.desk.waiting import WaitingPages
from bot.files.telling import Teller


class Desk:
    """Serves the desk."""

    def __init__(self, tools: Tools) -> None:
        self._frame = Frame(tools)
        self._files = tools.pages.files
        self._live = Live(self._frame)
        self._parts = (
            Door(self._frame, Teller(tools.shell, tools.deliver, tools.bell)),
            Table(self._frame),
            Register(self._frame),
            Ticks(self._frame),
            Downloads(self._frame),
            self._live,
            EntryPages(self._frame),
            FormFiles(self._frame),
            PhotoPages(self._frame),
            WaitingPages(self._frame),
            UnitPages(self._frame),
            TypeInPages(self._frame),
            GapPages(self._frame),
            CallPages(self._frame),
            AnnouncementPages(self._frame),
            AnnouncementPage(self._frame),
            DeadlinePages(self._frame),
            CalendarPages(self._frame),
        )

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        style = web.get("/ban/page/{version}/{name}", self._frame.open(self._asset))
        rest = web.get("/ban/{rest:.*}", self._frame.page(self._nothing))
        return [style, *(route for part in self._parts for route in part.routes()), rest]

    async def close(self, _app: web.Application | None = None) -> None:
        """End what listens, so that the server can stop (an on_shutdown of aiohttp)."""
        self._live.close()

    async def _nothing(self, _request: web.Request, _visitor: Visitor) -> web.StreamResponse:
        """Answer for every other address, in words that whoever works here reads."""
        raise web.HTTPNotFound

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        return served(request, self._files)
