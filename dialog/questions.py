"""A question: what it says, and what it takes for an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.choosing import meant
from rules.fold import fold
from rules.refused import Refused

SKIP, CLOSED = "-", "."  # kept for a question that was skipped, and behind the last photo


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers a question offers; `also` are other ways to say it."""

    code: str
    label: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a script; `kind` names the method of Ask that asked it."""

    key: str
    label: str
    text: str
    kind: str
    read: Callable[[str], str]  # typed or canonical text -> canonical text; raises Refused
    choices: tuple[Choice, ...] = ()
    examples: tuple[str, ...] = ()  # canonical answers, to go on with where nobody is asked
    hint: str = ""
    counted: bool = False
    kept: str = ""  # the answer there is already


def choice_of(choices: Sequence[Choice], said: str, *, loose: bool = False) -> str:
    """Return the code of the choice meant; Refused "choose-one" or "not-a-choice"."""
    if said in {choice.code for choice in choices}:
        return said
    names = [(choice.code, choice.label, *choice.also) for choice in choices]
    return choices[meant(said, names, loose=loose)].code


def several_of(choices: Sequence[Choice], said: str) -> str:
    """Return the codes of the choices meant ("1, 3" or their names), joined by commas."""
    try:
        return choice_of(choices, said)
    except Refused:
        parts = [part for part in said.replace(";", ",").split(",") if part.strip()]
        if len(parts) <= 1:
            raise
        return ",".join(dict.fromkeys(choice_of(choices, part.strip()) for part in parts))


def offered(kind: str, offer: Sequence[Choice], read: Callable[[str], str], said: str) -> str:
    """Return the ready answer meant by its number, code or whole label, else what is read."""
    number = "" if kind == "number" else said.strip(" .")  # there it is the answer itself
    for n, one in enumerate(offer, start=1):
        if said == one.code or number == str(n) or fold(said) in map(fold, (one.label, *one.also)):
            return one.code if one.code == SKIP else one.label
    return read(said)


def photos(kept: str) -> str:
    """Return the refs of photos, each once, perhaps closed; Refused "not-a-photo"."""
    refs = list(dict.fromkeys(kept.split()))
    if not refs or not all(ref.isalnum() for ref in refs if ref != CLOSED):
        raise Refused("not-a-photo")
    return " ".join(refs)
