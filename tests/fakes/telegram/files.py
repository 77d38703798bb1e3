"""Files that people and the bot have sent, kept under the ids Telegram gives them."""

from dataclasses import dataclass
from typing import Any

from .errors import ApiError, bad

_MOST_DOWNLOADED = 20 * 2**20


@dataclass(frozen=True, slots=True)
class File:
    """One file: its ids, where it can be downloaded, what it is called and what is in it."""

    id: str
    path: str
    name: str
    mime: str
    data: bytes

    @property
    def ids(self) -> dict[str, Any]:
        """The fields that every file has in messages."""
        unique = f"AQAD{self.id[-8:]}"
        return {"file_id": self.id, "file_unique_id": unique, "file_size": len(self.data)}


class Files:
    """All files by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}

    def add(self, folder: str, data: bytes, *, name: str, mime: str) -> File:
        """Keep a file and return it with its id."""
        number = len(self._by_id) + 1
        ending = name.rpartition(".")[2] or "bin"
        path = f"{folder}/file_{number}.{ending}"
        file = File(f"AgACAgUAAxkB{number:08d}", path, name, mime, data)
        self._by_id[file.id] = self._by_path[path] = file
        return file

    def sizes(self, photo: File) -> list[dict[str, Any]]:
        """Return a photo as messages show it: a thumbnail first, the original last."""
        thumbnail = self.add("thumbnails", b"small", name="small.jpg", mime="image/jpeg")
        return [
            {**thumbnail.ids, "width": 90, "height": 67},
            {**photo.ids, "width": 1280, "height": 960},
        ]

    def get(self, file_id: str) -> File:
        """Return a file that was sent before; raises ApiError if there is none."""
        if file_id not in self._by_id:
            raise bad("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def download(self, path: str) -> bytes:
        """Return what is in a file; raises ApiError (404) if there is none."""
        if path not in self._by_path:
            raise ApiError(404, "Not Found")
        return self._by_path[path].data


def described(file: File) -> dict[str, Any]:
    """Return the answer to getFile; raises ApiError if the file is too big for bots."""
    if len(file.data) > _MOST_DOWNLOADED:
        raise ApiError(400, "Bad Request: file is too big", breach=False)
    return {**file.ids, "file_path": file.path}
