"""Looks at the archive that a modern workbook is, before anything reads what it holds."""

import io
import re
import stat
import zipfile
from typing import Literal, TypeAlias

from rules.refused import Refused

MOST_MEMBERS = 1_000
MOST_UNPACKED = 50 * 1024 * 1024
HIGHEST_RATIO = 200
Book: TypeAlias = Literal["xlsx", "ods"]

_ENCRYPTED = 0x1
_MACROS = re.compile(r"vbaproject|(^|/)macrosheets/|(^|/)basic/|(^|/)scripts/", re.IGNORECASE)
_MACRO_TYPES = (b"macroenabled", b"ms-office.vbaproject", b"ms-excel.intlmacrosheet")
_DECLARATIONS = (b"<!doctype", b"<!entity")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0", b"<\0")  # XML in which bytes hide what it says
_OPENED = (".xml", ".rels", ".vml")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def examine_archive(data: bytes) -> Book:
    """Return which kind of workbook the archive is.

    Refused "table-bomb" (packed in a way no office packs), "table-macros", "table-locked",
    "table-kind" (some other archive). Raises what zipfile raises for a broken one.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _examine_members(archive.infolist(), len(data))
        return _examine_content(archive)


def _examine_members(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(member.file_size for member in members)
    names = {member.filename for member in members}
    if (
        len(members) > MOST_MEMBERS
        or unpacked > min(MOST_UNPACKED, HIGHEST_RATIO * size)
        or len(names) < len(members)
        or any(map(_is_odd, members))
    ):
        raise Refused("table-bomb")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Refused("table-locked")
    if any(map(_MACROS.search, names)):
        raise Refused("table-macros")


def _is_odd(member: zipfile.ZipInfo) -> bool:
    name = member.orig_filename
    outside = name.startswith("/") or ".." in name.split("/") or "\\" in name or "\0" in name
    return outside or stat.S_ISLNK(member.external_attr >> 16)


def _examine_content(archive: zipfile.ZipFile) -> Book:
    names = set(archive.namelist())
    for name in sorted(names):
        if name.endswith(_OPENED):
            _examine_xml(_unpacked(archive, name))
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and _unpacked(archive, "mimetype").strip() == _ODS:
        return "ods"
    raise Refused("table-kind")


def _unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a member, no more of it than it declared: the checksum finds the lie."""
    with archive.open(name) as member:
        return member.read(archive.getinfo(name).file_size + 1)


def _examine_xml(content: bytes) -> None:
    low = content.lower()
    if low.startswith(_WIDE) or any(mark in low for mark in _DECLARATIONS):
        raise Refused("table-bomb")
    if any(mark in low for mark in _MACRO_TYPES):
        raise Refused("table-macros")
    if b"manifest:encryption-data" in low:
        raise Refused("table-locked")
