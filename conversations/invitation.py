"""What an invitation says: on the office's sheet, ready to paste, and on slips to cut."""

from collections.abc import Sequence

from conversations.moments import short_day
from conversations.situation import Translate
from rules.codes import show_code
from rules.invitation import Invitation
from rules.phones import say_phone


def sheet_name(_: Translate) -> str:
    """Return the name of the sheet."""
    return _("Invitation codes")


def sheet_head(_: Translate) -> tuple[str, ...]:
    """Return the headings of the sheet's columns."""
    return (
        _("No."), _("Unit"), _("Full name"), _("Position held"), _("Phone"), _("Code"),
        _("Web address"), _("Good until"), _("Invitation"), _("To scan"),
    )  # fmt: skip


def sheet_row(
    one: Invitation, address: str, year: int, ways: Sequence[str], _: Translate
) -> tuple[str, ...]:
    """Return what stands in an invitation's row, between its number and its picture.

    `ways` are the names of the apps it can be followed in besides the page at its address.
    """
    phone = say_phone(one.phone) if one.phone else ""
    text = invitation(one, address, year, ways, _)
    until, code = short_day(one.until), show_code(one.code)
    return (one.unit, one.name, one.position, phone, code, address, until, text)


def invitation(one: Invitation, address: str, year: int, ways: Sequence[str], _: Translate) -> str:
    """Return the words to be sent with a code."""
    how = _("Register “Dân vận khéo” models of {year} on your phone: open {address}")
    how = how.format(year=year, address=address)
    if ways:
        then = {
            "Zalo": _("press “Open {way}”, then Send. Without {way} do it on that page."),
            "Telegram": _("press “Open {way}”, then Start. Without {way} do it on that page."),
        }
        how = f"{how}, {then[ways[0]].format(way=ways[0])}"
    else:
        how = _("{how} and do as the assistant says.").format(how=how)
    human = _("comrade {name}").format(name=one.human.name)
    human += f", {say_phone(one.human.phone)}" if one.human.phone else ""
    last = _("Without a phone: send the paper form, or call {human}, who will write it down.")
    return "\n".join((_greeting(one, _), how, _whose(one, _), last.format(human=human)))


def slip_everybody(_: Translate) -> str:
    """Return what stands instead of a name where a code is for all of a unit."""
    return _("For all members of the unit")


def slip_how(ways: Sequence[str], _: Translate) -> tuple[str, ...]:
    """Return the lines of a slip that say what to do; `{day}` is its last day."""
    how = _("Scan the picture with your phone or open the address below it, then press “I agree”.")
    if "Zalo" in ways:
        how = _(
            "Scan the picture with your phone or open the address below it, then press “Open Zalo”"
            " and Send. Without Zalo press “I agree” on that page."
        )
    return how, _("Good until the end of {day}. Please do not pass it on.")


def _greeting(one: Invitation, _: Translate) -> str:
    if not one.name:
        return _("Dear comrades of {unit}.").format(unit=one.unit)
    whom = f"{one.name}, {one.position}" if one.position else one.name
    return _("Dear comrade {whom}, {unit}.").format(whom=whom, unit=one.unit)


def _whose(one: Invitation, _: Translate) -> str:
    if one.name:
        text = _("Code {code} is your own, good until the end of {day}. Please do not pass it on.")
    else:
        text = _(
            "Code {code} is your unit's, good until the end of {day}. "
            "Please do not pass it on to others."
        )
    return text.format(code=show_code(one.code), day=short_day(one.until))
