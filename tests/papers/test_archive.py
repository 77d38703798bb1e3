from __future__ import annotations

import stat
import struct
import warnings
import zipfile
from collections.abc import Callable

import pytest

from papers.archive import MOST_MEMBERS, MOST_UNPACKED, examine_archive
from papers.reading import read
from rules.refused import Refused
from tests.papers.old_excel import container, stream
from tests.papers.packing import ODS, open_document, packed, with_members, workbook

ROWS = [["Tên", "Số"], ["Đảng ủy Khối", "84"]]
BOOK = workbook(ROWS)
NOISE = bytes(range(256)) * 400
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
MACRO_TYPES = b"""<Types><Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"""


def refusal(data: bytes, *, name: str = "bang.xlsx") -> str:
    with pytest.raises(Refused) as caught:
        read(data, name=name)
    return caught.value.reason


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


def twice(name: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return with_members(BOOK, {zipfile.ZipInfo(name): b"<a/>", name: b"<b/>"})


def declaring(size: int, *, truly: int) -> bytes:
    """Return a workbook with a member that unpacks to more than it says."""
    data = with_members(BOOK, {"xl/a.xml": bytes(truly)})
    return data.replace(struct.pack("<I", truly), struct.pack("<I", size))


def flagged(data: bytes) -> bytes:
    """Return the archive with its first member marked as encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


@pytest.mark.parametrize(("data", "kind"), [(BOOK, "xlsx"), (open_document(ROWS), "ods")])
def test_a_workbook_is_what_it_is(data: bytes, kind: str) -> None:
    assert examine_archive(data) == kind


@pytest.mark.parametrize(
    "make",
    [
        lambda: with_members(BOOK, {"xl/worksheets/sheet9.xml": bytes(10 * 1024 * 1024)}),
        lambda: packed({"xl/workbook.xml": bytes(MOST_UNPACKED + 1), "noise": NOISE * 4}),
        lambda: with_members(BOOK, {f"xl/{at}.bin": b"" for at in range(MOST_MEMBERS)}),
        lambda: with_members(BOOK, {"../../etc/passwd": b""}),
        lambda: with_members(BOOK, {"xl/../../a.xml": b"<a/>"}),
        lambda: with_members(BOOK, {"/etc/passwd": b""}),
        lambda: with_members(BOOK, {"xl\\a.xml": b"<a/>"}),
        lambda: with_members(BOOK, {link("xl/a.xml"): b"/etc/passwd"}),
        lambda: twice("xl/a.xml"),
        lambda: with_members(BOOK, {"xl/sharedStrings.xml": LAUGHS}),
        lambda: with_members(BOOK, {"xl/sharedStrings.xml": LAUGHS.decode().encode("utf-16")}),
        lambda: with_members(BOOK, {"xl/_rels/a.rels": b"<!entity a>"}),
    ],
    ids=[
        *("ratio", "unpacked", "members", "outside", "upwards", "absolute", "backslash", "link"),
        *("twice", "entities", "hidden entities", "relations"),
    ],
)
def test_what_no_office_packs_is_not_unpacked(make: Callable[[], bytes]) -> None:
    assert refusal(make()) == "table-bomb"


def test_a_member_that_unpacks_to_more_than_it_says_is_broken() -> None:
    assert refusal(declaring(100, truly=8_000_001)) == "table-broken"


@pytest.mark.parametrize(
    "data",
    [
        with_members(BOOK, {"xl/vbaProject.bin": b"x"}),
        with_members(BOOK, {"xl/VBAPROJECT.BIN": b"x"}),
        with_members(BOOK, {"xl/macrosheets/sheet1.xml": b"<a/>"}),
        with_members(BOOK, {"[Content_Types].xml": MACRO_TYPES}),
        packed({"mimetype": ODS.encode(), "content.xml": b"<a/>", "Basic/script-lc.xml": b"<a/>"}),
        container({"Workbook": stream(ROWS), "_VBA_PROJECT": b""}),
        container({"Workbook": stream(ROWS, kind=1)}),
    ],
    ids=["xlsx", "capitals", "excel 4", "type", "ods", "xls", "old excel 4"],
)
def test_a_table_with_macros_is_refused(data: bytes) -> None:
    assert refusal(data) == "table-macros"


@pytest.mark.parametrize("name", ["a.xlsm", "A.XLSM", "a.xltm"])
def test_a_table_that_is_called_one_with_macros_is_refused(name: str) -> None:
    assert refusal(BOOK, name=name) == "table-macros"


@pytest.mark.parametrize(
    "data",
    [
        container({"EncryptedPackage": b"", "EncryptionInfo": b""}),
        container({"Workbook": stream(ROWS, locked=True)}),
        open_document(ROWS, manifest="<manifest:encryption-data/>"),
        flagged(BOOK),
    ],
    ids=["xlsx", "xls", "ods", "zip"],
)
def test_a_table_with_a_password_is_refused(data: bytes) -> None:
    assert refusal(data) == "table-locked"
