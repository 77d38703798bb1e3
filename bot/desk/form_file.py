"""The form of an entry to print and sign, as a file at once."""

from urllib.parse import quote

from aiohttp import web

from bot.desk.entry_view import entry_here
from bot.desk.frame import Frame
from bot.desk.visitor import Visitor
from bot.making.forms import form_docx
from bot.making.making import Making
from conversations.file_names import form_name
from rules.file_names import file_name


class FormFiles:
    """Makes forms and hands them out."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        page = self._frame.page(self._form)
        return [web.get("/ban/dang-ky/{id}/phieu", page, allow_head=False)]

    async def _form(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        entry, _form = await entry_here(self._frame, request, visitor)
        tools = self._frame.tools
        about = {"entry": entry.id, "programme": entry.programme}
        data = await form_docx(Making(tools.db, tools.shell, visitor.person.id, about))
        name = file_name(form_name(entry.code, tools.shell.language("vi")))
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return web.Response(
            body=data,
            content_type="application/octet-stream",
            headers={"Content-Disposition": disposition},
        )
