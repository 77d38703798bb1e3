"""The check of the catalogues sees what would reach people half translated."""

from babel.messages import Catalog

from scripts.check_catalogues import faults

SENTENCE = "Hello, {name}"


def catalogue(locale: str, said: str = "", *, fuzzy: bool = False) -> Catalog:
    made = Catalog(locale)
    made.add(SENTENCE, said, flags=["fuzzy"] if fuzzy else [])
    return made


def check(given: Catalog) -> list[str]:
    return faults(given, catalogue("en"))


def test_a_finished_catalogue_has_no_faults() -> None:
    assert check(catalogue("vi", "Chào {name}")) == []


def test_a_sentence_without_vietnamese_is_a_fault() -> None:
    assert check(catalogue("vi")) == ["not translated: 'Hello, {name}'"]


def test_english_needs_no_translation() -> None:
    assert check(catalogue("en")) == []


def test_a_guess_is_a_fault() -> None:
    assert check(catalogue("vi", "Chào {name}", fuzzy=True)) == ["fuzzy: 'Hello, {name}'"]


def test_a_lost_name_is_a_fault() -> None:
    assert check(catalogue("vi", "Chào bạn")) == ["other {placeholders}: 'Hello, {name}'"]


def test_a_sentence_the_catalogue_does_not_know_is_a_fault() -> None:
    assert check(Catalog("vi")) == ["lacks 'Hello, {name}'"]


def test_a_sentence_nobody_says_any_more_is_a_fault() -> None:
    assert faults(catalogue("vi", "Chào {name}"), Catalog()) == [
        "has 'Hello, {name}', which nothing says"
    ]
