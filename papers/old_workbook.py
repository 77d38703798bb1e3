"""Looks into the container that workbooks before 2007, and locked ones since, come in."""

import re

from rules.refused import Refused

# A workbook begins, a note not to write it may follow, and then what the password is checked by.
_PASSWORD = re.compile(
    rb"\x09\x08(?:\x10\x00\x00\x06\x05\x00.{12}|\x08\x00\x00\x05\x05\x00.{4})"
    rb"(?:\x86\x00\x00\x00)?\x2f\x00",
    re.DOTALL,
)
_LOCKED = ("EncryptedPackage", "EncryptionInfo")
_MACROS = ("_VBA_PROJECT", "_VBA_PROJECT_CUR")
_BOOKS = ("Workbook", "Book")


def examine_old_workbook(data: bytes) -> None:
    """Refused "table-locked", "table-macros" or "table-kind" for what is no plain workbook."""
    if _holds(data, _LOCKED) or _PASSWORD.search(data):
        raise Refused("table-locked")
    if _holds(data, _MACROS):
        raise Refused("table-macros")
    if not _holds(data, _BOOKS):
        raise Refused("table-kind")


def _holds(data: bytes, names: tuple[str, ...]) -> bool:
    # A name in the directory of the container fills 64 bytes with zeros.
    return any(f"{name}\0".encode("utf-16-le") in data for name in names)
