"""Invitations as files: making the sheet makes the codes, the slips are made of the sheet."""

from collections.abc import Sequence

from bot.code_sheets import code_sheet, code_slips
from bot.inviting import Inviting, Mint, make_codes
from bot.making.making import Making
from bot.shell import Shell
from bot.ways_in import apps
from rules.person import Human
from rules.refused import Refused
from storage import files


class NoSheetYetError(Exception):
    """The sheet is still being made: try again later."""


async def codes_xlsx(making: Making) -> bytes:
    """Make the codes and return their sheet; made again, those of before end unseen.

    Refused as make_codes says.
    """
    shell = making.shell
    members = bool(making.about["members"])
    wanted = Inviting(making.about["unit"], not members, members, by=making.person)
    async with making.db.writing() as tx:
        made = await make_codes(tx, wanted, _mint(shell))
    form = shell.programmes.forms(shell.clock.local(shell.clock.now_ms()).date())[0]
    page = shell.doors["web"].page
    _ = shell.language("vi")  # invitations speak to those they are for, not to who prints them
    return await code_sheet(made, page=page, year=form.year, apps=_apps(shell), _=_)


async def codes_docx(making: Making) -> bytes:
    """Return the slips of the sheet that was wanted with them; Refused where that is no more."""
    async with making.db.reading() as tx:
        sheet = await files.of_person(tx, making.about["sheet"], person=making.person)
    if sheet is None or sheet.state in {"refused", "gone"}:
        raise Refused("file-gone")
    if sheet.state == "wanted":
        raise NoSheetYetError
    shell = making.shell
    data = await shell.files.read(sheet.hash)
    return await code_slips(data, apps=_apps(shell), _=shell.language("vi"))


def _apps(shell: Shell) -> Sequence[str]:
    return apps({*shell.plans, *(["telegram"] if shell.telegram else [])})


def _mint(shell: Shell) -> Mint:
    now = shell.clock.local(shell.clock.now_ms())
    office = shell.programmes.forms(now.date())[0].programme.office
    stand_in = Human(office.contact, office.phone)
    return Mint(shell.clock, shell.ids, shell.pepper, shell.make_code, stand_in)
