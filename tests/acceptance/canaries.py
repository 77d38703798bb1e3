"""Words that nobody but one unit has, in everything it has; and all that somebody can try."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator

from bot.files.keeper import FileKeeper
from conversations.acts import ACTS
from conversations.announcing.acts import ACTS as ANNOUNCING
from rules.occurrences import Key
from rules.person import Unit
from rules.summary import Summary
from storage import (
    announcements,
    attachments,
    deadline_changes,
    files,
    memberships,
    occurrences,
    papers_noted,
    people,
    plans,
    ratings,
    said_sent,
    units,
)
from storage import help as help_
from storage.announcements import Kept
from storage.attachments import Wanted
from storage.calls import Call, note_call
from storage.chats import Chat
from storage.contacts import Contact, add_contacts
from storage.database import Transaction
from storage.deadline_changes import Change
from storage.files import File
from storage.help import HelpRequest
from storage.memberships import Joining
from storage.occurrences import Occurrence
from storage.papers_noted import Paper
from storage.plans import Plan
from storage.ratings import Rating
from storage.summaries import keep_summary
from tests.acceptance.browsing import Visitor
from tests.acceptance.inside import Inside
from tests.acceptance.met import plan_meeting
from tests.acceptance.telling import CODE

CANARY = "kanari"
PHONE = "+84977000777"  # a canary in digits; people read 0977 000 777
LAST = ("data-withdraw-yes", "data-erase-yes")  # of themselves: nothing can be tried afterwards
LONG_AGO = "2020-01-01"
PAPER = "plantgiay0000001"
SENT = "plantdagui000001"
TABLE = "planttonghop0001"
ANNOUNCED = "plantthongbao001"
LATE = 2**31 // 60  # the minute a link that somebody made up is over at
TWO_PLACES = "Hà Hai Nơi"  # who belongs to the unit of those who try, too
NOTHING = "qwzjkx"  # what nobody has written anywhere
WORDS = (
    *("xem lại", "đơn vị", "chỉ tiêu", "trợ giúp", "dữ liệu", "thành viên", "tổ chức", "tìm"),
    *("mã mời", "nhập dữ liệu", "hạn", "mã vào lại", f"tìm {CANARY}", f"/tim {CANARY}"),
    *(
        f"tìm {TWO_PLACES}",
        f"thành viên {CANARY}",
        "thành viên Hội Nông dân phường Thường Thạnh",
        "tìm 0977 000 777",
    ),
    *("đơn vị Hội Nông dân phường Thường Thạnh", "Giới thiệu", "ai chưa nộp", "bảng"),
    *("16h", "gọi 1 hẹn mai", "danh sách chưa có", "ai đổi hạn", "đổi hạn", "ngày nghỉ"),
    *("nhắc việc của tôi", "nhắc lại tối nay", "đã gửi bản giấy", "việc chờ"),
    *("lịch họp", "lịch họp các đơn vị", "lịch họp định kỳ"),
    *("vì sao tôi không nhận được nhắc", f"vì sao {CANARY} không nhận được nhắc"),
    *("mô hình phát động", "kế hoạch", "chỉ tiêu chương trình", "xếp loại", "xếp loại năm 2020"),
    *("soạn thông báo", "thông báo đã gửi", "dừng"),
)


async def sow(bot: Inside, lan: Visitor) -> dict[str, str]:
    """Let Lan's unit have a word of its own in everything; return the ids of it all."""
    await lan.opens(CODE)
    await lan.presses("Đồng ý")
    await _writes(lan, "lươn")
    await lan.presses("Gửi")
    await lan.says("dk")
    await _writes(lan, "ếch")
    ((entry, code, number, dialog, who, unit),) = await bot.rows(
        f"""SELECT id, code, number, dialog, typed_by, unit FROM entries
            WHERE name LIKE '%{CANARY}%'"""  # noqa: S608 - our own word
    )
    ((draft,),) = await bot.rows("SELECT id FROM dialogs WHERE script = 'register'")
    ids = {"entry": entry, "code": code, "number": str(number), "dialog": dialog, "who": who}
    return ids | {"draft": draft, "unit": unit, **await _plant(bot, entry, who, unit)}


async def _writes(lan: Visitor, what: str) -> None:
    await lan.says("Mô hình mới của tập thể")
    await lan.says(f"Nuôi {what} {CANARY}")
    await lan.says(f"ấp {CANARY}")
    await lan.presses("Phát triển kinh tế")
    await lan.says(f"Vận động mười hộ {CANARY} nuôi {what}, cùng mua giống, cùng bán.")


async def _plant(bot: Inside, entry: str, who: str, unit: str) -> dict[str, str]:
    """Put what is not written by talking: people, phones, a photo, a file, a call for help."""
    keeper = FileKeeper(bot.settings.data)
    kept = await keeper.keep(CANARY.encode(), of="planttep00000001")
    async with bot.db.writing() as tx:
        await _plant_people(tx, unit)
        await people.name_person(tx, who, name=f"Lê Thị {CANARY}")
        await people.set_phone(tx, who, phone=PHONE)
        await add_contacts(tx, [Contact("plantnguoi000001", f"Vàng {CANARY}", PHONE, 1)])
        places = [Joining("plantcho00000001", "plantnguoi000001", unit, LONG_AGO, CANARY)]
        await memberships.join(tx, places)
        await attachments.want(tx, [Wanted("plantanh00000001", who, "web", "", CANARY, 1)])
        await attachments.attach(tx, ["plantanh00000001"], person=who, entry=entry)
        chat = Chat("web", "", "nobody")
        given = File("planttep00000001", who, "out", "mine-json", f"{CANARY}.json", chat, 1, 2**50)
        await files.want(tx, given)
        await files.kept(tx, given.id, hash=kept, size=len(CANARY))
        await help_.ask(tx, HelpRequest("plantgoi00000001", who, f"giúp {CANARY}", 1))
        await papers_noted.add(tx, [Paper(PAPER, unit, "can-tho-khoi", 2027, 1, who, 1)])
        rename = "UPDATE unit_names SET short_name = :name WHERE unit = :unit"
        await tx.run(rename, {"name": f"HND {CANARY}", "unit": unit})
        below = units.NewUnit("plantduoi0000001", f"Tổ {CANARY}", LONG_AGO, 1, parent=unit)
        await units.add_units(tx, [below])
    ((own,),) = await bot.rows(f"SELECT id FROM memberships WHERE person = '{who}' LIMIT 1")  # noqa: S608 - an id of ours
    planted = {
        "two": "planthai00000001",
        "person": "plantnguoi000001",
        "asked": "plantcho00000001",
        "below": below.id,
        "table": TABLE,
        "announcement": ANNOUNCED,
        "sent": SENT,
        "matter": f"register.can-tho-khoi.2027.{unit}",
        "meeting": "mt-plant",
        "series": "ms-plant",
    }
    planted |= {"paper": PAPER, "photo": "plantanh00000001", "file": "planttep00000001"}
    return planted | {"place": own}


async def _plant_what_is_noted(tx: Transaction, who: str, unit: str) -> None:
    """Put a plan, a rating, a call, a table of the unit, which only whoever is over it reads."""
    words = f"Kế hoạch {CANARY}"
    await plans.keep_first(tx, [Plan(unit, "can-tho-khoi", 2027, CANARY, words, who, 1)])
    await ratings.keep(tx, [Rating(unit, 2020, "excellent", who, 1)])
    call = Call("plantgoi00000002", unit, "can-tho-khoi", 2027, f"{CANARY} hẹn mai", who, 1)
    await note_call(tx, call)
    until = ("2027-03-26", "17:00", CANARY, CANARY)
    of_unit = ("plantdoihan00001", "can-tho-khoi", "register", 2027, unit, False)
    await deadline_changes.keep(tx, [Change(*of_unit, "moved", *until, who, 1)])
    sent = (SENT, unit, "can-tho-khoi", 2027, "register", who, 1)
    await said_sent.say(tx, said_sent.SaidSent(*sent))
    at = dt.datetime(2027, 3, 16, 8, tzinfo=dt.UTC)
    table = Summary(Unit(unit, f"HND {CANARY}"), "can-tho-khoi", 2027, at, (), (), 0, ())
    await keep_summary(tx, TABLE, table, person=who)
    await _plant_announcement(tx, who, unit)


async def _plant_announcement(tx: Transaction, who: str, unit: str) -> None:
    kept = Kept(
        id=ANNOUNCED,
        programme="can-tho-khoi",
        unit=unit,
        audience="{}",
        words=f"Về việc {CANARY}.",
        corrects="",
        state="open",
        dialog=ANNOUNCED,
        by_person=who,
        at=1,
        send_at=2**50,
    )
    await announcements.add(tx, kept, {who: unit})
    await plan_meeting(tx, unit, who, key="plant", word=CANARY)
    told = Key("deadline:can-tho-khoi:register", f"{unit}/{who}", "2027", "7")
    await occurrences.decide(tx, [Occurrence(told, who, unit, "register", 1, 1, "met")])


async def _plant_people(tx: Transaction, unit: str) -> None:
    """Put somebody of the strangers' unit into this one too, and a unit where somebody waits."""
    typed = units.NewUnit("planttu000000001", f"Câu lạc bộ {CANARY}", LONG_AGO, 1, state="asked")
    await units.add_units(tx, [typed])
    new = [("planthai00000002", TWO_PLACES), ("plantcho00000002", f"Hoàng {CANARY}")]
    await add_contacts(tx, [Contact(person, name, "", 1) for person, name in new])
    ((theirs,),) = await tx.rows("SELECT unit FROM unit_names WHERE name = 'Chi bộ bản Suối Đá'")
    places = [
        Joining("planthai00000001", "planthai00000002", theirs, LONG_AGO, "Phó", "officer", True),
        Joining("planthai00000003", "planthai00000002", unit, LONG_AGO, CANARY, "officer", True),
        Joining("plantcho00000003", "plantcho00000002", typed.id, LONG_AGO, CANARY),
    ]
    await memberships.join(tx, places)
    await _plant_what_is_noted(tx, "planthai00000002", unit)


def presses(ids: dict[str, str], *names: str) -> Iterator[str]:
    """Yield what can be pressed: each act about each of the things named, each answer of a dialog.

    Not what ends everything.
    """
    yield from (f"a:{act}:{ids['two']}:1" for act in ("member", "member-role", "member-replace"))
    yield from (f"a:{act}:{ids['announcement']}:1" for act in ANNOUNCING)
    for act in (act for act in ACTS if act not in LAST):
        yield from (f"a:{act}:{ids[name]}:1" for name in names)
    for act in ("schedule", "schedule-agree", "schedule-file"):
        yield from (f"a:{act}:{ids[name]}.2027-04:1" for name in names)
    for act in ("sent-here", "sent-received", "sent-missing"):
        yield f"a:{act}:{ids['sent']}:1"
    for act in ("register-for", "say-sent", "reason", "snooze", "mute", "unmute"):
        yield f"a:{act}:{ids['matter']}:1"
    for dialog in (ids["dialog"], ids["draft"]):
        for key in ("name", "address", "field", "content", "_review", "sure"):
            yield from (f"d:{dialog}:{key}:{code}" for code in ("send", "economy", "yes", "<"))


def last_presses(ids: dict[str, str], *names: str) -> Iterator[str]:
    """Yield what is pressed at the very end; what was said before is deleted by it."""
    for act in LAST:
        yield from (f"a:{act}:{ids[name]}:1" for name in names)


async def fetched(visitor: Visitor, ids: dict[str, str]) -> str:
    """Return what the server serves at every address that could name something of theirs."""
    served = []
    places = ("tep", "anh", "chat/photo", "chat/table", "chat/bubbles", "vao")
    named = [
        f"/{place}/{id_}" for place in places for id_ in (*ids.values(), f"?after={ids['entry']}")
    ]
    forged = [f"/lay/{ids['file']}/{LATE}/{'A' * 16}{end}" for end in ("", "/tep", "/anh.json")]
    for address in (*named, *forged):
        async with visitor.phone.session.get(address) as response:
            served.append(str(response.headers) + _opened(await response.read()))
    return "".join(served)


def _opened(content: bytes) -> str:
    """Return what is in a file, also inside a packed one."""
    if not content.startswith(b"PK"):
        return content.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "".join(packed.read(name).decode(errors="replace") for name in packed.namelist())


async def own_files(visitor: Visitor) -> str:
    """Return the content of the files that were made for somebody."""
    links = [one["file"]["url"] for one in visitor.told if one.get("file")]
    served = []
    for link in links:
        async with visitor.phone.session.get(link) as response:
            served.append(_opened(await response.read()))
    return "".join(served)
