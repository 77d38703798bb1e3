"""The table as a file: of the moment it is asked for, the same figures in each kind."""

from urllib.parse import quote

from aiohttp import web

from bot.channels.web.protect import HEADERS
from bot.desk.frame import Frame
from bot.desk.visitor import Visitor
from bot.making import MAKERS
from bot.making.making import Making
from conversations.file_names import summary_file_name
from rules.office_commands import TakeSummary
from rules.office_results import SummaryTaken
from rules.refused import Refused

KINDS = {"xlsx": "xlsx", "docx": "docx", "picture": "png"}


class Downloads:
    """Makes the table's files and hands them out at once."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [web.post("/ban/tep", self._frame.act(self._download))]

    async def _download(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        chosen = self._frame.chosen(request, visitor)
        kind = str((await request.post()).get("tep", ""))
        if kind not in KINDS:
            raise web.HTTPNotFound
        take = TakeSummary(chosen.unit.id, chosen.programme, chosen.round)
        (taken,) = await self._frame.do(visitor, take)
        if not isinstance(taken, SummaryTaken):
            raise Refused("file-not-yours")
        about = {"summary": taken.id, "unit": chosen.unit.id}
        tools = self._frame.tools
        making = Making(tools.db, tools.shell, visitor.person.id, about)
        data = await MAKERS[f"summary-{kind}"].make(making)
        prefix, _ = chosen.form.programme.prefix, self._frame.language(visitor)
        name = summary_file_name(taken.summary, prefix, KINDS[kind], _)
        return web.Response(
            body=data,
            content_type="application/octet-stream",
            headers={
                **HEADERS,
                "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            },
        )
