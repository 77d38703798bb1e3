import datetime as dt
import json
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.programme import (
    Box,
    Choice,
    Kind,
    Launched,
    Office,
    Period,
    Programme,
    Reminding,
    Scheduling,
    Stage,
    Target,
)
from rules.programme_file import ProgrammeError, read_programme

HERE = Path(__file__).parent
FILES = [*HERE.parents[1].glob("programmes/*.toml"), *HERE.glob("programmes/*.toml")]


def toml(value: Any) -> str:
    """Write a plain value as TOML."""
    match value:
        case bool() | str() | int():
            return json.dumps(value, ensure_ascii=False)
        case dt.date() | dt.time():
            return value.isoformat()
        case tuple():
            return "[" + ", ".join(map(toml, value)) + "]"
    return "{" + ", ".join(f"{name} = {toml(each)}" for name, each in written(value)) + "}"


def written(thing: Any) -> list[tuple[str, Any]]:
    """Give the lines of a section: pairs as they are, dataclasses by their fields."""
    if isinstance(thing, dict):
        return list(thing.items())
    pairs = {"exceptions", "unit_types", "unit_parents", "quotas", "controls", "effective"}
    in_files = [each.name for each in fields(thing) if not each.metadata.get("of_the_moment")]
    lines = [(name, getattr(thing, name)) for name in in_files]
    return [(name, dict(value) if name in pairs else value) for name, value in lines]


def whole(programme: Programme) -> str:
    return "\n".join(f"{name} = {toml(value)}" for name, value in written(programme))


codes = st.from_regex(r"[a-z][a-z0-9-]{0,23}", fullmatch=True)
texts = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20)
texts = texts.map(lambda text: normalize("NFC", text))
labels = texts.map(lambda text: f"Ô {text}")
OTHERS: st.SearchStrategy[Literal["text", "long", "number", "date", "choice"]]
OTHERS = st.sampled_from(["text", "long", "number", "date", "choice"])
SHIFTS: st.SearchStrategy[Literal["none", "earlier", "later"]]
SHIFTS = st.sampled_from(["none", "earlier", "later"])
years = st.integers(2020, 2040)
phones = st.integers(0, 99_999_999).map(lambda number: f"+849{number:08}")


@st.composite
def choices(draw: st.DrawFn) -> tuple[Choice, ...]:
    found = draw(st.lists(codes, min_size=2, max_size=4, unique=True))
    return tuple(
        Choice(code, f"{code} {draw(texts)}", also=(f"{code} {draw(texts)}",), hint=draw(texts))
        for code in found
    )


@st.composite
def boxes(draw: st.DrawFn) -> tuple[Box, ...]:
    keys = draw(st.lists(codes, min_size=2, max_size=5, unique=True))
    found = [Box(keys[0], "name", draw(labels), least=draw(st.integers(0, 9)))]
    for key in keys[1:]:
        kind = draw(OTHERS)
        picks = draw(choices()) if kind == "choice" else ()
        box = Box(key, kind, draw(labels), draw(labels), draw(texts), choices=picks, most=99)
        found.append(box)
    return tuple(found)


@st.composite
def stages(draw: st.DrawFn) -> tuple[Stage, ...]:
    exceptions = {year: dt.date(year, 4, 1) for year in draw(st.lists(years, max_size=3))}
    day, month = draw(st.integers(1, 28)), draw(st.integers(1, 12))
    until = draw(st.times()).replace(microsecond=0)
    shift = draw(SHIFTS)
    if draw(st.booleans()):
        return ()
    exclusive = Stage("register", draw(labels), month, day, draw(st.booleans()), until)
    steps = draw(st.sets(st.integers(0, 60)).map(tuple))
    after = draw(st.integers(0, 30))
    shifted = Stage("x", "X", 12, 31, True, until, tuple(exceptions.items()), shift, steps, after)
    return exclusive, shifted


def launched(types: list[str]) -> st.SearchStrategy[Launched]:
    return st.builds(
        Launched,
        codes,
        labels,
        content=texts,
        level=texts,
        units=st.lists(st.sampled_from(types), unique=True).map(tuple),
        open=st.booleans(),
        opens_when=labels,
    )


def targets(types: list[str]) -> st.SearchStrategy[Target]:
    return st.builds(
        Target,
        codes,
        labels,
        st.integers(1, 12),
        st.integers(1, 28),
        st.sampled_from(["quota", "covered", "launched", "effective"]),
        st.lists(st.sampled_from(types), unique=True).map(tuple),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    types = draw(st.lists(st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True), min_size=1))
    kinds = st.builds(
        Kind,
        codes.filter(lambda code: code != "adopt"),
        labels,
        st.sampled_from(["model", "exemplar"]),
        st.sampled_from(["collective", "individual"]),
        st.sampled_from(["new", "replicate", "maintain", "adopt"]),
        st.booleans(),
    )
    return Programme(
        code=draw(codes),
        title=draw(labels),
        prefix=draw(st.from_regex(r"[A-Z]{2,5}", fullmatch=True)),
        office=draw(st.builds(Office, labels, labels, phones, labels)),
        kinds=(
            *draw(st.lists(kinds, unique_by=lambda kind: kind.code)),
            Kind("adopt", draw(labels), "model", "collective", "adopt", counts=False),
        ),
        boxes=draw(boxes()),
        stages=draw(stages()),
        unit_types=tuple((code, draw(labels)) for code in dict.fromkeys(types)),
        quotas=((types[0], draw(st.integers(1, 9))),),
        late=draw(st.sampled_from(["taken", "refused"])),
        source=draw(texts),
        basis=draw(texts),
        period=draw(years.map(lambda year: Period(year, year + 2)) | st.just(Period())),
        unit_parents=((types[0], tuple(draw(st.lists(st.sampled_from(types), unique=True)))),),
        controls=(("total", 84), (types[0], 84)),
        effective=((types[-1], draw(st.integers(1, 9))),) * (types[-1] != types[0]),
        covered=(types[0],),
        launched=tuple(draw(st.lists(launched(types), unique_by=lambda model: model.code))),
        targets=tuple(draw(st.lists(targets(types), unique_by=lambda target: target.code))),
        reminding=Reminding(
            hours=(dt.time(draw(st.integers(7, 20))),), weekends=draw(st.booleans())
        ),
        scheduling=draw(st.sampled_from([Scheduling(), Scheduling(20, 25)])),
    )


@given(programmes())
def test_what_is_written_is_read_again(programme: Programme) -> None:
    assert read_programme(whole(programme), file="any.toml") == programme


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_programme_here_can_be_written_and_read_again(path: Path) -> None:
    programme = read_programme(path.read_text("utf-8"), file=path.name)

    assert programme.code == path.stem
    assert read_programme(whole(programme), file=path.name) == programme


def test_a_file_saved_by_notepad_is_read() -> None:
    text = FILES[0].read_text("utf-8")

    notepad = "\ufeff" + text.replace("\n", "\r\n")

    assert read_programme(notepad, file="n") == read_programme(text, file="n")


def test_a_phone_is_read_however_it_is_written() -> None:
    text = (HERE / "programmes/nine-boxes.toml").read_text("utf-8")
    spaced = text.replace('"+84912000010"', '"0912 000 010"')

    assert read_programme(spaced, file="ward.toml") == read_programme(text, file="ward.toml")


def test_letters_a_mac_took_apart_are_put_together() -> None:
    text = FILES[0].read_text("utf-8")

    assert read_programme(normalize("NFD", text), file="n") == read_programme(text, file="n")


@given(st.text(max_size=200))
def test_whatever_is_in_the_file_it_is_a_programme_or_problems(text: str) -> None:
    with pytest.raises(ProgrammeError) as error:
        read_programme(text, file="any.toml")

    assert all(0 <= problem.line <= text.count("\n") + 1 for problem in error.value.problems)
