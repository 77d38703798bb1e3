"""Ordinary words, with or without marks, and what people want when they say them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rules.fold import fold

# Understood at any question: nobody's model is called this.
FIXED: Mapping[str, str] = {
    "0": "aside", "de do": "aside", "de do lam tiep sau": "aside", "de sau": "aside", "tam dung": "aside",
    "huy": "aside", "/huy": "aside", "/dedo": "aside",
    "quay lai": "back", "/quaylai": "back", "lui lai": "back",
    "xoa": "drop", "/xoa": "drop", "xoa ban nay": "drop",
    "tro giup": "help", "giup": "help", "giup toi": "help", "/help": "help", "/trogiup": "help",
    "gap nguoi": "help", "gap nguoi giup": "help", "help": "help",
    "muc chinh": "main", "menu": "main", "/menu": "main", "/start": "main", "/mucchinh": "main",
    "dk": "register", "dv": "unit", "don vi": "unit", "han": "deadlines", "dang ky": "register", "/dangky": "register", "dang ki": "register",
    "/dk": "register", "/donvi": "unit", "/han": "deadlines", "/cuatoi": "mine",
    "du lieu": "data", "/dulieu": "data", "ma vao lai": "link", "/web": "link", "/mavaolai": "link",
    "/english": "english", "english": "english", "/tiengviet": "vietnamese", "tieng viet": "vietnamese",
}  # fmt: skip

# Understood where no free words are asked for.
PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("mine", ("xem sua cai da gui", "cai da gui", "da gui", "mo hinh cua toi", "ban ghi do", "xem lai", "sua dang ky")),
    ("unit", ("don vi toi", "don vi minh", "dang ky may mo hinh", "may mo hinh roi", "chi tieu", "chi bo toi")),
    ("deadlines", ("han va lich hop", "han chot", "han dang ky", "khi nao het han", "bao gio het han", "lich hop", "han nop")),
    ("help", ("gap nguoi", "so dien thoai", "sdt", "nguoi phu trach", "can giup", "huong dan")),
    ("register", ("dang ky mo hinh", "dang ky moi", "dang ky dien hinh", "muon dang ky", "ghi tiep", "lam tiep")),
)  # fmt: skip

_NUMBER = re.compile(r"^(?:so|ma|dang ky so|#)\s*(\d{1,6})$")
_CODE = re.compile(r"^[a-z]{2,5}-\d{4}-\d{4,}$")
_INVITATION = re.compile(r"^(?:dang ky|dk|ma|vao|/start|/vao)[\s:]+([0-9a-z]{3}-?[0-9a-z]{3,7})$")
_BARE_CODE = re.compile(r"^(?=.*\d)(?=.*[a-z])[0-9a-z]{3}-?[0-9a-z]{3}$")


def fixed(text: str) -> str:
    """Return the act meant by a word that is understood at any question; "" if it is none."""
    return FIXED.get(fold(text).rstrip(".!"), "")


def intent(text: str) -> tuple[str, str]:
    """Return the act and subject ordinary words mean: ("show", "17"), ("unit", ""); ("", "") if none."""
    folded = fold(text).rstrip(".!?")
    if found := FIXED.get(folded):
        return found, ""
    if match := _NUMBER.match(folded):
        return "show", match[1]
    if _CODE.match(folded):
        return "show", folded.upper()
    padded = f" {folded} "
    for act, phrases in PHRASES:
        if any(f" {phrase} " in padded for phrase in phrases):
            return act, ""
    return "", ""


def code_in(text: str, *, bare: bool) -> str:
    """Return the invitation or way-back code somebody typed, in capitals without the dash; "" if none.

    `bare`: also take a code that stands alone, which is not safe where free words are asked for.
    """
    folded = fold(text)
    match = _INVITATION.match(folded)
    if match and any(letter.isdigit() for letter in match[1]):
        return match[1].replace("-", "").upper()
    if bare and _BARE_CODE.match(folded):
        return folded.replace("-", "").upper()
    return ""
