"""Vietnamese phone numbers: mobile, fixed, and the old ones still found in lists."""

import re

from rules.fold import fold
from rules.refused import Refused

_RUN = re.compile(r"[0-9(](?:[0-9 .()-]{0,24}[0-9])?")
_MOBILE = r"[35789][0-9]{8}"
_AREA = "20[3-9]|21[0-689]|22[0-25-9]|23[2-9]|24|25[124-9]|26[0-39]|27[0-7]|28|29[0-4679]"
_NATIONAL = re.compile(rf"0(?:{_MOBILE}|(?=2[0-9]{{9}}$)(?:{_AREA})[0-9]+)")
_RENUMBERED = {  # mobile numbers lost a digit in 2018
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_OLD_LENGTH = 11


def read_phone(text: str) -> str:
    """Return the one Vietnamese phone number in `text` as E.164 ("+84912000001").

    Words around it, spaces, dots, +84, 84 and the 11-digit mobile numbers of before 2018 are
    understood. Refused "not-a-phone" when there is none, or more than one.
    """
    numbers = map(_national, _RUN.findall(fold(text)))
    phones = [number for number in numbers if _NATIONAL.fullmatch(number)]
    if len(phones) != 1:
        raise Refused("not-a-phone")
    return f"+84{phones[0][1:]}"


def phone_if_any(text: str) -> str:
    """Return the one phone number as E.164, "" when there is none or more than one."""
    try:
        return read_phone(text)
    except Refused:
        return ""


def is_mobile(e164: str) -> bool:
    """Say whether a number in E.164 is a mobile one, which can take messages."""
    return re.fullmatch(rf"\+84{_MOBILE}", e164) is not None


def say_phone(e164: str) -> str:
    """Return a number in E.164 as people here write it: 0912 000 001, 0216 3818 555."""
    number = e164.replace("+84", "0", 1)
    if is_mobile(e164):
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    area = 3 if number.startswith(("024", "028")) else 4
    return f"{number[:area]} {number[area : area + 4]} {number[area + 4 :]}"


def _national(run: str) -> str:
    """Return the digits with a leading 0 instead of the country's code, in today's numbering."""
    number = re.sub("^(?:00)?840?", "0", re.sub("[^0-9]", "", run))
    if len(number) == _OLD_LENGTH and number[:4] in _RENUMBERED:
        return _RENUMBERED[number[:4]] + number[4:]
    return number
