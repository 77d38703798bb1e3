"""What stands in brackets in a transcript, and the sentences of its header: how each is done."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from conversations.said import Press, Text
from conversations.say import Say
from storage import entries, memberships, units
from storage.entries import NewEntry
from storage.memberships import Joining
from storage.units import NewUnit
from tests.conversations.announcement_directions import ANNOUNCING
from tests.conversations.meeting_directions import MEMBERS, PLANNING
from tests.conversations.member_directions import MEMBERSHIP
from tests.conversations.organising_directions import ORGANISING
from tests.conversations.reminding_directions import REMINDING, has_zalo
from tests.conversations.schedule_directions import CHANGES, SCHEDULES
from tests.conversations.status_directions import STATUS
from tests.conversations.summary_directions import SUMMARY
from tests.conversations.why_directions import DUE, LEDGER
from tests.hamlet import LONG_AGO, ZONE
from tests.talk import Talk

if TYPE_CHECKING:
    from tests.conversations.stage import Stage

DAY = 86_400_000
UNITS = {"Chi bộ bản Suối Đá": "suoi-da", "Hội Nông dân phường Thường Thạnh": "nong-dan"}
PEOPLE = {"suoi-da": "pao", "nong-dan": "lua"}

Act: TypeAlias = Callable[..., Awaitable[list[Say]]]


async def _open(stage: "Stage", who: str, code: str = "") -> list[Say]:
    return await stage.talk(who).opens(code)


async def _photos(stage: "Stage", who: str, count: str = "1") -> list[Say]:
    return [say for _ in range(int(count)) for say in await stage.talk(who).sends_photo()]


async def _unreadable(stage: "Stage", who: str, what: str) -> list[Say]:
    kinds = {"tin thoại": "voice", "hình dán": "sticker", "tệp": "file"}
    return await stage.talk(who).sends(kinds.get(what, "unsupported"))


async def _earlier(stage: "Stage", who: str, minutes: str, words: str) -> list[Say]:
    at = stage.world.clock.ms - int(minutes) * 60_000
    return await stage.talk(who).does(Text(words), at=at)


async def _place(stage: "Stage", who: str) -> list[Say]:
    return await stage.talk(who).shares_place()


async def _phone(stage: "Stage", who: str, number: str) -> list[Say]:
    return await stage.talk(who).shares_contact(number)


async def _edit(stage: "Stage", who: str, number: str, words: str) -> list[Say]:
    message = stage.messages[who][int(number) - 1]
    return await stage.talk(who).does(Text(words, message=message, edited=True))


async def _old_button(stage: "Stage", who: str, *counted: str) -> list[Say]:
    """Press a button that is not in sight any more, or an older one that looks like it."""
    *back, label = counted
    data = _buttons(stage, who, label)[int(back[0]) - 1 if back else 0]
    return await stage.talk(who).does(Press(data))


def _buttons(stage: "Stage", who: str, label: str) -> list[str]:
    """Return the data of all buttons with a label that somebody was ever shown, newest first."""
    bubbles = reversed(stage.talk(who).bubbles)
    options = [option for say in bubbles for row in say.rows for option in row]
    return [option.data for option in options if f"[{option.label}]" == label]


async def _button_of(stage: "Stage", who: str, owner: str, label: str) -> list[Say]:
    data = _buttons(stage, owner, label)[0]
    return await stage.talk(who).does(Press(data))


async def _forged(stage: "Stage", who: str, data: str) -> list[Say]:
    return await stage.talk(who).does(Press(data))


async def _later(stage: "Stage", _who: str, days: str) -> list[Say]:
    stage.world.clock.ms += int(days) * DAY
    return []


async def _at(stage: "Stage", _who: str, moment: str) -> list[Say]:
    local = dt.datetime.strptime(moment, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
    stage.world.clock.ms = int(local.timestamp() * 1000)
    return []


async def _office(stage: "Stage", _who: str, did: str, number: str) -> list[Say]:
    state = {"tiếp nhận": "accepted", "công nhận": "recognised", "đề nghị bổ sung": "returned"}[did]
    async with stage.world.db.writing() as tx:
        await tx.run(
            "UPDATE entries SET state = :state, version = version + 1 WHERE number = :number",
            {"state": state, "number": int(number)},
        )
    return []


async def _leave(stage: "Stage", _who: str, unit: str) -> list[Say]:
    today = dt.datetime.fromtimestamp(stage.world.clock.ms / 1000, ZONE).date().isoformat()
    async with stage.world.db.writing() as tx:
        await tx.run(
            "UPDATE memberships SET to_day = :today WHERE unit = :unit",
            {"today": today, "unit": UNITS[unit]},
        )
    return []


async def _joined(stage: "Stage", who: str, code: str) -> None:
    talk: Talk = stage.talk(who)
    await talk.opens(code)
    await talk.presses("Đồng ý")
    await talk.says("0")


async def _another_hat(stage: "Stage", position: str, unit: str, person: str = "pao") -> None:
    known = UNITS.get(unit, "mat-tran")
    async with stage.world.db.writing() as tx:
        if known == "mat-tran":
            place = "bản Suối Đá, xã Mường Mẫu"
            row = NewUnit(known, unit, LONG_AGO, 1, "doan_the", place, "", "khoi")
            await units.add_units(tx, [row])
        joining = Joining(
            f"h-{known}", person, known, "2026-01-01", position, "officer", confirmed=True
        )
        await memberships.join(tx, [joining])


async def _registered(stage: "Stage", year: str, unit: str, name: str) -> None:
    """Make an entry of an earlier year, recognised."""
    key = UNITS[unit]
    async with stage.world.db.writing() as tx:
        number = (await entries.take_numbers(tx, {f"DVK-{year}": 1}))[f"DVK-{year}"]
        await entries.add(tx, [_entry(int(year), number, key, name)])


def _entry(year: int, number: int, unit: str, name: str) -> NewEntry:
    received = dt.datetime(year, 3, 10, 9, tzinfo=ZONE)
    return NewEntry(
        id=f"entry-{year}-{number:05d}"[:16],
        code=f"DVK-{year}-{number:04d}",
        number=number,
        dialog=f"paper-{year}-{number}",
        unit=unit,
        typed_by=PEOPLE[unit],
        programme="can-tho-khoi",
        programme_version=1,
        round=year,
        kind="new-collective",
        entry_kind="model",
        subject="collective",
        origin="new",
        counts=True,
        name=name,
        address="bản Suối Đá, xã Mường Mẫu",
        field="economy",
        content="Chi bộ vận động 12 hộ nuôi ong, mỗi hộ 5 đàn, cuối năm bán mật chung.",
        state="recognised",
        on_time=True,
        channel="web",
        created_at=int(received.timestamp() * 1000),
    )


DIRECTIONS: Mapping[str, Act] = {
    r"mở": _open,
    r"mở bằng mã (\S+)": _open,
    r"gửi (\d+) ảnh": _photos,
    r"gửi ảnh": _photos,
    r"gửi (tin thoại|hình dán|tệp|danh thiếp)": _unreadable,
    r"nhắn từ (\d+) phút trước": _earlier,
    r"gửi vị trí": _place,
    r"gửi số điện thoại (.+)": _phone,
    r"sửa tin (\d+)": _edit,
    r"nút cũ": _old_button,
    r"nút cũ thứ (\d+)": _old_button,
    r"nút của (\S+) (.+)": _button_of,
    r"dữ liệu giả": _forged,
    r"(\d+) ngày sau": _later,
    r"lúc (.+)": _at,
    r"Ban (tiếp nhận|công nhận|đề nghị bổ sung) số (\d+)": _office,
    r"thôi ở (.+)": _leave,
    **ANNOUNCING,
    **PLANNING,
    **REMINDING,
    **CHANGES,
    **DUE,
}
BEFORE: Mapping[str, Callable[..., Awaitable[Any]]] = {
    "Páo dùng cả Zalo": has_zalo,
    r"(\S+) vào bằng mã (\S+)": _joined,
    r"Páo kiêm (.+?) (Ban .+)": _another_hat,
    r"năm (\d{4}) (.+?) đã được công nhận “(.+)”": _registered,
    **ORGANISING,
    **SUMMARY,
    **STATUS,
    **SCHEDULES,
    **MEMBERSHIP,
    **MEMBERS,
    **LEDGER,
}
