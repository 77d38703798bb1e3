"""Where settings come from: the environment, the file .env, and files that hold one secret each."""

import difflib
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.dotenv import read_dotenv

DEFAULTS = {
    "KHEO_DATA": "data",
    "KHEO_DATABASE_URL": "",  # kheo.db in KHEO_DATA
    "KHEO_HOST": "127.0.0.1",
    "KHEO_PORT": "8080",
    "KHEO_PUBLIC_URL": "",  # where KHEO_HOST and KHEO_PORT lead
    "KHEO_TELEGRAM_TOKEN": "",
    "KHEO_TELEGRAM_API": "https://api.telegram.org",
    "KHEO_TELEGRAM_MODE": "polling",
    "KHEO_TELEGRAM_SECRET": "",
    "KHEO_ZALO_TOKENS": "",
    "KHEO_ZALO_API": "https://bot-api.zaloplatforms.com",
    "KHEO_ZALO_MODE": "polling",
    "KHEO_ZALO_SECRET": "",
    "KHEO_ZALO_PEOPLE": "50",
    "KHEO_ZALO_MESSAGES": "3000",
    "KHEO_ZALO_COUNTED": "both",  # which ones count is not said anywhere: the worse is assumed
    "KHEO_PROGRAMME": "can-tho-khoi",
    "KHEO_TIMEZONE": "Asia/Ho_Chi_Minh",
}
SECRETS = (
    "KHEO_DATABASE_URL",
    "KHEO_TELEGRAM_TOKEN",
    "KHEO_TELEGRAM_SECRET",
    "KHEO_ZALO_TOKENS",
    "KHEO_ZALO_SECRET",
)
_KNOWN = (*DEFAULTS, *(f"{name}_FILE" for name in SECRETS))
_OURS, _OF_TESTS, _IN_A_FILE = "KHEO_", "KHEO_TEST_", "_FILE"


@dataclass(frozen=True, slots=True)
class Given:
    """What was written by name; the files that hold secrets; what is wrong, as sentences."""

    texts: Mapping[str, str]
    files: Sequence[Path]
    problems: Sequence[str]


def given(environ: Mapping[str, str], *, here: Path) -> Given:
    """Return what the environment and the .env in `here` say: the first wins."""
    written, problems = _dotenv(here / ".env")
    files = [here / ".env"] if any(written.get(name) for name in SECRETS) else []
    texts = _merged(environ, written)
    problems += [_unknown(name) for name in sorted(texts) if name not in _KNOWN]
    for name in SECRETS:
        if named := texts.pop(f"{name}{_IN_A_FILE}", ""):
            files.append(here / named)
            if name in texts:
                problems.append(f"{name} and {name}_FILE are both given; leave one of them out.")
            elif problem := _unfit(here / named):
                problems.append(f"{name}_FILE names {here / named}, {problem}.")
            else:
                texts[name] = (here / named).read_text("utf-8").strip()
    return Given(texts, files, problems)


def _dotenv(path: Path) -> tuple[dict[str, str], list[str]]:
    if not path.is_file():
        return {}, []
    try:
        return read_dotenv(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return {}, [f"{path} cannot be read; make it a text file in UTF-8 that the bot may read."]


def _merged(environ: Mapping[str, str], written: Mapping[str, str]) -> dict[str, str]:
    """Return what is ours of both; a name left empty in the environment hides the one in .env."""
    settled = {name.removesuffix(_IN_A_FILE) for name in environ}
    rest = {n: text for n, text in written.items() if n.removesuffix(_IN_A_FILE) not in settled}
    return {
        name: text.strip()
        for name, text in {**rest, **environ}.items()
        if name.startswith(_OURS) and not name.startswith(_OF_TESTS) and text.strip()
    }


def _unknown(name: str) -> str:
    close = difflib.get_close_matches(name, _KNOWN, n=1)
    instead = f"did you mean {close[0]}?" if close else "the file .env.example lists all there are."
    return f"{name} is no setting; {instead}"


def _unfit(path: Path) -> str:
    """Return what is wrong with a file for a secret, "" if nothing is."""
    try:
        mode = path.stat().st_mode
        empty = not path.read_text("utf-8").strip()
    except OSError:
        return "which cannot be read; write the path of a file that the bot may read"
    except UnicodeDecodeError:
        return "which is no text; write the secret alone into it"
    if empty:
        return "which is empty; write the secret alone into it"
    if mode & (stat.S_IROTH | stat.S_IWOTH):
        return f"which everybody on this machine can open; run: chmod 600 {path}"
    return ""
