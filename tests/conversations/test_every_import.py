"""Every path of importing a table, in every language: nothing is left unsaid."""

from collections.abc import Iterator
from dataclasses import replace
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.import_table import IMPORTS
from conversations.phrasing import say_question
from conversations.scripts import SCRIPTS
from dialog.state import State
from dialog.turn import Finished, Waiting, World, walk
from rules.file_commands import DropTable, ListProblems
from rules.import_commands import ImportPlan, ImportTable
from rules.importing.columns import KEYS, Columns, Kind
from rules.importing.preview import Change, Preview
from rules.importing.problems import Problem
from tests.conversations.alone import DIALOG, form, strict, world
from tests.conversations.test_every_script import LANGUAGES, check

KINDS: tuple[Kind, ...] = ("units", "contacts", "entries", "ratings")
TITLES = tuple(f"Cột {n}" for n in range(20))
LETTERS = (*ascii_lowercase, *(f"a{letter}" for letter in ascii_lowercase))
PROBLEMS = tuple(Problem(n, "name", "Tên", "blank") for n in range(15))
WHOLE = (Problem(0, "", "", "control-total", "", (("declared", "84"), ("found", "83"))),)


def columns(kind: Kind) -> Columns:
    """Return columns of a wide table in which each thing is found."""
    return Columns(kind, 0, TITLES, tuple((key, n) for n, key in enumerate(KEYS[kind])))


def found(kind: Kind) -> Preview:
    """Return what would come of a good table, with everything there is to show."""
    said = {"since": "2024-04-02", "received": "2024-04-02", "phone": "+84912000001"}
    row = tuple(said.get(key, "x" * 500) for key in KEYS[kind])
    changes = (Change(3, "Chi bộ A", "name", "Chi bộ A", ""),) * 9
    return Preview(kind, columns(kind), 9, 1, 8, 0, first=(row,) * 3, changes=changes)


def stops(kind: Kind, language: str, *plans: Preview | None) -> Iterator[Waiting | Finished]:
    """Yield every stop; the plans are what the first look and all later ones find."""
    first, later = plans[0], plans[-1]
    here = world((form(),), subject="f1", translate=strict(language))
    asked = [
        ImportPlan("f1", kind, (), convert, control)
        for convert in (False, True)
        for control in ("", "84", "84 = 84 chi bộ cơ sở")
    ]
    facts = {plan: first if plan == ImportPlan("f1", kind) else later for plan in asked}
    known = World(here.now, {**here.facts, **facts}, here.translate)
    return walk(SCRIPTS[f"import-{kind}"], known, State())


def ends(kind: Kind, language: str, *plans: Preview | None) -> set[type | None]:
    """Return how it can end; each stop on the way is checked."""
    return {check(stop, language) for stop in stops(kind, language, *plans)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_good_table_is_imported_or_put_away(kind: Kind, language: str) -> None:
    assert ends(kind, language, found(kind)) == {None, ImportTable, DropTable}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_one_with_problems_is_never_imported(kind: Kind, language: str) -> None:
    wrong = replace(found(kind), problems=PROBLEMS)

    assert ends(kind, language, wrong) == {None, ListProblems, DropTable}


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_row_is_wrong_there_is_no_list_of_rows(language: str) -> None:
    wrong = replace(found("units"), problems=WHOLE)

    assert ends("units", language, wrong) == {None, DropTable}


@pytest.mark.parametrize("language", LANGUAGES)
def test_old_letters_are_converted_or_left(language: str) -> None:
    old = replace(found("units"), encoding="tcvn3", sample=("Uû ban", "Ủy ban"))

    commands = [one.command for one in stops("units", language, old) if isinstance(one, Finished)]

    assert {c.convert for c in commands if isinstance(c, ImportTable)} == {True, False}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_that_is_not_there_ends_at_once(kind: Kind, language: str) -> None:
    assert ends(kind, language, None) == {DropTable}
    assert DropTable in ends(kind, language, found(kind), None)


def test_what_must_be_there_and_is_not_is_asked_for_first() -> None:
    lacking = replace(found("units"), columns=Columns("units", 0, TITLES, ()))

    first = next(stops("units", "vi", lacking))

    assert isinstance(first, Waiting)
    assert first.question.key == "at-name"


@given(st.lists(st.text(max_size=80), max_size=60), st.sampled_from(KINDS))
def test_whatever_stands_in_the_headings_each_column_can_be_put_right(
    titles: list[str], kind: Kind
) -> None:
    read = replace(found(kind), columns=Columns(kind, 0, tuple(titles), ()))
    first = next(stops(kind, "vi", read))
    assert isinstance(first, Waiting)

    say = say_question(first, DIALOG, (0, 0), strict("vi"))
    options = [option for row in say.rows for option in row]
    assert len({option.data for option in options}) == len(options) <= 12
    for letter, title in zip(LETTERS, titles, strict=False):
        kept = first.question.read(letter)
        assert kept == f"{letter.upper()}. {title or '(không có tiêu đề)'}"
        assert first.question.read(kept) == kept


def test_each_kind_of_table_has_a_script() -> None:
    assert set(IMPORTS) == {f"import-{kind}" for kind in KINDS}
