"""The HTTP server: one port of this machine that can be taken down and brought up again."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

_HOST = "127.0.0.1"
# Handlers that still run when the server goes down get this long before they are cancelled.
_GRACE = 0.01


class Server:
    """Listens on a free port, always the same one once it has been up."""

    def __init__(self, handle: Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]) -> None:
        self._handle = handle
        self._listener: asyncio.Server | None = None
        self._connections: web.Server | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """Where the server is, without a slash at the end."""
        return f"http://{_HOST}:{self.port}"

    async def up(self) -> None:
        """Accept connections."""
        self._connections = web.Server(self._handle, access_log=None)
        loop = asyncio.get_running_loop()
        self._listener = await loop.create_server(self._connections, _HOST, self.port)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def down(self) -> None:
        """Refuse connections and cut those there are."""
        if self._listener is None or self._connections is None:
            return
        self._listener.close()
        await self._listener.wait_closed()
        for connection in self._connections.connections:
            if connection.transport is not None:
                connection.transport.abort()
        await self._connections.shutdown(_GRACE)
        self._listener = self._connections = None
