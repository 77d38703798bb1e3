"""Contacts are reminded of the end of a stage: only where something is owed, once, in time."""

from bot.carry_out.order import answers
from bot.turns import handle
from conversations.said import Press
from rules.paper_commands import ReceivePaper
from rules.reminding_commands import Mute, RemindEarly, SaySent, SettleSent, Snooze
from rules.why_requests import WhyTo
from tests.bot.ordering import BINH, HANH, LUA, PAO, found, give, registered, registration
from tests.bot.remind.owing_here import told, why
from tests.bot.scene import said
from tests.hamlet import Hamlet

D7, D3, D1, AFTER = "2027-03-12 07:00", "2027-03-16 07:00", "2027-03-18 07:00", "2027-03-22 07:00"
MATTER = "register:can-tho-khoi:2027:suoi-da"


async def test_row_0_17_a_cell_with_nothing_is_reminded_seven_days_before(here: Hamlet) -> None:
    (say,) = await told(here, PAO, D7)

    assert "còn 7 ngày" in say.text
    assert "hết 17 giờ 00, thứ Sáu 19/3/2027 (văn bản ghi “trước ngày 20/3”)" in say.text
    assert "Chi bộ bản Suối Đá đã đăng ký 0/1, còn thiếu 1." in say.text
    assert [row[0].label for row in say.rows] == [
        "Đăng ký ngay", "Đã gửi bản giấy", "Nhắc lại tối nay",
    ]  # fmt: skip


async def test_every_step_is_told_once_and_after_the_end_once_more(here: Hamlet) -> None:
    moments = (D7, D7, D3, D1, D1, AFTER, "2027-03-23 07:00")

    says = [len(await told(here, PAO, moment)) for moment in moments]

    assert says == [1, 0, 1, 1, 0, 1, 0]
    assert await why(here.db) == [("7", ""), ("3", ""), ("1", ""), ("after", "")]


async def test_who_has_registered_enough_is_told_nothing(here: Hamlet) -> None:
    await give(here, PAO, registration(unit="suoi-da"), at=here.clock.ms)

    assert await told(here, PAO, D7) == []
    assert await why(here.db) == [("7", "met")]


async def test_a_unit_that_sent_paper_or_is_exempt_is_told_nothing(here: Hamlet) -> None:
    here.clock.set("2027-03-11 08:00")
    await give(here, HANH, ReceivePaper("suoi-da", "can-tho-khoi", 2027, "2027-03-11"))
    async with here.db.writing() as tx:
        row = ("nong-dan", "can-tho-khoi", 2027, "mới lập", "2027-01-01", "hanh")
        await tx.run(
            "INSERT INTO exemptions (unit, programme, round, reason, day, by_person) VALUES :rows",
            {"rows": [row]},
        )
    before = len(await told(here, PAO, D7))

    assert (before, await told(here, LUA)) == (0, [])
    assert (await why(here.db), await why(here.db, "lua")) == ([("7", "paper")], [("7", "exempt")])


async def test_who_says_that_paper_was_sent_is_reminded_again_only_if_it_is_not_found(
    here: Hamlet,
) -> None:
    await told(here, PAO, D7)
    await give(here, PAO, SaySent("suoi-da", "can-tho-khoi", 2027, "register"))
    quiet = await told(here, PAO, D3)
    ((key,),) = await found(here.db, "SELECT id FROM said_sent")
    await give(here, HANH, SettleSent(key, found=False))

    assert quiet == []
    assert len(await told(here, PAO, D1)) == 1


async def test_nobody_is_reminded_who_worked_at_it_the_day_before(here: Hamlet) -> None:
    here.clock.set("2027-03-17 20:00")
    async with here.db.writing() as tx:
        await handle(tx, [said(Press("a:register::0"), PAO)], here.shell)
        await handle(tx, [said("Nuôi ong lấy mật dưới tán rừng", PAO)], here.shell)

    assert await told(here, PAO, D1) == []
    assert ("1", "answered") in await why(here.db)


async def test_who_puts_it_off_is_reminded_in_the_evening_once(here: Hamlet) -> None:
    await told(here, PAO, D7)
    await give(here, PAO, Snooze((MATTER,)))
    await give(here, PAO, Snooze((MATTER,)))
    moments = ("2027-03-12 18:59", "2027-03-12 19:01", "2027-03-12 19:30")

    assert [len(await told(here, PAO, moment)) for moment in moments] == [0, 1, 0]


async def test_who_wants_no_reminder_of_a_unit_gets_none(here: Hamlet) -> None:
    await give(here, PAO, Mute((MATTER,)))

    assert await told(here, PAO, D7) == []
    assert await why(here.db) == [("7", "muted")]


async def test_who_wants_it_earlier_is_reminded_fourteen_days_before_too(here: Hamlet) -> None:
    here.clock.set("2027-03-01 08:00")
    await give(here, PAO, RemindEarly(on=True))

    assert len(await told(here, PAO, "2027-03-05 07:00")) == 1
    assert (await told(here, LUA), len(await told(here, PAO, D7))) == ([], 1)


async def test_an_author_hears_of_a_draft_and_its_contact_of_the_unit(here: Hamlet) -> None:
    here.clock.set("2027-03-09 08:00")
    async with here.db.writing() as tx:
        await handle(tx, [said(Press("a:register::0"), BINH)], here.shell)
        await handle(tx, [said("Mô hình mới của tập thể", BINH)], here.shell)
        await handle(tx, [said("Nuôi lươn không bùn", BINH)], here.shell)
    (say,) = await told(here, BINH, D7)

    assert say.text.startswith("Bản “Nuôi lươn không bùn” đồng chí ghi dở ngày 9/3 ")
    assert await told(here, BINH, D3) == []
    assert len(await told(here, BINH, D1)) == 1
    async with here.db.reading() as tx:
        (to_lua,) = await answers(tx, [("lua", WhyTo("nong-dan"))], here.shell)
    assert {one.rule.partition(":")[0] for one in to_lua} == {"deadline"}


async def test_a_draft_is_no_second_reminder_and_none_of_a_unit_that_sent_paper(
    here: Hamlet,
) -> None:
    here.clock.set("2027-03-09 08:00")
    async with here.db.writing() as tx:
        for chat in (PAO, BINH):
            await handle(tx, [said(Press("a:register::0"), chat)], here.shell)
            await handle(tx, [said("Mô hình mới của tập thể", chat)], here.shell)
            await handle(tx, [said(f"Nuôi lươn {chat.chat}", chat)], here.shell)
    await give(here, LUA, SaySent("nong-dan", "can-tho-khoi", 2027, "register"))
    says = await told(here, PAO, D7)

    assert ["Bản “" in say.text for say in says] == [False]
    assert await why(here.db, BINH.chat) == [("7", "paper")]


async def test_row_2_20_what_is_accepted_is_to_be_recognised_before_october(here: Hamlet) -> None:
    result = await registered(here, LUA)
    async with here.db.writing() as tx:
        await tx.run(
            "UPDATE entries SET state = 'accepted' WHERE id = :id", {"id": result.entry.id}
        )
    days = ("2027-09-23", "2027-09-24", "2027-09-28", "2027-09-30")

    says = [await told(here, LUA, f"{day} 07:00") for day in days]

    assert [len(one) for one in says] == [0, 1, 1, 1]
    assert "còn 1 mô hình Ban đã tiếp nhận, chưa được công nhận" in says[1][0].text
    assert await told(here, PAO) == []
