import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.search import (
    BEGINNINGS,
    BESIDE,
    EXACT,
    FOLDED,
    MISTYPED,
    SHORT,
    WORDS,
    corrected,
    place,
    query,
    searchable,
)
from rules.short_forms import either_form

NAME = "Lãnh đạo chuyển đổi số ở Sở Giao thông vận tải"
TEXTS = st.text(max_size=40)


def near(words: str, name: str = NAME, beside: str = "") -> int | None:
    found = place(query(words), name, beside)
    return found.near if found else None


@pytest.mark.parametrize(
    ("words", "nearness"),
    [
        (NAME, EXACT),
        (NAME.upper() + "!", EXACT),
        (unicodedata.normalize("NFD", NAME), EXACT),
        ("lanh dao chuyen doi so o so giao thong van tai", FOLDED),
        ("vận tải chuyển đổi", WORDS),
        ("mô hình chuyen doi so", WORDS),
        ("giao th", BEGINNINGS),
        ("sở GTVT", SHORT),
        ("cds gtvt", SHORT),
        ("chuyển đổi dầu", None),
        ("ao thông", None),
        ("mô hình", None),
        ("?", None),
        ("", None),
    ],
)
def test_how_near_words_are_to_a_name(words: str, nearness: int | None) -> None:
    assert near(words) == nearness


def test_a_short_form_in_the_name_is_found_by_what_it_stands_for() -> None:
    assert near("sở giao thông vận tải", "Chuyển đổi số ở Sở GTVT") == SHORT
    assert near("khối cơ quan và doanh nghiệp", "Đảng ủy Khối CQ&DN tỉnh") == SHORT


def test_words_that_stand_only_beside_the_name_come_after_all_in_it() -> None:
    assert near("chuyển đổi số hiến nam", NAME, searchable("phường Hiến Nam")) == BESIDE


def test_of_names_that_read_alike_the_one_with_the_marks_typed_is_nearer() -> None:
    sought = query("bản hạ")

    marked, unmarked = place(sought, "Chi bộ bản Hạ"), place(sought, "Chi bộ bản Hà")

    assert marked is not None
    assert unmarked is not None
    assert marked < unmarked


def test_a_mistyped_word_means_the_nearest_there_is() -> None:
    sought = corrected(query("chuyen doii so"), {"chuyen", "doi", "so", "dao"})

    assert sought
    assert sought.words == ("chuyen", "doi", "so")
    assert (place(sought, NAME) or (None,))[0] == MISTYPED


@pytest.mark.parametrize("words", ["chuyen", "abc", "lanh dao", "zzzzzz"])
def test_what_is_known_short_or_like_nothing_is_not_corrected(words: str) -> None:
    assert corrected(query(words), {"chuyen", "lanh", "dao"}) is None


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("nuoi ong", [("nuoi",), ("ong",)]),
        ("so gtvt", [("so",), ("gtvt", "giao thong van tai")]),
        ("giao thong van tai", [("giao thong van tai", "gtvt")]),
        ("cq dn", [("cq dn", "cqdn", "co quan va doanh nghiep", "co quan doanh nghiep")]),
        ("", []),
    ],
)
def test_short_forms_stand_for_their_words_and_the_words_for_them(
    words: str, terms: list[tuple[str, ...]]
) -> None:
    assert list(either_form(words.split())) == terms


@given(TEXTS, TEXTS)
def test_a_text_that_says_something_is_found_by_itself_first(text: str, other: str) -> None:
    if not query(text).terms:
        return

    assert near(text, text) == EXACT
    assert (place(query(text), other) or (EXACT,)) >= (EXACT,)


@given(TEXTS)
def test_what_is_searched_in_is_words_with_a_space_on_either_side(text: str) -> None:
    inside = searchable(text)

    assert inside.startswith(" ")
    assert inside.endswith(" ")
    assert searchable(inside).split() == inside.split()
