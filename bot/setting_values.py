"""The values of settings as people write them; each reader raises ValueError with what to write."""

import difflib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

_MOST_PORT = 65_535
_MODES: dict[str, Literal["polling", "webhook"]] = {"polling": "polling", "webhook": "webhook"}
_COUNTED: dict[str, Literal["out", "both"]] = {"out": "out", "both": "both"}


def read_port(text: str) -> int:
    """Return the port; 0 is any that is free."""
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) > _MOST_PORT:
        raise ValueError(f"is “{text}”; write a whole number up to {_MOST_PORT}, such as 8080")
    return int(text)


def read_host(text: str) -> str:
    """Return the name or address to listen on."""
    if not re.fullmatch(r"[\w.:-]+", text):
        raise ValueError(f"is “{text}”; write an address to listen on, such as 127.0.0.1")
    return text


def read_address(text: str) -> str:
    """Return the beginning of web addresses, without a slash at its end."""
    if _scheme(text) not in {"http", "https"} or "?" in text or "#" in text:
        raise ValueError(f"is “{text}”; write an address such as https://kheo.example.vn")
    return text.rstrip("/")


def read_mode(text: str) -> Literal["polling", "webhook"]:
    """Return how messages come in."""
    if text not in _MODES:
        raise ValueError(f"is “{text}”; write polling or webhook")
    return _MODES[text]


def read_token(text: str) -> str:
    """Return the token of a bot."""
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", text):
        raise ValueError("is no token; copy it from @BotFather, it has digits, a colon and letters")
    return text


def read_shared_secret(text: str) -> str:
    """Return the secret that Telegram sends along with every message."""
    if not re.fullmatch("[A-Za-z0-9_-]{1,256}", text):
        raise ValueError("is not usable; write 1 to 256 of the characters A-Z a-z 0-9 _ -")
    return text


def read_zalo_tokens(text: str) -> tuple[str, ...]:
    """Return the tokens of bots, separated by blanks, commas or lines: one a bot."""
    tokens = tuple(re.split(r"[\s,]+", text.strip(" ,")))
    for number, token in enumerate(tokens, 1):
        if not re.fullmatch(r"[0-9]+:[A-Za-z0-9._~=-]+", token):
            told = "copy it from Zalo Bot Manager, it has digits, a colon and letters"
            raise ValueError(f"holds no token at place {number}; {told}")
    bots = [token.partition(":")[0] for token in tokens]
    if twice := sorted({bot for bot in bots if bots.count(bot) > 1}):
        raise ValueError(f"names the bot {twice[0]} twice; leave in the newer of its tokens")
    return tokens


def read_zalo_secret(text: str) -> str:
    """Return the secret that Zalo sends along with every message."""
    if not re.fullmatch("[A-Za-z0-9_-]{8,256}", text):
        raise ValueError("is not usable; write 8 to 256 of the characters A-Z a-z 0-9 _ -")
    return text


def read_allowance(text: str) -> int:
    """Return how much of something a bot has."""
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) == 0:
        raise ValueError(f"is “{text}”; write a whole number from 1 on, such as 3000")
    return int(text)


def read_counted(text: str) -> Literal["out", "both"]:
    """Return which messages count: those a bot sends, or those it is sent as well."""
    if text not in _COUNTED:
        raise ValueError(f"is “{text}”; write out or both")
    return _COUNTED[text]


def read_zone(text: str) -> ZoneInfo:
    """Return the time zone with this name."""
    try:
        return ZoneInfo(text)
    except (ValueError, OSError, KeyError):
        close = difflib.get_close_matches(text, sorted(available_timezones()), n=1)
        zone = close[0] if close else "Asia/Ho_Chi_Minh"
        raise ValueError(f"is “{text}”; write the name of a time zone, such as {zone}") from None


def read_database(text: str, *, here: Path) -> str:
    """Return the URL of the database; the path of a file is made absolute."""
    if text.startswith("sqlite:///") and len(text) > len("sqlite:///"):
        return f"sqlite:///{here / text.removeprefix('sqlite:///')}"
    if text.startswith("postgresql://") and _scheme(text, host=False):
        return text
    raise ValueError("is no database we know; write sqlite:///PATH or postgresql://USER@HOST/NAME")


def read_programmes(text: str, *, here: Path) -> tuple[Path, ...]:
    """Return the files of the programmes named by code or path, separated by commas."""
    words = dict.fromkeys(word.strip() for word in text.split(",") if word.strip())
    if not words:
        raise ValueError("names no programme; write a code such as can-tho-khoi")
    return tuple(_programme(word, here) for word in words)


def _scheme(text: str, *, host: bool = True) -> str:
    """Return what an address begins with, "" if it is none."""
    with suppress(ValueError):
        parts = urlsplit(text)
        if parts.port != 0 and (parts.hostname or not host):
            return parts.scheme
    return ""


def _programme(word: str, here: Path) -> Path:
    folder = here / "programmes"
    path = here / word if word.endswith(".toml") else folder / f"{word}.toml"
    if not os.access(path, os.R_OK):
        known = ", ".join(sorted(file.stem for file in folder.glob("*.toml")))
        raise ValueError(
            f"names “{word}”, but there is no file {path} to read; "
            f"write the path of a .toml file, or one of: {known}"
        )
    return path
