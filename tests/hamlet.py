"""A small world to talk in: a programme, four units, a few people, a clock that is set by hand."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
import tempfile
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.files.keeper import FileKeeper
from bot.ids import Ids
from bot.language import catalogues
from bot.shell import Shell
from conversations.situation import Door, Form, Translate
from rules.programme import Programme
from rules.programme_file import read_programme
from rules.rounds import round_of
from storage import codes, memberships, people, units
from storage.codes import NewCode, hash_code
from storage.database import Database, Transaction
from storage.erasing import Erased
from storage.memberships import Joining
from storage.units import NewUnit

HERE = Path(__file__).parent.parent
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LONG_AGO = "2020-01-01"
PEPPER = "pepper"
YEARS = 10 * 365 * 86_400_000
QUOTAS = (("chi_bo", 1), ("doan_the", 2))
CODES = {"7K3M2P": "suoi-da", "3H8N4Q": "nong-dan", "9W5T2R": "giao-thong"}


class HandClock(Clock):
    """A clock set by hand; it goes on by a second each time it is asked to."""

    def __init__(self, moment: str = "2027-03-16 19:42") -> None:
        super().__init__(ZONE)
        self.set(moment)

    def set(self, moment: str) -> None:
        """Set the local time: "2027-03-16 19:42"."""
        local = dt.datetime.fromisoformat(moment).replace(tzinfo=ZONE)
        self.ms = int(local.timestamp() * 1000)

    def now_ms(self) -> int:
        """Return the moment set."""
        return self.ms


@dataclass(frozen=True, slots=True)
class OneProgramme:
    """Programmes as the shell wants them, given at once."""

    programmes: tuple[Programme, ...]

    def forms(self, today: dt.date) -> tuple[Form, ...]:
        """Return a form for each programme."""
        return tuple(Form(p, 1, round_of(p, today)) for p in self.programmes)


@dataclass(slots=True, weakref_slot=True)
class Hamlet:
    """Everything a turn needs, and a clock to turn."""

    db: Database
    clock: HandClock
    shell: Shell
    counter: itertools.count[int] = field(default_factory=itertools.count)


@cache
def languages() -> Mapping[str, Translate]:
    """Return the words of Khéo, read once: that takes longer than most tests."""
    return catalogues(HERE / "locales")


@cache
def programme(name: str = "can-tho-khoi", *, quotas: bool = True) -> Programme:
    """Return a programme of the project, with quotas to count against."""
    path = HERE / "programmes" / f"{name}.toml"
    read = read_programme(path.read_text("utf-8"), file=path.name)
    if not quotas:
        return read
    fields = {name: getattr(read, name) for name in Programme.__slots__}
    return Programme(**{**fields, "quotas": QUOTAS})


def hamlet(db: Database, *programmes: Programme, moment: str = "2027-03-16 19:42") -> Hamlet:
    """Return the world over an open database; call `settle_in` for its people."""
    clock = HandClock(moment)
    bits = itertools.count(1)
    ids = Ids(clock.now_ms, lambda _: next(bits))
    typed = itertools.count(234567)
    folder = Path(tempfile.mkdtemp())
    shell = Shell(
        clock=clock,
        ids=ids,
        programmes=OneProgramme(programmes or (programme(),)),
        languages=languages(),
        doors=doors(),
        pepper=PEPPER,
        make_code=lambda: f"{next(typed):06d}"[::-1].translate(str.maketrans("01", "XY")),
        lease="test",
        files=FileKeeper(folder),
        forget=_nothing_on_disk,
    )
    world = Hamlet(db, clock, shell)
    weakref.finalize(world, shutil.rmtree, folder, ignore_errors=True)
    return world


async def _nothing_on_disk(_erased: Erased) -> None:
    """Have no backups and no disk."""


def doors() -> Mapping[str, Door]:
    """Return the doors of the channels."""
    page = "https://kheo.example"
    return {
        "web": Door("web", False, page),
        "telegram": Door("telegram", True, page),
        "zalo": Door("zalo", False, page, buttons=False),
    }


UNITS = (
    NewUnit("khoi", "Đảng ủy Khối", LONG_AGO, 1, "dang_bo"),
    NewUnit(
        id="suoi-da",
        name="Chi bộ bản Suối Đá",
        from_day=LONG_AGO,
        created_at=1,
        type="chi_bo",
        place="bản Suối Đá, xã Mường Mẫu",
        short_name="Suối Đá",
        parent="khoi",
    ),
    NewUnit(
        id="nong-dan",
        name="Hội Nông dân phường Thường Thạnh",
        from_day=LONG_AGO,
        created_at=1,
        type="doan_the",
        place="phường Thường Thạnh, thành phố Cần Thơ",
        short_name="HND Thường Thạnh",
        parent="khoi",
    ),
    NewUnit(
        id="giao-thong",
        name="Sở Giao thông vận tải",
        from_day=LONG_AGO,
        created_at=1,
        type="dang_bo",
        short_name="Sở GTVT",
        parent="khoi",
    ),
)
CONTACTS = {"suoi-da": "pao", "nong-dan": "lua", "giao-thong": ""}


async def settle_in(tx: Transaction) -> None:
    """Make the units, their people and their codes.

    Giàng A Páo is secretary at Suối Đá, Hạnh the office's staff member in charge.
    """
    await units.add_units(tx, UNITS)
    await _person(tx, "pao", "Giàng A Páo", "+84912000001", "suoi-da", "Bí thư chi bộ", "officer")
    await _person(tx, "lua", "Lê Thị Lúa", "+84912000003", "nong-dan", "Chủ tịch", "officer")
    await _person(tx, "hanh", "Trần Thị Hạnh", "+84912000009", "khoi", "Chuyên viên", "office")
    await codes.add(tx, [_code(code, unit) for code, unit in CODES.items()])


def _code(code: str, unit: str) -> NewCode:
    return NewCode(
        hash=hash_code(PEPPER, code),
        kind="unit",
        uses_left=20,
        expires_at=2_000_000_000_000 + YEARS,
        created_at=1,
        unit=unit,
        role="member",
        person=CONTACTS[unit],
    )


async def _person(
    tx: Transaction, key: str, name: str, phone: str, unit: str, position: str, role: str
) -> None:
    await tx.run(
        """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                               demo, created_at)
           VALUES :rows""",
        {"rows": [(key, "", "", "", phone, "vi", "", "{}", 0, 1)]},
    )
    await people.name_person(tx, key, name=name)
    joining = Joining(f"m-{key}", key, unit, LONG_AGO, position, role, confirmed=True)  # type: ignore[arg-type] # a role
    await memberships.join(tx, [joining])
