"""The lines of .env: NAME=value, quotes where somebody likes them, comments."""

import re

_NAME = re.compile(r"(?:export\s+)?([A-Za-z_]\w*)")
_COMMENT = re.compile(r"(?:^|\s+)#.*")


def read_dotenv(text: str) -> tuple[dict[str, str], list[str]]:
    """Return the values by name, and a sentence for each line that cannot be read.

    The sentences never show a line: there may be a secret in it.
    """
    values: dict[str, str] = {}
    problems: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not _COMMENT.sub("", line).strip():
            continue
        try:
            name, value = line.split("=", 1)
            values[_name(name.strip())] = _value(value.strip())
        except ValueError:
            problems.append(f"Line {number} of .env cannot be read; write NAME=value there.")
    return values, problems


def _name(written: str) -> str:
    if match := _NAME.fullmatch(written):
        return match[1]
    raise ValueError


def _value(written: str) -> str:
    if written[:1] not in {'"', "'"}:
        return _COMMENT.sub("", written)
    value, closed, rest = written[1:].partition(written[0])
    if not closed or _COMMENT.sub("", rest).strip():
        raise ValueError
    return value
