"""A link opens its file as often as need be, until it is over or its person may no longer."""

import io
import re

import openpyxl
import pytest

from bot.links.signing import LENT_MS, Links
from conversations.say import SentFile
from storage.database import Unavailable
from tests.bot.links.conftest import PNG
from tests.bot.links.lending import PUBLIC, SECRET, Lending

HOUR = 3_600_000
GONE = "Liên kết đã hết hạn hoặc bị thiếu chữ."


async def test_the_page_tells_what_the_file_is_and_until_when(lent: Lending) -> None:
    status, page = await lent.follows(lent.link(await lent.made()))

    assert status == 200
    assert "Mẫu nhập đơn vị.xlsx" in page
    assert re.search(r"Bảng Excel, \d+ KB", page)
    assert "Tải được đến 19 giờ 42 phút, thứ Sáu 19/3/2027." in page
    assert "Mở bằng trình duyệt" in page
    assert f"gửi tệp cho trợ lý tại trang {PUBLIC}" in page


async def test_a_file_is_saved_under_its_name_also_by_phones_that_know_no_marks(
    lent: Lending,
) -> None:
    way = lent.link(await lent.made())
    answer, data = await lent.fetches(f"{way}/tep")

    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets
    saved = answer.headers["Content-Disposition"]
    assert saved.startswith('attachment; filename="mau nhap don vi.xlsx"; filename*=UTF-8')
    assert "spreadsheetml" in answer.headers["Content-Type"]


async def test_it_is_had_as_often_as_it_is_asked_for(lent: Lending) -> None:
    way = lent.link(await lent.made())

    assert [(await lent.follows(f"{way}/tep"))[0] for _ in range(3)] == [200, 200, 200]


async def test_a_picture_is_on_the_page_and_has_an_address_of_its_own(
    lent: Lending, drawn: str
) -> None:
    file = await lent.made("Bảng tổng hợp.png", kind=drawn)
    way = lent.links.to_picture(file, person="hanh", now=lent.world.clock.ms).removeprefix(PUBLIC)
    answer, data = await lent.fetches(way)

    assert way.endswith("/anh.png")
    assert f'<img src="{way}"' in (await lent.follows(lent.link(file)))[1]
    assert (data, answer.headers["Content-Type"]) == (PNG, "image/png")
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    async with lent.phone.head(lent.url + way) as looked_at_first:
        assert looked_at_first.status == 200


@pytest.mark.parametrize("ending", ["/anh.png", "/anh.xlsx", "/anh.jpg"])
async def test_what_is_no_picture_is_never_shown_as_one(lent: Lending, ending: str) -> None:
    way = lent.link(await lent.made())

    assert (await lent.follows(f"{way}{ending}"))[0] == 404


async def test_every_answer_is_kept_nowhere_and_told_to_no_search_engine(lent: Lending) -> None:
    way = lent.link(await lent.made())
    for at in (way, f"{way}/tep", f"{way}x"):
        answer, _ = await lent.fetches(at)

        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in answer.headers


async def test_three_days_later_it_is_over_and_words_say_what_to_do(lent: Lending) -> None:
    way = lent.link(await lent.made())
    lent.world.clock.ms += LENT_MS - HOUR
    assert (await lent.follows(way))[0] == 200
    lent.world.clock.ms += HOUR

    for at in (way, f"{way}/tep"):
        status, page = await lent.follows(at)
        assert (status, GONE in page, "Hoặc nhắn trợ lý" in page) == (410, True, True)


async def test_a_link_made_late_is_over_with_its_file(lent: Lending) -> None:
    file = await lent.made()
    lent.world.clock.ms = file.until - HOUR
    way = lent.link(file)
    assert (await lent.follows(way))[0] == 200
    lent.world.clock.ms = file.until

    assert [(await lent.follows(at))[0] for at in (way, f"{way}/tep")] == [410, 410]


async def test_whoever_is_of_the_office_no_longer_gets_nothing_by_an_old_link(
    lent: Lending,
) -> None:
    way = lent.link(await lent.made())
    async with lent.world.db.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'member' WHERE person = 'hanh'")

    for at in (way, f"{way}/tep"):
        status, page = await lent.follows(at)
        assert (status, GONE in page, "Mẫu nhập" in page) == (404, True, False)


async def test_a_file_that_was_dropped_is_had_no_more(lent: Lending) -> None:
    way = lent.link(await lent.made())
    async with lent.world.db.writing() as tx:
        await tx.run("UPDATE files SET state = 'gone'")

    assert [(await lent.follows(at))[0] for at in (way, f"{way}/tep")] == [410, 410]


async def test_nobody_can_tell_a_file_there_is_from_one_there_is_not(lent: Lending) -> None:
    file = await lent.made()
    way = lent.link(file)
    other = Links(PUBLIC, "another").to(file, person="hanh", now=lent.world.clock.ms)
    longer = re.sub(r"/(\d+)/", lambda found: f"/{int(found[1]) + 1}/", way)
    forged = (
        way[:-1] + ("A" if way[-1] != "A" else "B"),
        longer,
        other.removeprefix(PUBLIC),
        lent.link(file, person="lua"),
        lent.link(SentFile("0000000000000001", "x.xlsx", file.until)),
        f"/lay/{file.id}/%D9%A3/%C3%A9%00",
        f"/lay/%00{file.id[1:]}/1/x",
    )

    answers = {await lent.follows(f"{at}{end}") for at in forged for end in ("", "/tep")}
    assert {(status, GONE in page) for status, page in answers} == {(404, True)}
    assert len(answers) == 1


async def test_a_link_followed_by_everybody_at_once_is_slowed_down_alone(lent: Lending) -> None:
    way, another = lent.link(await lent.made()), lent.link(await lent.made("Mẫu khác.xlsx"))

    statuses = [(await lent.follows(way))[0] for _ in range(31)]
    assert statuses == [200] * 30 + [429]
    assert (await lent.follows(another))[0] == 200


async def test_while_the_database_is_away_words_say_so(
    lent: Lending, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = lent.link(await lent.made())

    def away() -> None:
        raise Unavailable("away")

    monkeypatch.setattr(lent.world.db, "reading", away)

    status, page = await lent.follows(way)
    assert (status, "Trợ lý đang bận" in page) == (503, True)


def test_a_link_is_short_and_names_nobody() -> None:
    file = SentFile("01hx7k2m9q4rstvw", "Bảng.xlsx", 2_000_000_000_000)
    link = Links(PUBLIC, SECRET).to(file, person="01hx7k2m9q4rstv0", now=1_800_000_000_000)

    assert len(link.removeprefix(PUBLIC)) <= 50
    assert "01hx7k2m9q4rstv0" not in link
