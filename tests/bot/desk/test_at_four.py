"""At four o'clock the desk says what text, picture, Excel and Word say."""

import re
from html import unescape

from conversations.summary.text import say_table
from rules.office_commands import TakeSummary
from storage.database import Database
from tests.bot.desk.office import at, desk_up
from tests.bot.ordering import HANH, give
from tests.bot.scene import reach
from tests.four_o_clock import CODE, YEAR, stand_as_at_four
from tests.hamlet import hamlet, programme, settle_in

ROW = re.compile(
    r'<th scope="row"><a [^>]*>([^<]*)</a></th>(?:<td[^>]*>[^<]*</td>){3}'
    r'<td class="n">([^<]*)</td><td class="n">([^<]*)</td>'
)


async def test_of_84_units_the_desk_has_the_figures_of_the_table(db: Database) -> None:
    world = hamlet(db, programme(quotas=True))
    async with db.writing() as tx:
        await settle_in(tx)
        await stand_as_at_four(tx, today="2027-03-15")
    await reach(world, "hanh", HANH)
    taken = await give(world, HANH, TakeSummary("khoi", CODE, YEAR))

    async with desk_up(world) as site, at(site) as hanh:
        await hanh.signs_in(world)
        page = await hanh.opens("/ban")

    figures = re.findall("<dt>([^<]*)</dt><dd><b>([^<]*)</b>", page)
    assert figures == [
        ("Đơn vị", "84"), ("Đủ chỉ tiêu", "61"), ("Có nhưng thiếu", "9"), ("Chưa có", "12"),
        ("Đã đăng ký", "125"), ("Đã công nhận", "0"),
    ]  # fmt: skip
    form = world.shell.programmes.forms(taken.summary.at.date())[0]
    assert say_table(taken.summary, form, world.shell.language("vi")) in unescape(page)
    said = [(unescape(name), int(done), int(short or 0)) for name, done, short in ROW.findall(page)]
    assert said == [
        (line.now.unit.name, line.registered, line.missing) for line in taken.summary.lines
    ]
