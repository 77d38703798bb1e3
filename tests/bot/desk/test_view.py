"""How a table is looked at, as its address says."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from bot.desk.view import Column, View, sift, view_of
from rules.fold import fold


@dataclass(frozen=True, slots=True)
class Hut:
    """A row."""

    name: str
    people: int


COLUMNS: tuple[Column[Hut], ...] = (
    Column("ten", lambda hut: fold(hut.name)),
    Column("nguoi", lambda hut: hut.people),
)
STATES = {"trang-thai": ("none", "met")}
HUTS = st.builds(Hut, st.text(max_size=20), st.integers(0, 9))
QUERIES = st.dictionaries(
    st.sampled_from(["loc", "xep", "giam", "trang-thai", "ban", "trang"]) | st.text(max_size=5),
    st.sampled_from(["ten", "nguoi", "none", "met", "1", ""]) | st.text(max_size=20),
)


def seen(query: dict[str, str]) -> View:
    """Return the view a query tells of."""
    return view_of(query, choices=STATES, columns=COLUMNS, kept=("ban",))


def shown(huts: list[Hut], view: View) -> list[Hut]:
    """Return the rows of a view."""
    return sift(huts, view, text=lambda hut: fold(hut.name), columns=COLUMNS)


@given(QUERIES)
def test_an_address_of_a_view_leads_to_the_same_view(query: dict[str, str]) -> None:
    view = seen(query)

    assert seen(dict(parse_qsl(view.address()))) == view


@given(QUERIES, st.lists(HUTS, max_size=12))
def test_whatever_an_address_says_some_of_the_rows_are_shown_each_once(
    query: dict[str, str], huts: list[Hut]
) -> None:
    found = shown(huts, seen(query))

    assert all(found.count(hut) <= huts.count(hut) for hut in found)


@given(st.lists(HUTS, max_size=12))
def test_a_column_pressed_twice_is_sorted_the_other_way(huts: list[Hut]) -> None:
    once = seen(dict(parse_qsl(seen({}).sorted_by("nguoi"))))
    twice = seen(dict(parse_qsl(once.sorted_by("nguoi"))))

    assert [h.people for h in shown(huts, once)] == sorted(h.people for h in huts)
    assert [h.people for h in shown(huts, twice)] == sorted((h.people for h in huts), reverse=True)


def test_words_are_found_without_marks_and_in_any_order() -> None:
    huts = [Hut("Chi bộ bản Suối Đá", 1), Hut("Chi bộ Sở Y tế", 2)]

    assert shown(huts, seen({"loc": "da suoi"})) == huts[:1]
    assert shown(huts, seen({"loc": "SUỐI ĐÁ"})) == huts[:1]
    assert shown(huts, seen({"loc": "bo"})) == huts


def test_of_wild_words_only_the_beginning_is_looked_for() -> None:
    assert len(seen({"loc": "x " * 10_000}).words) == 100
